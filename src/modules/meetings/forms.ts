import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import { FieldReading, type Given } from '#core/reading.ts';
import { textsShape as textsUpTo } from '#core/shapes.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';

/** How long texts may be, in characters. */
export const MOST = { title: 300, words: 4_000, reason: 2_000, line: 300, path: 300, url: 2_000 } as const;

export const titleShape = textsUpTo(MOST.title);
export const wordsShape = textsUpTo(MOST.words);

const HOUR = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const PAGE = /^\/[a-z0-9][a-z0-9/._-]*$/;

/** Reads the fields of meetings one by one and remembers what was wrong with each. */
export class Reading extends FieldReading {
  readonly #given: Given;

  constructor(given: Given) {
    super(given);
    this.#given = given;
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
    return writtenDay(text) ?? this.wrong(field, message('meetings.wrong.day', { found: text }));
  }

  neededDay(field: string): PlainDate {
    const day = this.day(field);
    if (!day) this.wrong(field, message('meetings.wrong.no_day'));
    return day as PlainDate;
  }

  /** "14:30" or "9.05"; null when nothing stands there. */
  hour(field: string): string | null {
    const text = this.line(field, 20);
    if (text === '') return null;
    const found = HOUR.exec(text);
    if (!found) return this.wrong(field, message('meetings.wrong.hour', { found: text }));
    return `${found[1]!.padStart(2, '0')}:${found[2]}`;
  }

  /** A whole number from 0; null when nothing stands there. */
  count(field: string, most: number): number | null {
    const text = this.line(field, 12);
    if (text === '') return null;
    const n = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return n <= most ? n : this.wrong(field, message('meetings.wrong.count', { found: text, max: most }));
  }

  id(field: string, what: Message): string {
    const text = this.line(field, 40);
    if (!isId(text)) this.wrong(field, what);
    return text;
  }

  /** An id or nothing: the field may stay empty. */
  idOrNone(field: string, what: Message): string | null {
    return this.line(field, 40) === '' ? null : this.id(field, what);
  }

  /** Several lines, kept as they were written. */
  area(field: string, most: number): string {
    const text = this.#given.text(field).normalize('NFC').replace(/\r\n?/g, '\n').trim();
    if (text.length > most) this.wrong(field, message('errors.field_too_long', { max: most, found: text.length }));
    return text;
  }

  /** `name_az`, `name_en`, `name_ru`: those that were written. */
  texts(prefix: string, most: number): Texts {
    const found: { -readonly [L in LanguageCode]?: string } = {};
    for (const code of LANGUAGES) {
      const text = this.area(`${prefix}_${code}`, most);
      if (text) found[code] = text;
    }
    return found;
  }

  /** The same when it may be left out. */
  textsOrNone(prefix: string, most: number): Texts | null {
    const found = this.texts(prefix, most);
    return Object.keys(found).length > 0 ? found : null;
  }

  /** At least one language; the error stands at the first field of the form. */
  neededTexts(prefix: string, most: number, first: LanguageCode, what: Message): Texts {
    const found = this.texts(prefix, most);
    if (Object.keys(found).length === 0) this.wrong(`${prefix}_${first}`, what);
    return found;
  }

  /** The address of a page of this forum as the browser shows it, without language and forum; null: none, or no such. */
  page(field: string, text: string, slug: string): string | null {
    const [address, host] = [text.trim(), /^https?:\/\/[^/]+/i];
    const prefix = new RegExp(`^/(az|en|ru)/${slug}(?=/)`);
    const path = address.replace(host, '').replace(/[?#].*$/, '');
    const below = path.replace(prefix, '').replace(/\/$/, '');
    // A whole address leads into this forum; without a host it may begin below the forum.
    const isHere = !host.test(address) || prefix.test(path);
    if (isHere && below.length <= MOST.path && PAGE.test(below)) return below;
    return this.wrong(field, message('meetings.wrong.page', { found: text.slice(0, 80) }));
  }
}

/** The fields `name_az`, `name_en`, `name_ru` filled with a text, for forms. */
export const textFields = (prefix: string, texts: Texts | null): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts ?? {}).map(([code, text]) => [`${prefix}_${code}`, text]));
