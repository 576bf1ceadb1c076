import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Ctx, command, done, YES } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isOperator, isPerson, isSystem, mayLook, mayMakeLink } from '../access.ts';
import { demonstrationPerson, findPerson, findPersonOf, rolesOfPerson } from '../people/queries.ts';
import type { IdentityTables, Secret } from '../schema.ts';
import { findLink, hashOf, type Link } from './queries.ts';
import { keptSince, linkEnds, linkState, sessionEnds } from './rules.ts';

const tables = (db: Db) => db.withTables<IdentityTables>();
const by = (ctx: Ctx): string | null => (ctx.actor.kind === 'person' ? ctx.actor.id : null);

const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A fresh secret: 256 bits for links, 100 bits for paper (nobody types 256). Known to nobody but its receiver. */
export function freshSecret(expiresAt: Date): Secret & { readonly hashes: { token_hash: string; code_hash: string } } {
  const token = randomBytes(32).toString('base64url');
  const code = [...randomBytes(20)].map((byte) => CODE_LETTERS[byte & 31]).join('');
  const shown = code.match(/.{4}/g)!.join('-');
  return { token, code: shown, expiresAt, hashes: { token_hash: hashOf(token), code_hash: hashOf(code) } };
}

/** Writes a sign-in link for a person; earlier unused ones end, so that a lost message opens nothing any more. */
export async function writeLink(
  db: Db,
  now: Date,
  link: { person: string; landing: string | null; by: string | null },
): Promise<Secret> {
  await tables(db)
    .updateTable('identity_links')
    .set({ expires_at: now })
    .where('person_id', '=', link.person)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  const { hashes, ...secret } = freshSecret(linkEnds(now));
  await tables(db)
    .insertInto('identity_links')
    .values({
      id: uuidv7(now),
      ...hashes,
      person_id: link.person,
      landing: link.landing,
      made_at: now,
      made_by: link.by,
      expires_at: secret.expiresAt,
      used_at: null,
      used_by_session: null,
    })
    .execute();
  return secret;
}

/** A one-time way in for a person of this forum. The secret is in the answer and nowhere else. */
export const makeLink = command({
  name: 'identity.make_link',
  input: v.object({ person: v.pipe(v.string(), v.uuid()) }),
  access: async (ctx, input) => mayMakeLink(ctx.actor, ctx.forum, await rolesOfPerson(ctx.db, input.person)),
  run: async (ctx, input) => {
    const person = isOperator(ctx.actor)
      ? await findPerson(ctx.db, input.person)
      : await findPersonOf(ctx.db, ctx.forum.id, input.person);
    if (!person) return refuse('not_found', message('identity.refused.no_person'));
    if (person.closedAt) return refuse('conflict', message('identity.refused.closed'));
    const secret = await writeLink(ctx.db, ctx.now, {
      person: person.id,
      landing: ctx.forum.kind === 'reference' ? null : `/${ctx.forum.slug}`,
      by: by(ctx),
    });
    return done({ ...secret, person }, null);
  },
});

const AGENT = v.pipe(v.string(), v.maxLength(60));
const OLD_TOKEN = v.nullable(v.pipe(v.string(), v.maxLength(100)));

/** What the browser gets: a new session each time, never one that it brought along. */
export interface Entered {
  readonly token: string;
  readonly endsAt: Date;
  readonly shared: boolean;
  readonly link: Link;
}

/** Uses a link up. The secret itself is the permission. Two presses at once: the row lock lets one through. */
export const signIn = command({
  name: 'identity.sign_in',
  input: v.object({
    secret: v.pipe(v.string(), v.maxLength(100)),
    shared: v.boolean(),
    agent: AGENT,
    /** Token of the session that stood in the browser before; it ends. */
    replaces: OLD_TOKEN,
  }),
  access: () => YES,
  run: async (ctx, input) => {
    const found = opens(await findLink(ctx.db, input.secret), ctx.now);
    if (!found.ok) return found;
    const link = found.value;
    const session = freshSession(ctx, link.person, { ...input, demonstration: false });
    const taken = await tables(ctx.db)
      .updateTable('identity_links')
      .set({ used_at: ctx.now, used_by_session: session.row.id })
      .where('id', '=', link.id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .returning('id')
      .executeTakeFirst();
    if (!taken) return refuse('gone', message('identity.refused.link_used'));
    await tables(ctx.db).insertInto('identity_sessions').values(session.row).execute();
    await endByTokens(ctx, [input.replaces]);
    return done<Entered>({ token: session.token, endsAt: session.row.ends_at, shared: input.shared, link }, null);
  },
});

/** The link when it opens; each "no" says what happened and whom to ask. */
export function opens(link: Link | null, now: Date): Result<Link> {
  if (!link) return refuse('not_found', message('identity.refused.link_unknown'));
  const state = linkState(link, now);
  if (state === 'open') return ok(link);
  if (state === 'closed') return refuse('gone', message('identity.refused.closed'));
  if (link.first) return refuse('gone', message('identity.refused.first_link_over'));
  return refuse(
    'gone',
    state === 'used' ? message('identity.refused.link_used') : message('identity.refused.link_expired'),
  );
}

function freshSession(ctx: Ctx, person: string, of: { agent: string; shared: boolean; demonstration: boolean }) {
  const token = randomBytes(32).toString('base64url');
  const row = {
    id: uuidv7(ctx.now),
    token_hash: hashOf(token),
    person_id: person,
    made_at: ctx.now,
    seen_at: ctx.now,
    ends_at: sessionEnds(ctx.now, of.demonstration),
    ended_at: null,
    agent: of.agent,
    shared_phone: of.shared,
    demonstration: of.demonstration,
  };
  return { token, row };
}

async function endByTokens(ctx: Ctx, tokens: readonly (string | null)[]): Promise<void> {
  const hashes = tokens.flatMap((token) => (token ? [hashOf(token)] : []));
  if (hashes.length === 0) return;
  await tables(ctx.db)
    .updateTable('identity_sessions')
    .set({ ended_at: ctx.now })
    .where('token_hash', 'in', hashes)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends the sessions whose tokens the browser holds. Whoever holds a token may end it. */
export const signOut = command({
  name: 'identity.sign_out',
  endsAssisted: true,
  input: v.object({ tokens: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(2)) }),
  access: () => YES,
  run: async (ctx, input) => {
    await endByTokens(ctx, input.tokens);
    return done(null, null);
  },
});

/** Ends one of the own sessions: a lost phone, the computer in the library. */
export const endSession = command({
  name: 'identity.end_session',
  input: v.object({ session: v.pipe(v.string(), v.uuid()) }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const me = by(ctx);
    if (!me) return refuse('sign_in', message('identity.refused.sign_in_first'));
    const ended = await tables(ctx.db)
      .updateTable('identity_sessions')
      .set({ ended_at: ctx.now })
      .where('id', '=', input.session)
      .where('person_id', '=', me)
      .where('demonstration', '=', false)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return ended ? done(null, null) : refuse('not_found', message('identity.refused.no_session'));
  },
});

/** Looking through the eyes of a demonstration person, in a demonstration forum only. No secret is needed: all is made up. */
export const lookAs = command({
  name: 'identity.look_as',
  input: v.object({ role: v.pipe(v.string(), v.regex(/^[a-z][a-z_]{1,39}$/)), agent: AGENT, replaces: OLD_TOKEN }),
  access: (ctx) => mayLook(ctx.forum),
  run: async (ctx, input) => {
    const person = await demonstrationPerson(ctx.db, ctx.forum.id, input.role, ctx.today);
    if (!person) return refuse('not_found', message('identity.refused.look_nobody'));
    const session = freshSession(ctx, person, { agent: input.agent, shared: false, demonstration: true });
    await tables(ctx.db).insertInto('identity_sessions').values(session.row).execute();
    await endByTokens(ctx, [input.replaces]);
    return done({ token: session.token, endsAt: session.row.ends_at }, null);
  },
});

/**
 * Forgets sessions that are over: looks at once, others 30 days later (until then a person may ask about them).
 * Answers how many.
 */
export const forgetSessions = command({
  name: 'identity.forget_sessions',
  input: v.object({}),
  access: (ctx) => isSystem(ctx.actor),
  run: async (ctx) => {
    const gone = await tables(ctx.db)
      .deleteFrom('identity_sessions')
      .where((is) =>
        is.or([
          is('ends_at', '<', keptSince(ctx.now)),
          is.and([is('demonstration', '=', true), is('ends_at', '<', ctx.now)]),
        ]),
      )
      .returning('id')
      .execute();
    return done(gone.length, null);
  },
});
