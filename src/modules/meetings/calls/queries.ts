import type { Selectable } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { workingGroupsOf } from '#modules/forum/contract.ts';
import type { MeetingId, MeetingTables } from '../schema.ts';
import type { Breach, CallEntered, Meeting } from './schema.ts';

const tables = (db: Db) => db.withTables<MeetingTables>();

/** All meetings of a forum, drafts too, the latest day first. Some dozens a year, read whole. */
export async function meetingsOf(db: Db, forum: string): Promise<readonly Meeting[]> {
  const rows = await tables(db)
    .selectFrom('meetings_meetings as m')
    .leftJoin('meetings_invitations as i', (on) =>
      on.onRef('i.forum_id', '=', 'm.forum_id').onRef('i.meeting_id', '=', 'm.id'),
    )
    .leftJoin('meetings_cancellations as c', (on) =>
      on.onRef('c.forum_id', '=', 'm.forum_id').onRef('c.meeting_id', '=', 'm.id'),
    )
    .select(['m.id', 'm.number', 'm.afterwards', 'm.entered_on', 'i.on_day as invited_on'])
    .select(['c.on_day as cancelled_on', 'c.reason'])
    .where('m.forum_id', '=', forum)
    .execute();
  const [calls, moments] = [await callsOf(db, forum), await momentsOf(db, forum)];
  const named = [...calls.values()].some((own) => own.some(({ group }) => group !== null));
  const groups = new Map((named ? await workingGroupsOf(db, forum) : []).map((one) => [one.id as string, one]));
  const groupOf = (id: string | null) => {
    const group = id === null ? undefined : groups.get(id);
    return group ? { number: group.number, name: group.name } : null;
  };
  const momentOf = (id: MeetingId, what: string) =>
    moments.find((one) => one.meeting_id === id && one.what === what) ?? null;
  return rows
    .flatMap((row): readonly Meeting[] => {
      const own = calls.get(row.id) ?? [];
      const call = own.at(-1);
      const [begun, ended] = [momentOf(row.id, 'begun'), momentOf(row.id, 'ended')];
      return call
        ? [
            {
              ...{ id: row.id, number: row.number, afterwards: row.afterwards, enteredOn: row.entered_on },
              group: groupOf(call.group),
              ...{ call, calls: own, invitedOn: row.invited_on },
              cancelled: row.cancelled_on ? { on: row.cancelled_on, reason: row.reason ?? '' } : null,
              begun: begun && { on: begun.on_day, hour: begun.hour },
              ended: ended && { on: ended.on_day, hour: ended.hour },
            },
          ]
        : [];
    })
    .toSorted((a, b) => (a.call.on === b.call.on ? b.number - a.number : a.call.on < b.call.on ? 1 : -1));
}

async function callsOf(db: Db, forum: string): Promise<ReadonlyMap<MeetingId, readonly CallEntered[]>> {
  const rows = await tables(db)
    .selectFrom('meetings_calls')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('id')
    .execute();
  const found = new Map<MeetingId, CallEntered[]>();
  for (const row of rows) found.set(row.meeting_id, [...(found.get(row.meeting_id) ?? []), callOf(row)]);
  return found;
}

const callOf = (row: Selectable<MeetingTables['meetings_calls']>): CallEntered => ({
  ...{ kind: row.kind, title: row.title, on: row.on_day, hour: row.hour, until: row.until_day, place: row.place },
  ...{
    placeId: row.place_id,
    link: row.link,
    group: row.group_id,
    convener: row.convener,
    members: row.members,
    body: row.body_id,
  },
  ...{ language: row.language, urgent: row.urgent, reason: row.reason, enteredOn: row.entered_on },
});

const momentsOf = (db: Db, forum: string) =>
  tables(db)
    .selectFrom('meetings_moments')
    .select(['meeting_id', 'what', 'on_day', 'hour'])
    .where('forum_id', '=', forum)
    .where('item_id', 'is', null)
    .execute();

/** A meeting by its number or id; null: there is none. */
export async function meetingOf(db: Db, forum: string, of: { number: number } | { id: string }) {
  const all = await meetingsOf(db, forum);
  return all.find((one) => ('id' in of ? one.id === of.id : one.number === of.number)) ?? null;
}

/** What of the rules was not kept, in the order in which it was found. */
export async function breachRows(db: Db, forum: string, meeting: MeetingId): Promise<readonly Breach[]> {
  const rows = await tables(db)
    .selectFrom('meetings_breaches')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, document, article, params, on_day: on }) => ({
    ...{ id, kind, document, article, params, on },
  }));
}
