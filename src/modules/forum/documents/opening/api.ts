import type { PagePart } from '#core/opening/part.ts';
import { foundingOf } from '../founding/queries.ts';
import { documentsOf } from '../queries.ts';

/** Documents, rules and the founding procedure become public together. They name offices and organisations, no person. */
export const DOCUMENTS_PART: PagePart = {
  ...{ id: 'documents', name: 'forum.documents.menu', paths: ['/documents', '/rules'], files: false },
  personal: async () => [],
  empty: async (db, { id }) => (await documentsOf(db, id)).length === 0 && (await foundingOf(db, id)) === null,
};
