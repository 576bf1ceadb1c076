import { expect, test } from 'vitest';
import { withoutEdges, withoutEnd } from './trim.ts';

test.each([
  ['a. .', 'a', 'a'],
  ['..a.b..', '..a.b', 'a.b'],
  ['. .', '', ''],
  ['', '', ''],
  ['ə', 'ə', 'ə'],
])('%j without its end is %j, without its edges %j', (text, end, edges) => {
  expect(withoutEnd(text, /[.\s]/)).toBe(end);
  expect(withoutEdges(text, /[.\s]/)).toBe(edges);
});

test('a long run in the middle costs no more than its length', () => {
  const text = `a${'. '.repeat(200_000)}b`;
  expect(withoutEdges(text, /[.\s]/)).toBe(text);
});
