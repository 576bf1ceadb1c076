import { jsonHash } from '#core/canonical-json.ts';
import type { Rulebook } from '#modules/forum/contract.ts';
import { tally } from '../../tallies/rules.ts';
import type { Cast, Law, Pile, Result } from '../../tallies/schema.ts';
import type { BallotExport, Unsealed } from '../schema.ts';

export type Sha256 = (bytes: Uint8Array) => Uint8Array;
export type Count = BallotExport['counts'][number];

export type FrozenRoll = Omit<BallotExport['roll'], 'sha256'>;
/** 64 hexadecimal digits: SHA-256 of the canonical JSON of `{ constituencies, seats }`, seats by their number. */
export const rollHash = (sha256: Sha256, { constituencies, seats }: FrozenRoll): string =>
  jsonHash(sha256, { constituencies, seats });

/**
 * The counting that holds: the last that agrees with an earlier one of somebody else (equal piles, in whatever order);
 * null: no two agree.
 */
export function agreedCount(counts: readonly Count[]): Count | null {
  const sums = counts.map(({ piles }) => sumsOf(piles));
  for (let at = counts.length - 1; at > 0; at--)
    for (let other = 0; other < at; other++)
      if (sums[at] === sums[other] && isSomebodyElse(counts[at]!, counts[other]!)) return counts[at]!;
  return null;
}

const isSomebodyElse = (one: Count, other: Count): boolean => one.counter.toLowerCase() !== other.counter.toLowerCase();

/** Equal slips of a box put together, as one text; none of a kind is the same as not naming it. */
function sumsOf(piles: readonly Pile[]): string {
  const sums = new Map<string, number>();
  for (const { box, slip, count } of piles) {
    const key = JSON.stringify([box, slip]);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return JSON.stringify([...sums].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the result follows from, as it is counted. `agreed`: the counting of paper that holds. */
export function castOf(given: Taken, agreed: Count | null = agreedCount(given.counts)): Cast {
  const { ballot, rules, roll, seats, slips, chair, settled } = given;
  const place = new Map(roll.seats.map(({ key, constituency }) => [key, constituency]));
  const own = seats.flatMap(({ key, slip }): readonly Pile[] =>
    slip === null ? [] : [{ box: place.get(key) ?? null, slip, count: 1 }],
  );
  const sent = slips.of.map(({ box, slip }): Pile => ({ box, slip, count: 1 }));
  return {
    ...{ kind: ballot.kind, method: ballot.method, decision: ballot.decision, round: ballot.round },
    options: ballot.options.map(({ id }) => id),
    roll: {
      constituencies: roll.constituencies.map(({ id }) => id),
      seats: roll.seats.map(({ key, number, constituency, filled }) => ({
        ...{ id: key, number, constituency, organisation: filled ? key : null },
      })),
    },
    marks: seats.map(({ key, mark }) => ({ seat: key, mark })),
    piles: [...own, ...sent, ...(agreed?.piles ?? [])],
    ...{ chair, settled, tie: rules.tie?.value.how ?? null, rules: bookOf(given) },
  };
}

/** The rules of the file as a rulebook. What only this file knows of ties, a lot, is none of the rules for motions. */
function bookOf({ ballot, rules }: Pick<BallotExport, 'ballot' | 'rules'>): Rulebook {
  const { quorum, majority, tie } = rules;
  const how = tie?.value.how;
  return {
    rules: {
      ...(quorum ? { quorum } : {}),
      ...(majority ? { [ballot.decision]: majority } : {}),
      ...(tie && how && how !== 'lot' ? { tie: { ...tie, value: { how } } } : {}),
    },
    topics: {},
  };
}

/** The result of a ballot from what was taken of it; throws RangeError as `tally` does. */
export const recount = (law: Law, given: Taken): Result => tally(law, castOf(given));

/** The rules of a book that a ballot of this decision takes along: its own majority, else the ordinary one. */
export const rulesTaken = (book: Rulebook, decision: Cast['decision']): BallotExport['rules'] => ({
  quorum: book.rules.quorum ?? null,
  majority: book.rules[decision] ?? book.rules.ordinary ?? null,
  tie: book.rules.tie ?? null,
  proxies: book.rules.proxies ?? null,
});

/** Everything of a ballot but what follows from it: the roll's hash, the result and the seal are put in here. */
export interface Taken extends Omit<Unsealed, 'format' | 'version' | 'roll' | 'result'> {
  readonly roll: FrozenRoll;
}
