import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { paperGiven } from '#core/way.ts';
import { type Fields, needed, written } from '../voices/forms.ts';
import { ANSWER_MOST, TEXT_MOST } from './rules.ts';

/** A question before it is checked and sent. */
export interface Draft {
  readonly body: string | null;
  readonly place: string | null;
  readonly measure: string | null;
  readonly text: string;
}

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

/** What a body answers; with `paper` the number and date of the letter too. */
export function answerGiven(fields: Fields, asked: { readonly paper: boolean; readonly today: PlainDate }) {
  const text = written(fields.text('text'));
  const errors = needed('text', text, ANSWER_MOST, message('participation.answers.no_text'));
  const letter = asked.paper ? paperGiven(fields, asked.today) : null;
  if (letter && !letter.ok) return refuseFields([...(letter.refusal.fields ?? []), ...errors]);
  return errors.length > 0 ? refuseFields(errors) : ok({ text, paper: letter?.value ?? null });
}
