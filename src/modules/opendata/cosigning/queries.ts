import { checkpointNote } from '#core/audit/queries.ts';
import type { Db } from '#core/db/database.ts';

/** The signed head over so many entries; null when none was signed over exactly so many. */
export const noteOver = (db: Db, forum: string, size: number): Promise<string | null> =>
  checkpointNote(db, forum, size);
