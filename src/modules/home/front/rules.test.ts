import { expect, it } from 'vitest';
import { addDays, day } from '#core/time/plain-date.ts';
import type { DueLine } from '#modules/plans/contract.ts';
import { comingOf, MOST } from './rules.ts';

const TODAY = day('2026-11-23');
const line = (n: number): DueLine => ({ id: `m${n}`, due: addDays(TODAY, n) }) as unknown as DueLine;

it('tells the nearest days first, days of report among them, and no more than fit', () => {
  const reports = [{ planSlug: 'local', planTitle: {}, on: addDays(TODAY, 30) }];
  const coming = comingOf({ next: [90, 10, 50, 70, 20].map(line), reports });
  expect(coming.map((one) => [one.kind, one.on])).toEqual([
    ['measure', addDays(TODAY, 10)],
    ['measure', addDays(TODAY, 20)],
    ['reports', addDays(TODAY, 30)],
    ['measure', addDays(TODAY, 50)],
    ['measure', addDays(TODAY, 70)],
  ]);
  expect(coming.length).toBe(MOST);
  expect(comingOf({ next: [], reports: [] })).toEqual([]);
});
