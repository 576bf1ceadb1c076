import { describe, expect, it } from 'vitest';
import { addDays, day } from '#core/time/plain-date.ts';
import { measureSum } from '../overview/rules.ts';
import type { MeasureLine, PlanOverview } from '../overview/schema.ts';
import { dueLines } from './rules.ts';

const TODAY = day('2026-11-23');
type Word = 'no_report' | 'under_way' | 'complete';
type Civil = 'not_assessed' | 'limited' | 'complete';

function measure(number: string, days: number | null, said: readonly [Word, Civil][], withdrawn = false): MeasureLine {
  const due = days === null ? null : addDays(TODAY, days);
  const cells = said.map(([word, civil]) => ({
    executor: { word, proven: true, on: null, update: null },
    civil: { word: civil, evaluation: null, on: null },
  }));
  return { number, due, withdrawn, sum: measureSum(cells, { due, withdrawn }, TODAY) } as unknown as MeasureLine;
}

const seen = (stage: PlanOverview['stage'], ...measures: readonly MeasureLine[]): PlanOverview =>
  ({ stage, plan: { slug: 'local' }, points: [{ measures }] }) as unknown as PlanOverview;

const numbers = (lines: readonly { readonly number: string | null }[]) => lines.map((line) => line.number);

describe('what is late and what falls due', () => {
  const silent: [Word, Civil][] = [['no_report', 'not_assessed']];

  it('is told by day; silence is waited for, what all say is done is not', () => {
    const { late, next } = dueLines(
      seen(
        'in_force',
        measure('a', -5, silent),
        measure('b', -50, [['complete', 'limited']]),
        measure('c', -9, [['complete', 'complete']]),
        measure('d', 30, silent),
        measure('e', 0, [['complete', 'limited']]),
        measure('f', 10, [['complete', 'not_assessed']]),
        measure('g', 20, [
          ['complete', 'not_assessed'],
          ['no_report', 'not_assessed'],
        ]),
        measure('h', null, silent),
        measure('i', -1, silent, true),
      ),
      TODAY,
    );
    expect(numbers(late)).toEqual(['b', 'a']);
    expect(numbers(next)).toEqual(['e', 'g', 'd']);
  });

  it('is asked of plans in force only', () => {
    for (const stage of ['draft', 'consultation', 'adopted', 'closed'] as const)
      expect(dueLines(seen(stage, measure('a', -5, silent), measure('b', 5, silent)), TODAY)).toEqual({
        late: [],
        next: [],
      });
  });
});
