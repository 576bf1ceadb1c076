import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { xlsx } from './excel.ts';
import { readTables } from './read.ts';

test('a workbook that we wrote is read back: texts as texts, days as days, nothing as a formula', async () => {
  const rows = [
    ['1.10', 1.5, { day: day('2026-03-19') }, '=1+1', "'=x", 'two\nlines'],
    ['-5', -5, null, '+994 50', '@a', 'ə ğ ı «ёж» <b>&amp;'],
  ];
  const bytes = await xlsx([
    { name: 'Plan/2026: [a]', header: ['a', 'b', 'c', 'd', 'e', 'f'], rows },
    { name: 'Plan 2026   a', header: ['x'], rows: [['y']] },
  ]);
  const result = await readTables(bytes, 'out.xlsx');
  expect(result.ok && result.value.map((table) => [table.sheet, table.rows.map((row) => row.cells)])).toEqual([
    [
      'Plan 2026   a',
      [
        ['a', 'b', 'c', 'd', 'e', 'f'],
        ['1.10', '1.5', '2026-03-19', '=1+1', "'=x", 'two\nlines'],
        ['-5', '-5', '', '+994 50', '@a', 'ə ğ ı «ёж» <b>&amp;'],
      ],
    ],
    ['Plan 2026   a 2', [['x'], ['y']]],
  ]);
  expect(result.ok && result.value.flatMap((table) => table.warnings)).toEqual([]);
});

test('texts that a program could stumble over survive', async () => {
  const texts = [
    'toString',
    '__proto__',
    'constructor',
    'a\ufffdb',
    '_xFFFD_',
    '_x0041_',
    '_x005F_x0041_',
    '_X_',
    '&#65;',
  ];
  const bytes = await xlsx([{ name: 'valueOf', header: ['valueOf'], rows: texts.map((text) => [text]) }]);
  const result = await readTables(bytes, 'a');
  expect(result.ok && result.value[0]?.sheet).toBe('valueOf');
  expect(result.ok && result.value[0]?.rows.map((row) => row.cells[0])).toEqual(['valueOf', ...texts]);
});

test('texts of every kind survive', async () => {
  const letters = fc.string({ unit: 'grapheme-composite' }).filter((text) => text.trim() === text && text !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { minLength: 1, maxLength: 20 }), async (texts) => {
      const result = await readTables(
        await xlsx([{ name: 's', header: ['h'], rows: texts.map((text) => [text]) }]),
        'a',
      );
      expect(result.ok && result.value[0]?.rows.slice(1).map((row) => row.cells[0])).toEqual(texts);
    }),
    // Every run starts a thread: looking for the smallest text that fails would take minutes and end as a time-out.
    { numRuns: 15, endOnFailure: true },
  );
});
