import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBelenios, roundsByBelenios } from '../../../../../tools/belenios.ts';
import type { Ranking } from '../schulze/rules.ts';
import { blankOrInvalid } from '../slips/rules.ts';
import { type RunOff, runOff, type Settle } from './rules.ts';

const OPEN: Settle = () => null;
const counted = (options: string, lines: readonly string[], settle: Settle = OPEN): RunOff =>
  runOff(
    [...options],
    lines.map((line): Ranking => {
      const [count, order] = line.split(' ') as [string, string];
      return { count: Number(count), ranks: [...options].map((option) => order.indexOf(option) + 1) };
    }),
    settle,
  );

describe('instant run-off', () => {
  it('hands the slips of whoever has least to the next on them', () => {
    // Tennessee, the textbook's example: 42, 26, 15, 17 of 100.
    const found = counted('MNCK', ['42 MNCK', '26 NCKM', '15 CKNM', '17 KCNM']);
    expect(found.winner).toBe('K');
    expect(
      found.rounds.map(({ stands, out }) => [stands.map(({ option, votes }) => `${option}${votes}`), out]),
    ).toEqual([
      [['M42', 'N26', 'K17', 'C15'], ['C']],
      [['M42', 'K32', 'N26'], ['N']],
      [['K58', 'M42'], []],
    ]);
  });

  it('ends as soon as somebody has more than half of the slips that still count; exactly half is not enough', () => {
    expect(counted('ABC', ['3 A', '1 B', '1 C']).rounds).toHaveLength(1);
    const half = counted('ABC', ['4 A', '3 B', '1 C']);
    expect(half.rounds).toHaveLength(2);
    expect(half).toMatchObject({ winner: 'A', rounds: [{ out: ['C'], exhausted: 0 }, { exhausted: 1 }] });
  });

  it('lets several go out together only where that cannot matter', () => {
    const together = counted('ABCD', ['4 A', '4 B', '1 CA', '1 DB', '1 AB']);
    expect(together).toMatchObject({ winner: 'A', rounds: [{ out: ['C', 'D'], tie: 'together' }, {}] });
    // With 2 of C and 1 each of D and E, whoever of D and E goes first may carry the other past C.
    const open = counted('ABCDE', ['5 A', '4 B', '2 C', '1 DE', '1 ED']);
    expect(open).toMatchObject({ winner: null, between: ['D', 'E'] });
    expect(open.rounds.at(-1)?.tie).toBe('open');
  });

  it('never decides a tie by itself, and takes what somebody decided', () => {
    expect(counted('AB', ['2 A', '2 B'])).toMatchObject({ winner: null, between: ['A', 'B'] });
    expect(counted('AB', ['2 A', '2 B'], (_, what) => (what === 'wins' ? 'B' : null)).winner).toBe('B');
    const lines = ['3 A', '2 BC', '2 CB'];
    expect(counted('ABC', lines)).toMatchObject({ winner: null, between: ['B', 'C'] });
    expect(counted('ABC', lines, () => 'B')).toMatchObject({
      winner: 'C',
      rounds: [{ tie: 'settled', out: ['B'] }, {}],
    });
    expect(counted('ABC', lines, () => 'C').winner).toBe('B');
    expect(counted('ABC', ['1 A', '1 B', '1 C']).between).toEqual(['A', 'B', 'C']);
  });

  it('without slips elects nobody', () => {
    expect(counted('AB', [])).toMatchObject({ winner: null, between: [], rounds: [{ exhausted: 0 }] });
  });
});

/** Elections of two to eight options; a slip ranks some of them, each place once; a few break that. */
const anyElection = fc.integer({ min: 2, max: 8 }).chain((options) => {
  const places = Array.from({ length: options }, (_, at) => at);
  const strict = fc.shuffledSubarray(places).map((order) => places.map((place) => order.indexOf(place) + 1));
  const broken = fc.array(fc.nat(options), { minLength: options, maxLength: options });
  const slip = fc.oneof({ arbitrary: strict, weight: 9 }, { arbitrary: broken, weight: 1 });
  return fc.record({ options: fc.constant(options), slips: fc.array(slip, { minLength: 1, maxLength: 20 }) });
});
const names = (options: number): readonly string[] => Array.from({ length: options }, (_, at) => String(at));
const asked = (options: number) => ({ kind: 'ranked', method: 'instant_runoff', options: names(options) }) as const;
const run = (options: number, slips: readonly (readonly number[])[], settle: Settle = OPEN) =>
  runOff(
    names(options),
    slips.filter((slip) => blankOrInvalid(asked(options), slip) === null).map((ranks) => ({ ranks, count: 1 })),
    settle,
  );

describe('whatever the slips', () => {
  it('their order changes nothing', () => {
    fc.assert(
      fc.property(anyElection, fc.infiniteStream(fc.nat()), ({ options, slips }, stream) => {
        const keyed = slips.map((slip) => ({ slip, key: stream.next().value })).sort((a, b) => a.key - b.key);
        expect(
          run(
            options,
            keyed.map(({ slip }) => slip),
          ),
        ).toEqual(run(options, slips));
      }),
    );
  });

  it('who is first on more than half of them wins, at once', () => {
    fc.assert(
      fc.property(anyElection, fc.nat(), ({ options, slips }, nth) => {
        const best = nth % options;
        const first = new Array(slips.length + 1).fill(names(options).map((_, at) => (at === best ? 1 : 0)));
        const found = run(options, [...slips, ...first]);
        expect([found.winner, found.rounds.length]).toEqual([String(best), 1]);
      }),
    );
  });

  it('in each round every slip stands once, and whoever goes out together could not matter', () => {
    fc.assert(
      fc.property(anyElection, ({ options, slips }) => {
        const valid = slips.filter((slip) => blankOrInvalid(asked(options), slip) === null).length;
        const found = run(options, slips);
        for (const { stands, exhausted } of found.rounds)
          expect(stands.reduce((sum, { votes }) => sum + votes, exhausted)).toBe(valid);
      }),
    );
  });
});

/**
 * Belenios 2.0 counts the same slips as a single transferable vote with one seat. What differs by definition: it decides
 * a tie for the last place by the order of the options, where ours asks somebody (so its choices are handed in as what
 * somebody decided); it takes out one option a round, where several that cannot matter go out together here; its quota
 * is of all slips, ours of those that still count, which ends rounds earlier with the same winner. What is the same by
 * definition: which slips are invalid, and who wins. Blank slips it keeps as slips of nobody, and where all are blank or
 * invalid its program breaks off, so these are not given to it; ours elects nobody.
 */
describe.skipIf(!hasBelenios())('beside Belenios (left out where belenios-tool is not installed)', () => {
  it('the same slips are invalid and the same option wins', { timeout: 120_000 }, () => {
    let ties = 0;
    fc.assert(
      fc.property(anyElection, ({ options, slips }) => {
        const judged = (what: string | null) => slips.filter((slip) => blankOrInvalid(asked(options), slip) === what);
        if (judged(null).length === 0) {
          expect(run(options, slips).winner).toBeNull();
          return;
        }
        const theirs = roundsByBelenios(slips);
        const sorted = (some: readonly (readonly number[])[]) => some.map((slip) => slip.join()).sort();
        expect(sorted(judged('invalid'))).toEqual(sorted(theirs.invalid));
        const out = theirs.events.flatMap(([what, which]) => (what === 'Lose' ? [String(which)] : []));
        const ours = run(options, slips, (between, what) => {
          ties += 1;
          const first = out.find((option) => between.includes(option))!;
          return what === 'wins' ? between.find((option) => option !== first)! : first;
        });
        expect(ours.winner).toBe(String(theirs.winners[0]));
      }),
      { numRuns: 400, seed: 2018 },
    );
    expect(ties).toBeGreaterThan(50);
  });
});
