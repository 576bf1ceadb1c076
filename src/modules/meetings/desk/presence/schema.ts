import type { AttendanceWay, GuestKind } from '../../schema.ts';

/** One seat at one moment. */
export interface Present {
  readonly seat: string;
  readonly way: AttendanceWay;
  readonly carriedBy: string | null;
  readonly recused: boolean;
}

/** People without a vote, by organisation or office and how many; `n` 0: nobody of them. Names stay off the device. */
export interface Guests {
  readonly as: GuestKind;
  readonly words: string;
  readonly n: number;
}

/** `guest`: id of the row, made on the device. */
export type GuestStep = Guests & { readonly kind: 'guest'; readonly guest: string };
