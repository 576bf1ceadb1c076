import type { Db } from '#core/db/database.ts';
import type { Passkey, PasskeyTables } from './schema.ts';

const standing = (db: Db) =>
  db
    .withTables<PasskeyTables>()
    .selectFrom('identity_passkeys')
    .select(['id', 'person_id', 'credential_id', 'public_key', 'counter', 'transports', 'agent', 'made_at', 'used_at'])
    .where('ended_at', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number];

const passkeyOf = (row: Row): Passkey => ({
  id: row.id,
  person: row.person_id,
  credential: row.credential_id,
  publicKey: row.public_key,
  counter: Number(row.counter),
  transports: row.transports,
  agent: row.agent,
  madeAt: row.made_at,
  usedAt: row.used_at,
});

/** A person's passkeys that were not taken away, oldest first. */
export async function passkeysOf(db: Db, person: string): Promise<readonly Passkey[]> {
  const rows = await standing(db).where('person_id', '=', person).orderBy('made_at').orderBy('id').execute();
  return rows.map(passkeyOf);
}

/** The passkey of which a browser speaks; null: not ours, or taken away. */
export async function passkeyByCredential(db: Db, credential: string): Promise<Passkey | null> {
  const row = await standing(db).where('credential_id', '=', credential).executeTakeFirst();
  return row ? passkeyOf(row) : null;
}
