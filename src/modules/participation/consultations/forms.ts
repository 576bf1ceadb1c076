import * as v from 'valibot';
import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { daysBetween, type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import { paperGiven } from '#core/way.ts';
import { type Fields, needed, numberIn, written } from '../voices/forms.ts';
import {
  COMMENT_MOST,
  GIST_MOST,
  isMixedScript,
  OFFICE_MOST,
  REASON_MOST,
  SIGNATURE_MOST,
  WINDOW_MOST,
  WORDS_MOST,
} from './rules.ts';
import { OUTCOMES, type Outcome } from './schema.ts';

/** "4", "4.1", "4.1.2" or '0': the number of an article. */
export const articleShape = v.pipe(v.string(), v.regex(/^\d{1,4}(\.\d{1,4}){0,4}$/));
const isArticle = (text: string): boolean => v.is(articleShape, text);

/** Several lists of errors as one refusal, or the value. */
const judged = <T>(errors: readonly FieldError[], value: () => T): Result<T> =>
  errors.length > 0 ? refuseFields(errors) : ok(value());

const tooLong = (field: string, text: string, max: number): readonly FieldError[] =>
  text.length > max ? [{ field, message: message('errors.field_too_long', { max, found: text.length }) }] : [];

/** One line, as it may be kept. */
const line = (text: string): string => written(text).replace(/\s+/g, ' ');

/** What opens a consultation. The last day comes after the first, which is not before today. */
export function openingGiven(fields: Fields, today: PlainDate) {
  const [words, office] = [written(fields.text('words')), line(fields.text('office'))];
  const [from, until] = [writtenDay(fields.text('from').trim()), writtenDay(fields.text('until').trim())];
  const [subject, body] = [fields.text('subject'), fields.text('body')];
  const errors: FieldError[] = [];
  const wrong = (field: string, key: Parameters<typeof message>[0]) => errors.push({ field, message: message(key) });
  if (!isId(subject)) wrong('subject', 'participation.consultations.wrong.subject');
  errors.push(...needed('words', words, WORDS_MOST, message('participation.consultations.wrong.words')));
  if (!from) wrong('from', 'participation.consultations.wrong.from');
  else if (from < today) wrong('from', 'participation.consultations.wrong.past');
  if (!until) wrong('until', 'participation.consultations.wrong.until');
  else if (from && until <= from) wrong('until', 'participation.consultations.wrong.short');
  else if (from && daysBetween(from, until) > WINDOW_MOST) wrong('until', 'participation.consultations.wrong.long');
  if (!isId(body)) wrong('body', 'participation.consultations.wrong.body');
  errors.push(...tooLong('office', office, OFFICE_MOST));
  return judged(errors, () => ({ subject, words, from: from!, until: until!, body, office }));
}

/** A comment before it is checked and sent. */
export interface CommentDraft {
  /** The version that whoever wrote had before their eyes. */
  readonly version: string;
  readonly article: string | null;
  readonly text: string;
  readonly signature: string | null;
  /** Said in the name of an organisation; null: for oneself. */
  readonly body: string | null;
}

export function commentGiven(fields: Fields): Result<CommentDraft> {
  const [text, signature] = [written(fields.text('text')), line(fields.text('signature'))];
  const [article, version, body] = [fields.text('article'), fields.text('version'), fields.text('as')];
  const errors: FieldError[] = [
    ...needed('text', text, COMMENT_MOST, message('participation.consultations.wrong.text')),
  ];
  if (article !== '' && !isArticle(article))
    errors.push({ field: 'article', message: message('participation.consultations.wrong.article') });
  errors.push(...tooLong('signature', signature, SIGNATURE_MOST));
  if (isMixedScript(signature))
    errors.push({ field: 'signature', message: message('participation.consultations.wrong.mixed') });
  return judged(errors, () => ({
    ...{ version, text, article: article || null, signature: signature || null },
    body: isId(body) ? body : null,
  }));
}

/** A comment that came on paper: the same with number and day of the letter. */
export function letterGiven(fields: Fields, today: PlainDate) {
  const [given, letter] = [commentGiven(fields), paperGiven(fields, today)];
  if (!given.ok || !letter.ok)
    return refuseFields([
      ...(given.ok ? [] : (given.refusal.fields ?? [])),
      ...(letter.ok ? [] : (letter.refusal.fields ?? [])),
    ]);
  return ok({ ...given.value, paper: letter.value });
}

/** What a moderator publishes of a comment; the signature stays or goes. */
export function publishedGiven(fields: Fields): Result<{ readonly text: string; readonly signed: boolean }> {
  const text = written(fields.text('text'));
  const errors = needed('text', text, COMMENT_MOST, message('participation.moderation.no_text'));
  return judged(errors, () => ({ text, signed: fields.text('signed') === 'yes' }));
}

/** Which comments say the same, by their places, and what they say. */
export function groupGiven(fields: Fields & { all(name: string): readonly string[] }) {
  const gist = written(fields.text('gist'));
  const places = fields.all('places').flatMap((text) => numberIn(text) ?? []);
  const errors = [...needed('gist', gist, GIST_MOST, message('participation.consultations.wrong.gist'))];
  if (places.length < 2) errors.push({ field: 'places', message: message('participation.consultations.wrong.few') });
  return judged(errors, () => ({ gist, places }));
}

export interface ResponseDraft {
  readonly outcome: Outcome;
  readonly reason: string;
}

/** What became of it, and why; with `paper` number and day of the letter, with `why` what was wrong before. */
export function responseGiven(fields: Fields): Result<ResponseDraft> {
  const reason = written(fields.text('reason'));
  const outcome = OUTCOMES.find((one) => one === fields.text('outcome'));
  const errors = [...needed('reason', reason, REASON_MOST, message('participation.consultations.wrong.reason'))];
  if (!outcome) errors.unshift({ field: 'outcome', message: message('participation.consultations.wrong.outcome') });
  return judged(errors, () => ({ outcome: outcome!, reason }));
}

export function correctionGiven(fields: Fields): Result<ResponseDraft & { readonly why: string }> {
  const given = responseGiven(fields);
  const why = written(fields.text('why'));
  const errors = needed('why', why, GIST_MOST, message('participation.consultations.wrong.why'));
  if (!given.ok) return refuseFields([...(given.refusal.fields ?? []), ...errors]);
  return judged(errors, () => ({ ...given.value, why }));
}
