import { INSTALLATION } from '#core/audit/export/layout.ts';
import { exportLogs } from '#core/audit/export/write.ts';
import { logHeads } from '#core/audit/queries.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { publicForums, publicLog } from '../record/queries.ts';
import type { OpendataNeeds } from '../schema.ts';

/** The log of one forum, or (null) of the installation and all forums whose log is public, as one archive. */
export async function logArchive(db: Db, needs: OpendataNeeds, forum: Forum | null): Promise<Uint8Array> {
  const all = forum ? [forum] : [needs.reference(), ...(await publicForums(db, needs))];
  const named = all.map(({ id, kind, slug }) => ({ forum: id, name: kind === 'reference' ? INSTALLATION : slug }));
  return exportLogs(db, needs.key, named);
}

/** The newest signed head of the public log of that address; null where there is none. */
export async function headNote(db: Db, needs: OpendataNeeds, slug: string): Promise<string | null> {
  const forum = await publicLog(db, needs, slug);
  return (forum && (await logHeads(db, [forum.id])).get(forum.id)?.note) ?? null;
}
