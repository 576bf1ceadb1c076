import { designMeanInterval } from '../../../statistics/designs/rules.ts';
import type { Drawn } from '../../../statistics/designs/schema.ts';
import { meanOf, medianOf } from '../../../statistics/intervals/rules.ts';
import { mayPrint } from '../../../statistics/printing/rules.ts';
import type { Asked } from '../../variables/schema.ts';
import type { Counts, NumberResult } from '../schema.ts';

/** Mean and median of a number; where communities were drawn first, its interval is from how they differ. */
export function numberOf(asked: Asked, { numbers, smallest, sampling, population }: Counts): NumberResult {
  const { name, words, unit } = asked;
  const drawn = (numbers.get(name) ?? []).flatMap(({ value, units, place }): readonly Drawn[] => {
    const one: Drawn = { value, weight: 1, cluster: place ?? '', stratum: null };
    return Array.from({ length: units }, () => one);
  });
  const clusters = new Set(drawn.map(({ cluster }) => cluster)).size;
  const { why, what } = mayPrint({ sampling, population, weighted: false, clusters, n: drawn.length });
  if (drawn.length < smallest) return { name, words, unit, n: null, mean: null, median: null, interval: null, why };
  const values = drawn.map(({ value }) => value);
  const { mean, interval } = meanOf(values);
  const designed = what === 'design_interval' ? designMeanInterval(drawn) : null;
  return {
    ...{ name, words, unit, n: values.length, mean, median: medianOf(values), why },
    interval: what === 'interval' ? interval : designed === 'few_clusters' ? null : designed,
  };
}

/** The same without what would help to find a hidden count. */
export const withoutSums = (asked: Asked, counts: Counts): NumberResult => ({
  ...{ ...numberOf(asked, counts), n: null, mean: null, median: null, interval: null },
});
