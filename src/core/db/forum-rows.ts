import type { Forum } from '#core/forum.ts';
import type { Db } from './database.ts';
import { json } from './json.ts';
import type { CoreTables } from './tables.ts';

/** Writes the row of a new forum; false when its address is taken. */
export async function insertForum(db: Db, forum: Forum, now: Date): Promise<boolean> {
  const made = await db
    .withTables<CoreTables>()
    .insertInto('core_forums')
    .values({
      ...forum,
      name: json(forum.name),
      motto: json(forum.motto),
      languages: [...forum.languages],
      created_at: now,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Ids of the forums in which all is made up, oldest first. */
export async function demonstrationForums(db: Db): Promise<readonly string[]> {
  const rows = await db
    .withTables<CoreTables>()
    .selectFrom('core_forums')
    .select('id')
    .where('demonstration', '=', true)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
