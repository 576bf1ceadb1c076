import type { Texts } from '#core/i18n/texts.ts';
import type { Rulebook } from '#modules/forum/contract.ts';
import type { Pile } from '../../tallies/schema.ts';
import { type Papers, paperSlips } from '../papers/rules.ts';
import { rulesTaken, type Sha256, type Taken } from '../recounting/rules.ts';
import type { BallotExport } from '../schema.ts';

type Ballot = BallotExport['ballot'];
type Row = BallotExport['roll']['seats'][number];
type Seat = BallotExport['seats'][number];

/** A closed ballot as the module keeps it; fields beyond these are left where they are, above all who a person is. */
export interface ClosedBallot {
  readonly forum: { readonly slug: string; readonly name: Texts };
  readonly ballot: Omit<Ballot, 'round' | 'opened' | 'closed' | 'ruledBy'> & { readonly againOf: string | null };
  readonly opening: {
    readonly at: Date;
    readonly by: Ballot['ruledBy'];
    readonly book: Rulebook;
    readonly voters: readonly { readonly constituency: string; readonly name: Texts | null }[];
  };
  readonly closedAt: Date;
  readonly ties: Pick<Taken, 'chair' | 'settled'>;
  readonly roll: readonly Row[];
  readonly outcomes: readonly (Omit<Seat, 'mark'> & { readonly outcome: Seat['mark'] })[];
  readonly counts: readonly { readonly counter: string; readonly piles: readonly Pile[] }[];
  /** Of a secret vote from afar; empty of any other. */
  readonly papers: Papers;
}

/** What its file says: copied field by field, so that nothing that a table grows later slips into a public file. */
export function takenFrom(sha256: Sha256, given: ClosedBallot): Taken {
  const { forum, ballot, opening, closedAt, ties, roll, outcomes, counts } = given;
  return {
    forum: { name: forum.slug, title: forum.name },
    ballot: {
      ...{ id: ballot.id, number: ballot.number, title: ballot.title, words: ballot.words, kind: ballot.kind },
      ...{ method: ballot.method, decision: ballot.decision, secrecy: ballot.secrecy, mode: ballot.mode },
      round: ballot.againOf === null ? 1 : 2,
      options: ballot.options.map(({ id, label }) => ({ id, label })),
      ...{ opened: opening.at.toISOString(), closed: closedAt.toISOString(), ruledBy: opening.by },
    },
    rules: rulesTaken(opening.book, ballot.decision),
    roll: {
      constituencies: opening.voters.map(({ constituency, name }) => ({ id: constituency, name })),
      seats: [...roll].sort((a, b) => a.number - b.number).map(rowOf),
    },
    seats: outcomes.map(({ key, outcome, slip, carriedBy }) => ({ key, mark: outcome, slip, carriedBy })),
    slips: paperSlips(sha256, given.papers),
    counts: counts.map(({ counter, piles }) => ({
      counter,
      piles: piles.map(({ box, slip, count }) => ({ box, slip, count })),
    })),
    chair: ties.chair,
    settled: ties.settled.map(({ how, between, option, by, before }) => ({ how, between, option, by, before })),
  };
}

const rowOf = ({ key, number, seat, constituency, organisation, body, filled, recused }: Row): Row => ({
  ...{ key, number, seat, constituency, organisation, body, filled, recused },
});
