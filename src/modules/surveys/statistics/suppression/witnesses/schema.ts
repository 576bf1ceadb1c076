/** What it costs to hide one more count; Infinity where it was printed before. */
export type Price = (key: string) => number;

/** Units of one class who answer otherwise: indexes into the flattened people. */
export interface Shift {
  readonly person: number;
  readonly variable: number;
  readonly from: number;
  readonly to: number;
}

/** The count that must be movable: of a flat variable one answer, within one answer of the other variable or in all. */
export interface Target {
  readonly variable: number;
  readonly code: number;
  readonly within: { readonly variable: number; readonly code: number } | null;
  /** By so many units up (above 0) or down. */
  readonly by: number;
}
