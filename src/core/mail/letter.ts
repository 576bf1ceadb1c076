import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';

/** One letter to one person. The plain text says everything; HTML may only say the same more pleasantly. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly replyTo?: string;
  /** Further headers ("List-Unsubscribe"); names of letters and hyphens. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** RFC 5321 without the forms that no person uses (quoted names, addresses by number, comments). */
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

/** Exactly one e-mail address as people write it. */
export const isAddress = (text: string): boolean => text.length <= 254 && text.indexOf('@') <= 64 && ADDRESS.test(text);

/**
 * Judges a letter before it goes anywhere: one address, no line break in any header (which would add headers or
 * receivers of somebody else's choice), and a text that is not empty.
 */
export function judgeLetter(letter: Letter): Result<Letter> {
  for (const address of [letter.to, ...(letter.replyTo === undefined ? [] : [letter.replyTo])]) {
    if (!isAddress(address)) return refuse('bad_input', message('core.mail.bad_address', { address: shown(address) }));
  }
  const headers = { subject: letter.subject, ...letter.headers };
  for (const [field, value] of Object.entries(headers)) {
    if (/\p{Cc}/u.test(value) || !/^[A-Za-z][A-Za-z-]*$/.test(field))
      return refuse('bad_input', message('core.mail.bad_header', { field: shown(field) }));
  }
  if (letter.text.trim() === '') return refuse('bad_input', message('core.mail.no_text'));
  return { ok: true, value: letter };
}

const shown = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').slice(0, 120);
