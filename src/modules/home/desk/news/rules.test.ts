import { expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { firstDay, MOST_THINGS, newsOf } from './rules.ts';
import type { NewsLine } from './schema.ts';

const line = (place: number, thing: string): NewsLine => ({
  ...{ id: `entry-${place}`, sentence: `deed ${place}`, day: day('2026-11-20'), by: 'Coordinator', bodies: [] },
  ...{ object: { type: 'measure', id: thing, path: null }, place },
});
const FROM = firstDay(day('2026-11-23'));

it('puts many deeds on one thing into one line, the last deed speaks', () => {
  const lines = [line(9, 'a'), line(8, 'b'), line(7, 'a'), line(6, 'a')];
  const { things, more, size } = newsOf({ lines, total: 4 }, null, FROM);
  expect(things.map(({ line, earlier }) => [line.sentence, earlier])).toEqual([
    ['deed 9', 2],
    ['deed 8', 0],
  ]);
  expect([more, size, FROM]).toEqual([0, 10, '2026-11-09']);
});

it('shows no more than fits on a desk, and counts every other deed, also those that were not read', () => {
  const lines = Array.from({ length: MOST_THINGS + 3 }, (_, n) => line(100 - n, `thing-${n}`));
  const { things, more, size } = newsOf({ lines, total: 500 }, { size: 40, on: day('2026-11-02') }, FROM);
  expect([things.length, more, size]).toEqual([MOST_THINGS, 490, 101]);
});

it('marks nothing new where nothing is', () => {
  const mark = { size: 40, on: day('2026-11-02') };
  expect(newsOf({ lines: [], total: 0 }, mark, FROM)).toEqual({ things: [], more: 0, mark, from: FROM, size: 40 });
});
