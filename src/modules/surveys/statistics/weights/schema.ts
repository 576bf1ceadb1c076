/** What is known of the whole population: for each category of a variable its share or number of people. */
export interface Margin {
  readonly variable: string;
  readonly targets: Readonly<Record<string, number>>;
  /** Where the numbers are from; stands in the method box. */
  readonly source: string;
}

/** One interviewed unit: its category of each variable, and the weight it begins with. */
export interface Weighed {
  readonly of: Readonly<Record<string, string>>;
  readonly weight: number;
}

/**
 * Why nothing can be weighted. `empty`: the population has such people, and nobody of them was asked; `unknown`: somebody
 * asked is of a category of which nothing is known, or of none; `unfit`: a target below zero, or none above; `apart`: two
 * margins cannot both be met by the people asked; then the one furthest off is named.
 */
export interface Unweighed {
  readonly why: 'empty' | 'unknown' | 'unfit' | 'apart';
  readonly variable: string;
  readonly category: string;
}

export interface Raked {
  /** In the order of the units; their mean is 1. */
  readonly weights: readonly number[];
  readonly rounds: number;
  /** How many equally weighted people say as much. */
  readonly effective: number;
  /** The greatest weight over the smallest: how far some speak for others. */
  readonly ratio: number;
}
