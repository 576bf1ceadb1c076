/**
 * Ballots for higher rooms. For minutes: `ballotsIn(db, forum, meeting)`, `ballotFacts(db, forum, id)`, facts with outcome,
 * steps and roll call. `recordBallot(ctx, needs, input)` enters a ballot held in the hall whole, inside the caller's
 * transaction; `preparedElections` are those that wait for a hall, `holdBallot` enters one of them, `holdAgain` its next
 * round. For desks: `openBallotsOf(db, forum, actor, { now, today })`, of secret ones `openPapersOf`, both drawn by
 * `OpenBallots`; for keepers `unvotedOf(db, forum, now)`, which seats have not voted, drawn by `BallotReminders`. On paper and on the
 * wall: `motionsOf(db, forum, { meeting })` with words, state and, only after closing, the result; `slipPaper` and
 * `countingPapers` as papers to print, `slipCount` how many there are of each.
 */

import type { DeedKind } from '#modules/identity/contract.ts';
import { PAPER_LINK } from './secret/queries.ts';
import { describeVote } from './voting/queries.ts';
import { VOTE_DEED } from './voting/rules.ts';

/** Deeds that a one-deed link or a printed code can do. */
export const BALLOT_DEEDS: readonly DeedKind[] = [{ command: VOTE_DEED, describe: describeVote }, PAPER_LINK];

export { type BallotFacts, ballotFacts, ballotsIn } from './facts/queries.ts';
/** `ballotDecides`: the id of the version that a ballot adopts, or null. */
export { ballotDecides, ballotTitles, publicBallotPaths } from './queries.ts';
export { holdAgain, holdBallot, type Recorded, recordBallot } from './recording/commands.ts';
export { preparedElections } from './recording/queries.ts';
export type { Prepared } from './recording/schema.ts';
export type { BallotNeeds } from './schema.ts';
export { openPapersOf } from './secret/queries.ts';
export { countingPapers, slipPaper } from './slips/pages/papers.tsx';
export { motionsOf } from './slips/queries.ts';
export { slipCount } from './slips/rules.ts';
export type { Motion } from './slips/schema.ts';
export type { Pile, Settled, Slip } from './tallies/schema.ts';
export { OpenBallots } from './voting/pages/open-ballots.tsx';
export { openBallotsOf } from './voting/queries.ts';
export { BallotReminders } from './voting/reminding/pages/reminders.tsx';
export { unvotedOf } from './voting/reminding/queries.ts';
