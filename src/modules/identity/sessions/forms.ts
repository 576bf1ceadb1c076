import { ok, type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { secretOf } from './rules.ts';

/** The secret at the end of one of our addresses, with whatever punctuation a messenger put behind it. */
const ADDRESS = /(?:\/sign-in\/|\/deeds\/|[?&]deed=)([A-Za-z0-9_-]{20,60})(?=$|[\s/?&#.,;!)»”"'])/;

/** The secret in whatever a person pastes: the whole message, the link, or the code from the paper. */
export function pastedSecret(text: string): Result<string> {
  const trimmed = text.trim().slice(0, 5000);
  const secret = secretOf(ADDRESS.exec(trimmed)?.[1] ?? trimmed);
  if (secret) return ok(secret);
  const wrong = trimmed === '' ? message('identity.sign_in.nothing') : message('identity.sign_in.no_secret');
  return refuseFields([{ field: 'link', message: wrong }]);
}
