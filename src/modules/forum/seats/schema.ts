import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

export type ConstituencyId = string & { readonly __constituencyId: true };
export type SeatId = string & { readonly __seatId: true };
export type HoldingId = string & { readonly __holdingId: true };
export type MandateId = string & { readonly __mandateId: true };
export type CompositionId = string & { readonly __compositionId: true };

/** From a first to a last day, both included; `last` null: no end is known. */
export interface Span {
  readonly from: PlainDate;
  readonly last: PlainDate | null;
}

/** When it was written down: a row that began before that day was entered afterwards, and every page says so. */
interface Entered {
  readonly enteredOn: PlainDate;
}

/** What was said of an end: why, on which day it was entered, and whether the row was a mistake and never was. */
export interface End extends Entered {
  readonly reason: string;
  readonly mistake: boolean;
}

/** A decision by which the forum was composed or grew. */
export interface Composition extends Entered {
  readonly id: CompositionId;
  readonly kind: 'founding' | 'expansion';
  /** As people cite it: "qərar 3". */
  readonly number: string;
  readonly decidedOn: PlainDate;
  readonly from: PlainDate;
  readonly reason: string | null;
  readonly url: string | null;
  readonly places: readonly string[];
}

export interface Constituency {
  readonly id: ConstituencyId;
  readonly position: number;
  readonly name: Texts;
  readonly composition: CompositionId;
}

export interface Seat extends Span {
  readonly id: SeatId;
  /** As people cite it: "seat 7". Never used again. */
  readonly number: number;
  readonly constituency: ConstituencyId;
  readonly composition: CompositionId;
  readonly end: (End & { readonly decision: string }) | null;
}

/** An organisation on a seat. `last` is its term, or the day on which it was ended. */
export interface Holding extends Span, Entered {
  readonly id: HoldingId;
  readonly seat: SeatId;
  readonly body: string;
  readonly source: string;
  readonly end: End | null;
}

export const MANDATE_KINDS = ['representative', 'alternate'] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];

/** Why a mandate ended: chosen, never written, because a free text would tell of illness and quarrel. */
export const END_REASONS = ['replaced', 'left_office', 'resigned', 'absence', 'other'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Who speaks for an organisation on its seat. */
export interface Mandate extends Span, Entered {
  readonly id: MandateId;
  readonly holding: HoldingId;
  readonly kind: MandateKind;
  /** Of the module identity; null: only the office is named. */
  readonly person: string | null;
  readonly office: Texts | null;
  readonly source: string;
  /** The role of identity that follows from it. */
  readonly role: string | null;
  readonly end: End | null;
}

/** Everything about who sits where, of all days. */
export interface Seating {
  readonly compositions: readonly Composition[];
  readonly constituencies: readonly Constituency[];
  readonly seats: readonly Seat[];
  readonly holdings: readonly Holding[];
  readonly mandates: readonly Mandate[];
}
