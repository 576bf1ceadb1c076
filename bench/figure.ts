/** One measured figure: never alone, always beside a baseline of the same run and, where one was set, its target. */
export interface Figure {
  /** "cpu.list_60.ms": stable, for machines. */
  readonly name: string;
  /** In a sentence's words, for people. */
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'bytes' | 'MB' | 'requests' | 'per second' | 'times' | '%';
  readonly baseline?: { readonly what: string; readonly value: number };
  readonly target?: { readonly least: number } | { readonly most: number };
  /** How it was measured, or what must be known to read it. */
  readonly note?: string;
}

/** True when it has no target or holds it. */
export const holds = ({ value, target }: Figure): boolean =>
  !target || ('most' in target ? value <= target.most : value >= target.least);

export const ratioOf = ({ value, baseline }: Figure): number | null =>
  baseline && baseline.value !== 0 ? value / baseline.value : null;

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the others lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number;
}
