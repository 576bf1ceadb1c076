/**
 * The one engine for everything owed. What is exported as a deed runs inside the caller's own transaction (`ctx`) and
 * writes no entry: the caller's entry speaks of it.
 */
import type { DeedKind } from '#modules/identity/contract.ts';
import { EXTEND_DEED, FULFIL_DEED } from './access.ts';
import { describeExtension, describeFulfilment } from './answers/queries.ts';

/** Deeds on cases that a one-deed link can do. */
export const OBLIGATIONS_DEEDS: readonly DeedKind[] = [
  { command: FULFIL_DEED, describe: describeFulfilment },
  { command: EXTEND_DEED, describe: describeExtension },
];

export { ownBodies, seesAll } from './access.ts';
/** The calendar of a country with every day that was added to it: `calendarFor(db, country)`; null: nobody wrote one. */
export { calendarFor } from './calendar/queries.ts';
/** On the page of a body: what it owes and owed. */
export { BodyPanel } from './cases/pages/body-panel.tsx';
/**
 * What a body owes and owed, as far as these eyes see it: `casesOfBody(db, forum, body, { today, now }, eyes, most)`; the
 * same of another room's things: `casesOfSubjects`; what the map of a site names: `publicCasePaths`.
 */
export { casesOfBody, casesOfSubjects, publicCasePaths } from './cases/queries.ts';
/** `openCase(ctx, opening)` -> number and explained due day; `extendCase`, `fulfilCase`. */
export { extendCase, fulfilCase, openCase } from './clocks/commands.ts';
/**
 * `dueOf(db, forum, trigger, span)`: a term with every counted and skipped day, by the country's calendar with all
 * that was added; `lockSubject(db, forum, kind, id)`: the case of another room's thing, for the deeds above.
 */
export { dueOf, lockSubject } from './clocks/queries.ts';
export type { MovedDue, Wanted } from './clocks/schema.ts';
/** For desks: whom to call or message today, `toTell(db, forum, lang, publicUrl, today)`, and the list of it. */
export { TellList } from './reminders/pages/tell-list.tsx';
export { toTell } from './reminders/queries.ts';
export type { Rule, Span, Words } from './schema.ts';
/** `settleCases(ctx, settling)`: makes the cases of some groups what the caller's law says they should be. */
export { settleCases } from './settling/commands.ts';
