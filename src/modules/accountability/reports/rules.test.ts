import { describe, expect, it, test } from 'vitest';
import { addDays, day } from '#core/time/plain-date.ts';
import { contradicts, headsOf, periodsOwed, stateOn } from './rules.ts';
import type { ReportRule, RuleId } from './schema.ts';

const rule = (firstYear: number, times: 1 | 2): ReportRule => ({
  ...{ id: `rule-${firstYear}` as RuleId, firstYear, times, months: 3 },
  ...{ basis: { az: 'Qanun' }, basisUrl: null, channels: [] },
});
const spans = (rules: readonly ReportRule[], today: string) =>
  periodsOwed(rules, day(today)).map(({ rule: by, period }) => `${by.id} ${period.from} ${period.to}`);

describe('which reports are owed', () => {
  it('none without a rule, and none on a period that is not over', () => {
    expect(spans([], '2026-11-23')).toEqual([]);
    expect(spans([rule(2025, 1)], '2025-12-31')).toEqual([]);
    expect(spans([rule(2027, 1)], '2026-11-23')).toEqual([]);
  });

  it('from the day after the last one of the period', () => {
    expect(spans([rule(2025, 1)], '2026-01-01')).toEqual(['rule-2025 2025-01-01 2025-12-31']);
    expect(spans([rule(2026, 2)], '2026-07-01')).toEqual(['rule-2026 2026-01-01 2026-06-30']);
  });

  it('each year by the rule that began last, in whatever order they stand', () => {
    expect(spans([rule(2025, 2), rule(2024, 1)], '2026-01-01')).toEqual([
      'rule-2024 2024-01-01 2024-12-31',
      'rule-2025 2025-01-01 2025-06-30',
      'rule-2025 2025-07-01 2025-12-31',
    ]);
  });
});

const due = day('2026-03-31');
const open = { number: 1, closed: null, neverOn: addDays(due, 365) };
test.each([
  ['due on its last day', null, open, '2026-03-31', 'due'],
  ['late on the next', null, open, '2026-04-01', 'overdue'],
  ['not yet known while the body is told first', null, undefined, '2026-04-01', 'told'],
  ['missing after a year', null, open, '2027-03-31', 'missing'],
  ['given in time on the last day', '2026-03-31', undefined, '2026-05-01', 'done'],
  ['given late on the next', '2026-04-01', undefined, '2026-05-01', 'done_late'],
  ['not owed by an ended municipality', null, { ...open, closed: 'waived' as const }, '2026-05-01', 'ended'],
])('a report is %s', (_name, doneOn, clock, today, state) => {
  expect(stateOn({ dueOn: due, doneOn: doneOn ? day(doneOn) : null }, clock, day(today))).toBe(state);
});

const heads = { women: null, men: null, young: null, middle: null, older: null };
test('heads that nobody counted are unknown, not none; and no head is counted twice', () => {
  expect(headsOf(heads)).toBeNull();
  expect(headsOf({ ...heads, women: 0, men: 0 })).toBe(0);
  expect(headsOf({ ...heads, women: 12, men: 18, young: 10, middle: 15, older: 5 })).toBe(30);
  expect(headsOf({ ...heads, women: 12, young: 40 })).toBe(40);
});

test('both ways of counting contradict only when both are whole', () => {
  const whole = { women: 12, men: 18, young: 10, middle: 15, older: 5 };
  expect(contradicts(whole)).toBe(false);
  expect(contradicts({ ...whole, older: 6 })).toBe(true);
  expect(contradicts({ ...whole, older: null })).toBe(false);
});
