import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeMerges } from './rules.ts';

const groups = (...sizes: readonly number[]) => sizes.map((n, at) => ({ code: `g${at}`, n }));
const codes = (proposal: ReturnType<typeof proposeMerges>) => proposal.groups.map((group) => group.codes.join('+'));

describe('merges of groups', () => {
  it('are not proposed where nobody is few', () => {
    expect(proposeMerges(groups(12, 10), 10, 'free')).toMatchObject({ isNeeded: false, isHopeless: false });
  });

  it('join neighbours of an order only, the smallest with its smaller neighbour', () => {
    expect(codes(proposeMerges(groups(30, 3, 12, 25), 10, 'ordered'))).toEqual(['g0', 'g1+g2', 'g3']);
    expect(codes(proposeMerges(groups(30, 12, 3), 10, 'ordered'))).toEqual(['g0', 'g1+g2']);
  });

  it('join all small ones without an order, and the next where these are too few', () => {
    expect(codes(proposeMerges(groups(30, 6, 25, 7), 10, 'free'))).toEqual(['g0', 'g2', 'g1+g3']);
    expect(codes(proposeMerges(groups(30, 3, 25, 12), 10, 'free'))).toEqual(['g0', 'g2', 'g1+g3']);
  });

  it('are hopeless where one group would be left', () => {
    expect(proposeMerges(groups(3, 4), 10, 'free').isHopeless).toBe(true);
    expect(proposeMerges(groups(12, 4), 10, 'ordered').isHopeless).toBe(true);
  });

  it('lose nobody and leave no group small unless they say so', () => {
    const any = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(any, fc.constantFrom('ordered' as const, 'free' as const), (sizes, order) => {
        const found = proposeMerges(groups(...sizes), 10, order);
        expect(found.groups.flatMap((group) => group.codes).sort()).toEqual(sizes.map((_, at) => `g${at}`).sort());
        expect(found.groups.reduce((sum, { n }) => sum + n, 0)).toBe(sizes.reduce((sum, n) => sum + n, 0));
        if (!found.isHopeless) for (const { n } of found.groups) expect(n).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});
