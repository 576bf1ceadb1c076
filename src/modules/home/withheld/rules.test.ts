import { expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { countsOf, mayBecome } from './rules.ts';
import type { Demand } from './schema.ts';

const demand = (on: string, demander: Demand['demander'], outcome: Demand['outcome']): Demand => ({
  ...{ id: `${on}${demander}${outcome}`, object: { type: 'plans.update', id: 'x' }, path: '/x', title: {} },
  ...{ demander, demanderName: 'never counted', on: day(on), ground: 'g', file: null, outcome },
  ...{ decidedOn: null, withholding: null },
});

it('counts every demand once, by month, by who demanded and by what became of it', () => {
  const counts = countsOf([
    demand('2026-11-02', 'office', 'withheld'),
    demand('2026-11-20', 'office', 'withheld'),
    demand('2026-11-20', 'court', null),
    demand('2026-10-30', 'office', 'refused'),
  ]);
  expect(counts.map(({ month, demander, outcome, n }) => `${month} ${demander} ${outcome} ${n}`)).toEqual([
    '2026-11 office withheld 2',
    '2026-11 court open 1',
    '2026-10 office refused 1',
  ]);
  expect(JSON.stringify(counts)).not.toContain('never counted');
});

it('lets a withheld text come back and go again, and never a refused demand be carried out', () => {
  expect(mayBecome(null, 'withheld')).toBe(true);
  expect(mayBecome(null, 'restored')).toBe(false);
  expect(mayBecome('withheld', 'restored')).toBe(true);
  expect(mayBecome('restored', 'withheld')).toBe(true);
  expect(mayBecome('refused', 'withheld')).toBe(false);
});
