import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import type { Args, Message, Param, TextKey } from './message.ts';
import { formatted } from './plain-message.ts';
import { choose, type LanguageCode, type Texts } from './texts.ts';

const MONTHS: Readonly<Record<LanguageCode, string>> = {
  az: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
  en: 'January February March April May June July August September October November December',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
};

/**
 * A reader's language where there is no Intl to rely on: browsers say that they know `az` and do not. The same
 * sentences, numbers and days as `Lang` (its test compares them), from tables of our own.
 */
export class PlainLang {
  readonly code: LanguageCode;
  readonly #sentences: Readonly<Record<string, string>>;

  constructor(code: LanguageCode, sentences: Readonly<Record<string, string>>) {
    this.code = code;
    this.#sentences = sentences;
  }

  /** The sentence of a key. Parameters are typed from the English text. */
  t<K extends TextKey>(key: K, ...args: Args<K>): string {
    return this.#say(key, args[0] as Readonly<Record<string, Param>> | undefined);
  }

  /** The sentence of a Message made elsewhere. Days in it are said as days. */
  say({ key, params }: Message): string {
    const spoken = Object.entries(params ?? {}).map(([name, value]) => {
      const day = typeof value === 'string' ? plainDate(value) : null;
      return [name, day ? this.date(day) : value] as const;
    });
    return this.#say(key, Object.fromEntries(spoken));
  }

  #say(key: string, params: Readonly<Record<string, Param>> = {}): string {
    const sentence = this.#sentences[key];
    if (sentence === undefined) throw new Error(`no text "${key}" in ${this.code}`);
    return formatted(sentence, this.code, params);
  }

  has(key: string): boolean {
    return this.#sentences[key] !== undefined;
  }

  /** "19 May 2017" */
  date(date: PlainDate): string {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    return `${day} ${MONTHS[this.code].split(' ')[month - 1]} ${year}${this.code === 'ru' ? ' г.' : ''}`;
  }

  /** The text in this language, else in the first one in which it is written. */
  pick(texts: Texts): string {
    return choose(texts, this.code).text;
  }
}
