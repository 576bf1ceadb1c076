import { describe, expect, it } from 'vitest';
import type { Sampling } from '../../schema.ts';
import { newcombe, newcombePaired } from '../intervals/rules.ts';
import { printCounted } from '../printing/rules.ts';

import { differenceOf } from './rules.ts';
import type { WaveFigure } from './schema.ts';

const figure = (
  yes: number,
  n: number,
  sampling: Sampling,
  communities: readonly string[] = ['a', 'b'],
): WaveFigure => ({
  ...{ counted: { yes, n }, communities },
  printed: printCounted({ yes, n }, { sampling, weighted: false, clusters: communities.length, population: null }),
});

describe('the difference of two waves', () => {
  it('has the interval of Newcombe where chance drew other people each time', () => {
    const found = differenceOf(figure(56, 70, 'random'), figure(48, 80, 'random', ['b', 'c']));
    expect(found.interval).toEqual(newcombe({ yes: 56, n: 70 }, { yes: 48, n: 80 }));
    expect(found).toMatchObject({ why: 'drawn', people: 8 });
    expect(found.communities).toEqual({ both: ['b'], now: ['a'], before: ['c'] });
  });

  it('is not told as a difference of shares where we chose whom to ask in either round, but people are', () => {
    for (const [now, before] of [
      ['purposive', 'random'],
      ['random', 'quota'],
    ] as const) {
      const found = differenceOf(figure(30, 50, now), figure(13, 50, before));
      expect(found).toMatchObject({ why: 'chosen', difference: null, interval: null, people: 17 });
    }
    expect(differenceOf(figure(0, 0, 'random'), figure(13, 50, 'random'))).toMatchObject({ why: 'nobody' });
  });

  it('is no estimate where everybody was asked twice, and half of one where everybody was asked once', () => {
    const whole = differenceOf(figure(30, 50, 'census'), figure(20, 50, 'census'));
    expect(whole).toMatchObject({ why: 'whole', interval: null });
    expect(whole.difference).toBeCloseTo(0.2, 12);
    const half = differenceOf(figure(30, 50, 'random'), figure(20, 50, 'census'));
    const printed = figure(30, 50, 'random').printed.interval!;
    expect(half.interval!.low).toBeCloseTo(printed.low - 0.4, 12);
    expect(half.interval!.high).toBeCloseTo(printed.high - 0.4, 12);
  });

  it('is that of pairs where the same were asked twice', () => {
    const pairs = { both: 20, before: 3, now: 12, neither: 15 };
    const found = differenceOf(figure(32, 50, 'random'), figure(23, 50, 'random'), pairs);
    expect(found).toMatchObject({ why: 'paired', interval: newcombePaired(pairs) });
    expect(found.difference).toBeCloseTo(0.18, 12);
    expect(differenceOf(figure(32, 50, 'census'), figure(23, 50, 'census'), pairs).why).toBe('whole');
  });

  it('has none where a round of clusters went to one community', () => {
    const one = { ...figure(1, 2, 'cluster', ['a']) };
    expect(differenceOf(one, figure(20, 50, 'random'))).toMatchObject({ why: 'few', difference: null });
  });
});
