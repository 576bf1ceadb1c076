import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Ctx, command, done, YES } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isPerson } from '../access.ts';
import { findPerson } from '../people/queries.ts';
import { BROWSER, enter } from '../sessions/entering/commands.ts';
import { hashOf } from '../sessions/queries.ts';
import { OWN_TOKEN, ownSession, renewOwn } from '../sessions/renewal/commands.ts';
import { thresholdEnds } from '../sessions/rules.ts';
import { passkeyByCredential } from './queries.ts';
import type { PasskeyTables } from './schema.ts';

const tables = (db: Db) => db.withTables<PasskeyTables>();

const CHALLENGE = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const COUNTER = v.pipe(v.number(), v.integer(), v.minValue(0));
const AGENT = BROWSER.agent;

/** A question for a browser: 256 random bits, good once and for ten minutes. */
async function writeChallenge(ctx: Ctx, person: string | null): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  await tables(ctx.db)
    .insertInto('identity_challenges')
    .values({
      id: uuidv7(ctx.now),
      challenge_hash: hashOf(challenge),
      person_id: person,
      made_at: ctx.now,
      expires_at: thresholdEnds(ctx.now),
      used_at: null,
    })
    .execute();
  return challenge;
}

/** Takes a question as answered; false: it was answered before, is too old, or was asked of somebody else. */
async function spendChallenge(ctx: Ctx, challenge: string, person: string | null): Promise<boolean> {
  const spent = await tables(ctx.db)
    .updateTable('identity_challenges')
    .set({ used_at: ctx.now })
    .where('challenge_hash', '=', hashOf(challenge))
    .where((is) => (person ? is('person_id', '=', person) : is('person_id', 'is', null)))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .returning('id')
    .executeTakeFirst();
  return spent !== undefined;
}

/** Asks anybody for a passkey; whose it is, the answer will say. */
export const askPasskey = command({
  name: 'identity.ask_passkey',
  input: v.object({}),
  access: () => YES,
  run: async (ctx) => done(await writeChallenge(ctx, null), null),
});

/** Asks the own device for a new passkey. */
export const beginPasskey = command({
  name: 'identity.begin_passkey',
  input: v.object({ session: OWN_TOKEN }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    return own.ok ? done(await writeChallenge(ctx, own.value.person), null) : own;
  },
});

/** Keeps a new passkey whose answer was judged before, outside of the transaction. */
export const addPasskey = command({
  name: 'identity.add_passkey',
  input: v.object({
    session: OWN_TOKEN,
    challenge: CHALLENGE,
    credential: v.pipe(v.string(), v.regex(/^[\w-]{1,1400}$/)),
    publicKey: v.pipe(v.string(), v.regex(/^[\w-]{1,3000}$/)),
    counter: COUNTER,
    transports: v.pipe(v.string(), v.maxLength(120)),
    agent: AGENT,
  }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    if (!own.ok) return own;
    const { person } = own.value;
    if (!(await spendChallenge(ctx, input.challenge, person))) return refuse('gone', message('identity.passkey.over'));
    const made = await tables(ctx.db)
      .insertInto('identity_passkeys')
      .values({
        id: uuidv7(ctx.now),
        person_id: person,
        credential_id: input.credential,
        public_key: input.publicKey,
        counter: input.counter,
        transports: input.transports,
        agent: input.agent,
        made_at: ctx.now,
        used_at: null,
        ended_at: null,
      })
      .onConflict((key) => key.column('credential_id').doNothing())
      .returning('id')
      .executeTakeFirst();
    return made ? done(await renewOwn(ctx, own.value), null) : refuse('conflict', message('identity.passkey.known'));
  },
});

/**
 * Lets in by a passkey whose answer was judged before. Here its question is spent, so that one answer opens once; and
 * the counter must have stayed what the answer was compared with, so that of two copies of a key one shows.
 */
export const enterByPasskey = command({
  name: 'identity.enter_by_passkey',
  input: v.object({
    challenge: CHALLENGE,
    credential: v.string(),
    seen: COUNTER,
    counter: COUNTER,
    ...BROWSER,
  }),
  access: () => YES,
  run: async (ctx, input) => {
    const passkey = await passkeyByCredential(ctx.db, input.credential);
    const person = passkey ? await findPerson(ctx.db, passkey.person) : null;
    if (!passkey || !person || person.closedAt) return refuse('forbidden', message('identity.passkey.unknown'));
    if (!(await spendChallenge(ctx, input.challenge, null))) return refuse('gone', message('identity.passkey.over'));
    const used = await tables(ctx.db)
      .updateTable('identity_passkeys')
      .set({ used_at: ctx.now, counter: input.counter })
      .where('id', '=', passkey.id)
      .where('counter', '=', input.seen)
      .returning('id')
      .executeTakeFirst();
    if (!used) return refuse('gone', message('identity.passkey.over'));
    return done(await enter(ctx, { ...input, person: person.id, landing: null, alone: true }), null);
  },
});

/** Takes one of the own passkeys away. */
export const removePasskey = command({
  name: 'identity.remove_passkey',
  input: v.object({ session: OWN_TOKEN, passkey: v.pipe(v.string(), v.uuid()) }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    if (!own.ok) return own;
    const ended = await tables(ctx.db)
      .updateTable('identity_passkeys')
      .set({ ended_at: ctx.now })
      .where('id', '=', input.passkey)
      .where('person_id', '=', own.value.person)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return ended ? done(await renewOwn(ctx, own.value), null) : refuse('not_found', message('identity.passkey.none'));
  },
});
