import type { PlainDate } from '#core/time/plain-date.ts';
import type { Body } from '#modules/places/contract.ts';
import type { Constituency, Holding, Mandate, Seat, Seating } from '../seats/schema.ts';

/** A mandate as this reader sees it. */
export interface Speaker {
  readonly mandate: Mandate;
  /** null: this reader does not see it, or only the office was named. */
  readonly name: string | null;
}

/** A seat of a day with everything that is shown of it. */
export interface Row {
  readonly seat: Seat;
  readonly holding: Holding | null;
  readonly body: Body | null;
  readonly representative: Speaker | null;
  readonly alternate: Speaker | null;
  /** Of a vacant seat: since when. */
  readonly vacantSince: PlainDate | null;
}

export interface RosterGroup {
  readonly constituency: Constituency;
  readonly rows: readonly Row[];
}

/** The members of one day. */
export interface Roster {
  /** A record of the past: a seat without an organisation is one that the source does not name, not a vacant one. */
  readonly reported: boolean;
  readonly day: PlainDate;
  readonly groups: readonly RosterGroup[];
}

/** What is needed to say the history of a seat: names of organisations and, as far as seen, of people. */
export interface SeatSeen {
  /** Of a record of the past: see `Roster`. */
  readonly reported: boolean;
  readonly seat: Seat;
  readonly constituency: Constituency;
  readonly seating: Seating;
  readonly row: Row | null;
  readonly bodies: ReadonlyMap<string, Body>;
  /** Names of people by the id of their mandate, those that this reader sees. */
  readonly names: ReadonlyMap<string, string>;
}

/** Something that happened to a seat. */
export interface SeatEvent {
  readonly day: PlainDate;
  readonly kind: 'made' | 'given' | 'named' | 'mandate_ended' | 'holding_ended' | 'closed';
  readonly holding: Holding | null;
  readonly mandate: Mandate | null;
  /** As somebody wrote it; of mandates one of END_REASONS. */
  readonly reason: string | null;
  /** The document by which it happened. */
  readonly source: string | null;
  /** Entered after the day on which it happened: on this one. */
  readonly afterwards: PlainDate | null;
}
