import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PlainDate } from '#core/time/plain-date.ts';
import { type About, type interestsOf, recusedOn, type SeatId, type Seating } from '#modules/forum/contract.ts';
import type { Recusal, RollRow } from '../schema.ts';

/** JSON in one way only: keys in the order of their code points, no spaces (RFC 8785 for what we keep). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join(',')}}`;
}

/** SHA-256 over the canonical text, in hexadecimal digits. */
export const digest = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

/** What the hash of a roll is computed over: every row by its number. */
export const rollDigest = (roll: readonly RollRow[]): string =>
  digest(roll.toSorted((a, b) => a.number - b.number).map((row) => ({ ...row })));

/**
 * Who of a seat stands aside in anything the ballot is about. An interest of the organisation binds both, one of the
 * representative leaves the alternate free.
 */
export function recusalOf(
  seating: Seating,
  declared: Awaited<ReturnType<typeof interestsOf>>,
  seat: SeatId,
  about: readonly About[],
  day: PlainDate,
): Recusal {
  const asked = { id: seat };
  const representative = recusedOn(seating, declared, { seat: asked, as: 'representative' }, about, day);
  const alternate = recusedOn(seating, declared, { seat: asked, as: 'alternate' }, about, day);
  if (representative?.mandate === null || alternate?.mandate === null || (representative && alternate)) return 'seat';
  if (representative) return 'representative';
  return alternate ? 'alternate' : 'nobody';
}
