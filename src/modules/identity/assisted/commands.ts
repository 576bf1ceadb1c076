import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Ctx, command, done, YES } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import type { Logged } from '#core/house.ts';
import { message } from '#core/i18n/message.ts';
import { mayAssist } from '../access.ts';
import type { IdentityTables } from '../schema.ts';
import { freshSecret } from '../sessions/commands.ts';
import { hashOf } from '../sessions/queries.ts';
import { assistables, findAssisted } from './queries.ts';
import { receiptDeeds } from './receipts/queries.ts';
import { MINUTES, REASON_MAX } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<IdentityTables>();
const token = v.pipe(v.string(), v.maxLength(100));

/**
 * A helper begins to act for somebody who is present: a person who acts for a body here, or (null) somebody without an
 * account. One session at a time: an earlier one of the same helper ends. No entry of the public record.
 */
export const startAssisted = command({
  name: 'identity.start_assisted',
  input: v.object({
    person: v.nullable(v.pipe(v.string(), v.uuid())),
    reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(REASON_MAX)),
    minutes: v.picklist(MINUTES),
  }),
  access: (ctx) => mayAssist(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const { actor } = ctx;
    if (actor.kind !== 'person') return refuse('sign_in', message('identity.refused.sign_in_first'));
    const people = await assistables(ctx.db, ctx.forum.id, ctx.today, actor.id);
    if (input.person && !people.some(({ id }) => id === input.person)) {
      const wrong = message('identity.assisted.refused_person');
      return refuse('bad_input', wrong, [{ field: 'person', message: wrong }]);
    }
    await endOthers(ctx, actor.id);
    const secret = randomBytes(32).toString('base64url');
    await tables(ctx)
      .insertInto('identity_assisted')
      .values({
        forum_id: ctx.forum.id,
        id: uuidv7(ctx.now),
        token_hash: hashOf(secret),
        helper_id: actor.id,
        person_id: input.person,
        reason: input.reason,
        started_at: ctx.now,
        ends_at: new Date(ctx.now.getTime() + input.minutes * 60_000),
      })
      .execute();
    return done({ token: secret }, null);
  },
});

async function endOthers(ctx: Ctx, helper: string): Promise<void> {
  const open = await tables(ctx)
    .selectFrom('identity_assisted as a')
    .leftJoin('identity_assisted_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'a.forum_id').onRef('e.session_id', '=', 'a.id'),
    )
    .where('a.helper_id', '=', helper)
    .where('e.session_id', 'is', null)
    .select(['a.forum_id', 'a.id as session_id'])
    .execute();
  if (open.length === 0) return;
  await tables(ctx)
    .insertInto('identity_assisted_ends')
    .values(open.map((row) => ({ ...row, ended_at: ctx.now, code_hash: null })))
    .onConflict((key) => key.doNothing())
    .execute();
}

/**
 * Ends the session for good and makes the code of its receipt, which is in the answer and nowhere else. Whoever holds
 * the cookie may end it, also after its minutes.
 */
export const endAssisted = command({
  name: 'identity.end_assisted',
  input: v.object({ token }),
  access: () => YES,
  endsAssisted: true,
  run: async (ctx, input) => {
    const session = await findAssisted(ctx.db, input.token);
    if (!session) return refuse('not_found', message('identity.assisted.refused_over'));
    const { code, hashes } = freshSecret(ctx.now);
    const ended = await tables(ctx)
      .insertInto('identity_assisted_ends')
      .values({ forum_id: session.forum, session_id: session.id, ended_at: ctx.now, code_hash: hashes.code_hash })
      .onConflict((key) => key.doNothing())
      .returning('session_id')
      .executeTakeFirst();
    if (!ended) return refuse('gone', message('identity.assisted.refused_over'));
    return done({ ...session, code, deeds: await receiptDeeds(ctx.db, session.forum, session.id) }, null);
  },
});

/**
 * Writes a deed on the receipt of its assisted session, in the transaction of the deed: main gives it to the house.
 * `sentence` is the text key that the command declares; its parameters are those of the deed's entry.
 */
export async function keepForReceipt(ctx: Ctx, name: string, sentence: string, entry: Logged | null): Promise<void> {
  if (ctx.actor.kind !== 'assisted') return;
  await tables(ctx)
    .insertInto('identity_assisted_deeds')
    .values({
      forum_id: ctx.forum.id,
      id: uuidv7(ctx.now),
      session_id: ctx.actor.session,
      command: name,
      sentence: json({ key: sentence, params: { ...entry?.params } }),
      path: entry?.object.path ?? null,
      entry_id: entry?.id ?? null,
      done_at: ctx.now,
    })
    .execute();
}
