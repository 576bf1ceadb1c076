import type { Db } from '#core/db/database.ts';
import type { CoreTables, FileTable } from '#core/db/tables.ts';

/** One kept file of a forum, or null. Whether somebody may have it is asked by the room whose thing it belongs to. */
export async function fileById(db: Db, forum: string, id: string): Promise<FileTable | null> {
  const row = await db
    .withTables<CoreTables>()
    .selectFrom('core_files')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Kept files of a forum by their ids, in no order; unknown ids are left out. */
export async function filesById(db: Db, forum: string, ids: readonly string[]): Promise<FileTable[]> {
  if (ids.length === 0) return [];
  return db
    .withTables<CoreTables>()
    .selectFrom('core_files')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('id', 'in', ids)
    .execute();
}
