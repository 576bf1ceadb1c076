import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../agenda/schema.ts';
import { missedInRow, presenceOf } from '../figures/rules.ts';
import type { ItemId } from '../schema.ts';
import { asideIn, attendanceFaults, isThere, presenceIn, standsAt } from './rules.ts';
import type { Elector, Hall, Said, Stand } from './schema.ts';

const [one, two] = ['item-1' as ItemId, 'item-2' as ItemId];
const item = (id: ItemId, number: number) => ({ id, number }) as Item;
const elector = (number: number, constituency: string, filled = true): Elector => ({
  ...{
    key: `s${number}`,
    number,
    seat: null,
    constituency,
    constituencyName: null,
    organisation: {},
    body: null,
    filled,
  },
});
const rows = [elector(1, 'a'), elector(2, 'a'), elector(3, 'b'), elector(4, 'b', false)];
const said = (key: string, way: Said['way'], from: ItemId | null = null, carriedBy: string | null = null): Said => ({
  ...{ key, way, from, carriedBy },
});
const hall = (entries: readonly Said[], given: Partial<Hall> = {}): Hall => ({
  ofGroup: false,
  electorate: {
    ...{ by: 'documents', book: { rules: {}, topics: {} }, faults: [], rows },
    voters: [
      { constituency: 'a', all: 2, filled: 2, name: null },
      { constituency: 'b', all: 2, filled: 1, name: null },
    ],
  },
  ...{ items: [item(one, 1), item(two, 2)], said: entries, asides: [], declared: new Map(), ...given },
});
const wayAt = (of: Hall, at: ItemId | null, key: string) => standsAt(of, at).get(key)?.way;

describe('who is there at an item', () => {
  it('is what was said last, from that item on; nobody said anything: not there', () => {
    const of = hall([said('s1', 'hall'), said('s1', 'absent', two), said('s2', 'hall', one)]);
    expect([wayAt(of, null, 's1'), wayAt(of, one, 's1'), wayAt(of, two, 's1')]).toEqual(['hall', 'hall', 'absent']);
    expect([wayAt(of, null, 's2'), wayAt(of, one, 's2'), wayAt(of, null, 's3')]).toEqual(['absent', 'hall', 'absent']);
  });

  it('is mended by a later entry from the same item, and an earlier item does not undo a later one', () => {
    const of = hall([said('s1', 'absent', two), said('s1', 'online', two), said('s1', 'hall')]);
    expect([wayAt(of, null, 's1'), wayAt(of, two, 's1')]).toEqual(['hall', 'online']);
  });

  it('counts no vacant seat, and every seat in one constituency only (property)', () => {
    const ways = fc.constantFrom('hall', 'online', 'alternate', 'excused', 'absent') as fc.Arbitrary<Said['way']>;
    const entry = fc.record({
      key: fc.constantFrom('s1', 's2', 's3', 's4'),
      way: ways,
      from: fc.constantFrom(null, one, two),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const of = hall(entries.map((each) => ({ ...each, carriedBy: null })));
        const there = [...standsAt(of, two)].filter(([key, { way }]) => key !== 's4' && isThere(way)).length;
        expect(presenceIn(of, two).reduce((sum, each) => sum + each.present, 0)).toBe(there);
      }),
    );
  });

  it('keeps aside whom the register binds as whoever is there, and whom the meeting heard', () => {
    const declared = new Map([[one, new Map([['s1', ['representative'] as const]])]]);
    const of = (way: Said['way']) => hall([said('s1', way), said('s2', 'hall')], { declared });
    expect([...asideIn(of('hall'), one)]).toEqual(['s1']);
    // Of the representative alone: the alternate is free.
    expect([...asideIn(of('alternate'), one)]).toEqual([]);
    const heard = hall([said('s2', 'hall')], { declared, asides: [{ item: one, key: 's2', aside: true }] });
    expect([...asideIn(heard, one)].toSorted()).toEqual(['s1', 's2']);
    // What was declared is not taken back at the table.
    const back = hall([said('s1', 'hall')], { declared, asides: [{ item: one, key: 's1', aside: false }] });
    expect([...asideIn(back, one)]).toEqual(['s1']);
    expect(presenceIn(back, one)[0]).toEqual({ constituency: 'a', present: 1, recused: 1 });
  });
});

describe('what the rules do not allow', () => {
  const rule = <T>(value: T) => ({ document: 'rules', article: '4.2', value });
  const faults = (rules: object, stands: Record<string, Stand>) =>
    attendanceFaults({ ...hall([]).electorate, book: { rules, topics: {} } }, new Map(Object.entries(stands))).map(
      ({ field, message }) => [field, message.key.split('.').at(-1), message.params?.article],
    );
  const there: Stand = { way: 'hall', carriedBy: null };
  const carried = (by: string): Stand => ({ way: 'proxy', carriedBy: by });

  it('is said with its article', () => {
    const none = { proxies: rule({ most: 0, within: false }), alternates: rule({ allowed: false }) };
    expect(faults(none, { s1: there, s2: carried('s1') })).toEqual([['way_s2', 'no_proxies', '4.2']]);
    expect(faults(none, { s1: { way: 'alternate', carriedBy: null } })).toEqual([['way_s1', 'no_alternates', '4.2']]);
    const one = { proxies: rule({ most: 1, within: true }) };
    expect(faults(one, { s1: there, s2: carried('s1') })).toEqual([]);
    expect(faults(one, { s1: there, s3: carried('s1') })).toEqual([['way_s3', 'proxy_within', '4.2']]);
    expect(
      faults({ proxies: rule({ most: 1, within: false }) }, { s1: there, s2: carried('s1'), s3: carried('s1') }),
    ).toEqual([['way_s1', 'proxies_many', '4.2']]);
    expect(faults(one, { s2: carried('s1') })).toEqual([['way_s2', 'no_carrier', undefined]]);
    expect(faults({}, { s4: there })).toEqual([['way_s4', 'vacant', undefined]]);
  });
});

describe('absence', () => {
  it('counts meetings missed in a row; an excuse neither counts nor ends it', () => {
    expect(missedInRow(['missed', 'excused', 'missed', 'there', 'missed'])).toBe(2);
    expect(missedInRow(['there', 'missed'])).toBe(0);
    expect(missedInRow([])).toBe(0);
    expect([presenceOf(['absent', 'hall']), presenceOf(['absent', 'excused']), presenceOf(['absent'])]).toEqual([
      ...['there', 'excused', 'missed'],
    ]);
  });
});
