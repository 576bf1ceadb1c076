import type { PlainDate } from '#core/time/plain-date.ts';
import type { Body } from '../bodies/schema.ts';
import type { Sum } from '../populations/rules.ts';
import type { Outline, Place, Population } from '../schema.ts';

/** One end of a merger, as the page of the other end shows it. */
export interface Kin {
  readonly place: Place;
  readonly day: PlainDate;
  readonly source: string;
}

/** Everything the page of one place shows. */
export interface PlaceSeen {
  readonly place: Place;
  readonly today: PlainDate;
  /** What it lies in today, the largest first. */
  readonly within: readonly Place[];
  readonly territory: Place | null;
  readonly heirs: readonly Kin[];
  readonly predecessors: readonly Kin[];
  readonly parts: readonly { readonly place: Place; readonly figure: Population | null; readonly sum: Sum | null }[];
  readonly bodies: readonly Body[];
  /** ExCom and municipality of the larger places in which it lies. */
  readonly serving: readonly Body[];
  /** The newest first. */
  readonly figures: readonly Population[];
  /** Put together from its parts, only where it has no own figure. */
  readonly sum: Sum | null;
  /** Its own outline, else that of the nearest larger place that has one. */
  readonly outline: Outline | null;
}
