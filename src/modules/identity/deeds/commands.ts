import * as v from 'valibot';
import { type Command, type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { mayMakeDeedLink } from '../access.ts';
import { actingFor, findPersonOf } from '../people/queries.ts';
import type { IdentityNeeds, IdentityTables, Person, Secret } from '../schema.ts';
import { freshSecret } from '../sessions/commands.ts';
import { deedEnds } from '../sessions/rules.ts';
import type { DeedDescribed } from './schema.ts';

/** What a link shall allow. */
export interface DeedAsked extends DeedDescribed {
  /** Name of the command ("plans.report_update"); its access asks `cameFor(actor, command, object)`. */
  readonly command: string;
  /** Id of the object: the cell, the evaluation. */
  readonly object: string;
  /** A known person, or null: whoever the body sends. */
  readonly person: string | null;
  /** How many days it opens: 14 unless told, at most 60. */
  readonly days?: number;
}

/** The secret of a fresh link. `path` below the forum: "/deeds/<token>"; this is what the message carries. */
export interface DeedSecret extends Secret {
  readonly id: string;
  readonly path: string;
}

/**
 * Makes a link for exactly one deed, inside the caller's transaction. Asks no permission: the command that calls it
 * has asked its own. The secret is in the answer and nowhere else.
 */
export async function makeDeedLink(ctx: Ctx, asked: DeedAsked): Promise<DeedSecret> {
  const id = uuidv7(ctx.now);
  const { hashes, ...secret } = freshSecret(deedEnds(ctx.now, asked.days));
  await ctx.db
    .withTables<IdentityTables>()
    .insertInto('identity_deeds')
    .values({
      forum_id: ctx.forum.id,
      id,
      ...hashes,
      command: asked.command,
      object_id: asked.object,
      person_id: asked.person,
      body_id: asked.body,
      form_path: asked.formPath,
      purpose: json(asked.purpose),
      made_at: ctx.now,
      made_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      expires_at: secret.expiresAt,
    })
    .execute();
  return { ...secret, id, path: `/deeds/${secret.token}` };
}

interface LinkWanted {
  readonly command: string;
  readonly object: string;
  readonly person: string | null;
}

/** The fresh link with what a message needs: what it is for, and in whose language. */
export interface DeedMade extends DeedSecret {
  readonly described: DeedDescribed;
  readonly receiver: Person | null;
}

/**
 * Coordinator or secretary makes a link for somebody else's deed. What it allows is read from the object itself, never
 * from the form; a named receiver must be somebody who acts for the body.
 */
const makeDeed = (needs: IdentityNeeds): Command<LinkWanted, DeedMade> =>
  command({
    name: 'identity.make_deed_link',
    input: v.object({
      command: v.pipe(v.string(), v.regex(/^[a-z]+(\.[a-z_]+){1,2}$/)),
      object: v.pipe(v.string(), v.uuid()),
      person: v.nullable(v.pipe(v.string(), v.uuid())),
    }),
    access: (ctx) => mayMakeDeedLink(ctx.actor, ctx.forum),
    run: async (ctx, input) => {
      const kind = needs.deedKinds().find((one) => one.command === input.command);
      const described = kind ? await kind.describe(ctx.db, ctx.forum, input.object) : null;
      if (!described) return refuse('not_found', message('identity.refused.deed_nothing'));
      const receiver = input.person ? await receiverOf(ctx, described.body, input.person) : null;
      if (input.person && !receiver) {
        const wrong = message('identity.refused.deed_person');
        return refuse('bad_input', wrong, [{ field: 'person', message: wrong }]);
      }
      const secret = await makeDeedLink(ctx, { ...input, ...described });
      return done({ ...secret, described, receiver }, null);
    },
  });

/** Somebody who acts for the body; where there is none, somebody of this forum. */
async function receiverOf(ctx: Ctx, body: string | null, person: string): Promise<Person | null> {
  if (!body) return findPersonOf(ctx.db, ctx.forum.id, person);
  const people = await actingFor(ctx.db, { forum: ctx.forum.id, body, today: ctx.today });
  return people.find((one) => one.id === person) ?? null;
}

/**
 * Uses a one-deed link up, inside the transaction of its deed: false when it was used, taken back or ran out
 * meanwhile, or when the actor does something else with it. Two at once: the key lets one through.
 */
export async function spendDeed(ctx: Ctx, commandName: string): Promise<boolean> {
  if (ctx.actor.kind !== 'link') return true;
  const { deed, person } = ctx.actor;
  if (deed.command !== commandName || deed.forum !== ctx.forum.id) return false;
  const open = await ctx.db
    .withTables<IdentityTables>()
    .selectFrom('identity_deeds')
    .where('forum_id', '=', deed.forum)
    .where('id', '=', deed.id)
    .where('expires_at', '>', ctx.now)
    .select('id')
    .executeTakeFirst();
  return open !== undefined && end(ctx, deed.id, 'used', person);
}

async function end(ctx: Ctx, deed: string, how: 'used' | 'withdrawn', person: string | null): Promise<boolean> {
  const row = await ctx.db
    .withTables<IdentityTables>()
    .insertInto('identity_deed_ends')
    .values({ forum_id: ctx.forum.id, deed_id: deed, how, ended_at: ctx.now, ended_by: person })
    .onConflict((key) => key.doNothing())
    .returning('deed_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a link back that nobody used yet: it went to the wrong phone. */
const withdrawDeed = command({
  name: 'identity.withdraw_deed',
  input: v.object({ deed: v.pipe(v.string(), v.uuid()) }),
  access: (ctx) => mayMakeDeedLink(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const known = await ctx.db
      .withTables<IdentityTables>()
      .selectFrom('identity_deeds')
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', input.deed)
      .select('id')
      .executeTakeFirst();
    if (!known) return refuse('not_found', message('identity.refused.deed_unknown'));
    const person = ctx.actor.kind === 'person' ? ctx.actor.id : null;
    if (!(await end(ctx, known.id, 'withdrawn', person)))
      return refuse('conflict', message('identity.refused.deed_over'));
    return done(null, null);
  },
});

/** The commands of this room with what they need of others. */
export const deedCommands = (needs: IdentityNeeds) => ({ makeDeed: makeDeed(needs), withdrawDeed });
export type DeedCommands = ReturnType<typeof deedCommands>;
