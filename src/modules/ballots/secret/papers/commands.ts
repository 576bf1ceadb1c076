import { sql } from 'kysely';
import { cameFor } from '#core/actor.ts';
import { type Ctx, command, done, no, type Verdict } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { seatingOf } from '#modules/forum/contract.ts';
import { mayCome } from '../../access.ts';
import { sessionFor } from '../../opening/commands.ts';
import { ballotById, rollOf } from '../../queries.ts';
import { stateOf } from '../../rules.ts';
import type { Ballot, BallotId, BallotNeeds } from '../../schema.ts';
import { voterOf } from '../../voting/queries.ts';
import { speaksAs } from '../../voting/rules.ts';
import { paperShape } from '../forms.ts';
import { urnsOf } from '../queries.ts';
import { isSecretRemote, PAPER_DEED, paperObject, urnOf } from '../rules.ts';
import type { SecretTables } from '../schema.ts';

function access(ctx: Ctx, { ballot, key }: { readonly ballot: BallotId; readonly key: string }): Verdict {
  if (ctx.actor.kind === 'link' && !cameFor(ctx.actor, PAPER_DEED, paperObject(ballot, key)))
    return no(message('ballots.denied.vote'));
  return mayCome(ctx.actor, ctx.forum);
}

/**
 * A seat receives its paper: that it did is kept, once and without a moment; what was signed was made before, outside of
 * the transaction. The same blinded message again is the same paper; another one is refused, because two papers would be
 * two votes. Leaves no entry: the record tells how many there were when voting is over.
 */
export const takePaper = (needs: BallotNeeds) =>
  command({
    name: 'ballots.take_paper',
    input: paperShape,
    access,
    run: async (ctx, input) => {
      const open = await openNow(ctx, input.ballot);
      if (!open.ok) return open;
      const ballot = open.value;
      const roll = await rollOf(ctx.db, ctx.forum.id, ballot.id);
      const row = roll.find(({ key }) => key === input.key);
      if (!row) return refuse('not_found', message('ballots.secret.refused.seat'));
      const session = await sessionFor(ctx, needs, ballot);
      if (session?.meeting.out) return refused(message('ballots.wrong.out', { number: session.meeting.number }));
      const seating = await seatingOf(ctx.db, ctx.forum.id);
      const as = speaksAs(ballot, roll, row, voterOf(ctx.actor, seating, ctx.today), session);
      if ('no' in as) return refuse('forbidden', as.no);
      const names = (await urnsOf(ctx.db, ctx.forum.id, ballot.id)).map(({ constituency }) => constituency);
      const urn = urnOf(names, row);
      if (urn === null || !(await holdUrn(ctx, ballot.id, urn)))
        return refused(message('ballots.secret.refused.closed'));
      if (await votesInHall(ctx, ballot.id, row.key))
        return refused(message('ballots.secret.refused.in_hall', { seat: row.number }));
      const of = { forum_id: ctx.forum.id, ballot_id: ballot.id, key: row.key };
      await tables(ctx.db)
        .insertInto('ballots_secret_papers')
        .values({
          ...of,
          constituency: urn,
          speaker: as.speaker,
          carried_by: as.carriedBy,
          blinded_hash: input.blinded,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const kept = await tables(ctx.db)
        .selectFrom('ballots_secret_papers')
        .select('blinded_hash')
        .where((is) => is.and(of))
        .executeTakeFirst();
      return kept?.blinded_hash === input.blinded
        ? done({ constituency: urn }, null)
        : refused(message('ballots.secret.refused.taken', { seat: row.number }));
    },
  });

/** A seat that was called in the hall has its slip there. Its row of the roll is held, so that nobody calls it meanwhile. */
async function votesInHall(ctx: Ctx, ballot: BallotId, key: string): Promise<boolean> {
  const of = sql`forum_id = ${ctx.forum.id} and ballot_id = ${ballot} and key = ${key}`;
  await sql`select 1 from ballots_roll where ${of} for update`.execute(ctx.db);
  const { rows } = await sql`select 1 from ballots_marks where ${of}`.execute(ctx.db);
  return rows.length > 0;
}

const tables = (db: Db) => db.withTables<SecretTables>();
const refused = (why: Message) => refuse('conflict', why);

/** The ballot, if one may vote in it from afar and in secret at this moment. */
export async function openNow(ctx: Ctx, id: BallotId): Promise<Result<Ballot>> {
  const ballot = await ballotById(ctx.db, ctx.forum.id, id);
  if (!ballot || !isSecretRemote(ballot)) return refuse('not_found', message('ballots.unknown'));
  const state = stateOf(ballot, ctx.now);
  if (state === 'open') return ok(ballot);
  return refused(message(state === 'written' ? 'ballots.secret.refused.early' : 'ballots.secret.refused.closed'));
}

/** Keeps the urn from being emptied until the end of the transaction; false: voting is over. */
export async function holdUrn(ctx: Ctx, ballot: BallotId, constituency: string): Promise<boolean> {
  const row = await tables(ctx.db)
    .selectFrom('ballots_secret_keys')
    .select('constituency')
    .where('forum_id', '=', ctx.forum.id)
    .where('ballot_id', '=', ballot)
    .where('constituency', '=', constituency)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}
