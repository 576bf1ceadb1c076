import type { Db } from '#core/db/database.ts';
import { peopleByEmail } from '../people/queries.ts';
import type { IdentityTables } from '../schema.ts';
import type { PasswordTables } from './schema.ts';

const tables = (db: Db) => db.withTables<PasswordTables & IdentityTables>();

/** A password as it is kept. */
export interface PasswordHeld {
  readonly person: string;
  readonly userName: string | null;
  readonly phc: string;
  readonly setAt: Date;
}

export async function passwordOf(db: Db, person: string): Promise<PasswordHeld | null> {
  const row = await tables(db)
    .selectFrom('identity_passwords')
    .selectAll()
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row ? { person: row.person_id, userName: row.user_name, phc: row.phc, setAt: row.set_at } : null;
}

/** No person has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Whose password is to be compared, by user name or e-mail. null: nobody's, also where two accounts share the address
 * or the account is closed; the caller does the same work then.
 */
export async function passwordByName(db: Db, name: string): Promise<PasswordHeld | null> {
  const people = name.includes('@') ? await peopleByEmail(db, name) : await personByUserName(db, name);
  const [first, second] = people;
  // Looked for where there is nobody too: the work must not tell.
  const held = await passwordOf(db, first ?? NOBODY);
  return second ? null : held;
}

async function personByUserName(db: Db, name: string): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('identity_passwords as w')
    .leftJoin('identity_closures as c', 'c.person_id', 'w.person_id')
    .where('w.user_name', '=', name)
    .where('c.person_id', 'is', null)
    .select('w.person_id')
    .execute();
  return rows.map((row) => row.person_id);
}
