import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasQuorum, passes } from '#modules/forum/contract.ts';
import { tally } from './rules.ts';
import { bookOf, castOf, HALF, marksOf, OF_23, pilesOf, rollOf, THIRDS } from './samples.ts';
import type { Cast, Mark, MarkedSeat } from './schema.ts';

const law = { hasQuorum, passes };
const of = (given: Partial<Cast>) => tally(law, castOf(given));
const roll = rollOf(OF_23);
const motion = (counts: Partial<Record<Mark, number>>, given: Partial<Cast> = {}) =>
  of({ marks: marksOf(given.roll ?? roll, counts), ...given });

describe('a roll call on a motion', () => {
  it('of more than half: exactly half is not adopted, one more is, one less is not', () => {
    expect(motion({ for: 11, against: 11, abstain: 1 }).verdict).toBe('rejected');
    expect(motion({ for: 12, against: 11 }).verdict).toBe('adopted');
    expect(motion({ for: 11, against: 12 }).verdict).toBe('rejected');
    const half = { rules: bookOf({ all: { than: 'at_least', part: 1, whole: 2 } }) };
    expect(motion({ for: 11, against: 11 }, half).verdict).toBe('adopted');
  });

  it('of all seats counts absent, excused, silent and recused ones, and vacant ones', () => {
    const rules = bookOf({ of: 'all' });
    expect(motion({ for: 11, excused: 5 }, { rules }).verdict).toBe('rejected');
    expect(motion({ for: 12, not_voting: 11 }, { rules }).verdict).toBe('adopted');
    const vacant = rollOf(OF_23, [1, 2]);
    expect(motion({ for: 11 }, { rules, roll: vacant, marks: marksOf(vacant, { for: 11 }) }).verdict).toBe('rejected');
    const filled = { rules: bookOf({ of: 'filled' }), roll: vacant, marks: marksOf(vacant, { for: 11 }) };
    expect(motion({}, filled).verdict).toBe('adopted');
  });

  it('of two thirds of 23 seats begins at 16', () => {
    const rules = bookOf({ all: THIRDS, of: 'all' });
    expect(motion({ for: 15 }, { rules }).verdict).toBe('rejected');
    expect(motion({ for: 16, against: 7 }, { rules }).verdict).toBe('adopted');
    expect(motion({ for: 16 }, { rules }).outcome?.steps).toMatchObject([{ have: 16, out: 23, left: 48, right: 46 }]);
  });

  it('is rejected when nobody came, nobody voted or all are recused; without a quorum nothing is decided', () => {
    for (const counts of [{}, { not_voting: 23 }, { recused: 23 }, { excused: 23 }])
      expect(motion(counts)).toMatchObject({ verdict: 'rejected', outcome: { reason: 'nobody' } });
    const rules = bookOf({ quorum: HALF });
    expect(motion({ for: 11 }, { rules })).toMatchObject({
      verdict: 'no_quorum',
      outcome: null,
      quorum: { met: false },
    });
    expect(motion({ for: 1, recused: 11 }, { rules }).verdict).toBe('adopted');
    expect(motion({ for: 1, excused: 22 }, { rules }).verdict).toBe('no_quorum');
  });

  it('at a tie does what the rules say, once; the chair is waited for, never guessed', () => {
    const tied = (tie: 'rejected' | 'chair' | 'again', given: Partial<Cast> = {}) =>
      motion({ for: 10, against: 10 }, { rules: bookOf({ tie }), ...given }).verdict;
    expect([tied('rejected'), tied('again'), tied('again', { round: 2 })]).toEqual(['rejected', 'again', 'rejected']);
    expect(tied('chair')).toBe('tie');
    const said = (['for', 'against', 'abstain'] as const).map((chair) => tied('chair', { chair }));
    expect(said).toEqual(['adopted', 'rejected', 'rejected']);
  });

  it('of a double majority is lost in one constituency, which asks nothing of one without members', () => {
    const rules = bookOf({ each: { share: HALF, of: 'cast' } });
    // Seats stand by constituency: 4, 6, 5, 8.
    const by = (...fors: readonly number[]): readonly MarkedSeat[] => {
      let at = 0;
      return [4, 6, 5, 8].flatMap((size, nth) =>
        Array.from({ length: size }, (_, n): MarkedSeat => {
          at += 1;
          return { seat: `seat-${at}`, mark: n < (fors[nth] ?? 0) ? 'for' : 'against' };
        }),
      );
    };
    expect(of({ rules, marks: by(3, 4, 3, 5) }).verdict).toBe('adopted');
    const lost = of({ rules, marks: by(2, 6, 5, 8) });
    expect(lost.verdict).toBe('rejected');
    expect(lost.outcome?.steps.filter(({ met }) => !met).map(({ constituency }) => constituency)).toEqual(['ngo']);
    const without = rollOf({ ...OF_23, youth: 0 });
    expect(of({ rules, roll: without, marks: by(3, 4, 3, 5) }).verdict).toBe('adopted');
    expect(without.constituencies).toContain('youth');
  });

  it('says when the rules define no majority', () => {
    expect(motion({ for: 23 }, { rules: { rules: {}, topics: {} } }).verdict).toBe('unruled');
  });
});

describe('the roll', () => {
  it('refuses a seat that is missing, twice, vacant or of nobody, and more slips than took part', () => {
    const marks = marksOf(roll, { for: 23 });
    const wrong = (given: Partial<Cast>) => () => of(given);
    expect(wrong({ marks: marks.slice(1) })).toThrow('missing: 1');
    expect(wrong({ marks: [...marks, marks[4]!] })).toThrow('twice: 5');
    expect(wrong({ roll: rollOf(OF_23, [7]), marks })).toThrow('vacant: 7');
    expect(wrong({ marks: [...marks, { seat: 'seat-24', mark: 'for' }] })).toThrow('unknown');
    const piles = pilesOf([['for', 3]]);
    expect(wrong({ marks: marksOf(roll, { voted: 2 }), piles })).toThrow('more slips');
    expect(wrong({ marks: marksOf(roll, { voted: 12 }), piles: pilesOf([['for', 5]], 'ngo') })).toThrow('ngo');
    expect(wrong({ kind: 'choice', options: ['a', 'b'], marks })).toThrow('options are asked');
  });
});

describe('a secret motion', () => {
  it('counts slips of one box, blank and invalid ones apart, and those that did not come back', () => {
    const piles = pilesOf([
      ['for', 10],
      ['against', 8],
      ['abstain', 1],
      ['blank', 1],
      ['invalid', 1],
    ]);
    const found = of({ piles, marks: marksOf(roll, { voted: 22 }) });
    expect(found).toMatchObject({
      ...{ verdict: 'adopted', counts: { slips: { valid: 19, blank: 1, invalid: 1 }, unreturned: 1 } },
      rows: [{ constituency: '', all: 23, present: 22, for: 10, against: 8, abstain: 1 }],
    });
    expect(of({ piles, rules: bookOf({ of: 'present' }), marks: marksOf(roll, { voted: 22 }) }).verdict).toBe(
      'rejected',
    );
  });

  it('needs a box of each constituency where a majority in each is asked', () => {
    const rules = bookOf({ each: { share: HALF, of: 'cast' } });
    expect(of({ rules, piles: pilesOf([['for', 23]]) }).verdict).toBe('undivided');
    const boxes = Object.entries(OF_23).flatMap(([box, n]) => pilesOf([['for', n]], box));
    expect(of({ rules, piles: boxes }).verdict).toBe('adopted');
  });
});

const OPTIONS = ['a', 'b', 'c', 'd'];
const marked = (...at: readonly number[]) => OPTIONS.map((_, option) => (at.includes(option) ? 1 : 0));
/** So many slips for each of four options. */
const choice = (counts: readonly number[], given: Partial<Cast> = {}) =>
  of({ kind: 'choice', options: OPTIONS, piles: pilesOf(counts.map((n, at) => [marked(at), n])), ...given });

describe('a choice', () => {
  it('elects by more than half, else sends the first two to a second round', () => {
    expect(choice([12, 11, 0, 0])).toMatchObject({ verdict: 'elected', option: 'a' });
    expect(choice([10, 7, 4, 2])).toMatchObject({ verdict: 'second_round', between: ['a', 'b'], option: null });
    expect(choice([11, 11, 1, 0])).toMatchObject({ verdict: 'second_round', between: ['a', 'b'] });
  });

  it('names a tie for the second place, and takes who was drawn before whom', () => {
    const tied = choice([9, 7, 7, 0], { tie: 'lot' });
    expect(tied).toMatchObject({ verdict: 'tie', between: ['b', 'c'], option: null });
    const drawn = { how: 'lot', between: ['c', 'b'], option: 'c', by: 'seat 4', before: 'the assembly' } as const;
    expect(choice([9, 7, 7, 0], { tie: 'lot', settled: [drawn] })).toMatchObject({ between: ['a', 'c'] });
    // What the rules do not provide for decides nothing.
    expect(choice([9, 7, 7, 0], { tie: 'chair', settled: [drawn] }).verdict).toBe('tie');
    expect(choice([9, 7, 7, 0], { tie: null, settled: [drawn] }).verdict).toBe('tie');
    expect(choice([6, 6, 6, 5], { tie: 'again' })).toMatchObject({ verdict: 'again', between: ['a', 'b', 'c'] });
  });

  it('in the second round decides, or names the tie', () => {
    const second = (counts: readonly number[], given: Partial<Cast> = {}) =>
      of({
        ...{ kind: 'choice', options: ['a', 'b'], round: 2 },
        ...{ piles: pilesOf(counts.map((n, at) => [[at === 0 ? 1 : 0, at === 1 ? 1 : 0], n])) },
        ...given,
      });
    expect(second([12, 11])).toMatchObject({ verdict: 'elected', option: 'a' });
    expect(second([11, 11])).toMatchObject({ verdict: 'tie', between: ['a', 'b'], option: null });
    expect(second([11, 11], { tie: 'again' }).verdict).toBe('nobody');
    expect(second([11, 11], { tie: 'rejected' }).verdict).toBe('nobody');
    expect(second([8, 7], { rules: bookOf({ of: 'all' }), marks: marksOf(roll, { voted: 15 }) }).verdict).toBe(
      'nobody',
    );
    const settled = [{ how: 'chair', between: ['a', 'b'], option: 'b', by: 'seat 1', before: 'all' }] as const;
    expect(second([11, 11], { tie: 'chair', settled })).toMatchObject({
      verdict: 'elected',
      option: 'b',
      between: ['a', 'b'],
    });
  });

  it('by a relative majority elects whoever has most, and names a tie', () => {
    const rules = bookOf({ all: { than: 'at_least', part: 1, whole: 4 } });
    expect(choice([8, 7, 7, 1], { rules })).toMatchObject({
      verdict: 'elected',
      option: 'a',
      outcome: { article: '10' },
    });
    expect(choice([8, 8, 7, 0], { rules })).toMatchObject({ verdict: 'tie', between: ['a', 'b'] });
    const high = bookOf({ all: { than: 'at_least', part: 2, whole: 5 } });
    expect(choice([6, 6, 6, 5], { rules: high }).verdict).toBe('nobody');
  });

  it('follows the majority of elections where the rules have one, and asks each constituency', () => {
    const rules = bookOf();
    const two = bookOf({ all: THIRDS }).rules.ordinary!;
    const election = { rules: { ...rules.rules, election: { ...two, article: '12' } }, topics: {} };
    const found = choice([15, 8, 0, 0], { rules: election, decision: 'election' });
    expect(found).toMatchObject({ verdict: 'second_round', outcome: { article: '12', adopted: false } });
    expect(choice([16, 7, 0, 0], { rules: election, decision: 'election' }).option).toBe('a');
    const each = bookOf({ each: { share: HALF, of: 'cast' } });
    expect(choice([23, 0, 0, 0], { rules: each }).verdict).toBe('undivided');
    const boxes = [...pilesOf([[marked(0), 4]], 'ngo'), ...pilesOf([[marked(0), 6]], 'state')];
    const rest = [...pilesOf([[marked(0), 5]], 'municipality'), ...pilesOf([[marked(1), 8]], 'council')];
    expect(choice([], { rules: each, piles: [...boxes, ...rest] }).verdict).toBe('second_round');
  });

  it('elects nobody where nobody chose; too many marks are no choice', () => {
    expect(choice([0, 0, 0, 0])).toMatchObject({ verdict: 'nobody', outcome: null });
    const piles = pilesOf([
      [marked(0, 1), 3],
      [marked(), 2],
      [marked(2), 1],
      [[1], 1],
      ['for', 1],
    ]);
    expect(choice([], { piles })).toMatchObject({
      ...{ verdict: 'elected', option: 'c' },
      counts: { slips: { valid: 1, blank: 2, invalid: 5 } },
    });
  });
});

describe('approval', () => {
  const approval = (piles: Cast['piles'], given: Partial<Cast> = {}) =>
    of({ kind: 'approval', options: OPTIONS, piles, ...given });

  it('elects whom most approve, if that is the majority asked', () => {
    const piles = pilesOf([
      [marked(0, 1), 8],
      [marked(0, 2), 5],
      [marked(3), 4],
      [marked(), 1],
    ]);
    expect(approval(piles)).toMatchObject({
      verdict: 'elected',
      option: 'a',
      counts: { slips: { valid: 17, blank: 1 } },
    });
    expect(
      approval(
        pilesOf([
          [marked(0), 5],
          [marked(1), 5],
        ]),
      ),
    ).toMatchObject({ verdict: 'nobody', stands: [{ votes: 5 }, { votes: 5 }, {}, {}] });
  });

  it('names a tie of those whom as many approve', () => {
    expect(
      approval(
        pilesOf([
          [marked(0, 1), 9],
          [marked(2), 2],
        ]),
      ),
    ).toMatchObject({ verdict: 'tie', between: ['a', 'b'] });
  });
});

describe('a ranked election', () => {
  const ranked = (given: Partial<Cast>) => of({ kind: 'ranked', options: ['a', 'b', 'c'], ...given });
  /** The second is everybody's compromise: it beats both others alone, and is first on the fewest slips. */
  const piles = pilesOf([
    [[1, 2, 3], 10],
    [[3, 2, 1], 9],
    [[2, 1, 3], 4],
  ]);

  it('by the two methods, each with its own steps', () => {
    expect(ranked({ method: 'schulze', piles })).toMatchObject({ verdict: 'elected', option: 'b', rounds: [] });
    const rounds = ranked({ method: 'instant_runoff', piles });
    expect(rounds).toMatchObject({ verdict: 'elected', option: 'a', schulze: null });
    expect(rounds.rounds.map(({ out }) => out)).toEqual([['b'], []]);
  });

  it('with a tie does what the rules say', () => {
    const tied = pilesOf([
      [[1, 2, 0], 5],
      [[2, 1, 0], 5],
    ]);
    for (const method of ['schulze', 'instant_runoff'] as const) {
      expect(ranked({ method, piles: tied })).toMatchObject({ verdict: 'tie', between: ['a', 'b'] });
      expect(ranked({ method, piles: tied, tie: 'again' }).verdict).toBe('again');
      expect(ranked({ method, piles: tied, tie: 'rejected' }).verdict).toBe('nobody');
      const settled = [{ how: 'lot', between: ['a', 'b'], option: 'b', by: 'seat 2', before: 'all' }] as const;
      expect(ranked({ method, piles: tied, tie: 'lot', settled })).toMatchObject({ verdict: 'elected', option: 'b' });
    }
  });

  it('elects nobody by blank slips alone', () => {
    for (const method of ['schulze', 'instant_runoff'] as const)
      expect(ranked({ method, piles: pilesOf([[[0, 0, 0], 4]]) })).toMatchObject({
        ...{ verdict: 'nobody', counts: { slips: { blank: 4 } } },
      });
  });
});

const anyMark = fc.constantFrom<Mark>('for', 'against', 'abstain', 'not_voting', 'absent', 'excused', 'recused');
const anyRules = fc
  .record({
    share: fc.constantFrom(HALF, THIRDS, { than: 'at_least', part: 1, whole: 3 } as const),
    of: fc.constantFrom('cast', 'present', 'filled', 'all'),
    double: fc.boolean(),
    tie: fc.constantFrom('rejected', 'chair', 'again'),
    quorum: fc.constantFrom(null, HALF),
  } as const)
  .map(({ share, of: base, double, tie, quorum }) =>
    bookOf({ all: share, of: base, each: double ? { share, of: base } : null, tie, quorum }),
  );
const anyMarks = fc
  .array(anyMark, { minLength: 23, maxLength: 23 })
  .map((marks) => marks.map((mark, at): MarkedSeat => ({ seat: `seat-${at + 1}`, mark })));

describe('whatever the votes', () => {
  it('the roll sums to its seats and the order of marks never matters', () => {
    fc.assert(
      fc.property(anyMarks, anyRules, (marks, rules) => {
        const found = of({ marks, rules });
        expect(Object.values(found.counts.marks).reduce((sum, n) => sum + n, 0)).toBe(23);
        expect(found.rows.reduce((sum, row) => sum + row.all, 0)).toBe(23);
        const { marks: by } = found.counts;
        expect(found.rows.reduce((sum, row) => sum + row.present, 0)).toBe(23 - by.absent - by.excused);
        expect(of({ marks: [...marks].reverse(), rules })).toEqual(found);
      }),
    );
  });

  it('a seat that says "for" instead never turns adopted into anything else', () => {
    fc.assert(
      fc.property(
        anyMarks,
        anyRules,
        fc.nat(22),
        fc.constantFrom('for', 'against', null),
        (marks, rules, at, chair) => {
          const before = of({ marks, rules, chair });
          const more = of({ marks: marks.with(at, { ...marks[at]!, mark: 'for' }), rules, chair });
          if (before.verdict === 'adopted' && marks[at]!.mark !== 'recused') expect(more.verdict).toBe('adopted');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('the order of slips never matters, nor how they are put together', () => {
    const slip = fc.array(fc.nat(4), { minLength: 4, maxLength: 4 });
    const kinds = fc.constantFrom<Partial<Cast>>(
      { kind: 'choice' },
      { kind: 'approval' },
      { kind: 'ranked', method: 'schulze' },
      { kind: 'ranked', method: 'instant_runoff' },
    );
    fc.assert(
      fc.property(kinds, fc.array(slip, { maxLength: 23 }), (given, slips) => {
        const piles = pilesOf(slips.map((one) => [one, 1]));
        const found = of({ ...given, options: OPTIONS, piles });
        expect(of({ ...given, options: OPTIONS, piles: [...piles].reverse() })).toEqual(found);
        const { valid, blank, invalid } = found.counts.slips;
        expect(valid + blank + invalid).toBe(slips.length);
      }),
    );
  });
});
