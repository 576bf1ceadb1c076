import * as v from 'valibot';
import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';

/** How long texts may be, in characters. */
export const MOST = { number: 200, source: 500, name: 200, reason: 2_000, url: 2_000 } as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isId = (value: unknown): boolean => typeof value === 'string' && UUID.test(value);
export const idShape = <T extends string = string>() => v.custom<T>(isId);
export const dayShape = v.custom<PlainDate>((value) => typeof value === 'string' && plainDate(value) !== null);
export const lineShape = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const isWebAddress = (text: string): boolean =>
  text.length <= MOST.url && /^https?:\/\//i.test(text) && URL.canParse(text);
export const urlShape = v.nullable(v.custom<string>((value) => typeof value === 'string' && isWebAddress(value)));
export const textsShape = v.custom<Texts>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length > 0 &&
    Object.entries(value).every(
      ([code, text]) =>
        (LANGUAGES as readonly string[]).includes(code) &&
        typeof text === 'string' &&
        text.trim() !== '' &&
        text.length <= MOST.name,
    ),
);

/** Where text comes from: a posted form, or one row of a file. */
export interface Given {
  text(name: string): string;
}

/** Reads fields one by one and remembers what was wrong with each, so that all of it is said at once. */
export class Reading {
  readonly errors: FieldError[] = [];
  readonly #given: Given;

  constructor(given: Given) {
    this.#given = given;
  }

  wrong(field: string, what: Message): null {
    if (!this.errors.some((error) => error.field === field)) this.errors.push({ field, message: what });
    return null;
  }

  /** One line without control characters; empty when nothing stands there. */
  line(field: string, most: number): string {
    const text = this.#given
      .text(field)
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
    if (text.length > most) this.wrong(field, message('errors.field_too_long', { max: most, found: text.length }));
    return text;
  }

  needed(field: string, most: number, what: Message): string {
    const text = this.line(field, most);
    if (text === '') this.wrong(field, what);
    return text;
  }

  /** 2026-03-19 or 19.03.2026; null when nothing stands there. */
  day(field: string): PlainDate | null {
    const text = this.line(field, 40);
    if (text === '') return null;
    const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
    const iso = local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : text;
    return plainDate(iso) ?? this.wrong(field, message('forum.wrong.day', { found: text }));
  }

  neededDay(field: string): PlainDate {
    const day = this.day(field);
    if (!day) this.wrong(field, message('forum.wrong.no_day'));
    return day as PlainDate;
  }

  /** A whole number from 0; 0 when nothing stands there. */
  count(field: string, most: number): number {
    const text = this.line(field, 12);
    if (text === '') return 0;
    const n = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (n <= most) return n;
    this.wrong(field, message('forum.wrong.count', { found: text, max: most }));
    return 0;
  }

  id(field: string, what: Message): string {
    const text = this.line(field, 40);
    if (!isId(text)) this.wrong(field, what);
    return text;
  }

  url(field: string): string | null {
    const text = this.line(field, MOST.url);
    if (text === '' || isWebAddress(text)) return text || null;
    return this.wrong(field, message('forum.wrong.url'));
  }

  /** `name_az`, `name_en`, `name_ru`: those that were written. */
  texts(prefix: string): Texts {
    const found: { -readonly [L in LanguageCode]?: string } = {};
    for (const code of LANGUAGES) {
      const text = this.line(`${prefix}_${code}`, MOST.name);
      if (text) found[code] = text;
    }
    return found;
  }

  end<T>(value: T): Result<T> {
    return this.errors.length > 0 ? refuseFields(this.errors) : ok(value);
  }
}
