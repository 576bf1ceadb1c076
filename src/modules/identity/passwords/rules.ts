import { fold, isCommon } from './guessed/rules.ts';

/** NIST SP 800-63B-4, 3.1.1: length counts, composition rules do not. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
export const USER_NAME = /^[a-z0-9][a-z0-9._-]{2,39}$/;

const MINUTE = 60_000;
/** Who came in a moment ago need not say the old password: they may have come in because they forgot it. */
const JUST_CAME = 15 * MINUTE;

export const justCame = (session: { readonly madeAt: Date }, now: Date): boolean =>
  now.getTime() - session.madeAt.getTime() < JUST_CAME;

export type PasswordWrong = 'short' | 'long' | 'common' | 'own_name';

/**
 * What is wrong with a password, or null. `about` is what strangers know of its person: name, address, user name.
 * Length is counted in characters as people see them, not in bytes.
 */
export function wrongWith(password: string, about: readonly string[]): PasswordWrong | null {
  const letters = [...password.normalize('NFKC')].length;
  if (letters < PASSWORD_MIN) return 'short';
  if (letters > PASSWORD_MAX) return 'long';
  if (isCommon(password)) return 'common';
  const folded = fold(password);
  return partsOf(about).some((part) => folded.includes(part)) ? 'own_name' : null;
}

/** "Rəna Quliyeva", "rena.q@example.az" -> words of at least four letters; the domain of the address among them. */
const partsOf = (about: readonly string[]): readonly string[] =>
  about.flatMap((text) =>
    text
      .split(/[^\p{L}\p{N}]+/u)
      .map(fold)
      .filter((part) => part.length >= 4),
  );

/** A user name as it is kept and looked up: small letters, no blanks around. */
export const userNameOf = (text: string): string => text.trim().normalize('NFKC').toLowerCase();
