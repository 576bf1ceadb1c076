import type { Round, Stand } from '../schema.ts';
import type { Ranking } from '../schulze/rules.ts';

/** What a count by rounds came to: one winner; a tie between several (`last`: who of them goes out is open); or nobody. */
export interface RunOff {
  readonly winner: string | null;
  readonly between: readonly string[];
  readonly rounds: readonly Round[];
}
/** Who of equal ones goes out, or wins where only they are left; null: nobody decided it. */
export type Settle = (between: readonly string[], what: 'goes_out' | 'wins') => string | null;

/**
 * Instant run-off: each slip counts for the first of its options still in the count; who has more than half of the
 * slips that still count is elected, else who has least goes out and the next round begins. The same as the single
 * transferable vote with one seat as Belenios counts it (its specification 2.0, "Single Transferable Vote"): slips rank
 * some options by 1, 2, 3 ..., each number once.
 *
 * Several with least go out together when all their slips together are fewer than those of the next: one after the
 * other, in any order, they would go out before it anyway. Otherwise who goes out is a tie, which `settle` decides.
 */
export function runOff(options: readonly string[], rankings: readonly Ranking[], settle: Settle): RunOff {
  const slips = rankings.map(({ ranks, count }) => ({ order: orderOf(options, ranks), count }));
  const rounds: Round[] = [];
  let left: readonly string[] = options;
  for (;;) {
    const { stands, exhausted } = countOf(left, slips);
    const round = { stands, exhausted, out: [], tie: null } satisfies Round;
    const going = stands.reduce((sum, { votes }) => sum + votes, 0);
    const [first] = stands;
    if (!first || going === 0) return { winner: null, between: [], rounds: [...rounds, round] };
    if (first.votes * 2 > going) return { winner: first.option, between: [], rounds: [...rounds, round] };
    const { out, tie } = lastOf(stands, settle);
    if (tie === 'open') return { winner: null, between: out, rounds: [...rounds, { ...round, tie }] };
    rounds.push({ ...round, out, tie });
    left = left.filter((option) => !out.includes(option));
  }
}

/** Options as a slip ranks them, first place first. */
const orderOf = (options: readonly string[], ranks: readonly number[]): readonly string[] =>
  options
    .map((option, at) => ({ option, rank: ranks[at] ?? 0 }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);

function countOf(left: readonly string[], slips: readonly { order: readonly string[]; count: number }[]) {
  const votes = new Map(left.map((option) => [option, 0]));
  let exhausted = 0;
  for (const { order, count } of slips) {
    const first = order.find((option) => votes.has(option));
    if (first === undefined) exhausted += count;
    else votes.set(first, votes.get(first)! + count);
  }
  const stands = [...votes].map(([option, n]): Stand => ({ option, votes: n })).sort((a, b) => b.votes - a.votes);
  return { stands, exhausted };
}

function lastOf(stands: readonly Stand[], settle: Settle): { out: readonly string[]; tie: Round['tie'] } {
  const least = stands.at(-1)!.votes;
  const last = stands.filter(({ votes }) => votes === least).map(({ option }) => option);
  if (last.length === 1) return { out: last, tie: null };
  const next = stands[stands.length - last.length - 1];
  if (next && least * last.length < next.votes) return { out: last, tie: 'together' };
  // Two are left, or all of them are equal: whoever is chosen of two wins, and the other goes out.
  const wins = stands.length === 2;
  const chosen = settle(last, wins ? 'wins' : 'goes_out');
  if (chosen === null) return { out: last, tie: 'open' };
  return { out: wins ? last.filter((option) => option !== chosen) : [chosen], tie: 'settled' };
}
