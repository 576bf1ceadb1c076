/** What other modules may know of how bodies account for themselves. */
import type { DeedKind } from '#modules/identity/contract.ts';
import type { Rule } from '#modules/obligations/contract.ts';
import { describeEntry } from './reports/queries.ts';
import { ENTER_DEED, VOTERS_RULE } from './reports/rules.ts';
import { REQUEST_RULE } from './requests/rules.ts';
import { describeReply } from './scorecards/queries.ts';
import { CARD_RULE, REPLY_DEED } from './scorecards/rules.ts';

/** Deeds that a one-deed link can do. */
export const ACCOUNTABILITY_DEEDS: readonly DeedKind[] = [
  { command: ENTER_DEED, describe: describeEntry },
  { command: REPLY_DEED, describe: describeReply },
];
/** For the page of rules of everything owed. */
export const ACCOUNTABILITY_RULES: readonly Rule[] = [VOTERS_RULE, REQUEST_RULE, CARD_RULE];

/** On the page of a body: what it publishes of what it should. */
export { ChecklistPanel } from './checklists/pages/panel.tsx';
export { isChecked, newestChecks, publicChecklistPaths } from './checklists/queries.ts';
/** On the page of a municipality: its reports to voters. */
export { ReportsPanel } from './reports/pages/panel.tsx';
/** For desks: what people who were at a report wrote, `waitingVoices(db, forum)`. */
export { WaitingVoices } from './reports/pages/waiting-list.tsx';
/** Paths for the map of a site; the reports of a body: `reportLines(db, forum, body)`. */
export { publicReportPaths, reportLines, waitingVoices } from './reports/queries.ts';
/** `stateOn(line, clock, today)`: how a report stands, as far as its clock is seen. */
export { REPORT_KIND, stateOn } from './reports/rules.ts';
/** Paths of public information requests for the map of a site. */
export { publicRequestPaths } from './requests/queries.ts';

/** Who decides remarks on scorecards. */
export { mayKeepCards } from './scorecards/access.ts';
/** A day of the calendar moved the window of a scorecard: `dueMoved` of obligations. */
export { followCards } from './scorecards/commands.ts';
/** On the page of a body or of a place: its scorecards, `cardsOf(db, forum, bodies)`. */
export { ScorecardPanel } from './scorecards/pages/panel.tsx';
/** For desks: remarks of bodies that wait to be decided. */
export { WaitingRemarks } from './scorecards/pages/waiting-list.tsx';
/** Paths for the map of a site; for desks: remarks of bodies that wait to be decided. */
export { cardsOf, publicCardPaths, undecidedRemarks } from './scorecards/queries.ts';
