import { sql } from 'kysely';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { personOf } from '#core/way.ts';
import { mayKeepBallots } from '../access.ts';
import { keyShape } from '../forms.ts';
import { ballotInTurn, sessionFor } from '../opening/commands.ts';
import { marksOf, rollOf } from '../queries.ts';
import { MOST } from '../rules.ts';
import { type Ballot, type BallotId, type BallotNeeds, type RollRow, type Session, SPEAKERS } from '../schema.ts';
import { papersOf } from '../secret/queries.ts';
import { isSecretRemote } from '../secret/rules.ts';
import { sayShape } from '../voting/forms.ts';
import { ballotObject, tablesOf } from '../writing/commands.ts';
import { type Called, paperFault, sheetFault } from './rules.ts';

const calledShape = v.object({
  ...{ key: keyShape, say: sayShape, speaker: v.picklist(SPEAKERS), carriedBy: v.nullable(keyShape) },
});
const calledListShape = v.pipe(v.array(calledShape), v.maxLength(MOST.seats));

/** Rows of one statement. */
const AT_ONCE = 2_000;

/** Seats that took a secret paper online. Their rows of the roll are held, so that nobody takes one while they are called. */
async function papersTaken(ctx: Ctx, ballot: Ballot): Promise<ReadonlySet<string>> {
  if (!isSecretRemote(ballot)) return new Set();
  await sql`
    select 1 from ballots_roll where forum_id = ${ctx.forum.id} and ballot_id = ${ballot.id} order by key for update`.execute(
    ctx.db,
  );
  return new Set((await papersOf(ctx.db, ctx.forum.id, ballot.id)).map(({ key }) => key));
}

/**
 * Writes what was called or seen in the hall, all seats in one go, inside the transaction of somebody else's deed. What
 * was called before and is called otherwise now is replaced until the closing; a vote that came by account or link stays.
 */
export async function markWithin(
  ctx: Ctx,
  ballot: Ballot,
  roll: readonly RollRow[],
  called: readonly Called[],
  session: Session | null,
): Promise<Result<null>> {
  const marks = await marksOf(ctx.db, ctx.forum.id, ballot.id);
  const fault =
    sheetFault(ballot, roll, called, marks, session) ?? paperFault(roll, called, await papersTaken(ctx, ballot));
  if (fault) return refuse('conflict', fault);
  await tablesOf(ctx)
    .deleteFrom('ballots_marks')
    .where('forum_id', '=', ctx.forum.id)
    .where('ballot_id', '=', ballot.id)
    .where('way', '=', 'called')
    .execute();
  for (let from = 0; from < called.length; from += AT_ONCE) {
    const rows = called.slice(from, from + AT_ONCE).map((one) => ({
      ...{ forum_id: ctx.forum.id, ballot_id: ballot.id, key: one.key, slip: json(one.say) },
      ...{ speaker: one.speaker, carried_by: one.carriedBy, way: 'called' as const, person_id: null },
      ...{ entered_on: ctx.today, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
    }));
    await tablesOf(ctx).insertInto('ballots_marks').values(rows).execute();
  }
  return ok(null);
}

/** Enters what every seat said when names were called, or which seats took a slip. */
export const markSeats = (needs: BallotNeeds) =>
  command({
    name: 'ballots.mark',
    input: v.object({ ballot: idShape<BallotId>(), called: calledListShape }),
    access: (ctx) => mayKeepBallots(ctx.actor, ctx.forum),
    run: async (ctx, given) => {
      const found = await ballotInTurn(ctx, given.ballot);
      if (!found.ok) return found;
      const ballot = found.value;
      const session = await sessionFor(ctx, needs, ballot);
      if (session?.meeting.out)
        return refuse('conflict', message('ballots.wrong.out', { number: session.meeting.number }));
      const roll = await rollOf(ctx.db, ctx.forum.id, ballot.id);
      const made = await markWithin(ctx, ballot, roll, given.called, session);
      if (!made.ok) return made;
      return done(
        { number: ballot.number },
        {
          kind: 'ballots.marked',
          object: ballotObject(ballot),
          params: { number: ballot.number, seats: given.called.length },
        },
      );
    },
  });
