import { describe, expect, test } from 'vitest';
import type { Rulebook } from '#modules/forum/contract.ts';
import type { RollRow } from '../schema.ts';
import { messageFor } from '../verifying/papers/rules.ts';
import { ALL, trackerOf, unanimousUrns, urnNamed, urnOf, urnsFor, weakUrns } from './rules.ts';
import type { UrnVote } from './schema.ts';

const share = { than: 'more_than', part: 1, whole: 2 } as const;
const bookOf = (each: boolean): Rulebook => ({
  rules: {
    ordinary: {
      ...{ document: 'rules', article: '8.2' },
      value: { all: { share, of: 'cast' }, each: each ? { share, of: 'cast' } : null },
    },
  },
  topics: {},
});
const voters = [
  { constituency: 'ngo', filled: 12 },
  { constituency: 'state', filled: 4 },
  { constituency: 'council', filled: 0 },
];
const rowOf = (constituency: string, number: number, more: Partial<RollRow> = {}): RollRow => ({
  ...{ key: `k${number}`, number, seat: null, constituency, organisation: {}, body: null },
  ...{ filled: true, recused: 'nobody' as const, ...more },
});
const rows = (constituency: string, n: number, from: number): RollRow[] =>
  Array.from({ length: n }, (_, i) => rowOf(constituency, from + i));
const voteOf = (id: string, slip: UrnVote['slip'], constituency = ALL): UrnVote => ({
  ...{ id, constituency, slip, prepared: '', signature: '' },
});

describe('urns', () => {
  test('one for all, and apart only where the rules count apart and somebody votes', () => {
    expect(urnsFor(bookOf(false), 'election', voters)).toEqual([ALL]);
    expect(urnsFor(bookOf(true), 'election', voters)).toEqual(['ngo', 'state']);
    expect(urnsFor({ rules: {}, topics: {} }, 'plan', voters)).toEqual([ALL]);
    expect([urnOf([ALL], rowOf('ngo', 1)), urnOf(['ngo', 'state'], rowOf('state', 1))]).toEqual([ALL, 'state']);
    expect(urnOf(['ngo'], rowOf('council', 1))).toBeNull();
  });

  test('are weak below eleven voters: who is recused, and whose seat is vacant, hides nobody', () => {
    const ten = rows('ngo', 10, 1);
    expect(weakUrns([ALL], [...ten, rowOf('state', 11)])).toEqual([]);
    expect(
      weakUrns([ALL], [...ten, rowOf('state', 11, { recused: 'seat' }), rowOf('ngo', 12, { filled: false })]),
    ).toEqual([{ constituency: ALL, voters: 10 }]);
    expect(weakUrns(['ngo', 'state'], [...rows('ngo', 11, 1), ...rows('state', 4, 20)])).toEqual([
      { constituency: 'state', voters: 4 },
    ]);
  });

  test('the threshold is the least number at which four of five like-minded are all alike in at most one case of ten', () => {
    const alike = (n: number) => 0.8 ** n + 0.2 ** n;
    expect([alike(10) > 0.1, alike(11) <= 0.1]).toEqual([true, true]);
  });

  test('tell after closing when all their papers say the same', () => {
    const mixed = [voteOf('1', 'for'), voteOf('2', 'against')];
    expect(unanimousUrns(mixed)).toEqual([]);
    expect(unanimousUrns([])).toEqual([]);
    expect(unanimousUrns([voteOf('1', [2, 1]), voteOf('2', [2, 1])])).toEqual([{ constituency: ALL, voters: 2 }]);
    expect(
      unanimousUrns([...mixed.map((one) => ({ ...one, constituency: 'ngo' })), voteOf('3', 'for', 'state')]),
    ).toEqual([{ constituency: 'state', voters: 1 }]);
  });
});

describe('papers', () => {
  const ballot = '01900000-0000-7000-8000-000000000001';
  const preparedFor = (message: string) =>
    Uint8Array.from([...new Uint8Array(32).fill(7), ...new TextEncoder().encode(message)]);

  test('name their ballot and urn, and no other', () => {
    expect(urnNamed(preparedFor(messageFor(ballot, 'ngo')), ballot, ['ngo', 'state'])).toBe('ngo');
    expect(urnNamed(preparedFor(messageFor(ballot, ALL)), ballot, [ALL])).toBe(ALL);
    expect(urnNamed(preparedFor(messageFor(ballot, 'ngo')), ballot, ['state'])).toBeNull();
    const other = '01900000-0000-7000-8000-000000000002';
    expect(urnNamed(preparedFor(messageFor(other, ALL)), ballot, [ALL])).toBeNull();
    expect(urnNamed(new Uint8Array(31), ballot, [ALL])).toBeNull();
  });

  test('have a code of twelve letters that follows from their id alone', () => {
    expect(trackerOf('00'.repeat(32))).toBe('0000-0000-0000');
    expect(trackerOf('ff'.repeat(32))).toBe('ZZZZ-ZZZZ-ZZZZ');
    expect(trackerOf(`${'01'.repeat(12)}${'ff'.repeat(20)}`)).toBe('1111-1111-1111');
  });
});
