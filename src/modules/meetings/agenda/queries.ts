import type { Db } from '#core/db/database.ts';
import type { ItemId, MeetingId, MeetingTables } from '../schema.ts';
import type { Item } from './schema.ts';

const tables = (db: Db) => db.withTables<MeetingTables>();

/** The agenda of a meeting in its order, without what was taken off. */
export async function itemsOf(db: Db, forum: string, meeting: MeetingId): Promise<readonly Item[]> {
  const rows = await tables(db)
    .selectFrom('meetings_item_texts as t')
    .innerJoin('meetings_items as i', (on) => on.onRef('i.forum_id', '=', 't.forum_id').onRef('i.id', '=', 't.item_id'))
    .selectAll('t')
    .where('t.forum_id', '=', forum)
    .where('i.meeting_id', '=', meeting)
    .orderBy('t.id')
    .execute();
  const moments = await tables(db)
    .selectFrom('meetings_moments')
    .select(['item_id', 'what', 'hour'])
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .where('item_id', 'is not', null)
    .execute();
  const momentOf = (id: ItemId, what: string) => moments.find((one) => one.item_id === id && one.what === what);
  // Of several rows on one item the latest counts.
  const latest = new Map(rows.map((row) => [row.item_id, row]));
  const late = new Map(rows.flatMap((row) => (row.late ? [[row.item_id, row.on_day] as const] : [])));
  return [...latest.values()]
    .filter((row) => !row.removed)
    .toSorted((a, b) => a.position - b.position || (a.item_id < b.item_id ? -1 : 1))
    .map((row, i) => {
      const [begun, ended] = [momentOf(row.item_id, 'begun'), momentOf(row.item_id, 'ended')];
      return {
        ...{ id: row.item_id, meeting, number: i + 1, position: row.position, kind: row.kind, title: row.title },
        ...{ words: row.words, seat: row.seat_id, presenter: row.presenter, about: row.about },
        lateOn: late.get(row.item_id) ?? null,
        begun: begun ? { hour: begun.hour } : null,
        ended: ended ? { hour: ended.hour } : null,
      };
    });
}
