import type { Interval } from '../intervals/schema.ts';

/** What one interviewed unit adds to a mean or a share (1 yes, 0 no). */
export interface Drawn {
  readonly value: number;
  /** Positive; 1 for everybody where nothing was weighted. */
  readonly weight: number;
  /** The community or list that was drawn first; each unit its own where units were drawn directly. */
  readonly cluster: string;
  /** Clusters were drawn apart in each stratum; null: in all together. */
  readonly stratum: string | null;
}

/** A mean or share with what the way of drawing does to its precision. */
export interface Designed {
  readonly mean: number;
  /** Linearised variance of the mean (Taylor), clusters drawn as if with replacement. */
  readonly variance: number;
  readonly n: number;
  readonly clusters: number;
  /** Clusters less strata. */
  readonly degrees: number;
  /** How many times the variance is that of as many people drawn one by one; null: nobody differs. */
  readonly effect: number | null;
  /** As many people drawn one by one would say as much; n where nobody differs. */
  readonly effective: number;
}

/** `few_clusters`: a stratum with one cluster tells nothing of how clusters differ. */
export type DesignInterval = Interval | 'few_clusters';
