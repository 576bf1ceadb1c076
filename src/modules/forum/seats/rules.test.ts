import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import { holdingFault, mandateFault } from '../seating/rules.ts';
import {
  countsOn,
  earlier,
  groupsOn,
  holdingsOf,
  overlap,
  seatsOn,
  sittingOn,
  speaksFor,
  stretchesOf,
  within,
} from './rules.ts';
import type {
  CompositionId,
  ConstituencyId,
  Holding,
  HoldingId,
  Mandate,
  MandateId,
  Seat,
  SeatId,
  Seating,
  Span,
} from './schema.ts';

const START = day('2026-01-01');
const at = (n: number): PlainDate => addDays(START, n);
const GROUP = 'g' as ConstituencyId;

const seat = (number: number, from = 0, last: number | null = null): Seat => ({
  ...{ id: `s${number}` as SeatId, number, constituency: GROUP, composition: 'c' as CompositionId },
  ...{ from: at(from), last: last === null ? null : at(last), end: null },
});
const holding = (id: string, of: Seat, span: Span, mistake = false): Holding => ({
  ...{ id: id as HoldingId, seat: of.id, body: `b-${id}`, source: 'məktub', enteredOn: span.from, ...span },
  end: mistake ? { reason: 'x', enteredOn: span.from, mistake } : null,
});
const mandate = (id: string, of: Holding, kind: Mandate['kind'], person: string, span: Span): Mandate => ({
  ...{ id: id as MandateId, holding: of.id, kind, person, office: null, source: 'məktub', role: 'r' },
  ...{ enteredOn: span.from, end: null, ...span },
});
const seating = (given: Partial<Seating>): Seating => ({
  ...{ compositions: [], seats: [], holdings: [], mandates: [] },
  constituencies: [{ id: GROUP, position: 1, name: { az: 'QHT-lər' }, composition: 'c' as CompositionId }],
  ...given,
});
const span = (from: number, last: number | null): Span => ({ from: at(from), last: last === null ? null : at(last) });

/** Any span of the first two hundred days, perhaps without an end. */
const spans = fc
  .tuple(fc.integer({ min: 0, max: 150 }), fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }))
  .map(([from, length]) => span(from, length === null ? null : from + length));

/** Holdings as the program lets them be written: each was judged against those before it. */
const written = (of: Seat, wanted: readonly Span[]): readonly Holding[] => {
  const held: Holding[] = [];
  for (const [i, one] of wanted.entries())
    if (!holdingFault(seating({ seats: [of], holdings: held }), of, one)) held.push(holding(`h${i}`, of, one));
  return held;
};

describe('spans', () => {
  it('share a day exactly when some day counts in both', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const shared = Array.from({ length: 400 }, (_, n) => at(n)).some((one) => countsOn(a, one) && countsOn(b, one));
        expect(overlap(a, b)).toBe(shared);
        expect(overlap(b, a)).toBe(shared);
        if (within(a, b)) expect(shared).toBe(true);
      }),
    );
    expect([within(span(1, 3), span(1, 3)), within(span(1, null), span(1, 3)), within(span(0, 3), span(1, 3))]).toEqual(
      [...[true, false, false]],
    );
    expect([earlier(null, at(3)), earlier(at(2), at(3)), earlier(null, null)]).toEqual([at(3), at(2), null]);
  });
});

describe('holdings that were let in', () => {
  it('never overlap: on each day at most one organisation sits on a seat, and the seat is vacant or held', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 8 }), fc.integer({ min: 60, max: 200 }), (wanted, end) => {
        const chair = seat(1, 10, end);
        const all = seating({ seats: [chair], holdings: written(chair, wanted) });
        for (let n = 0; n < 220; n += 1) {
          const sitting = sittingOn(all, chair, at(n));
          expect(sitting !== null).toBe(n >= 10 && n <= end);
          const now = holdingsOf(all, chair.id).filter((one) => countsOn(one, at(n)));
          expect(now.length).toBeLessThanOrEqual(1);
          expect(sitting?.holding ?? null).toBe(sitting ? (now[0] ?? null) : null);
        }
      }),
    );
  });

  it('and the vacancies between them cover the time of a seat without a gap and without an overlap', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 8 }), (wanted) => {
        const chair = seat(1, 10, 190);
        const all = seating({ seats: [chair], holdings: written(chair, wanted) });
        const stretches = stretchesOf(all, chair);
        for (let n = 10; n <= 190; n += 1) expect(stretches.filter((one) => countsOn(one, at(n)))).toHaveLength(1);
        expect(stretches.filter((one) => countsOn(one, at(9)) || countsOn(one, at(191)))).toEqual([]);
        for (const one of stretches) expect(sittingOn(all, chair, one.from)?.holding ?? null).toBe(one.holding);
      }),
    );
  });

  it('lie within the time of the seat, and a mistake holds nothing', () => {
    const chair = seat(1, 10, 100);
    const none = seating({ seats: [chair] });
    const field = (one: Span) => holdingFault(none, chair, one)?.field ?? 'ok';
    expect([
      field(span(9, 20)),
      field(span(10, 100)),
      field(span(101, 110)),
      field(span(20, 19)),
      field(span(50, 101)),
    ]).toEqual(['from', 'ok', 'from', 'to', 'to']);
    const mistaken = seating({ seats: [chair], holdings: [holding('h', chair, span(10, null), true)] });
    expect(sittingOn(mistaken, chair, at(20))?.holding).toBeNull();
    expect(holdingFault(mistaken, chair, span(10, null))).toBeNull();
  });
});

describe('who may speak', () => {
  const chair = seat(7);
  const other = seat(8);
  const held = holding('h', chair, span(5, 90));
  const elsewhere = holding('e', other, span(0, null));
  const all = seating({
    seats: [other, chair],
    holdings: [held, elsewhere],
    mandates: [
      mandate('m1', held, 'representative', 'aynur', span(5, 40)),
      mandate('m2', held, 'alternate', 'bahar', span(10, null)),
      mandate('m3', elsewhere, 'representative', 'camal', span(0, null)),
    ],
  });

  it('is the representative and the alternate of the day, and nobody longer than the organisation holds the seat', () => {
    const may = (person: string, n: number, of = chair) => speaksFor(all, person, of, at(n));
    expect([may('aynur', 4), may('aynur', 5), may('aynur', 40), may('aynur', 41)]).toEqual([
      ...[null, 'representative', 'representative', null],
    ]);
    expect([may('bahar', 9), may('bahar', 10), may('bahar', 90), may('bahar', 91)]).toEqual([
      ...[null, 'alternate', 'alternate', null],
    ]);
    expect([may('camal', 20), may('camal', 20, other), may('aynur', 20, other)]).toEqual([
      null,
      'representative',
      null,
    ]);
  });

  it('is one person at a time in each way, and one person speaks for one seat', () => {
    const fault = (kind: Mandate['kind'], person: string | null, one: Span) =>
      mandateFault(all, held, { kind, person, ...one })?.message.key ?? 'ok';
    expect(fault('representative', null, span(40, null))).toBe('forum.wrong.mandate_held');
    expect(fault('representative', null, span(41, null))).toBe('ok');
    expect(fault('representative', 'camal', span(41, 60))).toBe('forum.wrong.speaks_already');
    expect(fault('representative', 'bahar', span(41, 60))).toBe('forum.wrong.speaks_already');
    expect(fault('representative', 'aynur', span(41, 60))).toBe('ok');
    expect(fault('representative', null, span(41, 91))).toBe('forum.wrong.too_late');
    expect(fault('alternate', null, span(0, 9))).toBe('forum.wrong.too_early');
  });

  it('is asked of the seats of the day, by number', () => {
    const grown = seating({ seats: [seat(9, 50), other, chair, seat(3, 0, 20)] });
    expect(seatsOn(grown, at(10)).map((one) => one.number)).toEqual([3, 7, 8]);
    expect(seatsOn(grown, at(60)).map((one) => one.number)).toEqual([7, 8, 9]);
    expect(groupsOn(grown, at(10)).map((group) => group.sittings.length)).toEqual([3]);
    expect(groupsOn(grown, addDays(START, -1))).toEqual([]);
  });
});
