import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Ctx, command, done, YES } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { codeFrom } from '#core/typed-code.ts';
import { isOperator, isPerson, isSystem, mayLook, mayMakeLink } from '../access.ts';
import type { AuthenticatorTables } from '../authenticators/schema.ts';
import type { PasskeyTables } from '../passkeys/schema.ts';
import { demonstrationPerson, findPerson, findPersonOf, rolesOfPerson } from '../people/queries.ts';
import type { OutsideTables } from '../providers/schema.ts';
import type { IdentityTables, Secret } from '../schema.ts';
import { BROWSER, type Entered, endByTokens, enter, freshSession } from './entering/commands.ts';
import { findLink, findLinkById, hashOf, type Link } from './queries.ts';
import { CODE_LENGTH, keptSince, type LinkWay, linkEnds, linkState } from './rules.ts';

const tables = (db: Db) => db.withTables<IdentityTables & AuthenticatorTables & PasskeyTables & OutsideTables>();
const by = (ctx: Ctx): string | null => (ctx.actor.kind === 'person' ? ctx.actor.id : null);

/** A fresh secret: 256 bits for links, 100 bits for paper (nobody types 256). Known to nobody but its receiver. */
export function freshSecret(expiresAt: Date): Secret & { readonly hashes: { token_hash: string; code_hash: string } } {
  const token = randomBytes(32).toString('base64url');
  const code = codeFrom(randomBytes(CODE_LENGTH));
  const shown = code.match(/.{4}/g)!.join('-');
  return { token, code: shown, expiresAt, hashes: { token_hash: hashOf(token), code_hash: hashOf(code) } };
}

export interface NewLink {
  readonly person: string;
  readonly landing: string | null;
  readonly by: string | null;
  readonly way: LinkWay;
  /** Where we send it; null when it is handed over. */
  readonly sentTo: string | null;
}

/**
 * Writes a sign-in link for a person; earlier unused ones end, so that a lost message opens nothing any more. What
 * strangers ask for by typing an address ends only what was asked for: it takes nobody's printed code away.
 */
export async function writeLink(db: Db, now: Date, link: NewLink): Promise<Secret> {
  await tables(db)
    .updateTable('identity_links')
    .set({ expires_at: now })
    .where('person_id', '=', link.person)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .$if(link.way === 'asked', (q) => q.where('way', '=', 'asked'))
    .execute();
  const { hashes, ...secret } = freshSecret(linkEnds(now, link.way));
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
      way: link.way,
      sent_to: link.sentTo,
    })
    .execute();
  return secret;
}

/** A one-time way in for a person of this forum. The secret is in the answer and nowhere else. */
export const makeLink = command({
  name: 'identity.make_link',
  /** `send`: it goes to the person's e-mail as an invitation, in place of being handed over. */
  input: v.object({ person: v.pipe(v.string(), v.uuid()), send: v.boolean() }),
  access: async (ctx, input) => mayMakeLink(ctx.actor, ctx.forum, await rolesOfPerson(ctx.db, input.person)),
  run: async (ctx, input) => {
    const person = isOperator(ctx.actor)
      ? await findPerson(ctx.db, input.person)
      : await findPersonOf(ctx.db, ctx.forum.id, input.person);
    if (!person) return refuse('not_found', message('identity.refused.no_person'));
    if (person.closedAt) return refuse('conflict', message('identity.refused.closed'));
    if (input.send && !person.email) return refuse('conflict', message('identity.refused.no_email'));
    const secret = await writeLink(ctx.db, ctx.now, {
      person: person.id,
      landing: ctx.forum.kind === 'reference' ? null : `/${ctx.forum.slug}`,
      by: by(ctx),
      way: input.send ? 'invited' : 'handed',
      sentTo: input.send ? person.email : null,
    });
    return done({ ...secret, person }, null);
  },
});

/** Takes a link back before anybody used it; who may make one for this person may take it back. */
export const withdrawLink = command({
  name: 'identity.withdraw_link',
  input: v.object({ link: v.pipe(v.string(), v.uuid()) }),
  access: async (ctx, input) => {
    const link = await findLinkById(ctx.db, input.link);
    return mayMakeLink(ctx.actor, ctx.forum, link ? await rolesOfPerson(ctx.db, link.person) : []);
  },
  run: async (ctx, input) => {
    const taken = await tables(ctx.db)
      .updateTable('identity_links')
      .set({ withdrawn_at: ctx.now, withdrawn_by: by(ctx) })
      .where('id', '=', input.link)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst();
    return taken ? done({ person: taken.person_id }, null) : refuse('conflict', message('identity.refused.link_over'));
  },
});

/** Uses a link up. The secret itself is the permission. Two presses at once: the row lock lets one through. */
export const signIn = command({
  name: 'identity.sign_in',
  input: v.object({ secret: v.pipe(v.string(), v.maxLength(100)), ...BROWSER }),
  access: () => YES,
  run: async (ctx, input) => {
    const found = opens(await findLink(ctx.db, input.secret), ctx.now);
    if (!found.ok) return found;
    const link = found.value;
    // A link that somebody vouched for opens alone: it is how who lost the phone comes back.
    const alone = link.way !== 'asked';
    const entered = await enter(ctx, { ...input, person: link.person, landing: link.landing, alone });
    const taken = await tables(ctx.db)
      .updateTable('identity_links')
      .set({ used_at: ctx.now, used_by_session: entered.id })
      .where('id', '=', link.id)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .returning('id')
      .executeTakeFirst();
    if (!taken) return refuse('gone', message('identity.refused.link_used'));
    return done<{ entered: Entered; link: Link }>({ entered, link }, null);
  },
});

/** The link when it opens; each "no" says what happened and whom to ask. */
export function opens(link: Link | null, now: Date): Result<Link> {
  if (!link) return refuse('not_found', message('identity.refused.link_unknown'));
  const state = linkState(link, now);
  if (state === 'open') return ok(link);
  if (state === 'closed') return refuse('gone', message('identity.refused.closed'));
  if (state === 'withdrawn') return refuse('gone', message('identity.refused.link_withdrawn'));
  if (link.way === 'asked') return refuse('gone', message('identity.refused.letter_over'));
  if (link.first) return refuse('gone', message('identity.refused.first_link_over'));
  return refuse(
    'gone',
    state === 'used' ? message('identity.refused.link_used') : message('identity.refused.link_expired'),
  );
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
  input: v.object({
    role: v.pipe(v.string(), v.regex(/^[a-z][a-z_]{1,39}$/)),
    agent: BROWSER.agent,
    replaces: BROWSER.replaces,
  }),
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
 * Forgets sessions (and half sign-ins) that are over: looks at once, others 30 days later (until then a person may ask about them).
 * Answers how many.
 */
export const forgetSessions = command({
  name: 'identity.forget_sessions',
  input: v.object({}),
  access: (ctx) => isSystem(ctx.actor),
  run: async (ctx) => {
    await tables(ctx.db).deleteFrom('identity_thresholds').where('expires_at', '<', ctx.now).execute();
    await tables(ctx.db).deleteFrom('identity_challenges').where('expires_at', '<', ctx.now).execute();
    await tables(ctx.db).deleteFrom('identity_errands').where('expires_at', '<', ctx.now).execute();
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
