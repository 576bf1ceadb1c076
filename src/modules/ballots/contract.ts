/**
 * Ballots for higher rooms. On paper and on the wall: `motionsOf(db, forum, { meeting })` with words, state and, only after
 * closing, the result; `slipPaper` and `countingPapers` as papers to print, `slipCount` how many there are of each.
 */

export { countingPapers, slipPaper } from './slips/pages/papers.ts';
export { motionsOf } from './slips/queries.ts';
export { slipCount } from './slips/rules.ts';
export type { Motion } from './slips/schema.ts';
