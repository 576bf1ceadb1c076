import { isId } from '#core/ids.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { versionById } from '../queries.ts';
import { VERSION_OBJECT } from './rules.ts';

/** What of documents can be withheld: the text of a version. */
export const DOCUMENT_THINGS: readonly Thing[] = [
  {
    type: VERSION_OBJECT,
    name: 'forum.documents.withheld',
    find: async (db, forum, id) => {
      const found = isId(id) ? await versionById(db, forum.id, id) : null;
      if (!found) return null;
      const { document, version } = found;
      return { path: `/documents/${document.slug}/versions/${version.number}`, title: document.title };
    },
  },
];
