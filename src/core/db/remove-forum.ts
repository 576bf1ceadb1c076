import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * Deletes every row of a demonstration forum, tables in the reverse order of their making so that nothing is left
 * pointing at nothing. The append-only record lets go only because the transaction names the forum, and the
 * database itself refuses when that forum is not marked as demonstration.
 */
export async function removeForum(db: Db, forum: string, tables: readonly string[]): Promise<void> {
  const found = await sql`select 1 from core_forums where id = ${forum} and demonstration`.execute(db);
  if (found.rows.length === 0) throw new Error(`${forum} is not a demonstration forum: nothing of it is deleted`);
  await sql`select set_config('ortaq.demonstration_removal', ${forum}, true)`.execute(db);
  for (const table of tables.toReversed()) {
    await sql`delete from ${sql.table(table)} where forum_id = ${forum}`.execute(db);
  }
  await sql`delete from core_forums where id = ${forum} and demonstration`.execute(db);
}
