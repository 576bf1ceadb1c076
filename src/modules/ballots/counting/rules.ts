import { canonicalJson } from '#core/canonical-json.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { Rulebook } from '#modules/forum/contract.ts';
import { articleOf, isInHall } from '../rules.ts';
import type { Ballot, Count } from '../schema.ts';
import type { Pile } from '../tallies/schema.ts';
import { agreedCount } from '../verifying/recounting/rules.ts';

/** Piles that say the same joined, empty ones left out, in one order: so that two counts can be compared. */
export function sortedPiles(piles: readonly Pile[]): readonly Pile[] {
  const joined = new Map<string, Pile>();
  for (const pile of piles) {
    const key = canonicalJson([pile.box, pile.slip]);
    joined.set(key, { ...pile, count: pile.count + (joined.get(key)?.count ?? 0) });
  }
  return [...joined.entries()]
    .filter(([, { count }]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pile]) => pile);
}

/** What two counts say differently: the pile with both figures. */
export interface Difference {
  readonly pile: Omit<Pile, 'count'>;
  readonly first: number;
  readonly second: number;
}
export function differences(first: Count, second: Count): readonly Difference[] {
  const key = (pile: Pile) => canonicalJson([pile.box, pile.slip]);
  const others = new Map(second.piles.map((pile) => [key(pile), pile]));
  const own = new Map(first.piles.map((pile) => [key(pile), pile]));
  return [...new Set([...own.keys(), ...others.keys()])].flatMap((one) => {
    const [a, b] = [own.get(one), others.get(one)];
    if (a?.count === b?.count) return [];
    const { box, slip } = (a ?? b)!;
    return [{ pile: { box, slip }, first: a?.count ?? 0, second: b?.count ?? 0 }];
  });
}

/** Why a count cannot be entered now; null: it can. */
export function countFault(ballot: Ballot, counts: readonly Count[], counter: string): Message | null {
  if (!ballot.opening) return message('ballots.voting.wrong.early');
  if (ballot.withdrawal) return message('ballots.voting.wrong.withdrawn');
  if (ballot.closure) return message('ballots.voting.wrong.late', articleOf(ballot));
  if (!isInHall(ballot)) return message('ballots.marking.wrong.not_hall');
  if (agreedCount(counts)) return message('ballots.counting.wrong.agreed');
  const [latest] = counts.slice(-1);
  // A recount by the same two follows where the first ones differ; the very next count is somebody else's.
  if (latest && latest.counter.toLowerCase() === counter.toLowerCase())
    return message('ballots.counting.wrong.same_person');
  return null;
}

/** Slips are counted apart where a majority in each constituency is asked; hands always, so that the rows show them. */
export function isApart({ rules }: Rulebook, { decision, secrecy }: Pick<Ballot, 'decision' | 'secrecy'>): boolean {
  return secrecy === 'open' || ((rules[decision] ?? rules.ordinary)?.value.each ?? null) !== null;
}
