/** What other modules may know of plans. */

/** The names under which one-deed links to plans are made. */
export { REPLY_DEED, REPORT_DEED } from './access.ts';
/** Cells of bodies (`{ bodies }`) or serving a place (`{ place }`), with both voices on a day, by due day. */
export { type CellsWanted, cellLines } from './executors/queries.ts';
/** Their table, for pages of places and bodies, and for a desk. */
export { CellsTable } from './executors/pages/parts/cells-table.tsx';
/** A plan in a few lines with both voices, for front pages. */
export { PlanCard } from './overview/pages/parts/plan-card.tsx';
/** Every plan that a forum reads, with its roll-up on a day. */
export { cardsOf } from './overview/queries.ts';
export { cellComplete, cellLate } from './overview/rules.ts';
export type { CellLine, PlanCardSeen } from './overview/schema.ts';
