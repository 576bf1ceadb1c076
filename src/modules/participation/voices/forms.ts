import * as v from 'valibot';
import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import { SENTENCE_MOST } from './rules.ts';
import { REFUSED_FOR, type RefusedFor } from './schema.ts';

/** A posted form, as far as this file needs it. */
export interface Fields {
  text(name: string): string;
}

export const numberShape = v.pipe(v.number(), v.integer(), v.minValue(1));

/** "12" in an address; null for anything else. */
export const numberIn = (text: string | undefined): number | null =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null;

/**
 * What somebody wrote, as it may be kept: no control characters, none that turn the direction of what follows (Unicode
 * UAX 9), at most one empty line in a row.
 */
export const written = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Said and not too long; else what is wrong at its field. */
export const needed = (field: string, text: string, most: number, missing: Message): readonly FieldError[] => {
  if (text === '') return [{ field, message: missing }];
  if (text.length > most)
    return [{ field, message: message('errors.field_too_long', { max: most, found: text.length }) }];
  return [];
};

/** Why it is not published: a rule, and a sentence to whoever asked. */
export function refusalGiven(fields: Fields): Result<{ readonly rule: RefusedFor; readonly sentence: string }> {
  const rule = REFUSED_FOR.find((one) => one === fields.text('rule'));
  const sentence = written(fields.text('sentence'));
  const errors = [...needed('sentence', sentence, SENTENCE_MOST, message('participation.moderation.no_sentence'))];
  if (!rule) errors.unshift({ field: 'rule', message: message('participation.moderation.no_rule') });
  return errors.length > 0 || !rule ? refuseFields(errors) : ok({ rule, sentence });
}

/** The words of one language. */
export const saidIn = (language: LanguageCode, text: string): Texts => ({ [language]: text });
