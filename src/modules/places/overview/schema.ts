import type { PlainDate } from '#core/time/plain-date.ts';
import type { Sum } from '../populations/rules.ts';
import type { Outline, Place, PlaceKind, Population } from '../schema.ts';

/** One row of the list: a place, how deep it lies, and how many people live there. */
export interface PlaceLine {
  readonly place: Place;
  /** 0: lies in nothing that the list shows. */
  readonly depth: number;
  /** What it lies in today. */
  readonly parent: Place | null;
  /** Into which place it was merged. */
  readonly heir: Place | null;
  readonly figure: Population | null;
  /** Put together from its parts, only where there is no own figure. */
  readonly sum: Sum | null;
}

/** What the address of the list asks for. */
export interface PlacesAsked {
  readonly kind: PlaceKind | null;
  readonly words: string;
  /** Abolished ones too. */
  readonly ended: boolean;
}

export interface PlacesSeen {
  readonly today: PlainDate;
  readonly asked: PlacesAsked;
  /** Those the address asks for, in the order of the tree. */
  readonly lines: readonly PlaceLine[];
  /** How many stand of each kind, whatever is asked. */
  readonly counts: ReadonlyMap<PlaceKind, number>;
  /** People of all communities together. */
  readonly people: Sum | null;
  readonly outlines: readonly Outline[];
}
