import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lang } from '#core/i18n/lang.ts';
import { Pieces } from './pieces.ts';

const ROOM = 1_000_000;
const drawing = { html: '<p>', worn: [] };

const leaf = fc.oneof(
  ...[fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
  fc.constantFrom('', 'a', '1', 1, 0, -0, Number.NaN, '[object Object]'),
);
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'length', '0', '__proto__'), tie('data'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}));
const props = fc.dictionary(fc.constantFrom('lang', 'line', 'today'), data, { noNullPrototype: true });

test('a piece is found for the same values, and for no others', () => {
  fc.assert(
    fc.property(props, props, (a, b) => {
      const pieces = new Pieces(ROOM);
      pieces.keep('name', a, drawing);
      expect(pieces.find('name', structuredClone(a))).toBe(drawing);
      expect(pieces.find('name', b) !== null).toBe(isDeepStrictEqual(a, b));
    }),
    { numRuns: 2_000 },
  );
});

test('one changed value anywhere makes it another', () => {
  const line = { title: { az: 'Yol', ru: 'Дорога' }, bodies: ['a', 'b'], sum: { known: 2, total: null } };
  const others = [
    { ...line, title: { az: 'Yol' } },
    { ...line, title: { ...line.title, en: undefined } },
    { ...line, bodies: ['a', 'b', undefined] },
    { ...line, bodies: { 0: 'a', 1: 'b' } },
    { ...line, sum: { known: '2', total: null } },
    { ...line, sum: { known: 2, total: undefined } },
  ];
  for (const other of others) {
    const pieces = new Pieces(ROOM);
    pieces.keep('name', { line }, drawing);
    expect(pieces.find('name', { line: other })).toBeNull();
    expect(pieces.find('another', { line })).toBeNull();
    expect(pieces.find('name', { line: structuredClone(line) })).toBe(drawing);
  }
});

test('what is changed after it was drawn is not what was drawn', () => {
  const pieces = new Pieces(ROOM);
  const withheld = { words: ['shown'] };
  pieces.keep('name', { withheld }, drawing);
  withheld.words[0] = 'hidden';
  expect(pieces.find('name', { withheld })).toBeNull();
});

test('languages are the same when they are one', () => {
  const pieces = new Pieces(ROOM);
  const [one, other] = [new Lang('az', { a: 'bir' }), new Lang('az', { a: 'iki' })];
  pieces.keep('name', { lang: one }, drawing);
  expect(pieces.find('name', { lang: one })).toBe(drawing);
  expect(pieces.find('name', { lang: other })).toBeNull();
});

test.each([
  ['a function', () => 1],
  ['a map', new Map([['a', 1]])],
  ['a moment', new Date(0)],
  ['an address', new URL('http://x/')],
  ['an element', { type: 'p', props: {}, constructor: undefined }],
])('%s says nothing of its inside, so nothing drawn from it is kept', (_, value) => {
  const pieces = new Pieces(ROOM);
  pieces.keep('name', { deep: [value] }, drawing);
  expect(pieces.find('name', { deep: [value] })).toBeNull();
  expect(pieces.bytes).toBe(0);
});

test('never takes more than its room; what was asked for lately stays', () => {
  const pieces = new Pieces(100_000);
  pieces.keep('dear', { n: -1 }, drawing);
  for (let n = 0; n < 500; n++) {
    pieces.keep(`piece ${n}`, { n, text: 'ə'.repeat(n) }, { html: 'x'.repeat(n), worn: [] });
    pieces.keep('again', { n }, drawing);
    expect(pieces.bytes).toBeLessThanOrEqual(100_000);
    expect(pieces.find('dear', { n: -1 })).toBe(drawing);
  }
  expect(pieces.find('piece 0', { n: 0, text: '' })).toBeNull();
  expect(pieces.find('piece 499', { n: 499, text: 'ə'.repeat(499) })?.html).toHaveLength(499);
});

test('without room, and what would fill it alone, is not kept', () => {
  const [none, little] = [new Pieces(0), new Pieces(10_000)];
  none.keep('name', {}, drawing);
  little.keep('name', {}, { html: 'x'.repeat(9_000), worn: [] });
  expect([none.find('name', {}), little.find('name', {}), none.bytes, little.bytes]).toEqual([null, null, 0, 0]);
});
