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

/** The names of the two, and the bodies for which somebody reports and replies. */
export { bodiesSpokenFor, REPLY_DEED, REPORT_DEED } from './access.ts';
/** Every public page about plans below a forum, for the map of the site. */
export { publicPaths } from './addresses/queries.ts';
/** A figure of another room becomes a baseline or a value, in its own deed; what there is to bind to, and what is shown. */
export { bindFigure } from './binding/commands.ts';
export { evaluationsNamed, indicatorsNamed } from './binding/queries.ts';
export type { FiguresOn } from './binding/schema.ts';
/** Report days and reply windows are clocks of obligations: their rules, and how evaluations follow a moved day. */
export { followDue } from './clocks/commands.ts';
export { PLANS_RULES } from './clocks/rules.ts';
/** For the command line: a plan in from a file, plans out as CSV. */
export { exportPlanCsv, importPlanFile, isNationalFile } from './exchange/console/api.ts';
/** What plans say on the page of a place or of a body. */
export { CellsPanel } from './executors/pages/cells-panel.tsx';
/** Cells of bodies (`{ bodies }`) or serving a place (`{ place }`), with both voices on a day, by due day. */
export { cellLines } from './executors/queries.ts';
/** A front page: every public plan with its roll-up, what is late, what falls due next, the next report dates. */
export { frontOf } from './front/queries.ts';
export type { DueLine, Front } from './front/schema.ts';
/** A plan in a few lines with both voices, for front pages. */
export { PlanCard } from './overview/pages/parts/plan-card.tsx';
export { cellComplete, cellLate } from './overview/rules.ts';
export type { CellLine, PlanCardSeen } from './overview/schema.ts';
/** For desks: evaluations whose reply window is open, and those sent since a day, with what became of them. */
export { evaluationsSince, repliesAwaited } from './waiting/queries.ts';
export type { EvaluationLine } from './waiting/schema.ts';
