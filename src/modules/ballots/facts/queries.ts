import type { Ctx } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { ballotById, ballotsOfMeeting, outcomesOf, rollOf } from '../queries.ts';
import { pathOf } from '../rules.ts';
import type { Ballot, RollRow, SeatOutcome } from '../schema.ts';
import type { Result } from '../tallies/schema.ts';

/** What minutes and the register of decisions say of a ballot. */
export interface BallotFacts extends Pick<Ballot, 'id' | 'number' | 'title' | 'words' | 'kind' | 'mode' | 'secrecy'> {
  readonly path: string;
  readonly meeting: string | null;
  readonly item: string | null;
  readonly options: Ballot['options'];
  readonly withdrawal: Ballot['withdrawal'];
  /** Counts, quorum and outcome with their steps and articles; null: not closed. */
  readonly result: Result | null;
  readonly closedOn: Ctx['today'] | null;
  /** By seat and organisation; empty before the closing. Of a secret ballot the choice is nowhere. */
  readonly rollCall: readonly (Pick<RollRow, 'number' | 'organisation' | 'constituency'> & SeatOutcome)[];
}

async function factsOf(db: Db, forum: string, ballot: Ballot): Promise<BallotFacts> {
  const { id, number, title, words, kind, mode, secrecy, options, withdrawal, meeting, item, closure } = ballot;
  const roll = closure ? await rollOf(db, forum, id) : [];
  const outcomes = closure ? await outcomesOf(db, forum, id) : new Map<string, SeatOutcome>();
  return {
    ...{ id, number, title, words, kind, mode, secrecy, options, withdrawal, meeting, item, path: pathOf(ballot) },
    ...{ result: closure?.result ?? null, closedOn: closure?.on ?? null },
    rollCall: roll.flatMap((row) => {
      const ended = outcomes.get(row.key);
      const { number: seat, organisation, constituency } = row;
      return ended ? [{ ...ended, number: seat, organisation, constituency }] : [];
    }),
  };
}

/** One ballot by its id; null: there is none. */
export async function ballotFacts(db: Db, forum: string, id: string): Promise<BallotFacts | null> {
  const ballot = await ballotById(db, forum, id);
  return ballot && factsOf(db, forum, ballot);
}

/** The ballots of a meeting in the order of their numbers, withdrawn ones too. */
export async function ballotsIn(db: Db, forum: string, meeting: string): Promise<readonly BallotFacts[]> {
  const found: BallotFacts[] = [];
  for (const ballot of await ballotsOfMeeting(db, forum, meeting)) found.push(await factsOf(db, forum, ballot));
  return found;
}
