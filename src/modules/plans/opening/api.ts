import { filesById } from '#core/files/queries.ts';
import type { PagePart } from '#core/opening/part.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import { evidenceFiles } from './queries.ts';

/** Plans, their measures and both voices become public together. Personal are the pictures: each may show faces. */
export const PLANS_PART: PagePart = {
  id: 'plans',
  name: 'plans.part',
  paths: ['/plans', '/executors'],
  files: true,
  personal: async (db, forum) => {
    const evidence = await evidenceFiles(db, forum);
    const ids = evidence.map(({ file }) => file);
    // Those of evaluations too, which become public with them: also what is published later is decided here.
    const pictures = (await filesById(db, forum.id, ids)).filter((file) => file.media_type.startsWith('image/'));
    const shown = new Set(pictures.map((file) => file.id));
    return evidence
      .filter(({ file }) => shown.has(file))
      .map(({ file, title, measure, path }) => ({
        kind: 'photo' as const,
        of: measure,
        value: title,
        path,
        object: { type: FILE_OBJECT, id: file },
      }));
  },
};
