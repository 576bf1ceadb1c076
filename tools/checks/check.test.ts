import { expect, test } from 'vitest';
import { type Check, describe, isGreen } from './check.ts';

const CHECK: Check = { name: 'words', of: 'files', run: () => ({ looked: 0, sins: [] }) };

test('green is something looked at and nothing found', () => {
  expect(isGreen({ looked: 1, sins: [] })).toBe(true);
  expect(isGreen({ looked: 1, sins: ['x'] })).toBe(false);
});

test('a check that looked at nothing is red and says so', () => {
  expect(isGreen({ looked: 0, sins: [] })).toBe(false);
  expect(describe(CHECK, { looked: 0, sins: [] })).toContain('looked at nothing');
});

test('one line when green, the sins when red, not without end', () => {
  expect(describe(CHECK, { looked: 3, sins: [], note: 'small' }).split('\n')).toEqual([
    expect.stringMatching(/^ok {2} *words .*3 files; small$/),
  ]);
  const red = describe(CHECK, { looked: 3, sins: ['a', 'b', 'c'] }, 2);
  expect(red).toMatch(/^RED/);
  expect(red).toContain('... and 1 more');
});
