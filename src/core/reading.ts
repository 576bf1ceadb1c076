import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';

/** Where text comes from: a posted form, or one row of a file. */
export interface Given {
  text(name: string): string;
}

/**
 * Reads fields one by one and remembers what was wrong with each, so that all of it is said at once. A module's own
 * reading adds its kinds of fields and its words for what is wrong with them.
 */
export class FieldReading {
  readonly errors: FieldError[] = [];
  readonly #given: Given;

  constructor(given: Given) {
    this.#given = given;
  }

  /** A field is said to be wrong once, with the first thing that is wrong with it. */
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

  end<T>(value: T): Result<T> {
    return this.errors.length > 0 ? refuseFields(this.errors) : ok(value);
  }
}
