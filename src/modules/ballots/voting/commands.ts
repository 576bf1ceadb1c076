import { sql } from 'kysely';
import { cameFor } from '#core/actor.ts';
import { type Ctx, command, done, no, type Verdict } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { personOf, wayOf } from '#core/way.ts';
import { seatingOf } from '#modules/forum/contract.ts';
import { mayCome } from '../access.ts';
import { sessionFor } from '../opening/commands.ts';
import { ballotById, rollOf } from '../queries.ts';
import { articleOf } from '../rules.ts';
import type { Ballot, BallotId, BallotNeeds, SeatMark } from '../schema.ts';
import { ballotObject, tablesOf } from '../writing/commands.ts';
import { type Vote, voteShape } from './forms.ts';
import { voterOf } from './queries.ts';
import { isSaid, speaksAs, urnFault, VOTE_DEED, voteObject } from './rules.ts';

/** The ballot, which nobody opens, closes or withdraws before this vote is written; voters do not wait for each other. */
async function atUrn(ctx: Ctx, id: BallotId): Promise<Ballot | null> {
  await sql`select 1 from ballots_ballots where forum_id = ${ctx.forum.id} and id = ${id} for share`.execute(ctx.db);
  return ballotById(ctx.db, ctx.forum.id, id);
}

/** Writes a mark unless the seat has one; false: it has. Of two at once the second waits and is told so. */
async function insertMark(ctx: Ctx, ballot: BallotId, mark: SeatMark): Promise<boolean> {
  const made = await tablesOf(ctx)
    .insertInto('ballots_marks')
    .values({
      ...{ forum_id: ctx.forum.id, ballot_id: ballot, key: mark.key, slip: json(mark.say) },
      ...{ speaker: mark.speaker, carried_by: mark.carriedBy, way: mark.way, person_id: mark.person },
      ...{ entered_on: ctx.today, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
    })
    .onConflict((conflict) => conflict.columns(['forum_id', 'ballot_id', 'key']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

function access(ctx: Ctx, { ballot, seat }: Vote): Verdict {
  if (ctx.actor.kind === 'link' && !cameFor(ctx.actor, VOTE_DEED, voteObject(ballot, seat)))
    return no(message('ballots.denied.vote'));
  return mayCome(ctx.actor, ctx.forum);
}

/** One seat votes in an open ballot, once. What it said is known to nobody before the closing. */
export const castVote = (needs: BallotNeeds) =>
  command({
    name: 'ballots.vote',
    input: voteShape,
    access,
    assisted: 'ballots.log.vote_cast',
    run: async (ctx, given) => {
      const ballot = await atUrn(ctx, given.ballot);
      if (!ballot) return refuse('not_found', message('ballots.unknown'));
      const session = await sessionFor(ctx, needs, ballot);
      const fault = urnFault(ballot, ctx.now, session);
      if (fault) return refuse('conflict', fault);
      const roll = await rollOf(ctx.db, ctx.forum.id, ballot.id);
      const row = roll.find((one) => one.key === given.seat);
      if (!row) return refuse('not_found', message('ballots.voting.wrong.no_seat'));
      const voter = voterOf(ctx.actor, await seatingOf(ctx.db, ctx.forum.id), ctx.today);
      const as = speaksAs(ballot, roll, row, voter, session);
      if ('no' in as) return refuse('forbidden', as.no);
      if (!isSaid(ballot, given.say)) return refuse('bad_input', message('ballots.voting.wrong.slip'));
      const mark = { key: row.key, say: given.say, ...as, way: wayOf(ctx.actor), person: voter.person };
      if (!(await insertMark(ctx, ballot.id, mark)))
        return refuse('conflict', message('ballots.voting.wrong.twice', { number: row.number, ...articleOf(ballot) }));
      return done(
        { number: ballot.number, seat: row.number },
        {
          kind: 'ballots.vote_cast',
          object: ballotObject(ballot),
          params: { number: ballot.number, seat: row.number },
          bodies: row.body ? [row.body] : [],
        },
      );
    },
  });
