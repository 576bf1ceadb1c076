import { describe, expect, test } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { preparedOf } from '#modules/meetings/desk/elections/rules.ts';
import type { Choice, Pile, Prepared } from '#modules/meetings/desk/elections/schema.ts';
import type { Operation, Snapshot, Step } from '#modules/meetings/desk/schema.ts';
import { walk } from '#modules/meetings/desk/steps/rules.ts';
import { electionFound, optionsOf } from './outcome.ts';

const HALF = { than: 'more_than', part: 1, whole: 2 } as const;
const bound = <T>(article: string, value: T) => ({ document: 'rules', article, value });
const options = ['1', '2', '3'].map((id) => ({ id, label: { az: `Namizəd ${id}` } }));

const prepared = (more: Partial<Prepared>): Prepared => ({
  ...{ id: 'b' as Prepared['id'], number: 7, item: 'i1', title: { az: 'Sədr' }, words: { az: 'Sədr seçilsin' } },
  ...{ kind: 'choice', method: null, decision: 'election', secrecy: 'secret', second: false, options, aside: [] },
  ...more,
});

const snapshot = (election: Partial<Prepared>, tie: 'lot' | 'chair' | 'again' | null = null): Snapshot => ({
  ...{ format: 1, desk: 'd', forum: { slug: 'durnasu', name: { az: 'Durnasu' }, languages: ['az'] } },
  meeting: { number: 3, title: { az: 'İclas' }, on: day('2026-11-23'), place: null, begun: true },
  constituencies: [{ id: 'c0', name: null }],
  seats: Array.from({ length: 9 }, (_, i) => ({
    ...{ key: `s${i + 1}`, number: i + 1, constituency: 'c0', organisation: { az: `Təşkilat ${i + 1}` } },
    ...{ filled: true, owes: true, bound: [] },
  })),
  items: [{ id: 'i1', number: '1', title: { az: 'Seçki' }, state: 'open', aside: [] }],
  elections: [prepared(election)],
  book: {
    rules: {
      quorum: bound('4.1', { all: { share: HALF, of: 'all' }, each: null, recused: false }),
      ordinary: bound('4.2', { all: { share: HALF, of: 'cast' }, each: null }),
      ...(tie ? { tie: bound('4.9', { how: tie }) } : {}),
    },
    topics: {},
  } as Snapshot['book'],
  presence: Array.from({ length: 9 }, (_, i) => ({ seat: `s${i + 1}`, way: 'hall' as const, carriedBy: null })),
});

let made = 0;
const op = (step: Step): Operation => {
  made += 1;
  return { ...step, id: `op-${made}`, at: '2026-11-23T10:00:00.000Z' };
};
const open = (again = false, of: readonly string[] = ['1', '2', '3']): Step => ({
  ...{ kind: 'election', election: again ? 'e2' : 'e1', item: 'i1', ballot: 'b', again, options: of },
});
const one = (at: number, n: number, of = 3): Pile => ({
  ...{ box: null, slip: Array.from({ length: of }, (_, i) => (i === at ? 1 : 0)), count: n },
});
const counted = (piles: readonly Pile[], election = 'e1'): readonly Step[] =>
  ([1, 2] as const).map((counter) => ({ kind: 'piles', election, counter, piles }));
const end = (election = 'e1', settled: Extract<Step, { kind: 'election_ended' }>['settled'] = []): Step => ({
  ...{ kind: 'election_ended', election, settled },
});

const held = (world: Snapshot, ...steps: readonly Step[]) => walk(world, steps.map(op));
const refusal = (world: Snapshot, ...steps: readonly Step[]) => held(world, ...steps).refused?.why.key ?? null;
function found(world: Snapshot, ...steps: readonly Step[]) {
  const { hall, refused } = held(world, ...steps);
  expect(refused).toBeNull();
  const election = hall.items[0]!.elections.at(-1)!;
  const of = preparedOf(world, election)!;
  return electionFound(world, hall, election, of, election.ended?.settled ?? []);
}

describe('an election at the desk', () => {
  test('by slips: who has more than half is elected', () => {
    const result = found(snapshot({}), open(), ...counted([one(0, 5), one(1, 3), one(2, 1)]), end())!.result;
    expect([result.verdict, result.option, result.stands[0]!.votes]).toEqual(['elected', '1', 5]);
  });

  test('where nobody has half the first two go into a second round, by new numbers, and that one is the last', () => {
    const world = snapshot({});
    const first = [open(), ...counted([one(0, 3), one(1, 4), one(2, 2)]), end()];
    expect(found(world, ...first)!.result).toMatchObject({ verdict: 'second_round', between: ['2', '1'] });
    const second = [...first, open(true, ['1', '2'])];
    const { hall } = held(world, ...second);
    const round = hall.items[0]!.elections[1]!;
    expect(optionsOf(round, prepared({})).map(({ id, label }) => [id, label.az])).toEqual([
      ['1', 'Namizəd 1'],
      ['2', 'Namizəd 2'],
    ]);
    const whole = [...second, ...counted([one(0, 4, 2), one(1, 5, 2)], 'e2'), end('e2')];
    expect(found(world, ...whole)!.result).toMatchObject({ verdict: 'elected', option: '2' });
    expect(refusal(world, ...whole, open(true, ['1', '2']))).toBe('meetings.desk.no.election');
  });

  test('a tie waits for the lot where the rules say so, and is kept with who drew it', () => {
    const world = snapshot({ kind: 'approval' }, 'lot');
    const both: Pile = { box: null, slip: [1, 1, 0], count: 6 };
    const steps = [open(), ...counted([both, one(2, 1)])];
    expect(found(world, ...steps)!.tie).toEqual({ article: '4.9', how: 'lot', between: ['1', '2'], goesOut: false });
    const lot = { how: 'lot', between: ['1', '2'], option: '2', by: '4 nömrəli yer', before: 'iclas' } as const;
    expect(found(world, ...steps, end('e1', [lot]))!.result).toMatchObject({ verdict: 'elected', option: '2' });
    expect(refusal(world, ...steps, end('e1', [{ ...lot, option: '3' }]))).toBe('meetings.desk.no.election');
  });

  test('by names: each is called, and an order of preference is counted', () => {
    const world = snapshot({ kind: 'ranked', method: 'schulze', secrecy: 'open' });
    const choice = (n: number, slip: Choice): Step => ({ kind: 'choice', election: 'e1', seat: `s${n}`, slip });
    const said = Array.from({ length: 9 }, (_, i) => choice(i + 1, i < 5 ? [2, 1, 3] : [1, 2, 3]));
    expect(refusal(world, open(), ...said.slice(1), end())).toBe('meetings.desk.no.uncalled');
    expect(found(world, open(), ...said, end())!.result).toMatchObject({ verdict: 'elected', option: '2' });
    expect(refusal(world, open(), ...counted([one(0, 1)]))).toBe('meetings.desk.no.counting');
  });

  test('without a quorum nobody is elected', () => {
    const away = ['s1', 's2', 's3', 's4', 's5'].map(
      (seat): Step => ({ kind: 'presence', seat, way: 'absent', carriedBy: null }),
    );
    const result = found(snapshot({}), ...away, open(), ...counted([one(0, 4)]), end())!.result;
    expect(result.verdict).toBe('no_quorum');
  });

  test('who stands aside by what the ballot is about takes no part', () => {
    const world = snapshot({ secrecy: 'open', aside: [{ key: 's1', who: 'seat' }] });
    const choice = (seat: string): Step => ({ kind: 'choice', election: 'e1', seat, slip: [1, 0, 0] });
    expect(refusal(world, open(), choice('s1'))).toBe('meetings.desk.no.may_not_vote');
    expect(refusal(world, open(), choice('s2'))).toBeNull();
    const secret = snapshot({ aside: [{ key: 's1', who: 'seat' }] });
    expect(refusal(secret, open(), ...counted([one(0, 9)]))).toBe('meetings.desk.no.too_many');
  });

  test.each<[string, readonly Step[]]>([
    ['meetings.desk.no.election', [open(false, ['1', '2'])]],
    ['meetings.desk.no.election', [open(false, ['2', '1', '3'])]],
    ['meetings.desk.no.election', [open(true, ['1', '2'])]],
    ['meetings.desk.no.election', [{ ...open(), ballot: 'x' } as Step]],
    ['meetings.desk.no.motion_open', [open(), { kind: 'item_ended', item: 'i1' }]],
    ['meetings.desk.no.motion_open', [open(), { kind: 'presence', seat: 's1', way: 'absent', carriedBy: null }]],
    ['meetings.desk.no.not_counted', [open(), end()]],
    [
      'meetings.desk.no.slips_differ',
      [open(), ...counted([one(0, 5)]).slice(0, 1), { ...counted([one(0, 4)])[1]! }, end()],
    ],
    ['meetings.desk.no.counts', [open(), ...counted([{ ...one(0, 1), slip: [1] }])]],
    ['meetings.desk.no.counts', [open(), ...counted([{ ...one(0, 1), box: 'x' }])]],
    ['meetings.desk.no.may_not_vote', [open(), { kind: 'choice', election: 'e1', seat: 's1', slip: [1, 0, 0] }]],
    ['meetings.desk.no.motion', [open(), end('e9')]],
  ])('%s', (key, steps) => {
    expect(refusal(snapshot({}), ...steps)).toBe(key);
  });

  test('what an earlier edition took out has no elections and is held as before', () => {
    const { elections: _, ...old } = snapshot({});
    expect(refusal(old, open())).toBe('meetings.desk.no.election');
    expect(refusal(old, { kind: 'note', item: 'i1', words: 'Qeyd' })).toBeNull();
  });
});
