import type { Kind, Method, Pile, Slip, Stand } from '../schema.ts';
import type { Ranking } from '../schulze/rules.ts';

/** What slips are of. */
export interface Question {
  readonly kind: Kind;
  readonly method: Method | null;
  readonly options: readonly string[];
}

/**
 * Does a slip count? `blank`: nothing is marked; `invalid`: more options than one may mark, or an order that this way of
 * counting cannot read (Schulze: any order, equal ranks too; instant run-off: 1, 2, 3 ..., each once, as far as one
 * likes; so Belenios' specification 2.0 for both). null: it counts.
 */
export function blankOrInvalid({ kind, method, options }: Question, slip: Slip): 'blank' | 'invalid' | null {
  if (slip === 'blank' || slip === 'invalid') return slip;
  if (typeof slip === 'string') return kind === 'motion' ? null : 'invalid';
  const whole = slip.every((mark) => Number.isSafeInteger(mark) && mark >= 0);
  if (kind === 'motion' || slip.length !== options.length || !whole) return 'invalid';
  const marked = slip.filter((mark) => mark > 0);
  if (marked.length === 0) return 'blank';
  if (kind === 'ranked') return method === 'schulze' || isStrictOrder(marked) ? null : 'invalid';
  if (marked.some((mark) => mark > 1)) return 'invalid';
  return kind === 'choice' && marked.length > 1 ? 'invalid' : null;
}

const isStrictOrder = (ranks: readonly number[]): boolean =>
  new Set(ranks).size === ranks.length && ranks.every((rank) => rank <= ranks.length);

/** The slips that count and mark options. */
export const countedSlips = (asked: Question, piles: readonly Pile[]): readonly (Ranking & Pick<Pile, 'box'>)[] =>
  piles.flatMap(({ box, slip, count }) =>
    typeof slip === 'string' || blankOrInvalid(asked, slip) !== null ? [] : [{ box, ranks: slip, count }],
  );

/** Marks of each option, most first. */
export const standsOf = (options: readonly string[], slips: readonly Ranking[]): readonly Stand[] =>
  options
    .map((option, at) => ({
      option,
      votes: slips.reduce((sum, { ranks, count }) => sum + ((ranks[at] ?? 0) > 0 ? count : 0), 0),
    }))
    .sort((a, b) => b.votes - a.votes);

/**
 * A slip as it is typed from paper: of an approval the numbers of what is marked ("1, 3"), of a ranked one the options from
 * the first place on, equal ones joined ("2 1=3"). null: a number that is no option, or one twice.
 */
export function slipOfLine(kind: Kind, options: number, line: string): readonly number[] | null {
  const slip = Array.from({ length: options }, () => 0);
  const places = line.split(kind === 'ranked' ? /[\s,;]+/ : /[\s,;=]+/).map((one) => one.split('='));
  for (const [i, equal] of places.entries())
    for (const one of equal) {
      const at = /^\d{1,3}$/.test(one) ? Number(one) - 1 : -1;
      if (slip[at] !== 0) return null;
      slip[at] = kind === 'ranked' ? i + 1 : 1;
    }
  return slip;
}
