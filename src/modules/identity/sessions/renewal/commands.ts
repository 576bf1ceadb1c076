import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isPerson } from '../../access.ts';
import type { AuthenticatorTables } from '../../authenticators/schema.ts';
import type { PersonalTables } from '../../personal/schema.ts';
import type { IdentityTables } from '../../schema.ts';
import { hashOf } from '../queries.ts';
import { sessionState } from '../rules.ts';

const tables = (db: Db) => db.withTables<IdentityTables & PersonalTables & AuthenticatorTables>();

/** Token of the session from which a person acts on their own account. */
export const OWN_TOKEN = v.nullable(v.pipe(v.string(), v.maxLength(100)));

/** A session of the person's own, made by themself: never a look through a demonstration person's eyes. */
export interface OwnSessionHeld {
  readonly id: string;
  readonly person: string;
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly shared: boolean;
}

/**
 * The session from which somebody may change their own ways in. Whoever looks through the eyes of a made-up person is
 * "somebody" too, and has none: else the first visitor would lock the demonstration.
 */
export async function ownSession(ctx: Ctx, token: string | null): Promise<Result<OwnSessionHeld>> {
  const person = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  const row = token
    ? await tables(ctx.db)
        .selectFrom('identity_sessions')
        .selectAll()
        .where((is) =>
          is.or([
            is('token_hash', '=', hashOf(token)),
            is.and([is('former_hash', '=', hashOf(token)), is('former_until', '>', ctx.now)]),
          ]),
        )
        .where('demonstration', '=', false)
        .executeTakeFirst()
    : undefined;
  if (!row || row.person_id !== person || !isLive(row, ctx.now))
    return refuse('forbidden', message('identity.refused.not_own_session'));
  const held = { id: row.id, person, madeAt: row.made_at, endsAt: row.ends_at, shared: row.shared_phone };
  return { ok: true, value: held };
}

const isLive = (row: { seen_at: Date; ends_at: Date; ended_at: Date | null; shared_phone: boolean }, now: Date) =>
  sessionState({ seenAt: row.seen_at, endsAt: row.ends_at, endedAt: row.ended_at, shared: row.shared_phone }, now) ===
  'live';

/** The session as the browser gets it back: its token is new, its end is the old one. */
export interface Renewed {
  readonly token: string;
  readonly endsAt: Date;
  readonly shared: boolean;
}

/**
 * A way in was set, changed or taken away: this session gets a fresh token, every other one of the person ends. So
 * whoever had taken a token before holds nothing afterwards.
 */
export async function renewOwn(ctx: Ctx, held: OwnSessionHeld): Promise<Renewed> {
  const token = randomBytes(32).toString('base64url');
  await tables(ctx.db)
    .updateTable('identity_sessions')
    .set({ token_hash: hashOf(token), former_hash: null, former_until: null, stale_at: null, seen_at: ctx.now })
    .where('id', '=', held.id)
    .execute();
  await endOthers(ctx, held);
  return { token, endsAt: held.endsAt, shared: held.shared };
}

/** Ends every other session, and what was begun in one and could be finished without it: a code owed, a new address. */
async function endOthers(ctx: Ctx, held: OwnSessionHeld): Promise<number> {
  await tables(ctx.db).deleteFrom('identity_email_changes').where('person_id', '=', held.person).execute();
  await tables(ctx.db)
    .updateTable('identity_thresholds')
    .set({ used_at: ctx.now })
    .where('person_id', '=', held.person)
    .where('used_at', 'is', null)
    .execute();
  const ended = await tables(ctx.db)
    .updateTable('identity_sessions')
    .set({ ended_at: ctx.now })
    .where('person_id', '=', held.person)
    .where('id', '<>', held.id)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  return ended.length;
}

/**
 * A role was given to this person, or ended: each of their sessions gets a fresh token with its next request
 * (`authenticate`), because nobody can reach their browsers from here.
 */
export async function makeStale(ctx: Ctx, person: string): Promise<void> {
  await tables(ctx.db)
    .updateTable('identity_sessions')
    .set({ stale_at: ctx.now })
    .where('person_id', '=', person)
    .where('demonstration', '=', false)
    .where('ended_at', 'is', null)
    .execute();
}

/** Signs out everywhere but here; answers how many devices that were. */
export const endOtherSessions = command({
  name: 'identity.end_other_sessions',
  input: v.object({ session: OWN_TOKEN }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    return own.ok ? done(await endOthers(ctx, own.value), null) : own;
  },
});
