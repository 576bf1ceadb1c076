/**
 * Meetings for higher rooms and for src/main: at which item a ballot is held and who is there (`sessionOf`), the register
 * of decisions (`writeDecision`, inside the caller's transaction), tasks for desks, addresses for the map of the site.
 */

/**
 * `sessionOf(db, forum, { meeting, item })`: the item of a meeting that was called, with how every vote of its day is there
 * now, by key of the electorate; null: there is none, or it was called off.
 */
export { sessionOf } from './attendance/queries.ts';
/** `writeDecision(ctx, decision)` -> id and number of the register; the caller's entry speaks of it. */
export { writeDecision } from './decisions/commands.ts';
/** Open tasks of these bodies, the next due first. */
export { tasksOf } from './decisions/queries.ts';
/** The rules of what meetings make owed, for the page of rules. */
export { MEETING_RULES } from './minutes/owed/rules.ts';
