import { sha256 } from '@noble/hashes/sha2.js';
import { sql } from 'kysely';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { personOf } from '#core/way.ts';
import { adoptableOn, foundingWaits } from '#modules/forum/contract.ts';
import { mayKeepBallots } from '../access.ts';
import { ballotShape } from '../forms.ts';
import { ballotById } from '../queries.ts';
import { rollOn } from '../roll/queries.ts';
import { frozenRoll } from '../roll/rules.ts';
import type { Ballot, BallotId, BallotNeeds, RollRow, Session } from '../schema.ts';
import { isSecretRemote, urnsFor } from '../secret/rules.ts';
import { areUrnsReady } from '../secret/urns/commands.ts';
import { rollHash } from '../verifying/recounting/rules.ts';
import { ballotObject, tablesOf } from '../writing/commands.ts';
import { openingFault } from './rules.ts';

/** The ballot, its row held until the end of the transaction: opening, withdrawing and closing come one after the other. */
export async function ballotInTurn(ctx: Ctx, id: BallotId): Promise<Result<Ballot>> {
  await sql`select 1 from ballots_ballots where forum_id = ${ctx.forum.id} and id = ${id} for update`.execute(ctx.db);
  const ballot = await ballotById(ctx.db, ctx.forum.id, id);
  return ballot ? ok(ballot) : refuse('not_found', message('ballots.unknown'));
}

/** The agenda item at which the ballot is held; null: none, or it is gone. */
export const sessionFor = async (ctx: Pick<Ctx, 'db' | 'forum'>, needs: BallotNeeds, { meeting, item }: Ballot) =>
  meeting && item ? needs.session(ctx.db, ctx.forum, { meeting, item }) : null;

/** Opens a ballot inside the transaction of somebody else's deed: roll and rules of the day are frozen. */
export async function openWithin(ctx: Ctx, ballot: Ballot, session: Session | null): Promise<Result<RollRow[]>> {
  const { by, book, faults, voters, roll } = await rollOn(ctx.db, ctx.forum.id, ballot.about, ctx.today);
  const adopts = ballot.decides?.what === 'version' ? ballot.decides.version : null;
  const versions = adopts ? await adoptableOn(ctx.db, ctx.forum.id, ctx.today) : [];
  const fault = openingFault(ballot, {
    ...{ now: ctx.now, today: ctx.today, by, book, faults, roll, session },
    closesOn: ballot.closesAt && dayIn(ctx.forum.zone, ballot.closesAt),
    version: versions.find((one) => one.version === adopts) ?? null,
    founding: ballot.decides?.what === 'founding' && (await foundingWaits(ctx.db, ctx.forum.id)),
  });
  if (fault) return refuse('conflict', fault);
  if (by === 'nothing') return refuse('conflict', message('ballots.opening.wrong.no_rules'));
  if (isSecretRemote(ballot) && !(await areUrnsReady(ctx, ballot.id, urnsFor(book, ballot.decision, voters))))
    return refuse('conflict', message('ballots.secret.refused.unprepared'));
  await tablesOf(ctx)
    .insertInto('ballots_openings')
    .values({
      ...{ forum_id: ctx.forum.id, ballot_id: ballot.id, opened_on: ctx.today, opened_at: ctx.now },
      ...{ closes_at: ballot.closesAt, ruled_by: by, book: json(book), voters: json(voters) },
      ...{ roll_hash: rollHash(sha256, frozenRoll(voters, roll)), entered_by: personOf(ctx.actor) },
    })
    .execute();
  await freeze(ctx, ballot.id, roll);
  return ok([...roll]);
}

/** Rows of one statement, so that a long roll stays below the most parameters a statement may have. */
const AT_ONCE = 2_000;

async function freeze(ctx: Ctx, ballot: BallotId, roll: readonly RollRow[]): Promise<void> {
  for (let from = 0; from < roll.length; from += AT_ONCE) {
    const rows = roll.slice(from, from + AT_ONCE).map((row) => ({
      ...{ forum_id: ctx.forum.id, ballot_id: ballot, key: row.key, number: row.number, seat_id: row.seat },
      ...{ constituency: row.constituency, organisation: json(row.organisation), body_id: row.body },
      ...{ filled: row.filled, recused: row.recused },
    }));
    await tablesOf(ctx).insertInto('ballots_roll').values(rows).execute();
  }
}

/** Voting begins. */
export const openBallot = (needs: BallotNeeds) =>
  command({
    name: 'ballots.open',
    input: ballotShape,
    access: (ctx) => mayKeepBallots(ctx.actor, ctx.forum),
    run: async (ctx, given) => {
      const found = await ballotInTurn(ctx, given.ballot);
      if (!found.ok) return found;
      const ballot = found.value;
      const opened = await openWithin(ctx, ballot, await sessionFor(ctx, needs, ballot));
      if (!opened.ok) return opened;
      const seats = opened.value.filter((row) => row.filled).length;
      return done(
        { number: ballot.number },
        { kind: 'ballots.opened', object: ballotObject(ballot), params: { number: ballot.number, seats } },
      );
    },
  });
