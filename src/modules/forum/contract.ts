/**
 * What other modules may know of the forum. Ballots and meetings of a day obey `rulesOn(day)`: they judge by
 * `hasQuorum` and `passes`, whole numbers with every step as data, and cite the article that comes with the answer.
 */

/** Addresses of public pages, for the map of the site. */
export { publicDocumentPaths } from './documents/paths/queries.ts';
/** The rules of a day, and by what it is ruled. */
export { rulesOn } from './rulebook/day/queries.ts';
export type { Decision, Outcome, Presence, QuorumFound, Rulebook, SeatsOf, Step, Votes } from './rulebook/schema.ts';
/** Is there a quorum; is the motion adopted. null: the rules do not say. */
export { hasQuorum, passes } from './rulebook/thresholds/rules.ts';
