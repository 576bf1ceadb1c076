import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idOf } from '../people/forms.ts';
import { MINUTES, OBJECTION_MAX, REASON_MAX } from './schema.ts';

interface Fields {
  text(name: string): string;
}

export interface AssistedAsked {
  readonly person: string | null;
  readonly reason: string;
  readonly minutes: (typeof MINUTES)[number];
}

/** Who is helped ("nobody" of the list: somebody without an account), why, and for how long. */
export function assistedForm(fields: Fields): Result<AssistedAsked> {
  const errors: FieldError[] = [];
  const [chosen, reason] = [fields.text('person'), prose(fields, 'reason')];
  const person = idOf(chosen);
  if (!person && chosen !== 'none')
    errors.push({ field: 'person', message: message('identity.assisted.person_missing') });
  if (reason === '') errors.push({ field: 'reason', message: message('identity.assisted.reason_missing') });
  if (reason.length > REASON_MAX)
    errors.push({ field: 'reason', message: message('identity.field.too_long', { n: REASON_MAX }) });
  const minutes = MINUTES.find((n) => String(n) === fields.text('minutes'));
  if (!minutes) errors.push({ field: 'minutes', message: message('identity.assisted.minutes_missing') });
  return errors.length > 0 || !minutes ? refuseFields(errors) : ok({ person, reason, minutes });
}

/** To which of the deeds on the receipt, and what is wrong with it. */
export function objectionForm(fields: Fields): Result<{ readonly deed: string; readonly text: string }> {
  const [deed, text] = [idOf(fields.text('deed')), sentencesForm(fields)];
  const errors = [
    ...(deed ? [] : [{ field: 'deed', message: message('identity.assisted.receipt.deed_missing') }]),
    ...(text.ok ? [] : (text.refusal.fields ?? [])),
  ];
  return deed && text.ok ? ok({ deed, text: text.value }) : refuseFields(errors);
}

/** An objection or an answer to one: some sentences. */
export function sentencesForm(fields: Fields): Result<string> {
  const text = prose(fields, 'text');
  if (text === '') return refuseFields([{ field: 'text', message: message('identity.assisted.receipt.text_missing') }]);
  if (text.length <= OBJECTION_MAX) return ok(text);
  return refuseFields([{ field: 'text', message: message('identity.field.too_long', { n: OBJECTION_MAX }) }]);
}

const prose = (fields: Fields, name: string): string => fields.text(name).normalize('NFC').trim();
