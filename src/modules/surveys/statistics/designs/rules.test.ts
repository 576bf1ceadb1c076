import { describe, expect, it } from 'vitest';
import { isNear, oracle } from '../../../../../tools/oracles/read.ts';
import { exact } from '../intervals/rules.ts';
import { designed, designInterval, designMeanInterval, effectiveSize, kornGraubard } from './rules.ts';
import type { Drawn } from './schema.ts';

const drawnOf = (row: Readonly<Record<string, string>>): readonly Drawn[] => {
  const list = (name: string): readonly string[] => row[name]!.split(' ');
  return list('values').map((value, at) => ({
    value: Number(value),
    weight: Number(list('weights')[at]),
    cluster: list('clusters')[at]!,
    stratum: list('strata')[at]!,
  }));
};
const people = (values: readonly number[], cluster: (at: number) => string, weight = 1): readonly Drawn[] =>
  values.map((value, at) => ({ value, weight, cluster: cluster(at), stratum: null }));

describe('people drawn by clusters', () => {
  const rows = oracle('designs.csv');

  it('have the mean, variance, degrees and design effect that the package survey of R finds, to 1e-9', () => {
    const off = rows.filter((row) => {
      const { mean, variance, degrees, effect } = designed(drawnOf(row));
      const near = isNear(mean, Number(row.mean)) && isNear(variance, Number(row.variance));
      return !(near && degrees === Number(row.degrees) && isNear(effect!, Number(row.effect)));
    });
    expect(rows.length).toBeGreaterThanOrEqual(260);
    expect(off.map(({ mean, effect }) => [mean, effect])).toEqual([]);
  });

  it('have the intervals of svymean, and of svyciprop by Korn and Graubard where nothing caps them', () => {
    let compared = 0;
    for (const row of rows) {
      const drawn = drawnOf(row);
      const mean = designMeanInterval(drawn);
      if (mean === 'few_clusters') throw new Error('R found clusters');
      expect(isNear(mean.low, Number(row.low)) && isNear(mean.high, Number(row.high))).toBe(true);
      if (row.kind !== 'share') continue;
      const share = designInterval(drawn);
      if (share === 'few_clusters') throw new Error('R found clusters');
      const said = { low: Number(row.beta_low), high: Number(row.beta_high) };
      const capped = kornGraubard(Number(row.mean), drawn.length);
      if (said.high - said.low >= capped.high - capped.low) {
        expect(isNear(share.low, said.low) && isNear(share.high, said.high)).toBe(true);
        compared++;
      } else expect(isNear(share.low, capped.low) && isNear(share.high, capped.high)).toBe(true);
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('say as much as people drawn one by one where each is a cluster and all weigh the same', () => {
    const drawn = people([1, 0, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1], String, 3);
    const { effect, effective } = designed(drawn);
    expect(isNear(effect!, 1) && isNear(effective, 12)).toBe(true);
    const [found, simple] = [designInterval(drawn), exact({ yes: 6, n: 12 })];
    if (found === 'few_clusters') throw new Error('twelve clusters');
    expect(isNear(found.low, simple.low) || found.low < simple.low).toBe(true);
  });

  it('say no more than their clusters where all of a cluster say the same', () => {
    const drawn = people([1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0], (at) => `village ${Math.floor(at / 4)}`);
    expect(designed(drawn).effective).toBeLessThan(4);
    const all = people(new Array(40).fill(1), (at) => `village ${at % 4}`);
    expect(designInterval(all)).toEqual(exact({ yes: 4, n: 4 }));
  });

  it('have no interval where a stratum has one cluster', () => {
    expect(designInterval(people([1, 0, 1], () => 'one village'))).toBe('few_clusters');
    expect(designMeanInterval([])).toBe('few_clusters');
    const thin = [...people([1, 0], String), { value: 1, weight: 1, cluster: 'x', stratum: 'north' }];
    expect(designInterval(thin)).toBe('few_clusters');
  });

  it('are refused with a weight that is no weight', () => {
    expect(() => designed([])).toThrow(RangeError);
    expect(() => designed(people([1, 0], String, 0))).toThrow(RangeError);
  });
});

describe('effective size', () => {
  it('is all of them when they weigh the same, and one when one weighs all', () => {
    expect(effectiveSize([2, 2, 2])).toBe(3);
    expect(effectiveSize([1, 0, 0])).toBe(1);
    expect(effectiveSize([])).toBe(0);
  });
});
