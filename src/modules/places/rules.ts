import type { FieldError } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Outline, Place, PlaceId, PlaceKind, Population, Ring, Succession } from './schema.ts';

export const NAME_MAX = 200;
export const SOURCE_MAX = 500;
export const CODE_MAX = 40;
/** Corners of an outline: a district needs hundreds, a page cannot carry more. */
export const OUTLINE_MAX = 5000;
/** More people than any place has: a slip of the keyboard. */
const PEOPLE_MAX = 2_000_000_000;

/** What each kind may lie in by the municipal order. An administrative territory stands beside it, never above. */
export const CONTAINERS: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
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
export const boxOf = (country: string): Box => BOXES[country] ?? WORLD;

/** Does it stand on that day? A place ends on its `to` day: from then on it is no more. */
export const standsOn = (place: Pick<Place, 'from' | 'to'>, day: PlainDate): boolean =>
  (place.from === null || place.from <= day) && (place.to === null || day < place.to);

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
export function inheritsFrom(successor: PlaceId, predecessor: PlaceId, links: readonly Succession[]): boolean {
  if (successor === predecessor) return true;
  return links.some((l) => l.predecessor === successor && inheritsFrom(l.successor, predecessor, links));
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
  const off = (field: 'lat' | 'lon', found: number, from: number, to: number) => {
    const params = { found: String(found), from: String(from), to: String(to) };
    if (found < from || found > to) errors.push({ field, message: message(`places.refused.${field}_outside`, params) });
  };
  off('lat', lat, box.south, box.north);
  off('lon', lon, box.west, box.east);
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

/** Everything wrong with a figure of population. */
export function populationErrors(
  figure: Pick<Population, 'day' | 'people' | 'households' | 'source'>,
  place: Pick<Place, 'from' | 'to'>,
  today: PlainDate,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const count = (field: string, n: number) => {
    if (!Number.isInteger(n) || n < 0 || n > PEOPLE_MAX) {
      errors.push({ field, message: message('places.refused.not_count', { found: String(n) }) });
    }
  };
  count('people', figure.people);
  if (figure.households !== null) count('households', figure.households);
  if (figure.households !== null && figure.households > figure.people) {
    errors.push({ field: 'households', message: message('places.refused.more_homes_than_people') });
  }
  if (figure.day > today) errors.push({ field: 'day', message: message('places.refused.future_figure') });
  else if (!standsOn(place, figure.day))
    errors.push({ field: 'day', message: message('places.refused.figure_outside') });
  if (!figure.source.trim()) errors.push({ field: 'source', message: message('places.refused.no_source') });
  if (figure.source.length > SOURCE_MAX) errors.push(tooLong('source', figure.source, SOURCE_MAX));
  return errors;
}

/** The figure that holds on a day: the latest of a day not after it; null when none is known. */
export function figureOn(figures: readonly Population[], day: PlainDate): Population | null {
  let best: Population | null = null;
  for (const figure of figures) if (figure.day <= day && (!best || figure.day >= best.day)) best = figure;
  return best;
}

/** People of a place put together from its parts: complete only when every part is known. */
export interface Sum {
  readonly people: number;
  readonly known: number;
  readonly of: number;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** Sums what is known; what is unknown is counted as unknown, never as nobody. Null when nothing is known. */
export function sumOf(parts: readonly (Population | null)[]): Sum | null {
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return null;
  const days = known.map((part) => part.day).sort();
  const people = known.reduce((n, part) => n + part.people, 0);
  return { people, known: known.length, of: parts.length, from: days[0] ?? null, to: days.at(-1) ?? null };
}

/** What lies in what today, and every figure known. */
export interface Tree {
  readonly children: ReadonlyMap<PlaceId, readonly Place[]>;
  readonly figures: ReadonlyMap<PlaceId, readonly Population[]>;
}

/**
 * The figures that a place's people can be put together from: of each part its own, else those of its parts in turn.
 * Administrative territories are left out: their villages are in the municipalities already.
 */
export function partsOf(id: PlaceId, tree: Tree, day: PlainDate): readonly (Population | null)[] {
  const parts = (tree.children.get(id) ?? []).filter((part) => part.kind !== 'territory');
  return parts.flatMap((part) => {
    const own = figureOn(tree.figures.get(part.id) ?? [], day);
    if (own) return [own];
    const below = partsOf(part.id, tree, day);
    return below.length > 0 ? below : [null];
  });
}
