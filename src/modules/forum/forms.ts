import * as v from 'valibot';
import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import { FieldReading } from '#core/reading.ts';
import { urlShape as addressShape, isWebAddress, textsShape as textsUpTo } from '#core/shapes.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';

/** How long texts may be, in characters. */
export const MOST = { number: 200, source: 500, name: 200, reason: 2_000, url: 2_000 } as const;

export const urlShape = v.nullable(addressShape);
export const textsShape = textsUpTo(MOST.name);

/** Reads fields one by one and remembers what was wrong with each, so that all of it is said at once. */
export class Reading extends FieldReading {
  needed(field: string, most: number, what: Message): string {
    const text = this.line(field, most);
    if (text === '') this.wrong(field, what);
    return text;
  }

  /** 2026-03-19 or 19.03.2026; null when nothing stands there. */
  day(field: string): PlainDate | null {
    const text = this.line(field, 40);
    if (text === '') return null;
    return writtenDay(text) ?? this.wrong(field, message('forum.wrong.day', { found: text }));
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
  texts(prefix: string, most: number = MOST.name): Texts {
    const found: { -readonly [L in LanguageCode]?: string } = {};
    for (const code of LANGUAGES) {
      const text = this.line(`${prefix}_${code}`, most);
      if (text) found[code] = text;
    }
    return found;
  }
}
