import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_SLIPS, slipCount } from './rules.ts';

test.each([
  [23, null, 26],
  [40, null, 44],
  [0, null, 3],
  [23, '60', 60],
  [23, 'abc', 26],
  [23, '0', 26],
  [23, '-4', 26],
  [23, '9999', MOST_SLIPS],
])('%i votes, asked for %s: %i papers', (votes, asked, count) => {
  expect(slipCount(asked, votes)).toBe(count);
});

test('every vote has its paper, and there is never a flood of them', () => {
  fc.assert(
    fc.property(fc.nat(1_000), (votes) => {
      const count = slipCount(null, votes);
      expect(count).toBeGreaterThan(votes);
      expect(count).toBeLessThanOrEqual(MOST_SLIPS);
    }),
  );
});
