import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import {
  type AmendmentFacts,
  activeOn,
  changesBetween,
  changesBy,
  dueOn,
  type MeasureFacts,
  measureOn,
  movedBy,
  targetsOn,
  withdrawnOn,
} from './rules.ts';
import type { AmendmentId } from './schema.ts';

const first: MeasureFacts = {
  number: '1.3',
  title: { az: 'Terminallar' },
  text: { az: 'Səkkiz icmada terminal quraşdırılır.' },
  starts_on: day('2026-04-01'),
  due_on: day('2026-09-30'),
  due_text: '2026',
  budget_minor: 100_00,
  currency: 'AZN',
};
const START = day('2026-01-01');

const amendment = (id: string, on: string, changes: Partial<AmendmentFacts> = {}): AmendmentFacts => ({
  id: id as AmendmentId,
  effective_on: day(on),
  new_number: null,
  new_title: null,
  new_text: null,
  new_starts_on: null,
  new_due_on: null,
  new_budget_minor: null,
  new_currency: null,
  ...changes,
});

const someDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays(START, n));
const someAmendments = fc
  .array(
    fc.record({
      on: someDay,
      number: fc.option(fc.constantFrom('1.3', '1.4', '2.1')),
      due: fc.option(someDay),
      budget: fc.option(fc.integer({ min: 0, max: 9 })),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map((a, i) =>
      amendment(String(i), a.on, { new_number: a.number, new_due_on: a.due, new_budget_minor: a.budget }),
    ),
  );

describe('a measure on a day', () => {
  const amendments = [
    amendment('2', '2026-08-01', { new_due_on: day('2026-12-31'), new_number: '1.4' }),
    amendment('1', '2026-06-01', { new_due_on: day('2026-10-31') }),
  ];

  it('keeps its first text before any amendment, and takes each from its day on', () => {
    expect(measureOn(first, amendments, day('2026-05-31'))).toEqual(first);
    expect(measureOn(first, amendments, day('2026-06-01'))).toMatchObject({ due_on: '2026-10-31', due_text: null });
    expect(measureOn(first, amendments, day('2026-08-01'))).toMatchObject({ number: '1.4', due_on: '2026-12-31' });
  });

  it('does not depend on the order in which amendments are read', () => {
    fc.assert(
      fc.property(someAmendments, someDay, (list, on) => {
        expect(measureOn(first, [...list].reverse(), on)).toEqual(measureOn(first, list, on));
      }),
    );
  });

  it('has the due day that the whole measure has', () => {
    fc.assert(
      fc.property(someAmendments, someDay, (list, on) => {
        expect(dueOn(first, list, on)).toBe(measureOn(first, list, on).due_on);
      }),
    );
  });

  it('is not touched by amendments still to come', () => {
    fc.assert(
      fc.property(someAmendments, someDay, (list, on) => {
        const begun = list.filter((a) => a.effective_on <= on);
        expect(measureOn(first, begun, on)).toEqual(measureOn(first, list, on));
      }),
    );
  });

  it('differs from the first text by exactly the listed changes', () => {
    fc.assert(
      fc.property(someAmendments, (list) => {
        const last = measureOn(first, list, day('2199-01-01'));
        const fields = new Set(changesBetween(first, last).map((c) => c.field));
        expect(fields.has('due_on')).toBe(first.due_on !== last.due_on);
        expect(fields.has('number')).toBe(first.number !== last.number);
        expect(fields.has('budget')).toBe(first.budget_minor !== last.budget_minor);
        expect(changesBetween(last, last)).toEqual([]);
      }),
    );
  });
});

describe('the diff of one amendment', () => {
  it('stands against the state just before it, not against the first text', () => {
    const one = amendment('1', '2026-06-01', { new_due_on: day('2026-10-31') });
    const two = amendment('2', '2026-08-01', { new_due_on: day('2026-12-31'), new_text: { az: 'Yeni mətn' } });
    expect(changesBy(first, [two, one], two)).toEqual([
      { field: 'text', before: first.text, after: { az: 'Yeni mətn' } },
      { field: 'due_on', before: '2026-10-31', after: '2026-12-31', words: null },
    ]);
    expect(changesBy(first, [two, one], one)).toEqual([
      { field: 'due_on', before: '2026-09-30', after: '2026-10-31', words: '2026' },
    ]);
  });

  it('shows money with its currency', () => {
    const more = amendment('1', '2026-06-01', { new_budget_minor: 250_00 });
    expect(changesBy(first, [more], more)).toEqual([
      { field: 'budget', before: { minor: 10_000, currency: 'AZN' }, after: { minor: 25_000, currency: 'AZN' } },
    ]);
  });
});

describe('spans', () => {
  it('count the first and the last day', () => {
    const cell = { from_day: day('2026-03-01'), to_day: day('2026-05-31') };
    const on = (d: string): boolean => activeOn(cell, d as PlainDate);
    expect([on('2026-02-28'), on('2026-03-01'), on('2026-05-31'), on('2026-06-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(activeOn({ from_day: null, to_day: null }, START)).toBe(true);
  });

  it('hand one target over to the next without a gap', () => {
    const target = (value: number, due: string, from: string | null, to: string | null) => ({
      value,
      due_on: day(due),
      from_day: from ? day(from) : null,
      to_day: to ? day(to) : null,
    });
    const targets = [
      target(6, '2027-03-31', '2026-08-01', null),
      target(8, '2026-09-30', null, '2026-07-31'),
      target(2, '2026-06-30', null, null),
    ];
    expect(targetsOn(targets, day('2026-07-31')).map((t) => t.value)).toEqual([2, 8]);
    expect(targetsOn(targets, day('2026-08-01')).map((t) => t.value)).toEqual([2, 6]);
  });

  it('say who came and who left by an amendment', () => {
    const cells = [
      { id: 'a', amendment_in: null, amendment_out: 'x' },
      { id: 'b', amendment_in: 'x', amendment_out: null },
      { id: 'c', amendment_in: null, amendment_out: null },
    ];
    const { came, left } = movedBy(cells, 'x');
    expect([came.map((c) => c.id), left.map((c) => c.id)]).toEqual([['b'], ['a']]);
  });

  it('withdraw from the day of the decision on', () => {
    const withdrawal = { on_day: day('2026-05-05') };
    expect(withdrawnOn(withdrawal, day('2026-05-04'))).toBe(false);
    expect(withdrawnOn(withdrawal, day('2026-05-05'))).toBe(true);
    expect(withdrawnOn(null, day('2026-05-05'))).toBe(false);
  });
});
