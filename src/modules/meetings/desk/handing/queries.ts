import type { Db } from '#core/db/database.ts';
import type { MeetingId } from '../../schema.ts';
import { type DeskTables, type HandedDesk, isOut } from './schema.ts';

/** Desks that took this meeting out, or the one of this id, the latest last. */
export async function desksOf(
  db: Db,
  forum: string,
  of: { readonly meeting: MeetingId } | { readonly desk: string },
): Promise<readonly HandedDesk[]> {
  const rows = await db
    .withTables<DeskTables>()
    .selectFrom('meetings_desks as d')
    .leftJoin('meetings_desk_recalls as r', (on) =>
      on.onRef('r.forum_id', '=', 'd.forum_id').onRef('r.desk_id', '=', 'd.id'),
    )
    .leftJoin('meetings_desk_deliveries as b', (on) =>
      on.onRef('b.forum_id', '=', 'd.forum_id').onRef('b.desk_id', '=', 'd.id'),
    )
    .select(['d.id', 'd.meeting_id', 'd.secret_hash', 'd.snapshot', 'd.entered_at', 'd.entered_by'])
    .select(['r.entered_at as recalled_at', 'r.reason'])
    .select(['b.id as delivery', 'b.entered_at as delivered_at', 'b.by_hand', 'b.receipt'])
    .where('d.forum_id', '=', forum)
    .$if('meeting' in of, (query) => query.where('d.meeting_id', '=', (of as { meeting: MeetingId }).meeting))
    .$if('desk' in of, (query) => query.where('d.id', '=', (of as { desk: string }).desk))
    .orderBy('d.entered_at')
    .orderBy('d.id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, meeting: row.meeting_id, secretHash: row.secret_hash, snapshot: row.snapshot },
    ...{ at: row.entered_at, by: row.entered_by },
    recalled: row.recalled_at ? { at: row.recalled_at, reason: row.reason ?? '' } : null,
    delivered:
      row.delivered_at && row.receipt && row.delivery
        ? { id: row.delivery, at: row.delivered_at, byHand: row.by_hand === true, receipt: row.receipt }
        : null,
  }));
}

/** The desk that has the meeting now; null: none. */
export const deskOut = async (db: Db, forum: string, meeting: MeetingId): Promise<HandedDesk | null> =>
  (await desksOf(db, forum, { meeting })).find(isOut) ?? null;

/** Which of these steps were done before. */
export async function stepsSeen(db: Db, forum: string, desk: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .withTables<DeskTables>()
    .selectFrom('meetings_desk_steps')
    .select('id')
    .where('forum_id', '=', forum)
    .where('desk_id', '=', desk)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
