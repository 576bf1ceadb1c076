import type { Outcome, Rulebook, Votes } from '#modules/forum/contract.ts';
import type { Cast, Found, Law, Stand } from '../schema.ts';
import { countedSlips, standsOf } from '../slips/rules.ts';
import { amongEquals, EMPTY, elected, settledBy, verdictOfTie } from '../ties/rules.ts';

/** The majority that the rules ask for this decision; the ordinary one where it has none of its own. */
const majorityOf = ({ rules, decision }: Cast) => (rules.rules[decision] ?? rules.rules.ordinary)?.value ?? null;

/** A majority in each constituency is asked, and some slips lie in one box of all. */
export const isUndivided = (cast: Cast): boolean =>
  (majorityOf(cast)?.each ?? null) !== null && cast.piles.some(({ box }) => box === null);

/**
 * One of several, or as many as one likes: whoever has most, if that is the majority that the rules ask for the decision
 * (votes "for" are the slips that mark the option, votes "against" the other slips that count). Where half or more is
 * asked of a choice and nobody has it, there is a second round between the first two; less than half is a relative majority.
 * `rows`: who is there, by constituency.
 */
export function tallyMarks(law: Law, cast: Cast, rows: readonly Votes[]): Found {
  const asked = majorityOf(cast);
  if (!asked) return { ...EMPTY, verdict: 'unruled' };
  if (isUndivided(cast)) return { ...EMPTY, verdict: 'undivided' };
  const stands = standsOf(cast.options, countedSlips(cast, cast.piles));
  const most = stands[0]?.votes ?? 0;
  if (most === 0) return { ...EMPTY, stands, verdict: 'nobody' };
  const leaders = stands.filter(({ votes }) => votes === most).map(({ option }) => option);
  const outcomes = leaders.map((option) => outcomeOf(law, cast, rows, option));
  const reached = leaders.filter((_, at) => outcomes[at]?.adopted);
  const given = { stands, outcome: outcomes[reached.length > 0 ? leaders.indexOf(reached[0]!) : 0] ?? null };
  if (reached.length === 1) return elected(reached[0]!, given);
  if (reached.length > 1) return amongEquals(cast, reached, given);
  const { part, whole } = asked.all.share;
  if (cast.kind !== 'choice' || part * 2 < whole) return { ...EMPTY, ...given, verdict: 'nobody' };
  if (cast.round === 1 && cast.options.length > 2) return secondRound(cast, stands, given);
  return leaders.length > 1 ? amongEquals(cast, leaders, given) : { ...EMPTY, ...given, verdict: 'nobody' };
}

/** The arithmetic of the rulebook for one option; its tie rule is for motions and has no part in it. */
function outcomeOf(law: Law, cast: Cast, rows: readonly Votes[], option: string): Outcome | null {
  const at = cast.options.indexOf(option);
  const { tie: _, ...rules } = cast.rules.rules;
  const book: Rulebook = { ...cast.rules, rules };
  const slips = countedSlips(cast, cast.piles);
  const votes = (box: string | null, has: boolean): number =>
    slips.reduce((sum, { box: own, ranks, count }) => sum + (own === box && ranks[at]! > 0 === has ? count : 0), 0);
  if (!slips.some(({ box }) => box === null))
    return law.passes(
      book,
      cast.decision,
      rows.map((row) => ({ ...row, for: votes(row.constituency, true), against: votes(row.constituency, false) })),
    );
  const sum = (of: (row: Votes) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const all = (has: boolean): number => votes(null, has) + sum(({ constituency }) => votes(constituency, has));
  return law.passes(book, cast.decision, [
    {
      ...{ constituency: '', all: sum((row) => row.all), filled: sum((row) => row.filled) },
      ...{ present: sum((row) => row.present), recused: sum((row) => row.recused) },
      ...{ for: all(true), against: all(false), abstain: sum((row) => row.abstain) },
    },
  ]);
}

/** The first two; where several are equal on the last of these places, who of them goes on is a tie of its own. */
function secondRound(cast: Cast, stands: readonly Stand[], given: Partial<Found>): Found {
  const settle = settledBy(cast);
  const on: string[] = [];
  let left = stands;
  while (on.length < 2) {
    const equal = left.filter(({ votes }) => votes === left[0]?.votes).map(({ option }) => option);
    const option = equal.length <= 2 - on.length ? equal[0]! : settle(equal, 'wins');
    if (option === null) return { ...EMPTY, ...given, verdict: verdictOfTie(cast.tie, cast.round), between: equal };
    on.push(option);
    left = left.filter((stand) => stand.option !== option);
  }
  return { ...EMPTY, ...given, verdict: 'second_round', between: on };
}
