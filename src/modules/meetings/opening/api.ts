import type { PagePart } from '#core/opening/part.ts';
import { meetingsOf } from '../calls/queries.ts';
import { isPublic } from '../calls/rules.ts';
import { decisionsOf } from '../decisions/queries.ts';

/** Meetings with their minutes become public together. They name organisations and offices; sheets and names of guests stay with staff. */
export const MEETINGS_PART: PagePart = {
  ...{ id: 'meetings', name: 'meetings.menu', paths: ['/meetings'], files: false },
  personal: async () => [],
  empty: async (db, { id }) => !(await meetingsOf(db, id)).some(isPublic),
};

/** The register of decisions and tasks. */
export const DECISIONS_PART: PagePart = {
  ...{ id: 'decisions', name: 'meetings.decisions.title', paths: ['/decisions'], files: false },
  personal: async () => [],
  empty: async (db, { id }) => (await decisionsOf(db, id)).length === 0,
};
