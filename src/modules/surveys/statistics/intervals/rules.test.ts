import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear, oracle } from '../../../../../tools/oracles/read.ts';
import { exact, meanOf, medianOf, newcombe, newcombePaired, wilson } from './rules.ts';

const anyShare = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.record({ n: fc.constant(n), yes: fc.integer({ min: 0, max: n }) }));

describe('intervals of a share', () => {
  it('agree with statsmodels and scipy to 1e-9 in hundreds of cases, nobody, everybody and a million among them', () => {
    const rows = oracle('intervals.csv');
    const off = rows.filter(({ yes, n, level, wilson_low, wilson_high, exact_low, exact_high }) => {
      const counted = { yes: Number(yes), n: Number(n) };
      const [score, sure] = [wilson(counted, Number(level)), exact(counted, Number(level))];
      return !(
        isNear(score.low, Number(wilson_low)) &&
        isNear(score.high, Number(wilson_high)) &&
        isNear(sure.low, Number(exact_low)) &&
        isNear(sure.high, Number(exact_high))
      );
    });
    expect(rows.length).toBeGreaterThan(800);
    expect(off).toEqual([]);
  });

  it('agree with the example of Newcombe, 81 of 263', () => {
    const { low, high } = wilson({ yes: 81, n: 263 });
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
    expect(exact({ yes: 81, n: 263 }).low.toFixed(4)).toBe('0.2527');
  });

  it('hold the share, lie between 0 and 1, and mirror when yes and no change places', () => {
    fc.assert(
      fc.property(anyShare, ({ yes, n }) => {
        for (const interval of [wilson, exact]) {
          const { low, high } = interval({ yes, n });
          const mirrored = interval({ yes: n - yes, n });
          expect(low >= 0 && high <= 1 && low <= yes / n && yes / n <= high).toBe(true);
          expect(isNear(mirrored.low, 1 - high) && isNear(mirrored.high, 1 - low)).toBe(true);
        }
      }),
    );
  });

  it('narrow when ten times as many say the same', () => {
    fc.assert(
      fc.property(anyShare, ({ yes, n }) => {
        const width = ({ low, high }: { low: number; high: number }): number => high - low;
        expect(width(wilson({ yes: yes * 10, n: n * 10 }))).toBeLessThan(width(wilson({ yes, n })));
      }),
    );
  });

  it('refuse what is no share', () => {
    for (const counted of [
      { yes: 0, n: 0 },
      { yes: 3, n: 2 },
      { yes: -1, n: 4 },
      { yes: Number.NaN, n: 4 },
    ]) {
      expect(() => wilson(counted)).toThrow(RangeError);
      expect(() => exact(counted)).toThrow(RangeError);
    }
  });
});

describe('intervals of a difference', () => {
  it('agree with statsmodels to 1e-9 where different people were asked', () => {
    const off = oracle('differences.csv').filter(({ yes_now, n_now, yes_before, n_before, low, high }) => {
      const found = newcombe(
        { yes: Number(yes_now), n: Number(n_now) },
        { yes: Number(yes_before), n: Number(n_before) },
      );
      return !(isNear(found.low, Number(low)) && isNear(found.high, Number(high)));
    });
    expect(off).toEqual([]);
  });

  it('agree with the examples of Newcombe where the same were asked twice', () => {
    const said = (both: number, before: number, now: number, neither: number): readonly string[] => {
      // The paper takes first less second; here it is now less before.
      const { low, high } = newcombePaired({ both, now: before, before: now, neither });
      return [low.toFixed(4), high.toFixed(4)];
    };
    expect(said(36, 12, 2, 0)).toEqual(['0.0569', '0.3404']);
  });

  it('turn round when now and before change places', () => {
    const some = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(some, some, some, fc.integer({ min: 1, max: 40 }), (both, before, now, neither) => {
        const there = newcombePaired({ both, before, now, neither });
        const back = newcombePaired({ both, before: now, now: before, neither });
        expect(isNear(there.low, -back.high) && isNear(there.high, -back.low)).toBe(true);
        const share = (now - before) / (both + before + now + neither);
        expect(there.low <= share + 1e-12 && share <= there.high + 1e-12).toBe(true);
      }),
    );
  });
});

describe('means', () => {
  it('agree with R to 1e-9', () => {
    const off = oracle('means.csv').filter(({ values, low, high }) => {
      const { interval } = meanOf(values!.split(' ').map(Number));
      return !(interval && isNear(interval.low, Number(low)) && isNear(interval.high, Number(high)));
    });
    expect(off).toEqual([]);
  });

  it('have no interval for one number, and are refused for none', () => {
    expect(meanOf([7])).toEqual({ mean: 7, interval: null });
    expect(() => meanOf([])).toThrow(RangeError);
    expect([medianOf([5, 1, 9]), medianOf([4, 1, 9, 5])]).toEqual([5, 4.5]);
    expect(() => medianOf([])).toThrow(RangeError);
  });
});
