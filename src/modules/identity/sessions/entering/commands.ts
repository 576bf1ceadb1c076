import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Ctx } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { AuthenticatorTables } from '../../authenticators/schema.ts';
import type { IdentityTables } from '../../schema.ts';
import { hashOf } from '../queries.ts';
import { sessionEnds, thresholdEnds } from '../rules.ts';

const tables = (db: Db) => db.withTables<IdentityTables & AuthenticatorTables>();

/** What the browser brings along to every way in. */
export const BROWSER = {
  shared: v.boolean(),
  /** "Firefox, Android" */
  agent: v.pipe(v.string(), v.maxLength(60)),
  /** Token of the session that stood in the browser before; it ends. */
  replaces: v.nullable(v.pipe(v.string(), v.maxLength(100))),
};

export interface Browser {
  readonly agent: string;
  readonly shared: boolean;
  readonly replaces: string | null;
}

/** What the browser gets: a new session each time, never one that it brought along; or the question for a code. */
export type Entered =
  | {
      readonly kind: 'session';
      readonly person: string;
      readonly id: string;
      readonly token: string;
      readonly endsAt: Date;
    }
  | { readonly kind: 'threshold'; readonly id: string; readonly token: string };

export interface Entering extends Browser {
  readonly person: string;
  /** Where the person arrives, below the language; null: the first page. */
  readonly landing: string | null;
  /** This proof alone does not open the account of somebody who has an authenticator app. */
  readonly alone: boolean;
}

/** The first proof was given: lets the person in, or asks for the second where they set one up. */
export async function enter(ctx: Ctx, entering: Entering): Promise<Entered> {
  if (!entering.alone && (await hasAuthenticator(ctx.db, entering.person))) return waitAtThreshold(ctx, entering);
  const session = freshSession(ctx, entering.person, { ...entering, demonstration: false });
  await tables(ctx.db).insertInto('identity_sessions').values(session.row).execute();
  await endByTokens(ctx, [entering.replaces]);
  return {
    kind: 'session',
    person: entering.person,
    id: session.row.id,
    token: session.token,
    endsAt: session.row.ends_at,
  };
}

async function hasAuthenticator(db: Db, person: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('identity_authenticators')
    .select('id')
    .where('person_id', '=', person)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function waitAtThreshold(ctx: Ctx, { person, shared, landing }: Entering): Promise<Entered> {
  const [id, token] = [uuidv7(ctx.now), randomBytes(32).toString('base64url')];
  await tables(ctx.db)
    .insertInto('identity_thresholds')
    .values({
      id,
      token_hash: hashOf(token),
      person_id: person,
      made_at: ctx.now,
      expires_at: thresholdEnds(ctx.now),
      tries: 0,
      used_at: null,
      shared_phone: shared,
      landing,
    })
    .execute();
  return { kind: 'threshold', id, token };
}

/** A session that is not yet written down; its token is in the answer and nowhere else. */
export function freshSession(ctx: Ctx, person: string, of: { agent: string; shared: boolean; demonstration: boolean }) {
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

/** Ends the sessions of these tokens, whosesoever they are: holding a token is enough to end it. */
export async function endByTokens(ctx: Ctx, tokens: readonly (string | null)[]): Promise<void> {
  const hashes = tokens.flatMap((token) => (token ? [hashOf(token)] : []));
  if (hashes.length === 0) return;
  await tables(ctx.db)
    .updateTable('identity_sessions')
    .set({ ended_at: ctx.now })
    .where((is) => is.or([is('token_hash', 'in', hashes), is('former_hash', 'in', hashes)]))
    .where('ended_at', 'is', null)
    .execute();
}
