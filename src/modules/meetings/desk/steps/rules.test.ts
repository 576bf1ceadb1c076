import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import type { AttendanceWay as Way } from '../../schema.ts';
import { countedPresence, openItem, openMotion, presenceIn, votesOf } from '../rules.ts';
import type { Count, Mark, Operation, Snapshot, Step } from '../schema.ts';
import { walk } from './rules.ts';

const HALF = { than: 'more_than', part: 1, whole: 2 } as const;
const bound = <T>(article: string, value: T) => ({ document: 'rules', article, value });
const GROUPS = [4, 6, 5, 8];

/** 23 seats in four constituencies; the last seat is vacant, seat 2 stands aside in the second item. */
const SNAPSHOT: Snapshot = {
  format: 1,
  desk: 'd',
  forum: { slug: 'durnasu', name: { az: 'Durnasu' }, languages: ['az'] },
  meeting: { number: 3, title: { az: 'İclas' }, on: day('2026-11-23'), place: { az: 'Zal' }, begun: false },
  constituencies: GROUPS.map((_, i) => ({ id: `c${i}`, name: { az: `Qrup ${i}` } })),
  seats: GROUPS.flatMap((n, i) => Array.from({ length: n }, () => `c${i}`)).map((constituency, i) => ({
    ...{ key: `s${i + 1}`, number: i + 1, constituency, organisation: { az: `Təşkilat ${i + 1}` } },
    ...{ filled: i < 22, owes: i < 22, bound: i === 1 ? [{ item: 'i2', as: ['representative'] as const }] : [] },
  })),
  items: ['i1', 'i2', 'i3'].map((id, i) => ({
    id,
    number: String(i + 1),
    title: { az: id },
    state: 'waiting' as const,
    aside: [],
  })),
  book: {
    rules: {
      quorum: bound('4.1', { all: { share: HALF, of: 'all' }, each: null, recused: false }),
      ordinary: bound('4.2', { all: { share: HALF, of: 'cast' }, each: null }),
      alternates: bound('2.5', { allowed: true }),
      proxies: bound('2.6', { most: 1, within: true }),
    },
    topics: {},
  },
  presence: [{ seat: 's1', way: 'hall', carriedBy: null }],
};

let made = 0;
const op = (step: Step): Operation => {
  made += 1;
  return { ...step, id: `op-${made}`, at: `2026-11-23T10:00:${String(made % 60).padStart(2, '0')}.000Z` };
};
const here = (n: number, way: Way = 'hall', carriedBy: string | null = null): Step => ({
  ...{ kind: 'presence', seat: `s${n}`, way, carriedBy },
});
const ITEM: readonly Step[] = [{ kind: 'meeting_begun' }, { kind: 'item_begun', item: 'i1' }];
const motion = (counting: 'names' | 'hands' | 'slips', item = 'i1'): Step => ({
  ...{
    kind: 'motion',
    motion: 'm',
    item,
    words: 'Qəbul edilsin',
    decision: 'ordinary',
    counting,
    reason: counting === 'slips' ? 'Gizli istəndi' : null,
  },
});
const mark = (n: number, said: Mark): Step => ({ kind: 'mark', motion: 'm', seat: `s${n}`, mark: said });
const counts = (...rows: readonly (readonly [number, number, number])[]): readonly Count[] =>
  GROUPS.map((_, i) => {
    const [yes = 0, no = 0, none = 0] = rows[i] ?? [];
    return { constituency: `c${i}`, for: yes, against: no, abstain: none, spoilt: 0 };
  });
const END: Step = { kind: 'motion_ended', motion: 'm', chair: null };

const walked = (...steps: readonly Step[]) => walk(SNAPSHOT, steps.map(op));
const refusal = (...steps: readonly Step[]): string | null => walked(...steps).refused?.why.key ?? null;

describe('what follows from the steps at the desk', () => {
  test('attendance begins with what the site knew, and the latest word on a seat counts', () => {
    const { hall } = walked(here(2), here(3, 'online'), here(2, 'excused'));
    const there = presenceIn(SNAPSHOT, hall, null).filter((one) => one.way !== 'absent');
    expect(there.map(({ seat, way }) => [seat, way])).toEqual([
      ['s1', 'hall'],
      ['s2', 'excused'],
      ['s3', 'online'],
    ]);
    expect(countedPresence(SNAPSHOT, presenceIn(SNAPSHOT, hall, null))[0]).toEqual({
      ...{ constituency: 'c0', all: 4, filled: 4, present: 2, recused: 0 },
    });
  });

  test('names called one by one give the votes of each constituency, at the presence of the end', () => {
    const { hall, refused } = walked(
      ...ITEM,
      here(5),
      motion('names'),
      mark(1, 'for'),
      mark(5, 'against'),
      END,
      here(6),
    );
    expect(refused).toBeNull();
    const [held] = hall.items[0]!.motions;
    expect(votesOf(SNAPSHOT, held!)!.slice(0, 2)).toEqual([
      { constituency: 'c0', for: 1, against: 0, abstain: 0, spoilt: 0 },
      { constituency: 'c1', for: 0, against: 1, abstain: 0, spoilt: 0 },
    ]);
    expect(held!.ended!.presence.filter((one) => one.way === 'hall')).toHaveLength(2);
  });

  test('a seat that stands aside in an item does not vote there; its alternate may, where only the representative is bound', () => {
    const second = (way: Way): readonly Step[] => [
      { kind: 'meeting_begun' },
      here(2, way),
      { kind: 'item_begun', item: 'i2' },
    ];
    const vote = [motion('names', 'i2'), mark(2, 'for')];
    const aside = (is: boolean): Step => ({ kind: 'recusal', item: 'i2', seat: 's2', aside: is });
    expect(refusal(...second('hall'), ...vote)).toBe('meetings.desk.no.may_not_vote');
    // What was declared in the register is not taken back at the table.
    expect(refusal(...second('hall'), aside(false), ...vote)).toBe('meetings.desk.no.may_not_vote');
    expect(refusal(...second('alternate'), ...vote)).toBeNull();
    expect(refusal(...second('alternate'), aside(true), ...vote)).toBe('meetings.desk.no.may_not_vote');
    expect(refusal(...second('alternate'), aside(true), aside(false), ...vote)).toBeNull();
  });

  test('a meeting that had begun goes on where it was', () => {
    const items = SNAPSHOT.items.map((one, i) => ({ ...one, state: (['ended', 'open', 'waiting'] as const)[i]! }));
    const taken = { ...SNAPSHOT, items, meeting: { ...SNAPSHOT.meeting, begun: true } };
    const on = (...steps: readonly Step[]) => walk(taken, steps.map(op)).refused?.why.key ?? null;
    expect(on({ kind: 'meeting_begun' })).toBe('meetings.desk.no.begun');
    expect(on({ kind: 'item_begun', item: 'i3' })).toBe('meetings.desk.no.item_open');
    expect(on({ kind: 'item_ended', item: 'i2' }, { kind: 'item_begun', item: 'i1' })).toBe('meetings.desk.no.item');
    expect(on({ kind: 'item_ended', item: 'i2' }, { kind: 'item_begun', item: 'i3' })).toBeNull();
  });

  test('two people must count the slips alike', () => {
    const count = (counter: 1 | 2, yes: number): Step => ({
      ...{ kind: 'slips', motion: 'm', counter, counts: counts([yes, 2 - yes, 0]) },
    });
    const open = [...ITEM, here(2), motion('slips')];
    expect(refusal(...open, END)).toBe('meetings.desk.no.not_counted');
    expect(refusal(...open, count(1, 2), count(2, 1), END)).toBe('meetings.desk.no.slips_differ');
    expect(refusal(...open, count(1, 2), count(2, 1), count(2, 2), END)).toBeNull();
  });

  test('a secret vote where the rules ask for an open one needs its reason', () => {
    const secret = { ...motion('slips'), reason: null } as Step;
    expect(refusal(...ITEM, secret)).toBe('meetings.desk.no.secrecy');
    expect(refusal(...ITEM, motion('slips'))).toBeNull();
    expect(refusal(...ITEM, motion('hands'))).toBeNull();
  });

  test('more hands than seats cannot be', () => {
    const hands = (rows: readonly Count[]): Step => ({ kind: 'hands', motion: 'm', counts: rows });
    const open = [...ITEM, here(2), motion('hands')];
    expect(refusal(...open, hands(counts([2, 1, 0])))).toBe('meetings.desk.no.too_many');
    expect(refusal(...open, hands(counts([1.5, 0, 0])))).toBe('meetings.desk.no.counts');
    expect(refusal(...open, hands(counts([1, 1, 0]).slice(1)))).toBe('meetings.desk.no.counts');
    expect(refusal(...open, hands(counts([1, 1, 0])), END)).toBeNull();
  });

  test('a proxy is carried by who is there, by the rules, and ends when that one leaves', () => {
    expect(refusal(here(2, 'proxy', 's9'))).toBe('meetings.desk.no.carrier');
    expect(refusal(here(2, 'proxy', 's2'))).toBe('meetings.desk.no.carrier');
    expect(refusal(here(5), here(2, 'proxy', 's5'))).toBe('meetings.desk.no.proxy_within');
    expect(refusal(here(2, 'proxy', 's1'), here(3, 'proxy', 's1'))).toBe('meetings.desk.no.proxies');
    const { hall } = walked(here(2, 'proxy', 's1'), here(1, 'absent'));
    expect(hall.ways.get('s2')).toEqual({ way: 'absent', carriedBy: null });
  });

  test.each<[string, readonly Step[]]>([
    ['meetings.desk.no.not_begun', [{ kind: 'item_begun', item: 'i1' }]],
    ['meetings.desk.no.item_open', [...ITEM, { kind: 'item_begun', item: 'i2' }]],
    ['meetings.desk.no.item_open', [...ITEM, { kind: 'meeting_ended' }]],
    ['meetings.desk.no.item', [...ITEM, { kind: 'item_ended', item: 'i1' }, { kind: 'item_begun', item: 'i1' }]],
    ['meetings.desk.no.no_item', [{ kind: 'meeting_begun' }, motion('hands')]],
    ['meetings.desk.no.motion_open', [...ITEM, motion('hands'), here(2)]],
    ['meetings.desk.no.motion_open', [...ITEM, motion('hands'), { kind: 'item_ended', item: 'i1' }]],
    ['meetings.desk.no.uncalled', [...ITEM, motion('names'), END]],
    ['meetings.desk.no.vacant', [here(23)]],
    ['meetings.desk.no.seat', [here(24)]],
    ['meetings.desk.no.ended', [{ kind: 'meeting_begun' }, { kind: 'meeting_ended' }, here(2)]],
    ['meetings.desk.no.undo', [{ kind: 'undone', of: 'op-0' }]],
  ])('%s', (key, steps) => {
    expect(refusal(...steps)).toBe(key);
  });

  test('taking back leads to exactly the hall before, and not past the end of an item', () => {
    const steps: readonly Step[] = [
      ...ITEM,
      here(2),
      here(5, 'online'),
      motion('names'),
      mark(1, 'for'),
      mark(2, 'for'),
    ];
    void fc.assert(
      fc.property(fc.integer({ min: 0, max: steps.length }), (back) => {
        const done = steps.map(op);
        const undone = done.slice(done.length - back).reverse();
        const all = [...done, ...undone.map(({ id }) => op({ kind: 'undone', of: id }))];
        const both = walk(SNAPSHOT, all);
        expect(both.refused).toBeNull();
        expect(both.standing).toEqual(done.slice(0, done.length - back));
        expect(both.hall).toEqual(walk(SNAPSHOT, done.slice(0, done.length - back)).hall);
      }),
    );
    const ended = [...ITEM, { kind: 'item_ended', item: 'i1' } as const].map(op);
    const last = op({ kind: 'undone', of: ended.at(-1)!.id });
    expect(walk(SNAPSHOT, [...ended, last]).refused?.why.key).toBe('meetings.desk.no.undo');
  });

  test('whatever is pressed, what was let pass stays lawful', () => {
    const seats = fc.integer({ min: 1, max: 23 });
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.constantFrom<Step>(...ITEM, motion('names'), motion('hands'), END, { kind: 'item_ended', item: 'i1' }),
      fc.tuple(seats, fc.constantFrom<Way>('hall', 'online', 'absent')).map(([n, way]) => here(n, way)),
      fc.tuple(seats, seats).map(([n, by]) => here(n, 'proxy', `s${by}`)),
      fc.tuple(seats, fc.constantFrom<Mark>('for', 'against', 'abstain')).map(([n, said]) => mark(n, said)),
    );
    void fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (pressed) => {
        const kept: Operation[] = [];
        for (const one of pressed.map(op)) if (!walk(SNAPSHOT, [...kept, one]).refused) kept.push(one);
        const { hall } = walk(SNAPSHOT, kept);
        for (const place of countedPresence(SNAPSHOT, presenceIn(SNAPSHOT, hall, openItem(hall)?.id ?? null)))
          expect(place.present).toBeLessThanOrEqual(place.filled);
        for (const [, one] of hall.ways) {
          const carrier = one.carriedBy ? hall.ways.get(one.carriedBy) : null;
          expect(one.way === 'proxy').toBe(carrier?.way === 'hall' || carrier?.way === 'online');
        }
        expect(hall.items.flatMap((item) => item.motions).filter((one) => one.ended === null).length).toBe(
          openMotion(hall) ? 1 : 0,
        );
      }),
    );
  });
});
