import { exact, LEVEL } from '../intervals/rules.ts';
import { betaQuantile, studentQuantile } from '../quantiles/rules.ts';
import type { Designed, DesignInterval, Drawn } from './schema.ts';

/**
 * A mean or share of people drawn by clusters, in strata, with weights. Variance of a ratio by Taylor linearisation from
 * totals of clusters (L. Kish, "Survey Sampling", 1965, 6.3; as `svymean` of R's package survey computes it). No finite
 * population correction: rather too wide than too narrow. Throws RangeError for nobody or a weight that is not positive.
 */
export function designed(drawn: readonly Drawn[]): Designed {
  const total = drawn.reduce((sum, { weight }) => sum + weight, 0);
  if (drawn.length === 0 || drawn.some(({ weight }) => !(weight > 0 && Number.isFinite(weight))))
    throw new RangeError('a mean needs people, each with a positive weight');
  const mean = drawn.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
  const strata = totalsOf(drawn, mean, total);
  const variance = [...strata.values()].reduce((sum, clusters) => sum + spread([...clusters.values()]), 0);
  const clusters = [...strata.values()].reduce((sum, { size }) => sum + size, 0);
  const n = drawn.length;
  const simple = drawn.reduce((sum, { weight, value }) => sum + weight * (value - mean) ** 2, 0) / total / (n - 1);
  const effect = n > 1 && simple > 0 ? variance / simple : null;
  const effective = effect === null || effect === 0 ? n : n / effect;
  return { mean, variance, n, clusters, degrees: clusters - strata.size, effect, effective };
}

/** What each cluster adds to the linearised mean, by stratum. */
function totalsOf(drawn: readonly Drawn[], mean: number, total: number): Map<string, Map<string, number>> {
  const strata = new Map<string, Map<string, number>>();
  for (const { stratum, cluster, weight, value } of drawn) {
    const clusters = strata.get(stratum ?? '') ?? new Map<string, number>();
    strata.set(stratum ?? '', clusters);
    clusters.set(cluster, (clusters.get(cluster) ?? 0) + (weight * (value - mean)) / total);
  }
  return strata;
}

/** Variance of a sum of as many totals, from how they differ; one alone cannot differ. */
function spread(totals: readonly number[]): number {
  const n = totals.length;
  if (n < 2) return 0;
  const mean = totals.reduce((sum, each) => sum + each, 0) / n;
  return (n / (n - 1)) * totals.reduce((sum, each) => sum + (each - mean) ** 2, 0);
}

/**
 * Interval of a share by Korn and Graubard (E. L. Korn, B. I. Graubard, "Confidence intervals for proportions with small
 * expected number of positive counts estimated from survey data", Survey Methodology 24, 1998): the exact interval at the
 * effective number of people, corrected for few clusters, never more than were asked (as the statistical offices of the
 * United States print it; `svyciprop(method = "beta")` does not cap it). Where all say the same it is the exact one for
 * as many people as there are clusters: those of one cluster may all say the same because they are of one cluster.
 */
export function designInterval(drawn: readonly Drawn[], level = LEVEL): DesignInterval {
  if (isThin(drawn)) return 'few_clusters';
  const { mean, variance, n, clusters, degrees } = designed(drawn);
  if (mean === 0 || mean === 1) return exact({ yes: mean * clusters, n: clusters }, level);
  const few = studentQuantile(level, n - 1) / studentQuantile(level, degrees);
  const effective = variance > 0 ? Math.min(n, ((mean * (1 - mean)) / variance) * few ** 2) : n;
  return kornGraubard(mean, effective, level);
}

/** The exact interval with numbers that need not be whole. Throws RangeError unless 0 < mean < 1. */
export function kornGraubard(mean: number, effective: number, level = LEVEL): { low: number; high: number } {
  const tail = (1 - level) / 2;
  const [yes, no] = [effective * mean, effective * (1 - mean)];
  return { low: betaQuantile(tail, yes, no + 1), high: betaQuantile(1 - tail, yes + 1, no) };
}

/** Interval of a mean of numbers: Student's, with as many degrees as clusters less strata. */
export function designMeanInterval(drawn: readonly Drawn[], level = LEVEL): DesignInterval {
  if (isThin(drawn)) return 'few_clusters';
  const { mean, variance, degrees } = designed(drawn);
  const half = studentQuantile(level, degrees) * Math.sqrt(variance);
  return { low: mean - half, high: mean + half };
}

/** Whether any stratum has fewer than two clusters. */
function isThin(drawn: readonly Drawn[]): boolean {
  const strata = new Map<string, Set<string>>();
  for (const { stratum, cluster } of drawn)
    strata.set(stratum ?? '', (strata.get(stratum ?? '') ?? new Set()).add(cluster));
  return strata.size === 0 || [...strata.values()].some(({ size }) => size < 2);
}

/** How many equal ones weigh as precisely: (sum)^2 / sum of squares (Kish 1965, 11.7). */
export function effectiveSize(weights: readonly number[]): number {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const squares = weights.reduce((all, weight) => all + weight * weight, 0);
  return squares === 0 ? 0 : (sum * sum) / squares;
}
