import { describe, expect, it } from 'vitest';
import { wilson } from '../intervals/rules.ts';
import { mayPrint, printCounted, printDrawn } from './rules.ts';
import type { Drawing } from './schema.ts';

const drawing = (given: Partial<Drawing>): Drawing => ({
  ...{ sampling: 'random', weighted: false, clusters: 6, n: 50, population: null },
  ...given,
});

describe('what may be printed', () => {
  it('is no interval where we chose whom to ask, whatever the numbers', () => {
    for (const sampling of ['quota', 'purposive'] as const) {
      expect(mayPrint(drawing({ sampling, n: 1_000_000 }))).toEqual({ what: 'none', why: sampling });
      expect(printCounted({ yes: 13, n: 50 }, drawing({ sampling })).interval).toBeNull();
    }
  });

  it('is an interval where chance chose people, and one of the design where it chose communities or people weigh', () => {
    expect(mayPrint(drawing({}))).toEqual({ what: 'interval', why: 'random' });
    expect(mayPrint(drawing({ weighted: true }))).toEqual({ what: 'design_interval', why: 'weighted' });
    expect(mayPrint(drawing({ sampling: 'cluster' }))).toEqual({ what: 'design_interval', why: 'cluster' });
    expect(mayPrint(drawing({ sampling: 'cluster', clusters: 1 }))).toEqual({ what: 'none', why: 'few_clusters' });
  });

  it('estimates nothing of a census, and tells one that is complete from one where some did not answer', () => {
    expect(mayPrint(drawing({ sampling: 'census', population: 50 }))).toEqual({ what: 'whole', why: 'all_asked' });
    expect(mayPrint(drawing({ sampling: 'census', population: 65 }))).toEqual({ what: 'whole', why: 'census' });
    expect(mayPrint(drawing({ sampling: 'census' }))).toEqual({ what: 'whole', why: 'census' });
  });

  it('is nothing of nobody', () => {
    expect(printCounted({ yes: 0, n: 0 }, drawing({}))).toEqual({
      ...{ what: 'none', why: 'nobody', share: null, interval: null },
    });
    expect(printDrawn([], drawing({})).share).toBeNull();
  });

  it('is the interval of Wilson for people alike, and a wider one where villages agree within themselves', () => {
    expect(printCounted({ yes: 13, n: 50 }, drawing({})).interval).toEqual(wilson({ yes: 13, n: 50 }));
    const villages = Array.from({ length: 50 }, (_, at) => ({
      ...{ value: at < 10 ? 1 : 0, weight: 1, cluster: `${Math.floor(at / 5)}`, stratum: null },
    }));
    const alike = printDrawn(villages, drawing({})).interval!;
    const clustered = printDrawn(villages, drawing({ sampling: 'cluster' })).interval!;
    expect(alike).toEqual(wilson({ yes: 10, n: 50 }));
    expect(clustered.high - clustered.low).toBeGreaterThan(1.5 * (alike.high - alike.low));
    const one = villages.map((unit) => ({ ...unit, cluster: 'one' }));
    expect(printDrawn(one, drawing({ sampling: 'cluster' }))).toMatchObject({ why: 'few_clusters', interval: null });
  });
});
