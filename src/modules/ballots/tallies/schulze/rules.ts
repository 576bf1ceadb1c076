import type { SchulzeSteps, Strength } from '../schema.ts';

/** A slip that ranks, so many times; see `Slip`. */
export interface Ranking {
  readonly ranks: readonly number[];
  readonly count: number;
}

/**
 * The Schulze method (M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method", Social Choice and Welfare 36, 2011; longer and newer: arXiv:1804.02973, 2018), strength
 * by winning votes. As the paper reads slips: a slip prefers every option it ranks to every option it does not, and says
 * nothing between options of one rank nor between two it does not rank; only the order of the numbers counts, a place
 * left out means nothing. `options` in the order of the slips; the first of `order` are the winners, several: a tie.
 */
export function schulze(options: readonly string[], rankings: readonly Ranking[]): SchulzeSteps {
  const pairs = pairsOf(options.length, rankings);
  const paths = pathsOf(pairs);
  return { pairs, paths, order: orderOf(options, paths) };
}

function pairsOf(n: number, rankings: readonly Ranking[]): readonly (readonly number[])[] {
  const pairs = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const { ranks, count } of rankings)
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) if (placeOf(ranks, a) < placeOf(ranks, b)) pairs[a]![b]! += count;
  return pairs;
}

/** Not ranked is behind every rank. */
const placeOf = (ranks: readonly number[], option: number): number => ranks[option] || Number.POSITIVE_INFINITY;

/** More slips won is stronger; of as many, fewer lost (the paper's "winning votes"). */
const isStronger = ([won, lost]: Strength, [otherWon, otherLost]: Strength): boolean =>
  won > otherWon || (won === otherWon && lost < otherLost);
const weaker = (one: Strength, other: Strength): Strength => (isStronger(one, other) ? other : one);
const NONE: Strength = [0, 0];

/**
 * Strongest paths over defeats, as the paper computes them (Floyd and Warshall, in the cube of n). Links that are no defeat
 * are left out: of two options one beats the other or neither does, so they could never decide between two paths.
 */
function pathsOf(pairs: readonly (readonly number[])[]): readonly (readonly Strength[])[] {
  const n = pairs.length;
  const paths = pairs.map((row, a) =>
    row.map((won, b): Strength => (won > pairs[b]![a]! ? [won, pairs[b]![a]!] : NONE)),
  );
  for (let via = 0; via < n; via++)
    for (let from = 0; from < n; from++)
      for (let to = 0; to < n; to++) {
        const [first, second] = [paths[from]![via]!, paths[via]![to]!];
        if (from === to || first[0] === 0 || second[0] === 0) continue;
        const way = weaker(first, second);
        if (paths[from]![to]![0] === 0 || isStronger(way, paths[from]![to]!)) paths[from]![to] = way;
      }
  return paths;
}

/** Who is beaten by nobody left is next; the relation is transitive, as the paper proves, so there is always somebody. */
function orderOf(options: readonly string[], paths: readonly (readonly Strength[])[]): readonly (readonly string[])[] {
  const order: string[][] = [];
  let left = options.map((_, at) => at);
  while (left.length > 0) {
    const first = left.filter((a) => !left.some((b) => b !== a && beats(paths[b]![a]!, paths[a]![b]!)));
    order.push(first.map((at) => options[at]!));
    left = left.filter((at) => !first.includes(at));
  }
  return order;
}

const beats = (there: Strength, back: Strength): boolean => there[0] > 0 && (back[0] === 0 || isStronger(there, back));
