import type { Db } from '#core/db/database.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { IdentityTables } from '../schema.ts';
import { hashOf } from '../sessions/queries.ts';
import { THRESHOLD_TRIES } from '../sessions/rules.ts';
import { stillSettingUp } from './rules.ts';
import type { Authenticator, AuthenticatorTables } from './schema.ts';

const tables = (db: Db) => db.withTables<AuthenticatorTables & IdentityTables>();

const authenticators = (db: Db, person: string) =>
  tables(db)
    .selectFrom('identity_authenticators')
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'person_id', 'secret', 'made_at', 'confirmed_at', 'last_step']);

type Row = Awaited<ReturnType<ReturnType<typeof authenticators>['execute']>>[number];

const authenticatorOf = (row: Row): Authenticator => ({
  id: row.id,
  person: row.person_id,
  secret: row.secret,
  madeAt: row.made_at,
  confirmedAt: row.confirmed_at,
  lastStep: row.last_step === null ? null : Number(row.last_step),
});

/** The app whose codes are asked for at sign-in; null: none. */
export async function standingAuthenticator(db: Db, person: string): Promise<Authenticator | null> {
  const row = await authenticators(db, person).where('confirmed_at', 'is not', null).executeTakeFirst();
  return row ? authenticatorOf(row) : null;
}

/** The app that is being set up: shown, not yet confirmed. */
export async function pendingAuthenticator(db: Db, person: string, now: Date): Promise<Authenticator | null> {
  const row = await authenticators(db, person).where('confirmed_at', 'is', null).executeTakeFirst();
  return row && stillSettingUp(row.made_at, now) ? authenticatorOf(row) : null;
}

/** How many recovery codes of this app are left. */
export async function recoveriesLeft(db: Db, authenticator: string): Promise<number> {
  const rows = await tables(db)
    .selectFrom('identity_recoveries')
    .select('id')
    .where('authenticator_id', '=', authenticator)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  return rows.length;
}

/** Who waits for the question of a code, by the browser's token; null: nobody, or the time or the tries are over. */
export async function waitingAt(
  db: Db,
  token: string,
  now: Date,
): Promise<{ readonly person: string; readonly name: Texts; readonly tries: number } | null> {
  const row = await tables(db)
    .selectFrom('identity_thresholds as t')
    .innerJoin('identity_people as p', 'p.id', 't.person_id')
    .leftJoin('identity_closures as c', 'c.person_id', 't.person_id')
    .where('t.token_hash', '=', hashOf(token))
    .where('t.used_at', 'is', null)
    .where('t.expires_at', '>', now)
    .where('t.tries', '<', THRESHOLD_TRIES)
    .where('c.person_id', 'is', null)
    .select(['p.id as person', 'p.name', 't.tries'])
    .executeTakeFirst();
  return row ?? null;
}
