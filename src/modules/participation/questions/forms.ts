import * as v from 'valibot';
import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { paperGiven } from '#core/way.ts';
import { ANSWER_MOST, SENTENCE_MOST, TEXT_MOST } from './rules.ts';
import { REFUSED_FOR, type RefusedFor } from './schema.ts';

/** A posted form, as far as this file needs it. */
interface Fields {
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
const written = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** A question before it is checked and sent. */
export interface Draft {
  readonly body: string | null;
  readonly place: string | null;
  readonly measure: string | null;
  readonly text: string;
}

const needed = (field: string, text: string, most: number, missing: Message): readonly FieldError[] => {
  if (text === '') return [{ field, message: missing }];
  if (text.length > most)
    return [{ field, message: message('errors.field_too_long', { max: most, found: text.length }) }];
  return [];
};

/** `unknown` stands for "I do not know whom to ask"; nothing chosen is an error. */
export function questionGiven(fields: Fields): Result<Draft> {
  const [body, place, measure] = [fields.text('body'), fields.text('place'), fields.text('measure')];
  const text = written(fields.text('text'));
  const errors: FieldError[] = [];
  if (body !== 'unknown' && !isId(body))
    errors.push({ field: 'body', message: message('participation.asking.no_body') });
  errors.push(...needed('text', text, TEXT_MOST, message('participation.asking.no_text')));
  if (errors.length > 0) return refuseFields(errors);
  return ok({
    text,
    body: isId(body) ? body : null,
    place: isId(place) ? place : null,
    measure: isId(measure) ? measure : null,
  });
}

/** What a moderator publishes. */
export function publicationGiven(fields: Fields): Result<{ readonly text: string; readonly body: string | null }> {
  const text = written(fields.text('text'));
  const errors = needed('text', text, TEXT_MOST, message('participation.moderation.no_text'));
  const body = fields.text('body');
  return errors.length > 0 ? refuseFields(errors) : ok({ text, body: isId(body) ? body : null });
}

/** Why it is not published: a rule, and a sentence to whoever asked. */
export function refusalGiven(fields: Fields): Result<{ readonly rule: RefusedFor; readonly sentence: string }> {
  const rule = REFUSED_FOR.find((one) => one === fields.text('rule'));
  const sentence = written(fields.text('sentence'));
  const errors = [...needed('sentence', sentence, SENTENCE_MOST, message('participation.moderation.no_sentence'))];
  if (!rule) errors.unshift({ field: 'rule', message: message('participation.moderation.no_rule') });
  return errors.length > 0 || !rule ? refuseFields(errors) : ok({ rule, sentence });
}

/** What a body answers; with `paper` the number and date of the letter too. */
export function answerGiven(fields: Fields, asked: { readonly paper: boolean; readonly today: PlainDate }) {
  const text = written(fields.text('text'));
  const errors = needed('text', text, ANSWER_MOST, message('participation.answers.no_text'));
  const letter = asked.paper ? paperGiven(fields, asked.today) : null;
  if (letter && !letter.ok) return refuseFields([...(letter.refusal.fields ?? []), ...errors]);
  return errors.length > 0 ? refuseFields(errors) : ok({ text, paper: letter?.value ?? null });
}

/** The words of one language. */
export const saidIn = (language: LanguageCode, text: string): Texts => ({ [language]: text });
