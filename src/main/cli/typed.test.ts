import { expect, test } from 'vitest';
import { typedOf } from './typed.ts';

test.each([
  [['a', 'b'], { words: ['a', 'b'], options: {} }],
  [['--forum', 'guba', 'x'], { words: ['x'], options: { forum: 'guba' } }],
  [['--forum=guba=1'], { words: [], options: { forum: 'guba=1' } }],
  [['--forum='], { words: [], options: { forum: '' } }],
  [['--json', 'x'], { words: ['x'], options: { json: true } }],
  [['--working-days', '-1'], { words: [], options: { 'working-days': '-1' } }],
  [['-', '-x', '--', '---'], { words: ['-', '-x', '--', '---'], options: {} }],
  [['--a=two\nlines'], { words: [], options: { a: 'two\nlines' } }],
  [['--forum'], { wrong: '--forum needs a value.' }],
  [['--forum', '--json'], { wrong: '--forum needs a value.' }],
])('%j', (argv, typed) => {
  expect(typedOf(argv)).toEqual(typed);
});

test('an option of any name is only an option', () => {
  const typed = typedOf(['--constructor=x', '--__proto__=y']);
  expect('wrong' in typed ? null : Object.keys(typed.options)).toEqual(['constructor']);
  expect(({} as Record<string, unknown>).y).toBeUndefined();
});
