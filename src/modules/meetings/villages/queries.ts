import type { Db } from '#core/db/database.ts';
import type { MeetingId } from '../schema.ts';
import type { Gathering, VillageTables } from './schema.ts';

/** What was recorded of a meeting with residents; null: it is another kind of meeting. */
export async function gatheringOf(db: Db, forum: string, meeting: MeetingId): Promise<Gathering | null> {
  const tables = db.withTables<VillageTables>();
  const row = await tables
    .selectFrom('meetings_gatherings')
    .select(['women', 'men'])
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  if (!row) return null;
  const points = await tables
    .selectFrom('meetings_points')
    .select(['topic', 'words'])
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .orderBy('position')
    .execute();
  return { ...row, points };
}
