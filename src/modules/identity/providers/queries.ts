import type { Db } from '#core/db/database.ts';
import type { OutsideTables } from './schema.ts';

/** Whose account an account elsewhere opens; null: nobody's. */
export async function outsideOf(
  db: Db,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<string | null> {
  const row = await db
    .withTables<OutsideTables>()
    .selectFrom('identity_outsides')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Since when a person's account is linked with one elsewhere; null: it is not. */
export async function linkedSince(db: Db, person: string): Promise<Date | null> {
  const row = await db
    .withTables<OutsideTables>()
    .selectFrom('identity_outsides')
    .select('made_at')
    .where('person_id', '=', person)
    .orderBy('made_at')
    .executeTakeFirst();
  return row?.made_at ?? null;
}
