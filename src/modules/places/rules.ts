import type { FieldError } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { finder, type Match, namesIn } from '#core/i18n/names.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import {
  type Outline,
  type Place,
  type PlaceId,
  type PlaceKind,
  type Ring,
  type Succession,
  standsOn,
} from './schema.ts';

const NAME_MAX = 200;
export const SOURCE_MAX = 500;
const CODE_MAX = 40;
/** Corners of an outline: a light page cannot carry more, and one cell of a table holds them. */
const OUTLINE_MAX = 500;

/** What each kind may lie in by the municipal order. An administrative territory stands beside it, never above. */
const CONTAINERS: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  country: [],
  district: ['country'],
  municipality: ['district', 'country'],
  territory: ['district', 'country'],
  community: ['municipality', 'district', 'country'],
};

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}
/** The country's outermost points with a tenth of a degree around. Other countries: the whole world until a profile is written. */
const BOXES: Readonly<Record<string, Box>> = { AZ: { west: 44.6, east: 51.0, south: 38.2, north: 42.1 } };
const WORLD: Box = { west: -180, east: 180, south: -90, north: 90 };
const boxOf = (country: string): Box => BOXES[country] ?? WORLD;

/** Every place that takes over from `id` by that day, itself when nothing does; more than one only after a split. */
export function currentOf(id: PlaceId, links: readonly Succession[], day: PlainDate): readonly PlaceId[] {
  const heirs = links.filter((link) => link.predecessor === id && link.day <= day);
  if (heirs.length === 0) return [id];
  return [...new Set(heirs.flatMap((link) => currentOf(link.successor, links, day)))];
}

/**
 * In which place it lies on a day. When the written parent was merged into another, the community lies in that one from
 * that day on: nobody has to move 1,400 municipalities' villages by hand, and the past stays true.
 */
export function parentOn(place: Pick<Place, 'parent'>, links: readonly Succession[], day: PlainDate): PlaceId | null {
  if (!place.parent) return null;
  const now = currentOf(place.parent, links, day);
  return now.length === 1 ? now[0]! : place.parent;
}

/** Would `successor` inherit, by any path, from itself? */
export function inheritsFrom(
  successor: PlaceId,
  predecessor: PlaceId,
  links: readonly Succession[],
  seen: ReadonlySet<PlaceId> = new Set(),
): boolean {
  if (successor === predecessor) return true;
  if (seen.has(successor)) return false;
  const next = new Set([...seen, successor]);
  return links.some((l) => l.predecessor === successor && inheritsFrom(l.successor, predecessor, links, next));
}

/** Why these cannot be merged into that one on that day; empty when they can. */
export function mergeErrors(
  predecessors: readonly Place[],
  successor: Place,
  day: PlainDate,
  links: readonly Succession[],
  say: (place: Place) => string,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: Message) => errors.push({ field, message });
  if (predecessors.length === 0) wrong('predecessors', message('places.refused.merge_none'));
  if (!standsOn(successor, day)) wrong('successor', message('places.refused.successor_gone', { name: say(successor) }));
  for (const place of predecessors) {
    const name = say(place);
    if (place.id === successor.id) wrong('predecessors', message('places.refused.merge_self', { name }));
    else if (inheritsFrom(successor.id, place.id, links)) {
      wrong('predecessors', message('places.refused.merge_circle', { name, successor: say(successor) }));
    } else if (place.kind !== successor.kind) {
      wrong('predecessors', message('places.refused.merge_kinds', { name, successor: say(successor) }));
    } else if (place.to !== null)
      wrong('predecessors', message('places.refused.already_ended', { name, day: place.to }));
    else if (place.from !== null && day <= place.from) {
      wrong('day', message('places.refused.ends_before_begin', { name, day: place.from }));
    }
  }
  return errors;
}

/** What a person says of a place, whatever way it came in (form, file, other module). */
export interface PlaceFacts {
  readonly kind: PlaceKind;
  readonly name: Texts;
  readonly code: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly outline: Outline | null;
  readonly from: PlainDate | null;
  readonly source: string | null;
}

/** Everything wrong with what was said of a place, by field. */
export function placeErrors(facts: PlaceFacts, country: string): readonly FieldError[] {
  const errors = [...nameErrors(facts.name), ...pointErrors(facts.lon, facts.lat, country)];
  if (facts.code && facts.code.length > CODE_MAX) errors.push(tooLong('code', facts.code, CODE_MAX));
  if (facts.source && facts.source.length > SOURCE_MAX) errors.push(tooLong('source', facts.source, SOURCE_MAX));
  if (facts.outline) errors.push(...outlineErrors(facts.outline, country));
  return errors;
}

export const tooLong = (field: string, found: string, max: number): FieldError => ({
  field,
  message: message('errors.field_too_long', { max, found: found.length }),
});

/** A name in one language is enough; none is too little. */
export function nameErrors(name: Texts, prefix = 'name'): readonly FieldError[] {
  const errors = LANGUAGES.flatMap((language) => {
    const text = name[language];
    return text && text.length > NAME_MAX ? [tooLong(`${prefix}_${language}`, text, NAME_MAX)] : [];
  });
  if (LANGUAGES.every((language) => !name[language]?.trim())) {
    errors.push({ field: `${prefix}_az`, message: message('places.refused.no_name') });
  }
  return errors;
}

/** What stands around a place that is added or corrected: looked up by whoever asks. */
export interface Around {
  /** Undefined: named but not there. */
  readonly parent: Place | null | undefined;
  readonly territory: Place | null | undefined;
  /** Who bears the code already. */
  readonly codeHolder: Pick<Place, 'id' | 'name'> | null;
  readonly say: (name: Texts) => string;
}

/** Everything wrong with where a place lies and with its code; `self` is null for a new place. */
export function fitErrors(
  facts: Pick<Place, 'kind' | 'code'>,
  self: PlaceId | null,
  { parent, territory, codeHolder, say }: Around,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (field: string, what: Message) => errors.push({ field, message: what });
  if (parent === undefined) wrong('parent', message('places.refused.unknown_place'));
  else if (parent && parent.id === self) wrong('parent', message('places.refused.in_itself'));
  else if (parent && !CONTAINERS[facts.kind].includes(parent.kind)) {
    wrong('parent', message('places.refused.lies_in', { name: say(parent.name) }));
  }
  const served = facts.kind === 'community' || facts.kind === 'municipality';
  if (territory === undefined || (territory && (territory.kind !== 'territory' || !served))) {
    wrong('territory', message('places.refused.not_territory'));
  }
  if (facts.code && codeHolder && codeHolder.id !== self) {
    wrong('code', message('places.refused.code_taken', { code: facts.code, name: say(codeHolder.name) }));
  }
  return errors;
}

const inside = (lon: number, lat: number, box: Box): boolean =>
  lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;

/** A point needs both numbers, in the right order, in the country. */
function pointErrors(lon: number | null, lat: number | null, country: string): readonly FieldError[] {
  if (lon === null && lat === null) return [];
  if (lon === null) return [{ field: 'lon', message: message('places.refused.lon_missing') }];
  if (lat === null) return [{ field: 'lat', message: message('places.refused.lat_missing') }];
  const box = boxOf(country);
  if (inside(lon, lat, box)) return [];
  if (inside(lat, lon, box)) {
    const params = { lat: String(lon), lon: String(lat) };
    return [{ field: 'lat', message: message('places.refused.swapped', params) }];
  }
  const errors: FieldError[] = [];
  const said = (found: number, from: number, to: number) => ({
    found: String(found),
    from: String(from),
    to: String(to),
  });
  if (lat < box.south || lat > box.north) {
    errors.push({ field: 'lat', message: message('places.refused.lat_outside', said(lat, box.south, box.north)) });
  }
  if (lon < box.west || lon > box.east) {
    errors.push({ field: 'lon', message: message('places.refused.lon_outside', said(lon, box.west, box.east)) });
  }
  return errors;
}

const ringsOf = (outline: Outline): readonly Ring[] =>
  outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();

/** Rings must be closed (RFC 7946, 3.1.6) and lie in the country. */
function outlineErrors(outline: Outline, country: string): readonly FieldError[] {
  const wrong = (message: Message): readonly FieldError[] => [{ field: 'outline', message }];
  const rings = ringsOf(outline);
  if (rings.length === 0) return wrong(message('places.refused.outline_open'));
  const corners = rings.reduce((n, ring) => n + ring.length, 0);
  if (corners > OUTLINE_MAX) return wrong(message('places.refused.outline_long', { found: corners, max: OUTLINE_MAX }));
  for (const ring of rings) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (ring.length < 4 || !first || !last || first[0] !== last[0] || first[1] !== last[1]) {
      return wrong(message('places.refused.outline_open'));
    }
    const out = ring.find(([lon, lat]) => !inside(lon, lat, boxOf(country)));
    if (out) return wrong(message('places.refused.outline_outside', { point: out.join(', ') }));
  }
  return [];
}

/**
 * A search over things by what is exactly theirs (id, address word, code), then by name in any language, folded.
 * Earlier things win an exact word that two share: the forum's own come before the register's.
 */
export function lookup<T>(
  things: readonly T[],
  exact: (thing: T) => readonly (string | null)[],
  names: (thing: T) => readonly string[],
): (text: string) => Match<T> {
  const byWord = new Map<string, T>();
  for (const thing of things) {
    for (const word of exact(thing)) if (word && !byWord.has(word)) byWord.set(word, thing);
  }
  const byName = finder(things, names);
  return (text) => {
    const item = byWord.get(text.trim());
    return item ? { kind: 'one', item } : byName(text);
  };
}

export const searchPlaces = (places: readonly Place[]): ((text: string) => Match<Place>) =>
  lookup(
    places.toSorted((a, b) => Number(a.forum === REFERENCE) - Number(b.forum === REFERENCE)),
    (place) => [place.id, place.slug, place.code],
    (place) => [...namesIn(place.name), place.slug],
  );
