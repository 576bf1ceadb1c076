import type { PlainDate } from '#core/time/plain-date.ts';
import type { MandateId, MandateKind, Office, SeatId } from '#modules/forum/contract.ts';

/** The offices of a forum and who of a seat may stand for them, as forum knows them. */
export const OFFICES = [
  ...(['coordinator', 'co_chair_government', 'co_chair_civil', 'deputy'] as const),
] as const satisfies readonly Office[];
export const KINDS_STANDING = ['representative', 'alternate'] as const satisfies readonly MandateKind[];

/** Who stands for election: whoever speaks for a seat. */
export interface Stand {
  readonly seat: SeatId;
  readonly as: MandateKind;
}

/** By which mandate they spoke when it was written: whoever comes after them is not elected by their votes. */
export interface Candidate extends Stand {
  readonly mandate: MandateId;
}

/** An election that fills an office of the forum. */
export interface Filling {
  readonly what: 'office';
  readonly office: Office;
  /** First day; null: the day on which the vote is closed. */
  readonly from: PlainDate | null;
  /** In the order of the options. */
  readonly stands: readonly Candidate[];
}
