import type { Settle } from '../runoff/rules.ts';
import type { Cast, Found, Settled, TieRule, Verdict } from '../schema.ts';

/** A tie between these, decided by whom the rules let decide it; null: nobody has, or nobody may. */
export const settledBy =
  ({ tie, settled }: Pick<Cast, 'tie' | 'settled'>): Settle =>
  (between) =>
    settled.find((one) => one.how === tie && isOf(one, between))?.option ?? null;

const isOf = (one: Settled, between: readonly string[]): boolean =>
  one.between.length === between.length &&
  between.every((option) => one.between.includes(option)) &&
  between.includes(one.option);

/** What an undecided tie of an election means: vote again (once), nobody, or a tie that waits or stays. */
export function verdictOfTie(tie: TieRule, round: 1 | 2): Verdict {
  if (tie === 'again') return round === 1 ? 'again' : 'nobody';
  return tie === 'rejected' ? 'nobody' : 'tie';
}

export const EMPTY: Omit<Found, 'verdict'> = {
  ...{ option: null, between: [], outcome: null, stands: [], schulze: null, rounds: [] },
};
export const elected = (option: string, given: Partial<Found> = {}): Found => ({
  ...{ ...EMPTY, ...given, verdict: 'elected', option },
});

/** Equal options: whoever was chosen is elected, else what the rules say of ties. Never silent: `between` stays. */
export function amongEquals(cast: Cast, between: readonly string[], given: Partial<Found> = {}): Found {
  const option = settledBy(cast)(between, 'wins');
  if (option !== null) return elected(option, { ...given, between });
  return { ...EMPTY, ...given, verdict: verdictOfTie(cast.tie, cast.round), between };
}
