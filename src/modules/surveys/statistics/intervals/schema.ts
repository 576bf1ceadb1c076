/** Ends of a confidence interval; of shares between 0 and 1, of differences between -1 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A share as it was counted: whole numbers, `yes` of `n`. */
export interface Counted {
  readonly yes: number;
  readonly n: number;
}

/** The same bodies asked twice: how many said yes both times, only before, only now, never. */
export interface Pairs {
  readonly both: number;
  readonly before: number;
  readonly now: number;
  readonly neither: number;
}
