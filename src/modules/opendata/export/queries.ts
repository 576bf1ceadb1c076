import { INSTALLATION } from '#core/audit/export/layout.ts';
import { exportLogs } from '#core/audit/export/write.ts';
import { logHeads } from '#core/audit/queries.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { OpendataNeeds } from '../schema.ts';

/** The log of one forum, or (null) of the installation and all its open forums, as one archive. */
export async function logArchive(
  db: Db,
  { forums, openForums, reference, key }: OpendataNeeds,
  forum: Forum | null,
): Promise<Uint8Array> {
  const all = forum ? [forum] : [reference(), ...((await openForums?.(db)) ?? forums())];
  const named = all.map(({ id, kind, slug }) => ({ forum: id, name: kind === 'reference' ? INSTALLATION : slug }));
  return exportLogs(db, key, named);
}

/** The newest signed head of a log; null while it has none. */
export const headNote = async (db: Db, forum: string): Promise<string | null> =>
  (await logHeads(db, [forum])).get(forum)?.note ?? null;
