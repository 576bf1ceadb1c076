import * as v from 'valibot';
import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { Match } from '#core/i18n/names.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape } from '#core/shapes.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import { placeErrors } from './rules.ts';
import {
  isPlaceKind,
  type Outline,
  PLACE_KINDS,
  type Place,
  type PlaceId,
  type PopulationId,
  type Ring,
} from './schema.ts';

/** Where text comes from: a posted form, or one row of a file. */
export interface Fields {
  text(name: string): string;
}

/** How a text is looked up among things, and how one of them is named in an offer. */
export interface Find<T> {
  readonly search: (text: string) => Match<T>;
  readonly say: (item: T) => string;
}

/** A text as we keep it: letters composed, one blank between words, no control characters. */
const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

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

  /** One line of text; null when empty. */
  line(field: string): string | null {
    return oneLine(this.#fields.text(field)) || null;
  }

  needed(field: string, what: FieldError['message']): string {
    return this.line(field) ?? this.wrong(field, what) ?? '';
  }

  /** `prefix_az`, `prefix_en`, `prefix_ru`: those that were written. */
  texts(prefix: string): Texts {
    const written = LANGUAGES.flatMap((language) => {
      const text = this.line(`${prefix}_${language}`);
      return text ? [[language, text]] : [];
    });
    return Object.fromEntries(written) as Texts;
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

  /** 2025-01-29, 29.01.2025 or 29/1/2025. */
  day(field: string): PlainDate | null {
    const text = this.line(field);
    if (!text) return null;
    return writtenDay(text) ?? this.wrong(field, message('places.refused.not_day', { found: text }));
  }

  neededDay(field: string): PlainDate | null {
    const before = this.errors.length;
    const day = this.day(field);
    if (!day && this.errors.length === before) return this.wrong(field, message('places.refused.no_day'));
    return day;
  }

  /** Degrees: 39.987, 39,987 or 39°59'13". */
  degrees(field: string): number | null {
    const text = this.line(field);
    if (!text) return null;
    const dms = /^(\d{1,3})\s?[°º]\s?(?:(\d{1,2})\s?['′’]\s?)?(?:(\d{1,2}(?:[.,]\d+)?)\s?["″”]\s?)?[NESWnesw]?$/.exec(
      text,
    );
    if (dms) return rounded(Number(dms[1]) + Number(dms[2] ?? 0) / 60 + decimal(dms[3] ?? '0') / 3600, 6);
    if (/^-?\d{1,3}([.,]\d{1,15})?$/.test(text)) return rounded(decimal(text), 6);
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

const decimal = (text: string): number => Number(text.replace(',', '.'));
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

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
  const unknown = (found: string) => message('places.refused.unknown_kind', { found });
  const input: PlaceInput = {
    kind: read.choice('kind', isPlaceKind, message('places.refused.no_kind'), unknown) ?? 'community',
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

/** Words that are pages beside the places' and bodies' own. */
export const RESERVED: readonly string[] = ['new', 'merge', 'import', 'imports', 'area'];

export function readSlug(read: Reading): string | null {
  const slug = read.line('slug');
  if (slug && (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug) || RESERVED.includes(slug))) {
    return read.wrong('slug', message('places.refused.not_slug', { found: slug }));
  }
  return slug;
}

const corner = v.looseTuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())]);
const rings = v.array(v.array(corner));
const geometry = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: rings }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(rings) }),
]);

/** Degrees of an outline to the fourth digit: ten metres, finer than a light map shows. */
const roundedRing = (ring: Ring): Ring => ring.map(([lon, lat]) => [rounded(lon, 4), rounded(lat, 4)] as const);
const roundedOutline = (outline: Outline): Outline =>
  outline.type === 'Polygon'
    ? { type: 'Polygon', coordinates: outline.coordinates.map(roundedRing) }
    : { type: 'MultiPolygon', coordinates: outline.coordinates.map((polygon) => polygon.map(roundedRing)) };
const outlineShape = v.pipe(
  v.custom<Outline>((value) => v.is(geometry, value)),
  v.transform(roundedOutline),
);

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
  const shaped = v.safeParse(outlineShape, inner);
  return shaped.success ? shaped.output : read.wrong('outline', message('places.refused.not_outline'));
}

export const placeId = idShape<PlaceId>();
export const populationId = idShape<PopulationId>();
/** One line as we keep it. How long it may be is said by rules, per field. */
export const lineShape = v.pipe(v.string(), v.transform(oneLine));
/** Empty is missing. */
export const lineOrNull = v.nullable(
  v.pipe(
    v.string(),
    v.transform((text) => oneLine(text) || null),
  ),
);
export const textsShape = v.pipe(
  v.custom<Texts>((value) => v.is(v.record(v.picklist(LANGUAGES), v.string()), value)),
  v.transform((texts): Texts => {
    const lines = LANGUAGES.map((language) => [language, oneLine(texts[language] ?? '')] as const);
    return Object.fromEntries(lines.filter(([, text]) => text !== ''));
  }),
);
const degreesShape = v.pipe(
  v.number(),
  v.finite(),
  v.transform((degrees) => rounded(degrees, 6)),
);

/** The shape of a place's facts for commands; their sense is asked by rules. */
/** The mark of what the form showed, see core/errors/seen.ts; who shows no form leaves it out. */
export const seenShape = v.optional(v.pipe(v.string(), v.maxLength(20_000)));

export const placeShape = {
  kind: v.picklist(PLACE_KINDS),
  code: lineOrNull,
  name: textsShape,
  parent: v.nullable(placeId),
  territory: v.nullable(placeId),
  lon: v.nullable(degreesShape),
  lat: v.nullable(degreesShape),
  outline: v.nullable(outlineShape),
  from: v.nullable(dayShape),
  source: lineOrNull,
};
