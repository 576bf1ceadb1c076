/** How often a PIN was wrong, and when last; kept beside the header of the vault. */
export interface Tries {
  readonly wrong: number;
  /** Milliseconds since 1970 of the device. */
  readonly last: number;
}

export const NO_TRIES: Tries = { wrong: 0, last: 0 };

/** Fewest characters of a PIN or a passphrase. */
const FEWEST = 6;

const FREE = 3;
const FIRST = 5_000;
const LONGEST = 5 * 60_000;

/**
 * When the next PIN is looked at, in milliseconds since 1970. Three may be wrong in a row, then it waits 5 s, 10 s, ... at
 * most 5 minutes. Nothing is ever destroyed: a tired secretary or a child must not cost a day's work. A clock that was
 * set back never makes it longer than one wait.
 */
export function openFrom({ wrong, last }: Tries, now: number): number {
  if (wrong < FREE) return 0;
  const wait = Math.min(FIRST * 2 ** (wrong - FREE), LONGEST);
  return Math.min(last + wait, now + wait);
}

/** What speaks against a new PIN: too short, or the first that anybody would try. null: nothing. */
export function weaknessOf(pin: string): 'short' | 'simple' | null {
  const signs = [...pin.normalize('NFKC')];
  if (signs.length < FEWEST) return 'short';
  const steps = signs.slice(1).map((sign, i) => sign.codePointAt(0)! - signs[i]!.codePointAt(0)!);
  const even = steps.every((step) => step === steps[0]);
  return even && Math.abs(steps[0]!) <= 1 ? 'simple' : null;
}
