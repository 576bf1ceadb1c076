/** How the people asked were chosen; a required field of a round, because it decides what may be printed. */
export const SAMPLINGS = ['random', 'cluster', 'quota', 'purposive', 'census'] as const;
export type Sampling = (typeof SAMPLINGS)[number];

/**
 * What stands beside a share. `interval`: chance decided who was asked, one by one; `design_interval`: chance decided
 * about communities or lists first, or people weigh differently; `whole`: everybody was asked, so nothing is estimated and
 * who did not answer is named; `none`: we chose whom to ask, and no interval would mean anything.
 */
export const PRINTABLE = ['none', 'interval', 'design_interval', 'whole'] as const;
export type Printable = (typeof PRINTABLE)[number];

/** Keys of the sentence that says why: `surveys.printing.<why>`. */
export const WHYS = [
  ...(['random', 'weighted', 'cluster', 'few_clusters', 'nobody', 'quota', 'purposive', 'census'] as const),
  ...(['all_asked', 'reported'] as const),
] as const;
export type PrintWhy = (typeof WHYS)[number];

export interface MayPrint {
  readonly what: Printable;
  readonly why: PrintWhy;
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
