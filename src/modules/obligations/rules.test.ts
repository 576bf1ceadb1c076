import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Lang } from '#core/i18n/lang.ts';
import { type SpecialDay, withDays } from '#core/time/calendar.ts';
import { AZERBAIJAN } from '#core/time/calendars/az.ts';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { lawOf } from './law/rules.ts';
import { type Explained, explain, inForce, type StateFacts, stateOn, whyOf } from './rules.ts';
import type { Rule, Span } from './schema.ts';

const EN = new Lang('en', SENTENCES.en);
const ZONE = 'Asia/Baku';

/** Counted from a day; for hours from 10:00 of it in Baku. */
function counted(on: PlainDate, span: Span, extensions: readonly Span[] = [], calendar = AZERBAIJAN): Explained {
  const trigger = { on, at: new Date(`${on}T06:00:00Z`), zone: ZONE };
  const found = explain(calendar, trigger, span, extensions);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
}
const spans: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ unit: fc.constant('working_days' as const), n: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ unit: fc.constant('days' as const), n: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ unit: fc.constant('months' as const), n: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ unit: fc.constant('hours' as const), n: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ unit: fc.constant('skipping_hours' as const), n: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ unit: fc.constant('per_year' as const), n: fc.constantFrom(1, 2, 3, 4, 6, 12) }),
);
const received = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(day('2018-01-01'), n));
const restDay = (date: PlainDate): SpecialDay => ({ date, kind: 'rest', names: [], called: { az: 'x' }, source: 'x' });
const end = (found: Explained): number => found.at?.getTime() ?? Date.parse(`${found.due}T20:00:00Z`);

describe('the due day', () => {
  it('of 7 working days received on 19 March 2026 is 8 April, with every day and its reason', () => {
    const found = counted(day('2026-03-19'), { unit: 'working_days', n: 7 });
    expect(found.due).toBe('2026-04-08');
    const skipped = found.days.filter((one) => !one.counted).map((one) => one.date);
    for (const off of [
      '2026-03-20',
      '2026-03-23',
      '2026-03-24',
      '2026-03-25',
      '2026-03-26',
      '2026-03-27',
      '2026-03-30',
    ])
      expect(skipped).toContain(off);
    expect(found.days.filter((one) => one.counted)).toHaveLength(7);
    expect(found.days.map((one) => one.date)).toEqual(
      Array.from({ length: 20 }, (_, i) => addDays(day('2026-03-20'), i)),
    );
    expect(whyOf(found.days[0]!, EN)).toBe('public holiday: Novruz, Ramazan');
  });

  it('of 48 hours skips whole days without work; of 24 hours by the clock none', () => {
    const skipping = counted(day('2026-03-19'), { unit: 'skipping_hours', n: 48 });
    // 14 hours of Thursday 19 March, 24 of Tuesday 31 March, 10 of Wednesday 1 April.
    expect(skipping.at?.toISOString()).toBe('2026-04-01T06:00:00.000Z');
    expect(skipping.days.filter((one) => one.counted).map((one) => one.n)).toEqual([14, 24, 10]);
    expect(counted(day('2026-03-19'), { unit: 'hours', n: 24 }).at?.toISOString()).toBe('2026-03-20T06:00:00.000Z');
  });

  it('of a month rolls forward, of a half-year does not, of a fixed day never moves', () => {
    expect(counted(day('2026-02-20'), { unit: 'months', n: 1 }).due).toBe('2026-03-31');
    expect(counted(day('2026-02-20'), { unit: 'days', n: 30 }).due).toBe('2026-03-31');
    expect(counted(day('2026-02-20'), { unit: 'per_year', n: 2 }).due).toBe('2026-06-30');
    expect(counted(day('2026-07-01'), { unit: 'per_year', n: 2 }).due).toBe('2026-12-31');
    expect(counted(day('2026-02-20'), { unit: 'on_day', on: day('2026-03-21') }).due).toBe('2026-03-21');
  });

  it('of an extension is counted from the due day before it', () => {
    const seven: Span = { unit: 'working_days', n: 7 };
    const longer = counted(day('2026-03-19'), seven, [seven]);
    expect(longer.due).toBe('2026-04-17');
    expect(longer.days.filter((one) => one.counted).map((one) => one.extension)).toEqual([
      ...Array(7).fill(0),
      ...Array(7).fill(1),
    ]);
  });
});

describe('law of counting, for every span', () => {
  it('a day without work that is added never makes a due day earlier', () => {
    fc.assert(
      fc.property(received, spans, fc.integer({ min: -5, max: 90 }), (on, span, offset) => {
        const extra = withDays(AZERBAIJAN, [restDay(addDays(on, offset))]);
        expect(end(counted(on, span, [], extra))).toBeGreaterThanOrEqual(end(counted(on, span)));
      }),
    );
  });

  it('a later receipt never gives an earlier due day', () => {
    fc.assert(
      fc.property(received, spans, fc.integer({ min: 0, max: 40 }), (on, span, later) => {
        expect(end(counted(addDays(on, later), span))).toBeGreaterThanOrEqual(end(counted(on, span)));
      }),
    );
  });

  it('the explanation holds exactly what was to be counted, in the order of days, up to the due day', () => {
    fc.assert(
      fc.property(received, spans, (on, span) => {
        const found = counted(on, span);
        const yes = found.days.filter((one) => one.counted);
        const dates = found.days.map((one) => one.date);
        expect(dates).toEqual([...dates].sort());
        expect(new Set(dates).size).toBe(dates.length);
        expect(dates.at(-1)).toBe(found.due);
        if (span.unit === 'working_days' || span.unit === 'days') expect(yes).toHaveLength(span.n);
        else if (span.unit === 'hours' || span.unit === 'skipping_hours')
          expect(yes.reduce((sum, one) => sum + (one.n ?? 0), 0)).toBeCloseTo(span.n, 6);
        else expect(yes).toHaveLength(1);
        for (const one of found.days) expect(whyOf(one, EN).length).toBeGreaterThan(3);
      }),
    );
  });

  test.each<[Span, string]>([
    [{ unit: 'working_days', n: 0 }, 'obligations.refused.span'],
    [{ unit: 'working_days', n: 10_000 }, 'obligations.refused.span'],
    [{ unit: 'days', n: 10_000 }, 'obligations.refused.span'],
    [{ unit: 'skipping_hours', n: 10_000 }, 'obligations.refused.span'],
    [{ unit: 'days', n: 1.5 }, 'obligations.refused.span'],
    [{ unit: 'per_year', n: 5 }, 'obligations.refused.per_year'],
    [{ unit: 'months', n: 120 }, 'core.due.outside'],
  ])('%j is refused with a sentence', (span, key) => {
    const trigger = { on: day('2026-03-19'), at: null, zone: ZONE };
    expect(explain(AZERBAIJAN, trigger, span)).toMatchObject({ ok: false, refusal: { message: { key } } });
  });

  it('hours without a moment of receipt are refused', () => {
    const trigger = { on: day('2026-03-19'), at: null, zone: ZONE };
    expect(explain(AZERBAIJAN, trigger, { unit: 'hours', n: 24 })).toMatchObject({
      refusal: { message: { key: 'obligations.refused.no_hour' } },
    });
  });
});

describe('the state', () => {
  const open: StateFacts = {
    ...{ dueOn: day('2026-04-08'), dueAt: null, neverOn: day('2026-10-05'), soonDays: 2, closed: null, closedOn: null },
  };
  const on = (date: string, facts: Partial<StateFacts> = {}) =>
    stateOn({ ...open, ...facts }, { today: day(date), now: new Date(`${date}T08:00:00Z`) });

  it('is a function of the date alone', () => {
    expect(
      ['2026-04-05', '2026-04-06', '2026-04-08', '2026-04-09', '2026-10-04', '2026-10-05'].map((d) => on(d)),
    ).toEqual(['due', 'due_soon', 'due_soon', 'overdue', 'overdue', 'never']);
    expect(on('2027-01-01', { closed: 'done', closedOn: day('2026-04-08') })).toBe('done');
    expect(on('2027-01-01', { closed: 'done', closedOn: day('2026-04-09') })).toBe('done_late');
    expect(on('2027-01-01', { closed: 'waived', closedOn: day('2026-04-09') })).toBe('waived');
  });

  it('of hours turns within the day', () => {
    expect(on('2026-04-08', { dueAt: new Date('2026-04-08T08:00:01Z') })).toBe('due_soon');
    expect(on('2026-04-08', { dueAt: new Date('2026-04-08T08:00:00Z') })).toBe('overdue');
  });

  it('never goes back as days pass', () => {
    const order = ['due', 'due_soon', 'overdue', 'never'];
    fc.assert(
      fc.property(received, fc.integer({ min: 0, max: 300 }), (from, later) => {
        const state = (date: PlainDate) => order.indexOf(on(date));
        expect(state(addDays(from, later))).toBeGreaterThanOrEqual(state(from));
      }),
    );
  });
});

it('the version of a rule that is in force is the latest that has begun', () => {
  const [answer] = lawOf('AZ') as [Rule];
  const longer: Rule = { ...answer, version: 2, from: day('2026-06-01'), span: { unit: 'working_days', n: 10 } };
  const ended: Rule = { ...answer, key: 'old', to: day('2020-01-01') };
  const at = (date: string) => inForce([answer, longer, ended], day(date)).map((rule) => rule.version);
  expect([at('2026-05-31'), at('2026-06-01'), at('2019-12-31'), at('2000-01-01')]).toEqual([[1], [2], [1, 1], []]);
});
