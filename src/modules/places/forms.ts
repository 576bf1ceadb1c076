import * as v from 'valibot';
import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import type { Match } from './names/rules.ts';
import { placeErrors } from './rules.ts';
import { isPlaceKind, type Outline, PLACE_KINDS, type Place, type PlaceId, type PopulationId } from './schema.ts';

/** Where text comes from: a posted form, or one row of a file. */
export interface Fields {
  text(name: string): string;
}

/** Reads fields one by one and remembers everything that was wrong, so that a person sees all of it at once. */
export class Reading {
  readonly errors: FieldError[] = [];
  readonly #fields: Fields;

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  wrong(field: string, what: FieldError['message']): null {
    this.errors.push({ field, message: what });
    return null;
  }

  /** Adds errors of fields that could be read but make no sense; a field is said to be wrong once. */
  alsoWrong(errors: readonly FieldError[]): void {
    const said = new Set(this.errors.map((error) => error.field));
    const point = said.has('lat') || said.has('lon');
    for (const error of errors) {
      const onPoint = error.field === 'lat' || error.field === 'lon';
      if (!said.has(error.field) && !(point && onPoint)) this.errors.push(error);
    }
  }

  /** One line of text without control characters and double spaces; null when empty. */
  line(field: string): string | null {
    const text = this.#fields
      .text(field)
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
    return text === '' ? null : text;
  }

  /** `prefix_az`, `prefix_en`, `prefix_ru`: those that were written. */
  texts(prefix: string): Texts {
    const texts: { -readonly [L in keyof Texts]: Texts[L] } = {};
    for (const language of LANGUAGES) {
      const text = this.line(`${prefix}_${language}`);
      if (text) texts[language] = text;
    }
    return texts;
  }

  /** 2025-01-29, 29.01.2025 or 29/1/2025. */
  day(field: string): PlainDate | null {
    const text = this.line(field);
    if (!text) return null;
    const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
    const iso = local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : text;
    return plainDate(iso) ?? this.wrong(field, message('places.refused.not_day', { found: text }));
  }

  neededDay(field: string): PlainDate | null {
    const before = this.errors.length;
    const day = this.day(field);
    if (!day && this.errors.length === before) return this.wrong(field, message('places.refused.no_day'));
    return day;
  }

  needed(field: string, what: FieldError['message']): string {
    return this.line(field) ?? this.wrong(field, what) ?? '';
  }

  /** One word of a closed list. */
  choice<T extends string>(
    field: string,
    known: (text: string) => text is T,
    none: FieldError['message'],
    unknown: (found: string) => FieldError['message'],
  ): T | null {
    const text = this.line(field);
    if (!text) return this.wrong(field, none);
    return known(text) ? text : this.wrong(field, unknown(text));
  }

  /** Degrees: 39.987, 39,987 or 39°59'13". */
  degrees(field: string): number | null {
    const text = this.line(field);
    if (!text) return null;
    const dms = /^(\d{1,3})\s?[°º]\s?(?:(\d{1,2})\s?['′’]\s?)?(?:(\d{1,2}(?:[.,]\d+)?)\s?["″”]\s?)?[NESWnesw]?$/.exec(
      text,
    );
    if (dms) return Number(dms[1]) + Number(dms[2] ?? 0) / 60 + Number((dms[3] ?? '0').replace(',', '.')) / 3600;
    if (/^-?\d{1,3}([.,]\d{1,15})?$/.test(text)) return Number(text.replace(',', '.'));
    const pair = /^-?\d+[.,]\d+\s*[,;]?\s+-?\d+[.,]\d+$/.test(text);
    return this.wrong(
      field,
      message(pair ? 'places.refused.two_numbers' : 'places.refused.not_degrees', { found: text }),
    );
  }

  /** A whole number, with or without spaces between thousands ("12 540"). */
  count(field: string): number | null {
    const text = this.line(field);
    if (!text) return null;
    const digits = text.replace(/(?<=\d) (?=\d{3}\b)/g, '');
    if (/^\d{1,12}$/.test(digits)) return Number(digits);
    return this.wrong(field, message('places.refused.not_count', { found: text }));
  }

  /** A thing of ours by id, address word, code or name; what is not found or not one is refused with the near ones. */
  one<T extends { readonly id: string }>(field: string, find: Find<T>): T['id'] | null {
    const text = this.line(field);
    return text ? this.#found(field, text, find) : null;
  }

  /** Several of them, between semicolons. */
  several<T extends { readonly id: string }>(field: string, find: Find<T>): readonly T['id'][] {
    const parts = (this.line(field) ?? '').split(';').map((part) => part.trim());
    return [...new Set(parts.flatMap((part) => (part ? (this.#found(field, part, find) ?? []) : [])))];
  }

  #found<T extends { readonly id: string }>(field: string, text: string, find: Find<T>): T['id'] | null {
    const match = find.search(text);
    if (match.kind === 'one') return match.item.id;
    if (match.kind === 'several') {
      const options = match.items.map(find.say).join('; ');
      return this.wrong(field, message('places.refused.several_such', { found: text, options }));
    }
    if (match.near.length === 0) return this.wrong(field, message('places.refused.none_such', { found: text }));
    const near = match.near.map(find.say).join('; ');
    return this.wrong(field, message('places.refused.none_such_near', { found: text, near }));
  }

  end<T>(value: T): Result<T> {
    return this.errors.length > 0 ? refuseFields(this.errors) : ok(value);
  }
}

/** How a text is looked up among things, and how one of them is named in an offer. */
export interface Find<T> {
  readonly search: (text: string) => Match<T>;
  readonly say: (item: T) => string;
}

/** What is read about a place; `slug` only when somebody chose it. */
export interface PlaceInput {
  readonly kind: Place['kind'];
  readonly slug: string | null;
  readonly code: string | null;
  readonly name: Texts;
  readonly parent: PlaceId | null;
  readonly territory: PlaceId | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly outline: Outline | null;
  readonly from: PlainDate | null;
  readonly source: string | null;
}

/** Reads a place; where it lies is looked up by `find`. Refuses with every wrong field. */
export function readPlace(fields: Fields, country: string, find: Find<Place>): Result<PlaceInput> {
  const read = new Reading(fields);
  const input: PlaceInput = {
    kind:
      read.choice('kind', isPlaceKind, message('places.refused.no_kind'), (found) =>
        message('places.refused.unknown_kind', { found }),
      ) ?? 'community',
    slug: readSlug(read),
    code: read.line('code'),
    name: read.texts('name'),
    parent: read.one('parent', find),
    territory: read.one('territory', find),
    lon: read.degrees('lon'),
    lat: read.degrees('lat'),
    outline: readOutline(read),
    from: read.day('valid_from'),
    source: read.line('source'),
  };
  read.alsoWrong(placeErrors(input, country));
  return read.end(input);
}

/** Words that are pages beside the places' own. */
export const RESERVED: readonly string[] = ['new', 'merge', 'import', 'imports', 'area'];

export function readSlug(read: Reading): string | null {
  const slug = read.line('slug');
  if (slug && (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug) || RESERVED.includes(slug))) {
    return read.wrong('slug', message('places.refused.not_slug', { found: slug }));
  }
  return slug;
}

const position = v.looseTuple([v.number(), v.number()]);
const rings = v.array(v.array(position));
const geometry = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: rings }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(rings) }),
]);

/** GeoJSON: a Polygon or MultiPolygon, alone or as the geometry of a Feature. Heights are dropped. */
function readOutline(read: Reading): Outline | null {
  const text = read.line('outline');
  if (!text) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return read.wrong('outline', message('places.refused.not_outline'));
  }
  const inner = typeof parsed === 'object' && parsed !== null && 'geometry' in parsed ? parsed.geometry : parsed;
  const shaped = v.safeParse(geometry, inner);
  if (!shaped.success) return read.wrong('outline', message('places.refused.not_outline'));
  const flat = (ring: readonly (readonly [number, number, ...unknown[]])[]) => ring.map((p) => [p[0], p[1]] as const);
  return shaped.output.type === 'Polygon'
    ? { type: 'Polygon', coordinates: shaped.output.coordinates.map(flat) }
    : { type: 'MultiPolygon', coordinates: shaped.output.coordinates.map((polygon) => polygon.map(flat)) };
}

export const isUuid = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);

export const placeId = v.custom<PlaceId>(isUuid);
export const populationId = v.custom<PopulationId>(isUuid);
export const dayShape = v.custom<PlainDate>((value) => typeof value === 'string' && plainDate(value) !== null);
export const textsShape = v.custom<Texts>(
  (value) => typeof value === 'object' && value !== null && Object.values(value).every((t) => typeof t === 'string'),
);
export const lineShape = v.pipe(v.string(), v.maxLength(2000));
export const orNull = <T>(shape: v.GenericSchema<T>) => v.nullable(shape);

/** The shape of a place's facts for commands; their sense is asked by rules. */
export const placeShape = {
  kind: v.picklist(PLACE_KINDS),
  code: orNull(lineShape),
  name: textsShape,
  parent: orNull(placeId),
  territory: orNull(placeId),
  lon: orNull(v.pipe(v.number(), v.finite())),
  lat: orNull(v.pipe(v.number(), v.finite())),
  outline: v.custom<Outline | null>((value) => value === null || v.is(geometry, value)),
  from: orNull(dayShape),
  source: orNull(lineShape),
};
