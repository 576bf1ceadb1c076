import { describe, expect, test } from 'vitest';
import { ACCENTS, TOKENS, type TokenName } from './tokens.ts';

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS: readonly TokenName[] = ['paper', 'card', 'wash'];
const WORDS: readonly TokenName[] = ['ink', 'quiet', 'caspian', 'deep', 'plum', 'tea', 'saffron', 'pomegranate'];

describe.each(['light', 'dark'] as const)('%s', (mode) => {
  test.each(WORDS.flatMap((word) => GROUNDS.map((ground) => [word, ground] as const)))(
    '%s on %s reads (4.5:1)',
    (word, ground) => {
      expect(contrast(TOKENS[word][mode], TOKENS[ground][mode])).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each([
    ['card', 'caspian'],
    ['card', 'deep'],
    ['onstrip', 'strip'],
    ['ink', 'added'],
    ['ink', 'cut'],
  ] as const)('%s on %s reads (4.5:1)', (word, ground) => {
    expect(contrast(TOKENS[word][mode], TOKENS[ground][mode])).toBeGreaterThanOrEqual(4.5);
  });

  test.each([1, 2, 3] as const)('accent %i is seen on every ground (3:1)', (motif) => {
    for (const ground of GROUNDS)
      expect(contrast(ACCENTS[motif][mode], TOKENS[ground][mode])).toBeGreaterThanOrEqual(3);
  });

  test('the two voices differ from the ground as marks (3:1)', () => {
    for (const voice of ['caspian', 'plum'] as const) {
      for (const ground of GROUNDS)
        expect(contrast(TOKENS[voice][mode], TOKENS[ground][mode])).toBeGreaterThanOrEqual(3);
    }
  });
});

test('the measure itself is right: black on white is 21, equal colours 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#777777')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});
