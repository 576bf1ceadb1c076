import { betaQuantile, normalQuantile, studentQuantile } from '../quantiles/rules.ts';
import type { Counted, Interval, Pairs } from './schema.ts';

/** Of a hundred such intervals 95 hold the true value; what every page prints. */
export const LEVEL = 0.95;

/**
 * The score interval of a share (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22, 1927), without continuity correction. `yes` and `n` may be
 * effective, so not whole, numbers. Throws RangeError unless 0 <= yes <= n and n > 0.
 */
export function wilson({ yes, n }: Counted, level = LEVEL): Interval {
  mustCount(yes, n);
  const z = normalQuantile(level);
  const [p, q, square] = [yes / n, (n - yes) / n, (z * z) / n];
  const half = z * Math.sqrt((p * q + square / 4) / n);
  // Of the two ends the one near 0 is small by itself, never as a difference of equal numbers.
  const near = (here: number, there: number): number =>
    here === 0 ? 0 : (here * here) / (here + square / 2 + Math.sqrt(square * (here * there + square / 4)));
  return {
    low: yes === 0 ? 0 : near(p, q),
    high: yes === n ? 1 : (p + square / 2 + half) / (1 + square),
  };
}

/**
 * The exact interval of a share (C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits illustrated in
 * the case of the binomial", Biometrika 26, 1934): never covers less than `level`, mostly more. Throws as `wilson`.
 */
export function exact({ yes, n }: Counted, level = LEVEL): Interval {
  mustCount(yes, n);
  const tail = (1 - level) / 2;
  return {
    low: yes === 0 ? 0 : betaQuantile(tail, yes, n - yes + 1),
    high: yes === n ? 1 : betaQuantile(1 - tail, yes + 1, n - yes),
  };
}

/** `now` less `before`, people of each asked independently: method 10 of Newcombe (below), from two Wilson intervals. */
export const newcombe = (now: Counted, before: Counted, level = LEVEL): Interval =>
  fromIntervals(shareOf(now), wilson(now, level), shareOf(before), wilson(before, level));

/**
 * A difference from the intervals of its two sides, independent of each other: the square-and-add of R. G. Newcombe,
 * "Interval estimation for the difference between independent proportions: comparison of eleven methods", Statistics in
 * Medicine 17, 1998, which G. Y. Zou and A. Donner (Statistics in Medicine 27, 2008) carry to any intervals of the two.
 */
export function fromIntervals(now: number, ofNow: Interval, before: number, ofBefore: Interval): Interval {
  return {
    low: now - before - Math.hypot(now - ofNow.low, ofBefore.high - before),
    high: now - before + Math.hypot(ofNow.high - now, before - ofBefore.low),
  };
}

/**
 * `now` less `before` where the same were asked twice: method 10 of R. G. Newcombe, "Improved confidence intervals for the
 * difference between binomial proportions based on paired data", Statistics in Medicine 17, 1998. Throws for no pairs.
 */
export function newcombePaired(pairs: Pairs, level = LEVEL): Interval {
  const { both, before, now, neither } = pairs;
  const n = both + before + now + neither;
  const [first, second] = [wilson({ yes: both + now, n }, level), wilson({ yes: both + before, n }, level)];
  const [p, q] = [(both + now) / n, (both + before) / n];
  const phi = correlation(pairs, n);
  const half = (a: number, b: number): number => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  return {
    low: p - q - half(p - first.low, second.high - q),
    high: p - q + half(first.high - p, q - second.low),
  };
}

/** Of the two answers, with Newcombe's correction by half of n; 0 where everybody said the same in one of the rounds. */
function correlation({ both, before, now, neither }: Pairs, n: number): number {
  const margins = (both + before) * (now + neither) * (both + now) * (before + neither);
  if (margins === 0) return 0;
  const excess = both * neither - before * now;
  return (excess > 0 ? Math.max(excess - n / 2, 0) : excess) / Math.sqrt(margins);
}

/** Mean of numbers with Student's interval; `interval` null for a single number, which says nothing about the spread. */
export function meanOf(
  values: readonly number[],
  level = LEVEL,
): { readonly mean: number; readonly interval: Interval | null } {
  const n = values.length;
  if (n === 0) throw new RangeError('no mean of nothing');
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { mean, interval: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = studentQuantile(level, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { mean, interval: { low: mean - half, high: mean + half } };
}

/** The middle one, or half-way between the two in the middle. */
export function medianOf(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

export const shareOf = ({ yes, n }: Counted): number => yes / n;

function mustCount(yes: number, n: number): void {
  if (!(n > 0 && yes >= 0 && yes <= n && Number.isFinite(n))) throw new RangeError(`no share: ${yes} of ${n}`);
}
