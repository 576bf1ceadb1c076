import { describe, expect, test } from 'vitest';
import { addressFor, inGroups, recoveryFrom, recoveryOf, secretOf, stepOf } from './rules.ts';

/** RFC 6238, appendix B: the secret "12345678901234567890", codes of SHA-1 cut to six digits. */
const SECRET = secretOf(new TextEncoder().encode('12345678901234567890'));
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('a code of the app', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i is %s (RFC 6238, appendix B)', (second, code) => {
    expect(stepOf(SECRET, code, at(second), null)).toBe(Math.floor(second / 30));
  });

  test('is understood one step early and one step late, for clocks that go wrong, and no more', () => {
    const moments = [-61, -31, -30, 0, 29, 30, 59, 60, 90].map((off) => stepOf(SECRET, '287082', at(30 + off), null));
    expect(moments).toEqual([null, null, 1, 1, 1, 1, 1, null, null]);
  });

  test('is spent when it was taken, and so are those before it', () => {
    expect(stepOf(SECRET, '287082', at(59), 0)).toBe(1);
    expect(stepOf(SECRET, '287082', at(59), 1)).toBeNull();
    expect(stepOf(SECRET, '287082', at(59), 2)).toBeNull();
  });

  test('may be typed with a blank in the middle, and is six digits', () => {
    expect(stepOf(SECRET, '287 082', at(59), null)).toBe(1);
    for (const wrong of ['', '28708', '2870822', '28708a', '-287082', '٢٨٧٠٨٢'])
      expect(stepOf(SECRET, wrong, at(59), null)).toBeNull();
  });
});

test('the app learns the site, the person and the secret', () => {
  const address = new URL(addressFor(SECRET, 'forum.example.org', 'Rəna Quliyeva'));
  expect(decodeURIComponent(address.pathname)).toContain('forum.example.org:Rəna Quliyeva');
  expect(address.searchParams.get('secret')).toBe(SECRET);
  expect(inGroups(SECRET)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
});

test('a recovery code comes back however it is typed', () => {
  const code = recoveryFrom(new Uint8Array(16).fill(255));
  expect(code).toBe('Z'.repeat(16));
  expect(recoveryOf(' zzzz-zzzz – ZZZZ zzzz')).toBe(code);
  expect(recoveryOf('OIL0-0000-0000-0000')).toBe(`0110${'0'.repeat(12)}`);
  for (const wrong of ['', '123456', 'U'.repeat(16), 'Z'.repeat(17)]) expect(recoveryOf(wrong)).toBeNull();
});
