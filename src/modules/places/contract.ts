/**
 * What other modules may know of places and bodies. Ids are uuids and may be passed as plain text. In SQL they may
 * join `places_public_places` and `places_public_bodies` by id; rows of the national register carry the reference
 * forum, so join on `forum_id in (<the forum>, <REFERENCE>)`.
 */

/** Commands' helper: the body of that name, made when there is none; in your command's own transaction and entry. */
export { ensureBody, type WantedBody } from './bodies/commands.ts';
/** Bodies: names by id; all that the forum may name; by id; by address word; by place; search by name (one, or many rows). */
export {
  bodiesAt,
  bodiesById,
  bodiesOf,
  bodyBySlug,
  bodyFinder,
  bodyNames,
  findBodyByName,
} from './bodies/queries.ts';
/** Kinds of bodies and the side each sits on (government, civil society, ...). */
export {
  BODY_KINDS,
  type Body,
  type BodyId,
  type BodyKind,
  bodyStandsOn,
  isBodyKind,
  type Side,
  sideOf,
} from './bodies/schema.ts';
/** Places: the forum's world; by id; by address word; names by id; what lies in a place. */
export { childrenOf, placeBySlug, placeNames, placesById, placesOf } from './queries.ts';
export { PLACE_KINDS, type Place, type PlaceId, type PlaceKind, standsOn } from './schema.ts';
