/**
 * Meetings for higher rooms and for src/main: at which item a ballot is held and who is there (`sessionOf`), the register
 * of decisions (`writeDecision`, inside the caller's transaction), figures, desks, addresses for the map of the site.
 */

import type { DeedKind } from '#modules/identity/contract.ts';
import { describeRemark } from './minutes/queries.ts';
import { REMARK_DEED } from './minutes/rules.ts';

/** Deeds on meetings that a one-deed link can do. */
export const MEETING_DEEDS: readonly DeedKind[] = [{ command: REMARK_DEED, describe: describeRemark }];

/** For whom a member speaks: ids of bodies. */
export { memberBodies } from './access.ts';
/**
 * `sessionOf(db, forum, { meeting, item })`: the item of a meeting that was called, with how every vote of its day is there
 * now, by key of the electorate; null: there is none, or it was called off.
 */
export { sessionOf } from './attendance/queries.ts';
/** `writeDecision(ctx, decision)` -> id and number of the register; the caller's entry speaks of it. */
export { writeDecision } from './decisions/commands.ts';
/** The rules of what meetings make owed, for the page of rules. */
export { MEETING_RULES } from './minutes/owed/rules.ts';
/** What the map of a site names. */
export { publicDecisionPaths, publicMeetingPaths } from './paths/queries.ts';
/** A part of desks: `MeetingDesk` draws what `meetingLines(db, forum, asked)` finds. */
export { MeetingDesk } from './waiting/pages/meeting-desk.tsx';
export { meetingLines } from './waiting/queries.ts';
