import type { Counted, Interval } from '../intervals/schema.ts';
import type { Printed } from '../printing/schema.ts';

/** A figure of one round, as it is printed there. */
export interface WaveFigure {
  readonly counted: Counted;
  readonly printed: Printed;
  /** Where it was asked: ids of communities. */
  readonly communities: readonly string[];
}

/**
 * `drawn`: other people each time; `paired`: the same ones; `whole`: everybody both times, so the difference is no estimate;
 * `chosen`: in one of the rounds we chose whom to ask; `few`: one of the rounds has too few communities; `nobody`: in one of
 * them nobody answered.
 */
export const DIFFERENCE_WHYS = ['drawn', 'paired', 'whole', 'chosen', 'few', 'nobody'] as const;
export type DifferenceWhy = (typeof DIFFERENCE_WHYS)[number];

export interface Difference {
  /** Share now less share before, as a part of 1; null where an interval would be owed and cannot be, or nobody answered. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  readonly why: DifferenceWhy;
  /** How many more people said so, which can always be told. */
  readonly people: number;
  readonly communities: {
    readonly both: readonly string[];
    readonly now: readonly string[];
    readonly before: readonly string[];
  };
}
