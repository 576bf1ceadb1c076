/** What other modules may know of plans. */
import type { DeedKind } from '#modules/identity/contract.ts';
import { REPLY_DEED, REPORT_DEED } from './access.ts';
import { describeReply } from './evaluations/queries.ts';
import { describeReport } from './reports/queries.ts';

/** Deeds on plans that a one-deed link can do. */
export const PLANS_DEEDS: readonly DeedKind[] = [
  { command: REPORT_DEED, describe: describeReport },
  { command: REPLY_DEED, describe: describeReply },
];

/** What plans say on the page of a place or of a body. */
export { CellsPanel } from './executors/pages/cells-panel.tsx';
/** A table of cells, for pages of places and bodies, and for a desk. */
export { CellsTable } from './executors/pages/parts/cells-table.tsx';
/** Cells of bodies (`{ bodies }`) or serving a place (`{ place }`), with both voices on a day, by due day. */
export { type CellsWanted, cellLines } from './executors/queries.ts';
/** A plan in a few lines with both voices, for front pages. */
export { PlanCard } from './overview/pages/parts/plan-card.tsx';
/** Every plan that a forum reads, with its roll-up on a day. */
export { cardsOf } from './overview/queries.ts';
export { cellComplete, cellLate } from './overview/rules.ts';
export type { CellLine, PlanCardSeen } from './overview/schema.ts';
