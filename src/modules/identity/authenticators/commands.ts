import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Ctx, command, done, YES } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isPerson } from '../access.ts';
import { findPerson } from '../people/queries.ts';
import { BROWSER, type Entered, enter } from '../sessions/entering/commands.ts';
import { hashOf } from '../sessions/queries.ts';
import { OWN_TOKEN, ownSession, type Renewed, renewOwn } from '../sessions/renewal/commands.ts';
import { THRESHOLD_TRIES } from '../sessions/rules.ts';
import { pendingAuthenticator, standingAuthenticator } from './queries.ts';
import { RECOVERY_CODES, recoveryFrom, recoveryOf, secretOf, stepOf } from './rules.ts';
import type { Authenticator, AuthenticatorTables } from './schema.ts';

const tables = (db: Db) => db.withTables<AuthenticatorTables>();

const CODE = v.pipe(v.string(), v.maxLength(60));

/** Recovery codes that are shown now or never, and the session as the browser gets it back. */
export interface WithCodes {
  readonly codes: readonly string[];
  readonly renewed: Renewed;
}

/** Begins to set an app up: a fresh secret, good for nothing before a code proves that the app has it. */
export const beginAuthenticator = command({
  name: 'identity.begin_authenticator',
  input: v.object({ session: OWN_TOKEN }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    if (!own.ok) return own;
    const { person } = own.value;
    await tables(ctx.db)
      .updateTable('identity_authenticators')
      .set({ ended_at: ctx.now })
      .where('person_id', '=', person)
      .where('confirmed_at', 'is', null)
      .where('ended_at', 'is', null)
      .execute();
    const none = { confirmed_at: null, ended_at: null, last_step: null };
    const secret = secretOf(new Uint8Array(randomBytes(20)));
    await tables(ctx.db)
      .insertInto('identity_authenticators')
      .values({ id: uuidv7(ctx.now), person_id: person, secret, made_at: ctx.now, ...none })
      .execute();
    return done(null, null);
  },
});

/** The first code proves that the app has the secret: from now on it is asked for. Answers ten recovery codes, once. */
export const confirmAuthenticator = command({
  name: 'identity.confirm_authenticator',
  input: v.object({ session: OWN_TOKEN, code: CODE }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    if (!own.ok) return own;
    const pending = await pendingAuthenticator(ctx.db, own.value.person, ctx.now);
    if (!pending) return refuse('gone', message('identity.authenticator.none_pending'));
    const step = stepOf(pending.secret, input.code, ctx.now, null);
    if (step === null) return wrongCode();
    const before = await standingAuthenticator(ctx.db, own.value.person);
    if (before) await endAuthenticator(ctx, before);
    await tables(ctx.db)
      .updateTable('identity_authenticators')
      .set({ confirmed_at: ctx.now, last_step: step })
      .where('id', '=', pending.id)
      .execute();
    const codes = await writeRecoveries(ctx, pending.id);
    return done<WithCodes>({ codes, renewed: await renewOwn(ctx, own.value) }, null);
  },
});

function wrongCode() {
  const why = message('identity.authenticator.wrong_code');
  return refuse('bad_input', why, [{ field: 'code', message: why }]);
}

async function writeRecoveries(ctx: Ctx, authenticator: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryFrom(randomBytes(16)));
  await tables(ctx.db)
    .insertInto('identity_recoveries')
    .values(
      codes.map((code) => ({
        id: uuidv7(ctx.now),
        authenticator_id: authenticator,
        code_hash: hashOf(code),
        made_at: ctx.now,
        used_at: null,
        ended_at: null,
      })),
    )
    .execute();
  return codes;
}

const endAuthenticator = (ctx: Ctx, { id }: Authenticator) =>
  tables(ctx.db).updateTable('identity_authenticators').set({ ended_at: ctx.now }).where('id', '=', id).execute();

/** The own session and the app that is there, after a code of it: a phone left open on the table is not enough. */
async function provenByCode(ctx: Ctx, input: { readonly session: string | null; readonly code: string }) {
  const own = await ownSession(ctx, input.session);
  if (!own.ok) return own;
  const standing = await standingAuthenticator(ctx.db, own.value.person);
  if (!standing) return refuse('gone', message('identity.authenticator.none'));
  if (!(await takesCode(ctx, standing, input.code))) return wrongCode();
  return ok({ own: own.value, standing });
}

/** Takes the second step away; needs a code, so that a phone left open on the table is not enough. */
export const removeAuthenticator = command({
  name: 'identity.remove_authenticator',
  input: v.object({ session: OWN_TOKEN, code: CODE }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const proven = await provenByCode(ctx, input);
    if (!proven.ok) return proven;
    const { own, standing } = proven.value;
    await endAuthenticator(ctx, standing);
    return done(await renewOwn(ctx, own), null);
  },
});

/**
 * Ten new codes for paper with the app that is there: the last one was used, or the paper was seen by somebody. A code
 * proves that it is the same person; every earlier code ends.
 */
export const renewRecoveries = command({
  name: 'identity.renew_recovery',
  input: v.object({ session: OWN_TOKEN, code: CODE }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const proven = await provenByCode(ctx, input);
    if (!proven.ok) return proven;
    const { own, standing } = proven.value;
    await tables(ctx.db)
      .updateTable('identity_recoveries')
      .set({ ended_at: ctx.now })
      .where('authenticator_id', '=', standing.id)
      .where('used_at', 'is', null)
      .where('ended_at', 'is', null)
      .execute();
    const codes = await writeRecoveries(ctx, standing.id);
    return done<WithCodes>({ codes, renewed: await renewOwn(ctx, own) }, null);
  },
});

/** Uses a code of the app or a recovery code up; of two presses with one code one goes through. */
async function takesCode(ctx: Ctx, { id, secret, lastStep }: Authenticator, code: string): Promise<boolean> {
  const recovery = recoveryOf(code);
  if (recovery) {
    const used = await tables(ctx.db)
      .updateTable('identity_recoveries')
      .set({ used_at: ctx.now })
      .where('authenticator_id', '=', id)
      .where('code_hash', '=', hashOf(recovery))
      .where('used_at', 'is', null)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return used !== undefined;
  }
  const step = stepOf(secret, code, ctx.now, lastStep);
  if (step === null) return false;
  const taken = await tables(ctx.db)
    .updateTable('identity_authenticators')
    .set({ last_step: step })
    .where('id', '=', id)
    .where((is) => is.or([is('last_step', 'is', null), is('last_step', '<', step)]))
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** `wrong` is no refusal: a refusal would undo the counting of tries. */
export type Passed = { readonly kind: 'wrong' } | { readonly kind: 'over' } | Arrived;
interface Arrived {
  readonly kind: 'in';
  readonly entered: Entered;
  readonly shared: boolean;
  readonly landing: string | null;
}

/** The second proof of who waits at the threshold. Five tries, counted before each is judged. */
export const passThreshold = command({
  name: 'identity.pass_threshold',
  input: v.object({
    token: v.pipe(v.string(), v.maxLength(100)),
    code: CODE,
    agent: BROWSER.agent,
    replaces: BROWSER.replaces,
  }),
  access: () => YES,
  run: async (ctx, input) => {
    const waiting = await tables(ctx.db)
      .updateTable('identity_thresholds')
      .set((is) => ({ tries: is('tries', '+', 1) }))
      .where('token_hash', '=', hashOf(input.token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .where('tries', '<', THRESHOLD_TRIES)
      .returning(['id', 'person_id', 'tries', 'shared_phone', 'landing'])
      .executeTakeFirst();
    if (!waiting) return done<Passed>({ kind: 'over' }, null);
    const { person_id: person, shared_phone: shared, landing } = waiting;
    const [known, standing] = [await findPerson(ctx.db, person), await standingAuthenticator(ctx.db, person)];
    if (!standing || !known || known.closedAt) return done<Passed>({ kind: 'over' }, null);
    if (!(await takesCode(ctx, standing, input.code)))
      return done<Passed>({ kind: waiting.tries < THRESHOLD_TRIES ? 'wrong' : 'over' }, null);
    await tables(ctx.db)
      .updateTable('identity_thresholds')
      .set({ used_at: ctx.now })
      .where('id', '=', waiting.id)
      .execute();
    const entered = await enter(ctx, { ...input, person, shared, landing, alone: true });
    return done<Passed>({ kind: 'in', entered, shared, landing }, null);
  },
});
