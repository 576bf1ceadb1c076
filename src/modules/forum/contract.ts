/**
 * Who decides, by which rules. Higher rooms (ballots, meetings) ask for the seats of a day and who may speak for them; a
 * seat is known by its id, people cite its number. They obey `rulesOn(day)` and judge by `hasQuorum` and `passes`: whole
 * numbers with every step as data, citing the article that comes with the answer.
 */

/** The rules of what the forum owes, for the page of rules. */
export { FORUM_RULES } from './applications/rules.ts';
/** A ballot adopts a version: inside its transaction; which versions wait for a vote on a day. */
export { adoptByBallot } from './documents/adoptions/commands.ts';
export { type Adoptable, adoptableOn, versionNamed } from './documents/adoptions/queries.ts';
/** What residents are asked about: public versions of documents, `articlesShown(db, forum, version)` (null: withheld). */
export { articlesShown, publicTexts } from './documents/consulted/queries.ts';
/** Addresses of public pages, for the map of the site. */
export { adoptFoundingByBallot } from './documents/founding/commands.ts';
export { foundingWaits } from './documents/founding/queries.ts';
export { publicDocumentPaths } from './documents/paths/queries.ts';
/** Titles of founding documents by their address word, for citations: `documentTitles(db, forum, lang)`. */
export { documentTitles } from './documents/queries.ts';
/** Who votes on a day, by which rules: `electorateOn(db, forum, day)`; before documents are in force the founding assembly. */
export { electorateOn } from './electorate/queries.ts';
/**
 * Who stands aside: `interestsOf(db, forum)` once, then the pure `recusedOn(seating, declared, { seat, as }, about, day)`
 * with everything a motion is about (organisations by id, pages below the forum) -> the declared interest or null.
 */
export { workingGroupsOf } from './groups/queries.ts';
export { workingOn } from './groups/rules.ts';
export { interestsOf } from './interests/queries.ts';
export { recusedOn } from './interests/rules.ts';
export type { About } from './interests/schema.ts';
/**
 * Who leads. A ballot that elected somebody fills the office inside its own transaction: `recordElection(ctx, roles,
 * { office, holder: { seat, as: 'representative' }, electedOn, from, to: null, decision, url: '/ballots/4', replaces: true })`,
 * `roles` being the RoleDesk of identity that src/main gives -> Result of `{ object, touched, bodies, params }`: what the one entry
 * of the deed around must name. Refused (a term too many in a row, a holder whom nobody named), nothing was written: the
 * ballot closes all the same and says that the office waits. `rolesByOffice`, `hasOffice`: which roles follow, for identity.
 */
export { type ElectionRecorded, recordElection } from './leads/commands.ts';
export { candidacyFaults, hasOffice, rolesByOffice } from './leads/queries.ts';
export type { Office } from './leads/schema.ts';
/** Who decides, and by which documents: the tabs over the lists of this part of the menu. */
export { ForumTabs } from './pages/parts/tabs.tsx';
/** Names of people who speak for members, as far as level and withholding show them: `namesSeen(db, forum, mandates, eye)`. */
/** What the map of a site names: `publicMemberPaths(db, forum)`. */
export { namesSeen, publicMemberPaths } from './roster/queries.ts';
/** The rules of a day, and by what it is ruled. */
export { rulesOn } from './rulebook/day/queries.ts';
/** How a quorum or majority was computed, one comparison a line. */
export { Steps } from './rulebook/pages/parts/steps.tsx';
/** Rules that contradict each other or cannot be kept. */
export { faultsOf } from './rulebook/rules.ts';
export type { Decision, Outcome, QuorumFound, Rulebook, Votes } from './rulebook/schema.ts';
/** Is there a quorum; is the motion adopted. null: the rules do not say. */
export { hasQuorum, leastOf, passes } from './rulebook/thresholds/rules.ts';
/** Seats by constituency on a day, as both take them. */
export { type Voters, votersIn } from './rulebook/voters/rules.ts';
export type { ForumNeeds } from './schema.ts';
/** Everything about who sits where, of all days: `seatingOf(db, forum)`, read once, for the questions of `seats/rules.ts` below. */
export { hasMandate, hasSeats, seatingOf } from './seats/queries.ts';
/**
 * Pure, on a `Seating` and a day: `seatsOn` (by number), `groupsOn` (by constituency), `sittingsOn` and `sittingOn`
 * (organisation, representative, alternate; a vacant seat has none), `speaksFor(seating, person, seat, day)` -> "representative",
 * "alternate" or null.
 */
export { groupsOn, seatsOn, sittingOn, sittingsOn, speaksFor } from './seats/rules.ts';
export type { MandateId, MandateKind, SeatId, Seating } from './seats/schema.ts';
/** For desks: terms that end within 60 days or have ended: `termsToTell(db, forum, day)`, drawn by `TermList`. */
export { TermList } from './terms/pages/term-list.tsx';
export { termsToTell } from './terms/queries.ts';
