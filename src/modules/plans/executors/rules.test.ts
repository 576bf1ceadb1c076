import { expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import type { CellLine } from '../overview/schema.ts';
import type { ExecutorWord } from '../reports/rules.ts';
import { byMeasure } from './rules.ts';

const cell = (id: string, measure: string, word: ExecutorWord): CellLine =>
  ({
    ...{ id, measure, due: day('2026-09-30'), withdrawn: false },
    voices: {
      executor: { word, proven: true, on: null, update: null },
      civil: { word: 'not_assessed', evaluation: null, on: null },
    },
  }) as unknown as CellLine;

it('a measure with several executors stands once in a list, with all its cells summed', () => {
  const cells = [cell('1', 'b', 'complete'), cell('2', 'a', 'complete'), cell('3', 'b', 'no_report')];
  const rows = byMeasure(cells, day('2026-11-23'));
  expect(rows.map((row) => [row.first.measure, row.cells.length])).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
  expect(rows.map((row) => row.sum.executor)).toMatchObject([
    { word: 'complete', total: 2, known: 1, complete: 1 },
    { word: 'complete', total: 1, known: 1, complete: 1 },
  ]);
  expect(rows.map((row) => row.sum.late)).toEqual([true, false]);
});
