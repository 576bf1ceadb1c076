import * as v from 'valibot';
import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { FieldReading } from '#core/reading.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import type { BallotId } from './schema.ts';

export const ballotShape = v.object({ ballot: idShape<BallotId>() });
export const keyShape = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

type Written = { -readonly [L in LanguageCode]?: string };

/** Reads fields one by one and remembers what was wrong with each. */
export class Fields extends FieldReading {
  needed(field: string, most: number, what: Message): string {
    const text = this.line(field, most);
    if (text === '') this.wrong(field, what);
    return text;
  }

  choice<T extends string>(field: string, values: readonly T[]): T {
    const text = this.line(field, 40);
    const found = values.find((value) => value === text);
    if (!found) this.wrong(field, message('ballots.wrong.choice'));
    return (found ?? values[0]) as T;
  }

  /** 2026-03-19 or 19.03.2026; null when nothing stands there. */
  day(field: string): PlainDate | null {
    const text = this.line(field, 40);
    if (text === '') return null;
    return writtenDay(text) ?? this.wrong(field, message('ballots.wrong.day'));
  }

  /** A whole number up to `most`; null when nothing stands there. */
  count(field: string, most: number): number | null {
    const text = this.line(field, 12);
    if (text === '') return null;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value <= most ? value : this.wrong(field, message('ballots.wrong.count', { most }));
  }

  /** `name_az`, `name_en`, `name_ru` on one line each; at least one is needed where `what` says so. */
  lines(prefix: string, most: number, what: Message | null): Texts {
    return this.#texts(prefix, what, (field) => this.line(field, most));
  }

  #texts(prefix: string, what: Message | null, read: (field: string) => string): Texts {
    const found: Written = {};
    for (const code of LANGUAGES) {
      const text = read(`${prefix}_${code}`);
      if (text) found[code] = text;
    }
    if (what && Object.keys(found).length === 0) this.wrong(`${prefix}_az`, what);
    return found;
  }

  /** The same with line breaks kept; `text` is the field as it was sent. */
  paragraphs(prefix: string, most: number, what: Message, text: (field: string) => string): Texts {
    return this.#texts(prefix, what, (field) => {
      const clean = text(field)
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]/gu, ' ')
        .trim();
      if (clean.length > most) this.wrong(field, message('errors.field_too_long', { max: most, found: clean.length }));
      return clean;
    });
  }
}
