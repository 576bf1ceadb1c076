import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBelenios, schulzeByBelenios } from '../../../../../tools/belenios.ts';
import { type Ranking, schulze } from './rules.ts';

/** "5 ACBED": so many slips, first place first; what is not named is not ranked. */
const election = (options: string, ...lines: readonly string[]): readonly Ranking[] =>
  lines.map((line) => {
    const [count, order] = line.split(' ') as [string, string];
    return { count: Number(count), ranks: [...options].map((option) => order.indexOf(option) + 1) };
  });
const counted = (options: string, ...lines: readonly string[]) => schulze([...options], election(options, ...lines));

describe('the method of Schulze', () => {
  it('counts the example by which it is mostly explained: 45 slips, five options, E wins', () => {
    const found = counted(
      'ABCDE',
      ...['5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC'],
    );
    expect(found.pairs).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
    expect(found.paths.map((row) => row.map(([won]) => won))).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
    expect(found.order).toEqual([['E'], ['A'], ['C'], ['B'], ['D']]);
  });

  it('puts whoever is not ranked behind, equal ones level, and reads an order, not numbers', () => {
    expect(counted('ABC', '3 A', '2 B').order).toEqual([['A'], ['B'], ['C']]);
    expect(schulze(['A', 'B', 'C'], [{ ranks: [1, 1, 2], count: 5 }]).order).toEqual([['A', 'B'], ['C']]);
    const gaps = schulze(['A', 'B', 'C'], [{ ranks: [2, 90, 7], count: 1 }]);
    expect(gaps).toEqual(schulze(['A', 'B', 'C'], [{ ranks: [1, 3, 2], count: 1 }]));
  });

  it('leaves a tie a tie', () => {
    expect(counted('AB', '4 AB', '4 BA').order).toEqual([['A', 'B']]);
    expect(counted('ABC', '1 ABC', '1 BCA', '1 CAB').order).toEqual([['A', 'B', 'C']]);
    expect(counted('AB').order).toEqual([['A', 'B']]);
  });

  it('decides a circle by its weakest defeat, and of as many slips won by fewer lost', () => {
    expect(counted('ABC', '4 ABC', '3 BCA', '2 CAB').order[0]).toEqual(['A']);
    // A beats B 5:2, B beats C 5:4, C beats A 5:3: as many won each time, so the defeat of C is the weakest.
    const found = schulze(
      [...'ABC'],
      [
        { ranks: [1, 2, 3], count: 1 },
        { ranks: [3, 1, 2], count: 2 },
        { ranks: [2, 3, 1], count: 3 },
        { ranks: [1, 1, 2], count: 2 },
        { ranks: [1, 2, 1], count: 1 },
      ],
    );
    expect(found.pairs).toEqual([
      [0, 5, 3],
      [2, 0, 5],
      [5, 4, 0],
    ]);
    expect(found.order).toEqual([['C'], ['A'], ['B']]);
  });
});

/** Elections of two to eight options: equal ranks, options left out, blank slips. */
const anyElection = fc.integer({ min: 2, max: 8 }).chain((options) =>
  fc.record({
    options: fc.constant(options),
    slips: fc.array(fc.array(fc.nat(options), { minLength: options, maxLength: options }), {
      minLength: 1,
      maxLength: 14,
    }),
  }),
);
const names = (options: number): readonly string[] => Array.from({ length: options }, (_, at) => String(at));
const run = (options: number, slips: readonly (readonly number[])[]) =>
  schulze(
    names(options),
    slips.map((ranks) => ({ ranks, count: 1 })),
  );

describe('whatever the slips', () => {
  it('their order, and putting equal ones together, changes nothing', () => {
    fc.assert(
      fc.property(anyElection, fc.infiniteStream(fc.nat()), ({ options, slips }, stream) => {
        const found = run(options, slips);
        const keyed = slips.map((slip) => ({ slip, key: stream.next().value })).sort((a, b) => a.key - b.key);
        expect(
          run(
            options,
            keyed.map(({ slip }) => slip),
          ),
        ).toEqual(found);
        const twice = schulze(
          names(options),
          slips.map((ranks) => ({ ranks, count: 2 })),
        );
        expect(twice.order).toEqual(found.order);
      }),
    );
  });

  it('an option that beats every other alone wins', () => {
    fc.assert(
      fc.property(anyElection, ({ options, slips }) => {
        const { pairs, order } = run(options, slips);
        const best = pairs.findIndex((row, a) => row.every((won, b) => a === b || won > pairs[b]![a]!));
        if (best >= 0) expect(order[0]).toEqual([String(best)]);
      }),
    );
  });

  it('a winner that a slip ranks higher stays a winner (monotone)', () => {
    fc.assert(
      fc.property(anyElection, fc.nat(), ({ options, slips }, nth) => {
        const [winner] = run(options, slips).order[0]!;
        const at = nth % slips.length;
        const raised = slips[at]!.map((rank, option) => (option === Number(winner) ? 1 : rank === 0 ? 0 : rank + 1));
        expect(run(options, slips.with(at, raised)).order[0]).toContain(winner);
      }),
      { numRuns: 500 },
    );
  });
});

/**
 * Belenios 2.0 counts the same slips with its own program. It agrees in everything: the table of pairs, the strongest
 * paths with both numbers, and the whole order. The one difference: it fills in a path from an option through a circle
 * back to itself, which decides nothing. A blank slip it counts apart, as our ballots do before they come here.
 */
describe.skipIf(!hasBelenios())('beside Belenios (left out where belenios-tool is not installed)', () => {
  it('pairs, paths and the order of all options are the same', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyElection, ({ options, slips }) => {
        const theirs = schulzeByBelenios(options, slips);
        const ours = run(options, slips);
        expect(ours.pairs).toEqual(theirs.raw);
        expect(ours.paths).toEqual(theirs.beatpaths.map((row, at) => row.with(at, [0, 0])));
        expect(ours.order.map((level) => level.map(Number))).toEqual(theirs.winners.map((level) => [...level].sort()));
      }),
      { numRuns: 400, seed: 2011 },
    );
  });
});
