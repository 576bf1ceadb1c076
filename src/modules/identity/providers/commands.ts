import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { command, done, YES } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isPerson } from '../access.ts';
import { findPerson, peopleByEmail } from '../people/queries.ts';
import { BROWSER, enter } from '../sessions/entering/commands.ts';
import { hashOf } from '../sessions/queries.ts';
import { OWN_TOKEN, ownSession, renewOwn } from '../sessions/renewal/commands.ts';
import { thresholdEnds } from '../sessions/rules.ts';
import { outsideOf } from './queries.ts';
import type { OutsideTables } from './schema.ts';

const tables = (db: Db) => db.withTables<OutsideTables>();

const LONG = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const IDENTIFIED = { issuer: LONG, subject: LONG };

/**
 * Notes that a browser leaves for the provider: what must come back, and whether somebody wants to come in or to link
 * their account. The secret in the answer goes into a cookie, so that only this browser can come back.
 */
export const beginErrand = command({
  name: 'identity.begin_errand',
  input: v.object({ link: v.boolean(), session: OWN_TOKEN, state: LONG, nonce: LONG, verifier: LONG }),
  access: (ctx, input) => (input.link ? isPerson(ctx.actor) : YES),
  run: async (ctx, input) => {
    const own = input.link ? await ownSession(ctx, input.session) : null;
    if (own && !own.ok) return own;
    const token = randomBytes(32).toString('base64url');
    await tables(ctx.db)
      .insertInto('identity_errands')
      .values({
        id: uuidv7(ctx.now),
        token_hash: hashOf(token),
        state: input.state,
        nonce: input.nonce,
        verifier: input.verifier,
        person_id: own?.ok ? own.value.person : null,
        language: ctx.lang,
        made_at: ctx.now,
        expires_at: thresholdEnds(ctx.now),
        used_at: null,
      })
      .execute();
    return done({ token }, null);
  },
});

/** The browser came back: what it left with, once. */
export const takeErrand = command({
  name: 'identity.take_errand',
  input: v.object({ token: v.pipe(v.string(), v.maxLength(100)) }),
  access: () => YES,
  run: async (ctx, input) => {
    const errand = await tables(ctx.db)
      .updateTable('identity_errands')
      .set({ used_at: ctx.now })
      .where('token_hash', '=', hashOf(input.token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .returning(['state', 'nonce', 'verifier', 'person_id', 'language'])
      .executeTakeFirst();
    return errand ? done(errand, null) : refuse('gone', message('identity.provider.over'));
  },
});

/**
 * Lets in who was identified there: by an account that they linked, else by an address that the provider verified and
 * exactly one account here has. Nobody is made, no role is given.
 */
export const enterByProvider = command({
  name: 'identity.enter_by_provider',
  input: v.object({ ...IDENTIFIED, email: v.nullable(v.string()), ...BROWSER }),
  access: () => YES,
  run: async (ctx, input) => {
    const linked = await outsideOf(ctx.db, input);
    const [first, second] = linked || !input.email ? [] : await peopleByEmail(ctx.db, input.email);
    const id = linked ?? (second ? null : first);
    const person = id ? await findPerson(ctx.db, id) : null;
    if (!person || person.closedAt) return refuse('forbidden', message('identity.provider.unknown'));
    return done(await enter(ctx, { ...input, person: person.id, landing: null, alone: false }), null);
  },
});

/** Links the own account with one there; `person` is who left for it, and must still be who comes back. */
export const linkProvider = command({
  name: 'identity.link_provider',
  input: v.object({ session: OWN_TOKEN, person: v.pipe(v.string(), v.uuid()), ...IDENTIFIED }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    if (!own.ok) return own;
    if (own.value.person !== input.person) return refuse('forbidden', message('identity.provider.over'));
    const made = await tables(ctx.db)
      .insertInto('identity_outsides')
      .values({
        id: uuidv7(ctx.now),
        person_id: input.person,
        issuer: input.issuer,
        subject: input.subject,
        made_at: ctx.now,
      })
      .onConflict((key) => key.columns(['issuer', 'subject']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return made ? done(await renewOwn(ctx, own.value), null) : refuse('conflict', message('identity.provider.linked'));
  },
});

/** Takes all own links with accounts elsewhere away. */
export const unlinkProvider = command({
  name: 'identity.unlink_provider',
  input: v.object({ session: OWN_TOKEN }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    if (!own.ok) return own;
    await tables(ctx.db).deleteFrom('identity_outsides').where('person_id', '=', own.value.person).execute();
    return done(await renewOwn(ctx, own.value), null);
  },
});

export const PROVIDER_COMMANDS = { beginErrand, takeErrand, enterByProvider, linkProvider, unlinkProvider };
