import { LEVELS } from '#core/caution/level.ts';
import type { PagePart } from '#core/opening/part.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { findComment, findResponse, signedComments } from '../queries.ts';
import { SIGNATURE_DATUM, WITHHELD } from '../rules.ts';

/** What of consultations can be withheld: comments, how they are signed, responses. */
export const CONSULTATION_THINGS: readonly Thing[] = [
  { type: WITHHELD.comment, name: 'participation.consultations.withheld.comment', find: findComment },
  { type: WITHHELD.signature, name: 'participation.consultations.withheld.signature', find: findComment },
  { type: WITHHELD.response, name: 'participation.consultations.withheld.response', find: findResponse },
];

/** Consultations become public together; personal is how some comments are signed. */
export const CONSULTATIONS_PART: PagePart = {
  ...{ id: 'consultations', name: 'participation.consultations.title', paths: ['/consultations'], files: false },
  personal: async (db, forum) =>
    (await signedComments(db, forum)).map(({ id, signature, path, label }) => ({
      ...{ kind: 'name', of: { az: label }, value: signature, path },
      object: { type: WITHHELD.signature, id },
      hiddenAt: LEVELS.filter((level) => SIGNATURE_DATUM.at[level] === 'private'),
    })),
};
