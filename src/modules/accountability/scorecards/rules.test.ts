import { expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import {
  alikeTo,
  decidedRows,
  middleOf,
  publicOn,
  rowOf,
  rowsOffered,
  scoreOf,
  sizeOf,
  stateOn,
  weightErrors,
} from './rules.ts';
import type { Card, Counted, Decision, Remark, RowKey } from './schema.ts';

const items = (...states: readonly ('published' | 'partly' | 'stale' | 'not_found' | 'unchecked')[]) =>
  states.map((state, i): Counted => ({ kind: 'item', key: `k${i}`, state }));
const offered = rowsOffered(false);
const wrong = (weights: Record<string, number>) =>
  weightErrors(weights, offered).map(({ field, message }) => `${field} ${message.key.split('.').at(-1)}`);

it('a formula knows its rows and weighs exactly the whole: no zero to divide by, no stranger, no part of a percent', () => {
  expect(wrong({ money: 60, reports: 40 })).toEqual([]);
  expect(wrong({ money: 60, reports: 30 })).toEqual(['weight_about sum']);
  expect(wrong({ money: 0 })).toEqual(['weight_about zero']);
  expect(wrong({})).toEqual(['weight_about zero']);
  expect(wrong({ money: 99.5, reports: 0.5 })).toEqual(['weight_money weight']);
  expect(wrong({ money: -10, reports: 110 })).toEqual(['weight_money weight']);
  expect(wrong({ money: 50, beauty: 50 })).toEqual(['weight_about row']);
  // Requests can be weighed only where somebody counts them.
  expect(wrong({ requests: 100 })).toEqual(['weight_about row']);
  expect(weightErrors({ requests: 100 }, rowsOffered(true))).toEqual([]);
});

it('a row is the mean of what is known, when enough is; what nobody checked is no zero', () => {
  expect(rowOf('money', 50, items('published', 'not_found', 'unchecked'), 60)).toMatchObject({
    ...{ known: 'yes', value: 500, n: 2, of: 3 },
  });
  expect(rowOf('money', 50, items('published', 'unchecked', 'unchecked'), 60)).toMatchObject({
    ...{ known: 'few', value: null, n: 1, of: 3 },
  });
  expect(rowOf('money', 50, items('partly', 'stale'), 60).value).toBe(500);
  expect(rowOf('reports', 50, [], 60)).toMatchObject({ known: 'no', value: null, n: 0, of: 0 });
  const late: Counted[] = [
    { kind: 'report', number: 1, state: 'done_late' },
    { kind: 'report', number: 2, state: 'told' },
    { kind: 'report', number: 3, state: 'due' },
  ];
  // A lateness that the body was not told of is not counted against it.
  expect(rowOf('reports', 50, late, 30)).toMatchObject({ n: 1, of: 3, value: 500 });
});

it('a score stands on enough of the weight that applies, and is never divided by zero', () => {
  const full = rowOf('money', 60, items('published'), 60);
  const empty = rowOf('acts', 40, items('unchecked'), 60);
  const not = rowOf('reports', 40, [], 60);
  expect(scoreOf([full, empty], 60)).toBe(1000);
  expect(scoreOf([full, empty], 61)).toBeNull();
  // What does not apply to this kind of body takes no part in the whole.
  expect(scoreOf([full, not], 100)).toBe(1000);
  expect(scoreOf([empty, not], 1)).toBeNull();
  expect(scoreOf([], 1)).toBeNull();
  expect(scoreOf([full, rowOf('acts', 40, items('not_found'), 60)], 60)).toBe(600);
});

const decision = (on: string, counted: number | null, taken = true): Decision => ({
  ...{ taken, counted, reason: { az: 'x' }, on: day(on) },
});
const remark = (row: RowKey | null, decided: Decision | null): Remark => ({
  ...{ id: 'r' as Remark['id'], position: 1, row, words: { az: 'x' }, decision: decided },
});

it('what is taken over of a remark counts instead of what was counted; what is not changes nothing', () => {
  const rows = [rowOf('money', 100, items('not_found'), 60), rowOf('acts', 0, items('unchecked'), 60)];
  expect(scoreOf(decidedRows(rows, [remark('money', decision('2026-11-20', 80))]), 60)).toBe(800);
  expect(scoreOf(decidedRows(rows, [remark('money', decision('2026-11-20', null, false))]), 60)).toBe(0);
  expect(scoreOf(decidedRows(rows, [remark('money', null), remark(null, decision('2026-11-20', null))]), 60)).toBe(0);
});

it('becomes public with the reply when its remarks are decided, or by the date alone', () => {
  const replyUntil = day('2026-11-10');
  const reply = (on: string) => ({ on: day(on), way: 'link' as const, ref: null, day: null });
  expect(publicOn({ replyUntil, reply: null, remarks: [] })).toBe('2026-11-11');
  expect(publicOn({ replyUntil, reply: reply('2026-11-05'), remarks: [] })).toBe('2026-11-05');
  const open = { replyUntil, reply: reply('2026-11-10'), remarks: [remark(null, null)] };
  expect([publicOn(open), stateOn(open, day('2027-01-01'))]).toEqual([null, 'deciding']);
  const decided = { ...open, remarks: [remark(null, decision('2026-11-20', null))] };
  expect([publicOn(decided), stateOn(decided, day('2026-11-19'))]).toEqual(['2026-11-20', 'deciding']);
  // A reply after the window holds nothing back.
  expect(publicOn({ ...open, reply: reply('2026-11-12') })).toBe('2026-11-11');
  expect(stateOn({ replyUntil, reply: null, remarks: [] }, replyUntil)).toBe('with_body');
});

it('is compared with bodies of its kind and size by the same formula only, and from three on', () => {
  const card = (number: number, body: string, more: Partial<Card> = {}): Card => ({
    ...{ id: `${number}` as Card['id'], number, body, formula: 'f' as Card['formula'], version: 1, enough: 60 },
    ...{ kind: 'municipality', size: 'small', rows: [], sentOn: day('2026-01-01'), replyUntil: day('2026-01-10') },
    ...{ reply: null, remarks: [], ...more },
  });
  const own = card(1, 'a');
  const others = [
    ...[own, card(2, 'b'), card(3, 'b'), card(4, 'c', { size: 'large' }), card(5, 'd', { kind: 'excom' })],
    ...[card(6, 'e', { formula: 'g' as Card['formula'] }), card(7, 'f', { replyUntil: day('2026-06-01') })],
  ];
  expect(alikeTo(own, others, day('2026-02-01')).map(({ number }) => number)).toEqual([3]);
  expect([middleOf([1, 2]), middleOf([1, null, 2]), middleOf([3, 1, 2]), middleOf([4, 1, 2, 3])]).toEqual([
    ...[null, null, 2, 3],
  ]);
  expect([sizeOf('municipality', 1_999), sizeOf('municipality', 2_000), sizeOf('municipality', 10_000)]).toEqual([
    ...['small', 'middle', 'large'],
  ]);
  expect([sizeOf('municipality', null), sizeOf('excom', 5_000)]).toEqual([null, null]);
});
