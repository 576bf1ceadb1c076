import * as v from 'valibot';
import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { isWebAddress, MOST_OF_LINE, MOST_OF_URL } from '#core/shapes.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import { type Paper, paperGiven } from '#core/way.ts';

/** Where text comes from: a posted form, or one row of a file. */
export interface Fields {
  text(name: string): string;
}

/** Characters that fit: a title, a text, a line (source, decision), an address. */
export const MOST = { title: 300, text: 10_000, line: MOST_OF_LINE, url: MOST_OF_URL } as const;

/** Reads fields one by one and remembers everything that was wrong, so that a person sees all of it at once. */
export class Reading {
  readonly errors: FieldError[] = [];
  readonly #fields: Fields;

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  /** A field is said to be wrong once, with the first thing that is wrong with it. */
  wrong(field: string, what: Message): null {
    if (!this.errors.some((error) => error.field === field)) this.errors.push({ field, message: what });
    return null;
  }

  /** Adds what the law says of what could be read. */
  alsoWrong(errors: readonly FieldError[]): void {
    for (const error of errors) this.wrong(error.field, error.message);
  }

  isWrong = (field: string): boolean => this.errors.some((error) => error.field === field);

  /** One line of text without control characters and double spaces; null when empty. */
  line(field: string, most: number = MOST.line): string | null {
    const text = this.#fields
      .text(field)
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
    return text === '' ? null : this.#fits(field, text, most);
  }

  /** Text of several lines; null when empty. Verbatim but for control characters and blanks at the ends of lines. */
  prose(field: string, most: number = MOST.text): string | null {
    const text = this.#fields
      .text(field)
      .normalize('NFC')
      .replaceAll('\r\n', '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim();
    return text === '' ? null : this.#fits(field, text, most);
  }

  #fits(field: string, text: string, most: number): string {
    if (text.length > most) this.wrong(field, message('plans.plan.wrong.too_long', { max: most, found: text.length }));
    return text;
  }

  /** A line that must be written. */
  needed(field: string, what: Message, most?: number): string {
    return this.line(field, most) ?? this.wrong(field, what) ?? '';
  }

  /** `prefix_az`, `prefix_en`, `prefix_ru`: those that were written; null when none was. */
  texts(prefix: string, kind: 'line' | 'prose', most: number): Texts | null {
    const texts: { -readonly [L in LanguageCode]?: string } = {};
    for (const language of LANGUAGES) {
      const text = this[kind](`${prefix}_${language}`, most);
      if (text) texts[language] = text;
    }
    return Object.keys(texts).length > 0 ? texts : null;
  }

  /** 2026-09-30, 30.09.2026 or 30/9/2026. */
  day(field: string): PlainDate | null {
    const text = this.line(field);
    if (!text) return null;
    return writtenDay(text) ?? this.wrong(field, message('plans.plan.wrong.not_day', { found: shown(text) }));
  }

  /** Number and date of the letter that staff enters. */
  letter(today: PlainDate): Pick<Paper, 'ref' | 'day'> | null {
    const given = paperGiven(this.#fields, today);
    if (given.ok) return given.value;
    this.errors.push(...(given.refusal.fields ?? []));
    return null;
  }

  neededDay(field: string, what: Message): PlainDate | null {
    return this.day(field) ?? this.wrong(field, what);
  }

  /** A whole number in bounds, with or without blanks between thousands. */
  count(field: string, min: number, max: number): number | null {
    const text = this.line(field);
    if (!text) return null;
    const digits = text.replace(/(?<=\d)[  ](?=\d{3}\b)/g, '');
    const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
    if (value >= min && value <= max) return value;
    return this.wrong(field, message('plans.plan.wrong.not_count', { found: shown(text), min, max }));
  }

  /** A number with comma or point before its decimals. "1,500" and "1.500" are asked back: they mean two things. */
  decimal(field: string): number | null {
    const text = this.line(field);
    if (!text) return null;
    const digits = text.replace(/(?<=\d)[  ](?=\d{3}(?:\D|$))/g, '').replace('−', '-');
    if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(digits))
      return this.wrong(field, message('plans.plan.wrong.two_numbers', { found: shown(text) }));
    if (/^-?\d{1,15}([.,]\d{1,9})?$/.test(digits)) return Number(digits.replace(',', '.'));
    return this.wrong(field, message('plans.plan.wrong.not_number', { found: shown(text) }));
  }

  /** Money in minor units: "12 500" or "12500,50" are at most two decimals. */
  money(field: string): number | null {
    const value = this.decimal(field);
    if (value === null) return null;
    const minor = Math.round(value * 100);
    if (minor >= 0 && Math.abs(minor - value * 100) < 1e-6 && Number.isSafeInteger(minor)) return minor;
    return this.wrong(field, message('plans.plan.wrong.not_money', { found: shown(this.line(field) ?? '') }));
  }

  /** An address of the web. */
  url(field: string): string | null {
    const text = this.line(field, MOST.url);
    if (!text || isWebAddress(text)) return text;
    return this.wrong(field, message('plans.plan.wrong.not_url', { found: shown(text) }));
  }

  choice<T extends string>(field: string, values: readonly T[], otherwise: T): T {
    const text = this.line(field);
    if (text === null) return otherwise;
    const value = values.find((known) => known === text);
    return value ?? this.wrong(field, message('plans.plan.wrong.not_choice', { found: shown(text) })) ?? otherwise;
  }

  ticked(field: string): boolean {
    return this.#fields.text(field) === 'yes';
  }

  end<T>(value: T): Result<T> {
    return this.errors.length > 0 ? refuseFields(this.errors) : ok(value);
  }
}

/** The rows of a list in a form, in their order: "point_0", "point_1", ... as far as they were sent. */
export function rowsOf(posted: { readonly names: readonly string[] }, prefix: string): readonly string[] {
  const indexes = new Set<number>();
  const shape = new RegExp(`^${prefix}_(\\d{1,4})_`);
  for (const name of posted.names) {
    const found = shape.exec(name);
    if (found) indexes.add(Number(found[1]));
  }
  return [...indexes].sort((a, b) => a - b).map((i) => `${prefix}_${i}`);
}

/** How many rows of a list were sent with something in them, up to the last such row. */
export function rowsWritten(posted: Fields & { readonly names: readonly string[] }, prefix: string): number {
  const written = posted.names.filter((name) => posted.text(name) !== '');
  const last = rowsOf({ names: written }, prefix).at(-1);
  return last === undefined ? 0 : Number(last.slice(prefix.length + 1)) + 1;
}

/** The same of values that stand in a form. */
export const rowsIn = (values: Readonly<Record<string, string | readonly string[]>>, prefix: string): number =>
  rowsWritten({ names: Object.keys(values), text: (name) => [values[name] ?? ''].flat()[0] ?? '' }, prefix);

/** What a person typed, short enough to be said back. */
export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The shapes of commands' input: other callers than forms (imports, samples, machines) pass them too. */
/** The mark of what the form showed, see core/errors/seen.ts; who shows no form leaves it out. */
export const seenShape = v.optional(v.pipe(v.string(), v.maxLength(200_000)));
export const numberShape = v.pipe(v.number(), v.finite());
export const orNull = <T>(shape: v.GenericSchema<T>) => v.nullable(shape);
