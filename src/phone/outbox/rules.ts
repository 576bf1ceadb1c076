import type { Parcel } from '../store/schema.ts';

const FIRST = 5_000;
const LONGEST = 10 * 60_000;

/** Milliseconds to wait after so many tries in vain: 5 s, 10 s, ... at most 10 minutes; the site may ask for longer. */
export const waitAfter = (tries: number, asked: number | null = null): number =>
  Math.max(Math.min(FIRST * 2 ** Math.max(tries - 1, 0), LONGEST), asked ?? 0);

/** What is to be sent at this moment, oldest first (ids grow with time); `all`: whatever it waits for. */
export const dueAt = (parcels: readonly Parcel[], now: number, all = false): readonly Parcel[] =>
  parcels
    .filter((parcel) => parcel.answer === null && (all || parcel.notBefore <= now))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The moment of the next try; null: nothing waits. */
export const nextTry = (parcels: readonly Parcel[]): number | null =>
  parcels.reduce<number | null>(
    (next, { answer, notBefore }) => (answer === null && (next === null || notBefore < next) ? notBefore : next),
    null,
  );
