import type { Datum } from '#core/caution/level.ts';

const datum = (id: string, at: Datum['at']): Datum => ({
  id,
  name: `plans.shown.${id}`,
  note: `plans.shown.${id}_note`,
  at,
});
const RECORD: Datum['at'] = { open: 'shown', careful: 'shown', closed: 'private' };
const NEVER: Datum['at'] = { open: 'private', careful: 'private', closed: 'private' };

/** What of plans could lead to a person, and who sees it. At the closed level the whole of plans is for the circle. */
export const PLAN_DATA: readonly Datum[] = [
  datum('statements', RECORD),
  datum('evidence', RECORD),
  datum('author', RECORD),
  datum('budget', RECORD),
  datum('scans', NEVER),
  datum('exact_time', NEVER),
];
