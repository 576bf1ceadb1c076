import type { Rulebook } from '#modules/forum/contract.ts';
import type { Cast, Mark, MarkedSeat, Pile, Roll, RollSeat, Slip } from './schema.ts';

type Rules = Rulebook['rules'];
type Majority = NonNullable<Rules['ordinary']>['value'];
export type Share = Majority['all']['share'];
export type Base = Majority['all']['of'];

export const HALF: Share = { than: 'more_than', part: 1, whole: 2 };
export const THIRDS: Share = { than: 'at_least', part: 2, whole: 3 };

/** The constituencies of the demonstration: 4 NGOs, 6 state bodies, 5 municipalities, 8 councils. */
export const OF_23 = { ngo: 4, state: 6, municipality: 5, council: 8 } as const;

/** A roll of so many seats by constituency, numbered from 1; `vacant`: numbers of seats that nobody holds. */
export function rollOf(sizes: Readonly<Record<string, number>>, vacant: readonly number[] = []): Roll {
  const seats: RollSeat[] = [];
  for (const [constituency, size] of Object.entries(sizes))
    for (let n = 0; n < size; n++) {
      const number = seats.length + 1;
      const organisation = vacant.includes(number) ? null : `body-${number}`;
      seats.push({ id: `seat-${number}`, number, constituency, organisation });
    }
  return { constituencies: Object.keys(sizes), seats };
}

/** A mark for each held seat in order: so many of each, the rest absent. */
export function marksOf(roll: Roll, counts: Partial<Record<Mark, number>>): readonly MarkedSeat[] {
  const marks = Object.entries(counts).flatMap(([mark, n]) => new Array<Mark>(n).fill(mark as Mark));
  return roll.seats
    .filter(({ organisation }) => organisation !== null)
    .map(({ id }, at) => ({ seat: id, mark: marks[at] ?? 'absent' }));
}

interface Asked {
  readonly all?: Share;
  readonly of?: Base;
  readonly each?: Majority['each'];
  readonly tie?: NonNullable<Rules['tie']>['value']['how'];
  /** A quorum of this share of held seats; null: the rules define none. */
  readonly quorum?: Share | null;
}
/** A rulebook of one majority, and of what is given besides. */
export function bookOf({ all = HALF, of = 'cast', each = null, tie, quorum = null }: Asked = {}): Rulebook {
  const bound = <T>(article: string, value: T) => ({ document: 'rules', article, value });
  return {
    rules: {
      ordinary: bound('10', { all: { share: all, of }, each }),
      ...(tie ? { tie: bound('11', { how: tie }) } : {}),
      ...(quorum
        ? { quorum: bound('8', { all: { share: quorum, of: 'filled' as const }, each: null, recused: true }) }
        : {}),
    },
    topics: {},
  };
}

export const pilesOf = (slips: readonly (readonly [Slip, number])[], box: string | null = null): readonly Pile[] =>
  slips.map(([slip, count]) => ({ box, slip, count }));

/** A ballot on a motion of the 23 seats, all absent, except what is given. */
export function castOf(given: Partial<Cast>): Cast {
  const roll = given.roll ?? rollOf(OF_23);
  const slips = (given.piles ?? []).reduce((sum, { count }) => sum + count, 0);
  return {
    ...{ kind: 'motion', method: null, decision: 'ordinary', round: 1, options: [], piles: [], chair: null },
    ...{ settled: [], tie: given.rules?.rules.tie?.value.how ?? null, rules: bookOf() },
    ...{ roll, marks: marksOf(roll, { voted: slips }) },
    ...given,
  };
}
