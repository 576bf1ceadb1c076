import { IntlMessageFormat } from 'intl-messageformat';
import type { PlainDate } from '#core/time/plain-date.ts';
import { dayIn, daysBetween, plainDate } from '#core/time/plain-date.ts';
import type { Args, Message, Param, TextKey } from './message.ts';
import { type Chosen, choose, type LanguageCode, type Texts } from './texts.ts';

/** All sentences of one language: key ("plans.measure.late") to ICU MessageFormat. */
export type Sentences = Readonly<Record<string, string>>;

/**
 * One reader's language: the only way to words, numbers, dates and order. Made once per language at start;
 * formats are kept, because building one costs fifty times as much as using it.
 */
export class Lang {
  readonly code: LanguageCode;
  readonly #sentences: Sentences;
  readonly #formats = new Map<string, IntlMessageFormat>();
  readonly #number: Intl.NumberFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #shortDay: Intl.DateTimeFormat;
  readonly #days = new Map<PlainDate, string>();
  readonly #shortDays = new Map<PlainDate, string>();
  readonly #time = new Map<string, Intl.DateTimeFormat>();
  readonly #collator: Intl.Collator;
  readonly #and: Intl.ListFormat;
  readonly #countries: Intl.DisplayNames;

  constructor(code: LanguageCode, sentences: Sentences) {
    this.code = code;
    this.#sentences = sentences;
    const locale = code === 'en' ? 'en-GB' : code;
    this.#number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.#day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    this.#shortDay = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    this.#collator = new Intl.Collator(locale, { numeric: true });
    this.#and = new Intl.ListFormat(locale, { type: 'conjunction' });
    this.#countries = new Intl.DisplayNames(locale, { type: 'region' });
  }

  /** The sentence of a key. Parameters are typed from the English text. */
  t<K extends TextKey>(key: K, ...args: Args<K>): string {
    return this.#say(key, args[0] as Readonly<Record<string, Param>> | undefined);
  }

  /** The sentence of a Message made elsewhere (a refusal, a log entry). Days in it are said as days. */
  say(message: Message): string {
    const params = message.params && Object.entries(message.params).map(([name, value]) => [name, this.#spoken(value)]);
    return this.#say(message.key, params && Object.fromEntries(params));
  }

  #spoken(value: Param): Param {
    const day = typeof value === 'string' ? plainDate(value) : null;
    return day ? this.date(day) : value;
  }

  #say(key: string, params: Readonly<Record<string, Param>> | undefined): string {
    const sentence = this.#sentences[key];
    if (sentence === undefined) throw new Error(`no text "${key}" in ${this.code}`);
    if (!params && !sentence.includes('{')) return sentence;
    let format = this.#formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(sentence, this.code, undefined, { ignoreTag: true });
      this.#formats.set(key, format);
    }
    return String(format.format(params));
  }

  has(key: string): boolean {
    return this.#sentences[key] !== undefined;
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** "19 May 2017" */
  date(date: PlainDate): string {
    return written(this.#days, this.#day, date);
  }

  /** "19 May 2017" with a short month, for tables and charts. */
  shortDate(date: PlainDate): string {
    return written(this.#shortDays, this.#shortDay, date);
  }

  /** "19 May 2017, 14:30" on the clock of a zone. Put together here: Intl joins the two by "/" in Azerbaijani. */
  moment(at: Date, zone: string): string {
    let time = this.#time.get(zone);
    if (!time) {
      time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
      this.#time.set(zone, time);
    }
    return `${this.date(dayIn(zone, at))}, ${time.format(at)}`;
  }

  /** "today", "in 4 days", "54 days ago". */
  distance(from: PlainDate, to: PlainDate): string {
    const days = daysBetween(from, to);
    if (days === 0) return this.#say('core.today', undefined);
    return days > 0 ? this.#say('core.in_days', { n: days }) : this.#say('core.days_ago', { n: -days });
  }

  /** "a, b and c" */
  list(items: readonly string[]): string {
    return this.#and.format(items);
  }

  /** "Azerbaijan" of "AZ" (ISO 3166-1 alpha-2). */
  country(code: string): string {
    return this.#countries.of(code) ?? code;
  }

  /** Order of the reader's alphabet; "2" before "10". */
  compare = (a: string, b: string): number => this.#collator.compare(a, b);

  choose(texts: Texts): Chosen {
    return choose(texts, this.code);
  }

  /** The text alone, where a mark "only in Azerbaijani" stands beside it already. */
  pick(texts: Texts): string {
    return choose(texts, this.code).text;
  }
}

/** Ten years of days. */
const MOST_DAYS = 4_000;

/** A day in words; the same days stand on every page, so their words are kept. */
function written(kept: Map<PlainDate, string>, format: Intl.DateTimeFormat, date: PlainDate): string {
  const known = kept.get(date);
  if (known !== undefined) return known;
  const words = format.format(new Date(`${date}T00:00:00Z`));
  if (kept.size >= MOST_DAYS) kept.clear();
  kept.set(date, words);
  return words;
}
