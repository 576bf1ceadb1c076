import { ok, type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { emailOf } from '../people/forms.ts';

/** The address to which somebody wants a sign-in letter. */
export function letterForm(fields: { text(name: string): string }): Result<{ readonly email: string }> {
  const email = emailOf(fields.text('email'));
  return email ? ok({ email }) : refuseFields([{ field: 'email', message: message('identity.field.email_wrong') }]);
}
