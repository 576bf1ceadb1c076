import { type FieldError, ok, type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { RoleDeclared } from '#core/module.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import { EMAIL_MAX, isGiven, NAME_MAX, PHONE_MAX } from './rules.ts';

/** A posted form, as far as this file needs it. */
interface Fields {
  text(name: string): string;
}

export interface RoleAsked {
  readonly role: string;
  readonly body: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface PersonAsked {
  readonly name: string;
  readonly language: LanguageCode;
  readonly email: string | null;
  readonly phone: string | null;
}

interface Inviting {
  /** Send the invitation at once. */
  readonly invite: boolean;
}

/** What the forms of this page hold in common: which roles and bodies there are to choose from. */
export interface Choices {
  readonly roles: readonly RoleDeclared[];
  readonly bodies: ReadonlySet<string>;
  readonly today: PlainDate;
}

/** An id from an address or a form; anything else is no id, and never reaches the database. */
export const idOf = (text: string | undefined): string | null => (isId(text) ? text : null);

/** One line: what a text field may hold, without blanks around and control characters within. */
const line = (fields: Fields, name: string): string =>
  fields
    .text(name)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** An e-mail address as people type it; null when it cannot be one. */
export function emailOf(text: string): string | null {
  const email = text.trim();
  const is = email.length <= EMAIL_MAX && /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(\.[^\s@<>(),;:".]+)+$/.test(email);
  return is ? email : null;
}

/** A new person with the first role. All that is wrong is said at once. */
export function personForm(fields: Fields, choices: Choices): Result<PersonAsked & RoleAsked & Inviting> {
  const errors: FieldError[] = [];
  const person = readPerson(fields, errors);
  const role = readRole(fields, choices, errors);
  const invite = fields.text('invite') === 'yes';
  if (invite && !person.email) errors.push({ field: 'email', message: message('identity.invitation.no_email') });
  return errors.length > 0 ? refuseFields(errors) : ok({ ...person, ...role, invite });
}

/** As the command wants it: the name in the language in which it was written. */
export const newPerson = ({ invite: _, name, ...rest }: PersonAsked & RoleAsked & Inviting) => ({
  ...rest,
  name: { [rest.language]: name },
});

/** A person's own facts, without a role: for corrections. */
export function factsForm(fields: Fields): Result<PersonAsked> {
  const errors: FieldError[] = [];
  const person = readPerson(fields, errors);
  return errors.length > 0 ? refuseFields(errors) : ok(person);
}

export function roleForm(fields: Fields, choices: Choices): Result<RoleAsked> {
  const errors: FieldError[] = [];
  const role = readRole(fields, choices, errors);
  return errors.length > 0 ? refuseFields(errors) : ok(role);
}

function readPerson(fields: Fields, errors: FieldError[]): PersonAsked {
  const name = line(fields, 'name');
  if (name === '') errors.push({ field: 'name', message: message('identity.field.name_missing') });
  if (name.length > NAME_MAX)
    errors.push({ field: 'name', message: message('identity.field.too_long', { n: NAME_MAX }) });
  const language = fields.text('language');
  if (!isLanguage(language)) errors.push({ field: 'language', message: message('identity.field.language_missing') });
  const email = line(fields, 'email');
  if (email !== '' && !emailOf(email)) errors.push({ field: 'email', message: message('identity.field.email_wrong') });
  const phone = line(fields, 'phone');
  if (phone !== '' && (phone.length > PHONE_MAX || !/^\+?[0-9][0-9 ()-]{3,}$/.test(phone)))
    errors.push({ field: 'phone', message: message('identity.field.phone_wrong') });
  return { name, language: isLanguage(language) ? language : 'az', email: email || null, phone: phone || null };
}

function readRole(fields: Fields, { roles, bodies, today }: Choices, errors: FieldError[]): RoleAsked {
  const declared = roles.find((one) => one.role === fields.text('role') && isGiven(one));
  if (!declared) errors.push({ field: 'role', message: message('identity.field.role_missing') });
  const body = idOf(fields.text('body'));
  if (declared?.ofBody && !(body && bodies.has(body)))
    errors.push({ field: 'body', message: message('identity.field.body_missing') });
  const from = readDay(fields, 'from', errors) ?? today;
  const to = readDay(fields, 'to', errors);
  if (to && to < from) errors.push({ field: 'to', message: message('identity.field.to_before_from') });
  return { role: declared?.role ?? '', body: declared?.ofBody ? body : null, from, to };
}

function readDay(fields: Fields, name: string, errors: FieldError[]): PlainDate | null {
  const text = fields.text(name).trim();
  if (text === '') return null;
  const day = plainDate(text);
  if (!day) errors.push({ field: name, message: message('identity.field.no_day') });
  return day;
}
