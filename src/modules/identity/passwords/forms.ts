import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { PASSWORD_MAX, PASSWORD_MIN, type PasswordWrong, USER_NAME, userNameOf, wrongWith } from './rules.ts';

interface Fields {
  all(name: string): readonly string[];
  text(name: string): string;
}

/** Blanks at the ends belong to a password: it is taken as it was typed. */
const typed = (fields: Fields, name: string): string => fields.all(name)[0] ?? '';

export interface SignInAsked {
  readonly name: string;
  readonly password: string;
}

/** Name or address, and password. What does not fit together is said after the slow comparison, never here. */
export function signInForm(fields: Fields): Result<SignInAsked> {
  const name = userNameOf(fields.text('name')).slice(0, 254);
  const password = typed(fields, 'password').slice(0, PASSWORD_MAX + 1);
  const errors: FieldError[] = [];
  if (name === '') errors.push({ field: 'name', message: message('identity.password.no_name') });
  if (password === '') errors.push({ field: 'password', message: message('identity.password.none') });
  return errors.length > 0 ? refuseFields(errors) : ok({ name, password });
}

const WRONG: Readonly<Record<PasswordWrong, Message>> = {
  short: message('identity.password.short', { n: PASSWORD_MIN }),
  long: message('identity.password.long', { n: PASSWORD_MAX }),
  common: message('identity.password.common'),
  own_name: message('identity.password.own_name'),
};

export interface PasswordAsked {
  readonly password: string;
  readonly current: string;
  readonly userName: string | null;
}

/** A new password of somebody of whom strangers know `about`. */
export function passwordForm(fields: Fields, about: readonly string[]): Result<PasswordAsked> {
  const errors: FieldError[] = [];
  const [password, userName] = [typed(fields, 'password'), userNameOf(fields.text('user_name'))];
  if (userName !== '' && !USER_NAME.test(userName))
    errors.push({ field: 'user_name', message: message('identity.password.name_wrong') });
  const wrong = wrongWith(password, [...about, userName]);
  if (wrong) {
    errors.push({ field: 'password', message: WRONG[wrong] });
  } else if (typed(fields, 'again') !== password)
    errors.push({ field: 'again', message: message('identity.password.not_same') });
  if (errors.length > 0) return refuseFields(errors);
  return ok({ password, current: typed(fields, 'current'), userName: userName || null });
}
