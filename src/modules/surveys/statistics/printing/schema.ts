import type { Sampling } from '../../schema.ts';
import type { Interval } from '../intervals/schema.ts';

/**
 * What stands beside a share. `interval`: chance decided who was asked, one by one; `design_interval`: chance decided
 * about communities or lists first, or people weigh differently; `whole`: everybody was asked, so nothing is estimated and
 * who did not answer is named; `none`: we chose whom to ask, and no interval would mean anything.
 */
export const PRINTABLE = ['none', 'interval', 'design_interval', 'whole'] as const;
export type Printable = (typeof PRINTABLE)[number];

/** Why; `saidOf` gives the sentence. */
export const WHYS = [
  ...(['random', 'weighted', 'cluster', 'few_clusters', 'nobody', 'quota', 'purposive', 'census'] as const),
  'all_asked',
] as const;
export type PrintWhy = (typeof WHYS)[number];

export interface MayPrint {
  readonly what: Printable;
  readonly why: PrintWhy;
}

/** A share with what may be printed of it. `share` null: nobody of whom to say it. */
export interface Printed extends MayPrint {
  readonly share: number | null;
  readonly interval: Interval | null;
}

/** What of a round decides what may be printed. */
export interface Drawing {
  readonly sampling: Sampling;
  /** People have different weights. */
  readonly weighted: boolean;
  /** How many communities or lists were drawn and answered; the least of the strata. Read for clusters only. */
  readonly clusters: number;
  /** Units whose answers count. */
  readonly n: number;
  /** How many there are in all, where that is known; a census compares it with `n`. */
  readonly population: number | null;
}
