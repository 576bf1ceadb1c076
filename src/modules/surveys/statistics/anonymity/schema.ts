/** One row of microdata: codes by variable. A silence is a code like others here: it also tells people apart. */
export type Row = Readonly<Record<string, string>>;

export interface Asked {
  /** What a neighbour may know of somebody: village, sex, age, work, size of household. */
  readonly quasi: readonly string[];
  /** What nobody should learn by finding somebody in the file. */
  readonly sensitive: readonly string[];
  /** Of each combination at least so many; 5 unless the forum chose another. */
  readonly k: number;
  /** Within each combination at least so many different sensitive answers; 1 asks nothing. */
  readonly l: number;
  /** Respondents hold an office, so place and role together are a name: no microdata at all. */
  readonly officeHolders: boolean;
}

/** A combination with its number of people. */
export interface Combination {
  readonly of: Row;
  readonly n: number;
}

/** What would help: leaving out a variable, or putting two of its codes together; `left`: people still too few after it. */
export type Remedy =
  | { readonly what: 'drop'; readonly variable: string; readonly left: number }
  | {
      readonly what: 'merge';
      readonly variable: string;
      readonly codes: readonly [string, string];
      readonly left: number;
    };

export interface Anonymity {
  /** `office`: never; `few`: combinations of fewer than k; `alike`: all of a combination gave the same sensitive answer. */
  readonly verdict: 'safe' | 'office' | 'few' | 'alike';
  /** Size of the smallest combination; null: no rows. */
  readonly smallest: number | null;
  readonly few: readonly Combination[];
  readonly alike: readonly (Combination & { readonly sensitive: string; readonly different: number })[];
  /** The most helpful first. */
  readonly remedies: readonly Remedy[];
}
