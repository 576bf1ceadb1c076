import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay, type SpecialDay, withDays } from './calendar.ts';
import { AZERBAIJAN } from './calendars/az.ts';
import { calendarOf } from './calendars/known.ts';
import { dueAnswer } from './due.ts';
import { addDays, day, daysBetween, type PlainDate } from './plain-date.ts';
import { stepOf } from './step.ts';
import { dueAfterDays, dueAfterMonths, dueAfterWorkingDays, workingDayAfter } from './working-days.ts';

const spelled = (said: { key: string; params?: object }): string => `${said.key} ${JSON.stringify(said.params ?? {})}`;
const received = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(day('2016-01-01'), n));
const span = fc.integer({ min: 0, max: 120 });
const dueOf = (from: PlainDate, n: number, calendar = AZERBAIJAN): PlainDate => workingDayAfter(calendar, from, n);

describe('working days', () => {
  test('a request of 19 March 2026 is due on 8 April', () => {
    const result = dueAfterWorkingDays(AZERBAIJAN, day('2026-03-19'), 7);
    if (!result.ok) throw new Error(result.refusal.message.key);
    expect(result.value.due).toBe('2026-04-08');
    expect(result.value.days).toHaveLength(20);
    expect(result.value.days.filter(({ counted }) => counted).map(({ date }) => date)).toEqual([
      '2026-03-31',
      '2026-04-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-06',
      '2026-04-07',
      '2026-04-08',
    ]);
  });

  test('exactly n days are counted, every day between is listed, and the last one counts', () => {
    fc.assert(
      fc.property(received, span, (from, n) => {
        const result = dueAfterWorkingDays(AZERBAIJAN, from, n);
        if (!result.ok) throw new Error('refused');
        const { due, days } = result.value;
        expect(days.map(({ date }) => date)).toEqual(days.map((_, i) => addDays(from, i + 1)));
        expect(days.filter(({ counted }) => counted)).toHaveLength(n);
        expect(daysBetween(from, due)).toBe(days.length);
        if (n > 0) expect(isWorkingDay(AZERBAIJAN, due)).toBe(true);
      }),
    );
  });

  test('a later receipt is never due earlier', () => {
    fc.assert(
      fc.property(
        received,
        fc.integer({ min: 0, max: 30 }),
        span,
        (from, later, n) => dueOf(addDays(from, later), n) >= dueOf(from, n),
      ),
    );
  });

  test('one more day off never makes it earlier, one more working day never later', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 90 }), (from, n, at) => {
        const date = addDays(from, at);
        const extra = (kind: SpecialDay['kind']): SpecialDay => ({ date, kind, names: [], source: 'test' });
        const due = dueOf(from, n);
        expect(dueOf(from, n, withDays(AZERBAIJAN, [extra('rest')])) >= due).toBe(true);
        expect(dueOf(from, n, withDays(AZERBAIJAN, [extra('working')])) <= due).toBe(true);
      }),
    );
  });

  test.each([
    [-1, 'core.due.bad_number'],
    [1.5, 'core.due.bad_number'],
    [Number.NaN, 'core.due.bad_number'],
    [10_000, 'core.due.bad_number'],
  ])('%d working days are refused', (n, key) => {
    expect(dueAfterWorkingDays(AZERBAIJAN, day('2026-03-19'), n)).toMatchObject({
      ok: false,
      refusal: { message: { key } },
    });
  });

  test('years that the calendar does not know are refused, not guessed', () => {
    for (const from of ['2015-12-31', '2035-12-30', '2040-01-01']) {
      expect(dueAfterWorkingDays(AZERBAIJAN, day(from), 7)).toMatchObject({
        refusal: { message: { key: 'core.due.outside' } },
      });
    }
  });

  test('no days at all: the day itself', () => {
    expect(dueOf(day('2026-03-21'), 0)).toBe('2026-03-21');
  });
});

describe('calendar days and months', () => {
  test('a term that ends on a rest day ends on the next working day, and says so day by day', () => {
    const result = dueAfterDays(AZERBAIJAN, day('2026-03-10'), 15);
    if (!result.ok) throw new Error('refused');
    expect(result.value.due).toBe('2026-03-31');
    expect(result.value.days.filter(({ counted }) => counted)).toHaveLength(15);
    expect(result.value.days).toHaveLength(21);
  });

  test('months end on the last day where the day is missing, and roll forward', () => {
    const due = (from: string, months: number) => {
      const result = dueAfterMonths(AZERBAIJAN, day(from), months);
      return result.ok ? result.value.due : null;
    };
    expect(due('2026-01-31', 1)).toBe('2026-03-02');
    expect(due('2024-01-31', 1)).toBe('2024-02-29');
    expect(due('2026-03-19', 0)).toBe('2026-03-19');
    expect(due('2026-03-19', 121)).toBeNull();
  });

  test('never on a rest day, never before the plain date', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 400 }), (from, n) => {
        const result = dueAfterDays(AZERBAIJAN, from, n);
        if (!result.ok) throw new Error('refused');
        expect(isWorkingDay(AZERBAIJAN, result.value.due)).toBe(true);
        expect(daysBetween(from, result.value.due)).toBeGreaterThanOrEqual(n);
      }),
    );
  });
});

describe('ortaq due', () => {
  const ask = (country: string, from: string, workingDays: string) =>
    dueAnswer({ country, received: from, workingDays }, spelled, calendarOf(country));

  test('the answer has the fixed shape', () => {
    const answer = ask('az', '2026-03-19', '7');
    expect(answer).toMatchObject({
      ok: true,
      value: { country: 'AZ', received: '2026-03-19', workingDays: 7, due: '2026-04-08' },
    });
    if (!answer.ok) return;
    expect(answer.value.days[0]).toEqual({
      date: '2026-03-20',
      counted: false,
      reason: 'core.due.holiday {"name":"core.due.az.novruz {}, core.due.az.ramazan {}","n":""}',
      source: '1news.az, 19 March 2026; Cabinet of Ministers No 362 of 2 December 2025',
    });
  });

  test('what is not certain is said in the reason', () => {
    const answer = ask('AZ', '2027-04-01', '1');
    expect(answer.ok && answer.value.days[0]?.reason).toContain('core.due.why.no_decision');
  });

  test.each([
    ['XX', '2026-03-19', '7', 'core.due.unknown_country'],
    ['AZ', '2026-02-30', '7', 'core.due.bad_date'],
    ['AZ', '19.03.2026', '7', 'core.due.bad_date'],
    ['AZ', '2026-03-19', '', 'core.due.bad_number'],
    ['AZ', '2026-03-19', '-7', 'core.due.bad_number'],
    ['AZ', '2026-03-19', '1e3', 'core.due.bad_number'],
    ['AZ', '2026-03-19', '10000', 'core.due.bad_number'],
    ['AZ', '2035-12-20', '7', 'core.due.outside'],
  ])('%s %s %s is refused', (country, from, n, key) => {
    expect(ask(country, from, n)).toMatchObject({ ok: false, refusal: { kind: 'bad_input', message: { key } } });
  });
});

test.each([
  ['+12d', 12 * 86_400_000],
  [' +2w ', 14 * 86_400_000],
  ['+90min', 5_400_000],
  ['+1h', 3_600_000],
  ['-1d', null],
  ['12d', null],
  ['+0d', null],
  ['+1y', null],
  ['+4000d', null],
])('a step in time: %j', (text, ms) => {
  const result = stepOf(text);
  expect(result.ok ? result.value : null).toBe(ms);
});
