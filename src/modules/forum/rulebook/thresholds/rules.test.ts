import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Base, Bound, Decision, Majority, Rulebook, RuleValues, Share, Tie, Votes } from '../schema.ts';
import { hasQuorum, leastOf, passes, reaches } from './rules.ts';

const bound = <T>(article: string, value: T): Bound<T> => ({ document: 'rules', article, value });
const HALF: Share = { than: 'more_than', part: 1, whole: 2 };
const THIRDS: Share = { than: 'at_least', part: 2, whole: 3 };
const share = (of: Share, base: Base = 'cast') => ({ share: of, of: base });

const book = (rules: Rulebook['rules']): Rulebook => ({ rules, topics: {} });
const quorum = (all: Share, given: Partial<RuleValues['quorum']> = {}) =>
  book({ quorum: bound('8', { all: share(all, 'filled'), each: null, recused: true, ...given }) });
const majority = (asked: Share, of: Base = 'cast', each: Majority['each'] = null, tie?: Tie) =>
  book({
    ordinary: bound('10', { all: share(asked, of), each }),
    ...(tie ? { tie: bound('11', { how: tie }) } : {}),
  });

/** Seats of the demonstration: 4 NGOs, 6 state bodies, 5 municipalities, 8 councils. */
const SEATS = (
  [
    ['ngo', 4],
    ['state', 6],
    ['municipality', 5],
    ['council', 8],
  ] as const
).map(([constituency, n]) => ({ constituency, all: n, filled: n }));
const there = (...counts: readonly number[]) =>
  SEATS.map(({ constituency }, i) => ({ constituency, present: counts[i] ?? 0, recused: 0 }));
const row = (given: Partial<Votes>): Votes => ({
  ...{ constituency: 'all', all: 23, filled: 23, present: 23, recused: 0, for: 0, against: 0, abstain: 0 },
  ...given,
});

describe('a quorum', () => {
  it('of more than half is not there at exactly half, and is one above', () => {
    const of10 = [{ constituency: 'a', all: 10, filled: 10 }];
    const at = (present: number) => hasQuorum(quorum(HALF), of10, [{ constituency: 'a', present, recused: 0 }])!;
    expect([at(5).met, at(6).met]).toEqual([false, true]);
    expect(at(5).steps).toEqual([
      {
        ...{ constituency: null, of: 'filled', share: HALF, have: 5, out: 10, left: 10, right: 10 },
        ...{ met: false, skipped: false },
      },
    ]);
    const least = quorum({ than: 'at_least', part: 1, whole: 2 });
    expect(hasQuorum(least, of10, [{ constituency: 'a', present: 5, recused: 0 }])!.met).toBe(true);
  });

  it('of 23 seats begins at 12, cites its article, and is not there when nobody came', () => {
    expect(hasQuorum(quorum(HALF), SEATS, there(3, 3, 3, 2))!.met).toBe(false);
    expect(hasQuorum(quorum(HALF), SEATS, there(3, 3, 3, 3))).toMatchObject({ met: true, article: '8' });
    expect(hasQuorum(quorum(HALF), SEATS, [])!.met).toBe(false);
    expect(hasQuorum(book({}), SEATS, there(4, 6, 5, 8))).toBeNull();
  });

  it('by constituency names the one that is missing', () => {
    const each = quorum(HALF, { each: share(HALF, 'filled') });
    const found = hasQuorum(each, SEATS, there(2, 6, 5, 8))!;
    expect(found.met).toBe(false);
    expect(found.steps.filter((step) => !step.met).map((step) => step.constituency)).toEqual(['ngo']);
    expect(hasQuorum(each, SEATS, there(3, 4, 3, 5))!.met).toBe(true);
  });

  it('does not ask a constituency without seats; one with vacant seats only where all seats count', () => {
    const seats = [...SEATS, { constituency: 'none', all: 0, filled: 0 }, { constituency: 'empty', all: 3, filled: 0 }];
    const by = (of: Base) => quorum(HALF, { all: share(HALF, of), each: share(HALF, of) });
    const held = hasQuorum(by('filled'), seats, there(4, 6, 5, 8))!;
    expect(held.met).toBe(true);
    expect(held.steps.filter((step) => step.skipped).map((step) => step.constituency)).toEqual(['none', 'empty']);
    const all = hasQuorum(by('all'), seats, there(4, 6, 5, 8))!;
    expect(all.steps.find((step) => !step.met)).toMatchObject({ constituency: 'empty', have: 0, out: 3 });
  });

  it('counts recused members, or not, as the rules say', () => {
    const all = there(3, 3, 3, 3).map((one) => ({ ...one, recused: 1 }));
    expect(hasQuorum(quorum(HALF), SEATS, all)!.met).toBe(true);
    expect(hasQuorum(quorum(HALF, { recused: false }), SEATS, all)!.met).toBe(false);
    const everybody = SEATS.map(({ constituency, all: n }) => ({ constituency, present: n, recused: n }));
    expect(hasQuorum(quorum(HALF, { recused: false }), SEATS, everybody)!.met).toBe(false);
  });

  it('refuses counts that cannot be', () => {
    const of = (given: object) => () =>
      hasQuorum(quorum(HALF), SEATS, [{ constituency: 'ngo', present: 1, recused: 0, ...given }]);
    for (const wrong of [{ present: 5 }, { present: 1.5 }, { present: -1 }, { recused: 2 }, { constituency: 'x' }])
      expect(of(wrong)).toThrow(RangeError);
  });
});

describe('a majority', () => {
  const judged = (by: Rulebook, given: Partial<Votes>, kind: Decision = 'ordinary') =>
    passes(by, kind, [row(given)], null)!;

  it('of more than half of the votes: exactly half is none, abstentions are not votes', () => {
    expect(judged(majority(HALF), { for: 11, against: 11 })).toMatchObject({ adopted: false, reason: 'rejected' });
    expect(judged(majority(HALF), { for: 12, against: 11 })).toMatchObject({ adopted: true, article: '10' });
    expect(judged(majority(HALF), { for: 1, abstain: 22 }).adopted).toBe(true);
    expect(judged(majority(HALF), { for: 12, against: 11 }).steps[0]).toMatchObject({ left: 24, right: 23, out: 23 });
  });

  it('of those present and of all seats counts who did not vote', () => {
    expect(judged(majority(HALF, 'present'), { for: 11, abstain: 1, present: 23 }).adopted).toBe(false);
    expect(judged(majority(HALF, 'present'), { for: 12, present: 23 }).adopted).toBe(true);
    expect(judged(majority(HALF, 'present'), { for: 11, present: 21 }).adopted).toBe(true);
    expect(judged(majority(HALF, 'all'), { for: 11, present: 12, filled: 20 }).adopted).toBe(false);
    expect(judged(majority(HALF, 'filled'), { for: 11, present: 12, filled: 20 }).adopted).toBe(true);
  });

  it('of two thirds is exact where decimals are not: 2 of 3, 14 of 21, 6,667 of 10,000', () => {
    for (const [yes, all, adopted] of [
      [2, 3, true],
      [14, 21, true],
      [13, 20, false],
      [6_666, 10_000, false],
      [6_667, 10_000, true],
    ] as const)
      expect(judged(majority(THIRDS), { for: yes, against: all - yes, present: all, filled: all, all }).adopted).toBe(
        adopted,
      );
  });

  it('is not there when nobody came, nobody voted, or all recused themselves', () => {
    for (const given of [{ present: 0 }, { present: 23 }, { present: 23, recused: 23 }])
      expect(judged(majority(HALF), given)).toMatchObject({ adopted: false, reason: 'nobody' });
    expect(judged(majority(HALF, 'present'), { recused: 23 }).adopted).toBe(false);
  });

  it('follows the rule of its kind, else the ordinary one, else none', () => {
    const both = book({ ...majority(HALF).rules, documents: bound('20', { all: share(THIRDS, 'all'), each: null }) });
    expect(judged(both, { for: 15, against: 0 }, 'documents')).toMatchObject({ adopted: false, article: '20' });
    expect(judged(both, { for: 16, against: 0 }, 'documents').adopted).toBe(true);
    expect(judged(both, { for: 12, against: 11 }, 'plan')).toMatchObject({ adopted: true, article: '10' });
    expect(passes(book({}), 'ordinary', [row({ for: 1 })])).toBeNull();
  });

  it('is decided at a tie by the tie rule alone: it falls, the chair decides, it is voted again', () => {
    const tied = (how: Tie, chair: 'for' | 'against' | 'abstain' | null = null) =>
      passes(majority(HALF, 'cast', null, how), 'ordinary', [row({ for: 5, against: 5 })], chair)!;
    expect(tied('rejected')).toMatchObject({ adopted: false, reason: 'tie_rejected', tie: { article: '11' } });
    expect(tied('again')).toMatchObject({ adopted: false, reason: 'tie_again' });
    expect(tied('lot')).toMatchObject({ adopted: false, reason: 'tie_again' });
    expect([tied('chair', 'for'), tied('chair', 'against'), tied('chair')].map((one) => one.adopted)).toEqual([
      true,
      false,
      false,
    ]);
    const thirds = passes(majority(THIRDS, 'cast', null, 'chair'), 'ordinary', [row({ for: 5, against: 5 })], 'for')!;
    expect(thirds).toMatchObject({ adopted: false, reason: 'rejected', tie: null });
  });

  it('by constituency is lost where one is lost or silent, and does not ask one without seats', () => {
    const double = majority(HALF, 'cast', share(HALF));
    const side = (constituency: string, given: Partial<Votes>) =>
      row({ constituency, all: 5, filled: 5, present: 5, ...given });
    const of = (...rows: readonly Votes[]) => passes(double, 'ordinary', rows)!;
    expect(of(side('a', { for: 5 }), side('b', { for: 3, against: 2 })).adopted).toBe(true);
    const lost = of(side('a', { for: 5 }), side('b', { for: 2, against: 3 }));
    expect([lost.adopted, lost.steps.filter((step) => !step.met).map((step) => step.constituency)]).toEqual([
      false,
      ['b'],
    ]);
    expect(of(side('a', { for: 5 }), side('b', { abstain: 5 })).adopted).toBe(false);
    expect(of(side('a', { for: 5 }), side('b', { present: 0 })).adopted).toBe(false);
    expect(of(side('a', { for: 5 }), side('b', { all: 0, filled: 0, present: 0 })).adopted).toBe(true);
    expect(() => of(side('a', { for: 1 }), side('a', {}))).toThrow(RangeError);
    expect(() => of(side('a', { for: 3, against: 3 }))).toThrow(RangeError);
  });
});

const anyShare = fc
  .tuple(fc.constantFrom<Share['than']>('more_than', 'at_least'), fc.integer({ min: 1, max: 12 }), fc.nat(12))
  .map(([than, whole, part]): Share => ({ than, whole, part: Math.min(Math.max(part, 1), whole) }));
const anyBase = fc.constantFrom<Base>('cast', 'present', 'filled', 'all');
const anyVotes = (constituency: string) =>
  fc
    .tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(3))
    .map(([yes, no, abstain, silent, recused, absent, vacant]): Votes => {
      const present = yes + no + abstain + silent + recused;
      const filled = present + absent;
      return { constituency, for: yes, against: no, abstain, recused, present, filled, all: filled + vacant };
    });

describe('whatever the rules and counts', () => {
  it('the least number that reaches a share reaches it, and one less does not', () => {
    fc.assert(
      fc.property(anyShare, fc.nat(500), (asked, out) => {
        const least = leastOf(asked, out);
        if (least <= out) expect(reaches(asked, least, out)).toBe(true);
        if (least > 0) expect(reaches(asked, least - 1, out)).toBe(false);
      }),
    );
  });

  it('one more "for" never turns adopted into rejected', () => {
    const rules = fc.record({
      all: fc.record({ share: anyShare, of: anyBase }),
      each: fc.option(fc.record({ share: anyShare, of: anyBase })),
      tie: fc.option(fc.constantFrom<Tie>('rejected', 'chair', 'again', 'lot')),
    });
    const chair = fc.constantFrom('for', 'against', 'abstain', null);
    fc.assert(
      fc.property(rules, anyVotes('a'), anyVotes('b'), chair, fc.nat(5), (given, a, b, said, way) => {
        const by = book({
          ordinary: bound('1', { all: given.all, each: given.each }),
          ...(given.tie ? { tie: bound('2', { how: given.tie }) } : {}),
        });
        const before = passes(by, 'ordinary', [a, b], said)!;
        const more = oneMore(a, way);
        if (before.adopted && more) expect(passes(by, 'ordinary', [more, b], said)!.adopted).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('the order of constituencies never matters, and one more present never loses the quorum', () => {
    const rules = fc.record({ share: anyShare, of: fc.constantFrom<Base>('filled', 'all') });
    fc.assert(
      fc.property(rules, fc.option(rules), fc.boolean(), anyVotes('a'), anyVotes('b'), (all, each, recused, a, b) => {
        const by = book({ quorum: bound('1', { all, each, recused }), ordinary: bound('2', { all, each }) });
        const met = hasQuorum(by, [a, b], [a, b])!.met;
        expect(hasQuorum(by, [b, a], [b, a])!.met).toBe(met);
        expect(passes(by, 'ordinary', [b, a])!.adopted).toBe(passes(by, 'ordinary', [a, b])!.adopted);
        const more = { ...a, present: a.present + 1 };
        if (met && more.present <= a.filled) expect(hasQuorum(by, [a, b], [more, b])!.met).toBe(true);
      }),
    );
  });
});

/** One more vote for: of somebody who abstained, was silent, was against, stayed away, or of a new seat. */
function oneMore(votes: Votes, way: number): Votes | null {
  const more = { ...votes, for: votes.for + 1 };
  const silent = votes.present - votes.recused - votes.for - votes.against - votes.abstain;
  if (way === 0) return votes.abstain > 0 ? { ...more, abstain: votes.abstain - 1 } : null;
  if (way === 1) return silent > 0 ? more : null;
  if (way === 2) return votes.against > 0 ? { ...more, against: votes.against - 1 } : null;
  if (way === 3) return votes.present < votes.filled ? { ...more, present: votes.present + 1 } : null;
  const seated = { ...more, present: votes.present + 1, filled: votes.filled + 1 };
  return { ...seated, all: Math.max(votes.all, seated.filled) };
}
