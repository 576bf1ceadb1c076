import { expect, it } from 'vitest';
import { addDays, day } from '#core/time/plain-date.ts';
import type { CompositionId, ConstituencyId, HoldingId, Seat, SeatId, Seating } from '../seats/schema.ts';
import { figuresOn, totalOf } from './rules.ts';

const START = day('2026-01-01');
const [NGO, STATE] = ['ngo', 'state'] as ConstituencyId[] as [ConstituencyId, ConstituencyId];
const seat = (number: number, constituency: ConstituencyId): Seat => ({
  ...{ id: `s${number}` as SeatId, number, constituency, composition: 'c' as CompositionId, from: START, last: null },
  end: null,
});
const seating: Seating = {
  ...{ compositions: [], mandates: [], seats: [seat(1, NGO), seat(2, NGO), seat(3, STATE)] },
  constituencies: [NGO, STATE].map((id, i) => ({ id, position: i, name: {}, composition: 'c' as CompositionId })),
  holdings: [1, 2].map((n) => ({
    ...{ id: `h${n}` as HoldingId, seat: `s${n}` as SeatId, body: `b${n}`, source: 'm', from: START, enteredOn: START },
    ...{ last: n === 2 ? addDays(START, 50) : null, end: null },
  })),
};
const count = (constituency: ConstituencyId, n: number, women: number, men: number) => ({
  ...{ constituency, on: addDays(START, n), women, men, source: 'vərəq' },
});

it('what nobody counted is unknown, not zero; who is in neither number is unknown too', () => {
  const [ngo, state] = figuresOn(seating, [count(NGO, 5, 1, 0)], addDays(START, 10));
  expect(ngo).toMatchObject({ seats: 2, filled: 2, counted: { women: 1, men: 0, unknown: 1 } });
  expect(state).toMatchObject({ seats: 1, filled: 0, counted: null });
  expect(totalOf([ngo!, state!])).toEqual({ seats: 3, filled: 2, counted: null });
  const all = figuresOn(seating, [count(NGO, 5, 1, 0), count(STATE, 5, 0, 0)], addDays(START, 10));
  expect(totalOf(all)).toEqual({ seats: 3, filled: 2, counted: { women: 1, men: 0, unknown: 1 } });
});

it('a day is told by the latest count up to it, and never has less than nobody unknown', () => {
  const counts = [count(NGO, 5, 1, 0), count(NGO, 20, 1, 1)];
  expect(figuresOn(seating, counts, addDays(START, 4))[0]?.counted).toBeNull();
  expect(figuresOn(seating, counts, addDays(START, 19))[0]?.counted?.men).toBe(0);
  expect(figuresOn(seating, counts, addDays(START, 60))[0]).toMatchObject({ filled: 1, counted: { unknown: 0 } });
});
