/**
 * What other modules may know of places and bodies. Ids are uuids and may be passed as plain text. In SQL they may
 * join `places_public_places` and `places_public_bodies` by id; rows of the national register carry the reference
 * forum, so join on `forum_id in (<the forum>, <REFERENCE>)`.
 */

/** Commands' helper: the body of that name, made when there is none; in your command's own transaction and entry. */
export { ensureBody } from './bodies/commands.ts';
/** Bodies: names by id; all that the forum may name; by id; by address word; `bodyFinder`: by name, for many rows; who took over. */
export { bodiesById, bodiesOf, bodyBySlug, bodyFinder, bodyNames, successorOf } from './bodies/queries.ts';
export { BODY_KINDS, type Body, type BodyKind } from './bodies/schema.ts';
/** How many live in a place: `inhabitantsOf(db, forum, place, today)`; null: not all of it is known. */
export { inhabitantsOf } from './dossier/queries.ts';
/** Places: the forum's world; by id; by address word. */
export { placeBySlug, placesById, placesOf } from './queries.ts';
/** Did the place stand on that day? */
export { type Place, standsOn } from './schema.ts';
