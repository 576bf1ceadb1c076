import type { Db } from '#core/db/database.ts';
import { earlier } from '../seats/rules.ts';
import type { Group, GroupMember, GroupTables } from './schema.ts';

const tables = (db: Db) => db.withTables<GroupTables>();

/** Every working group of a forum with everybody who ever worked in it, in the order of their numbers. */
export async function workingGroupsOf(db: Db, forum: string): Promise<readonly Group[]> {
  const rows = await tables(db)
    .selectFrom('forum_groups as g')
    .leftJoin('forum_group_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'g.forum_id').onRef('e.group_id', '=', 'g.id'),
    )
    .selectAll('g')
    .select(['e.last_day', 'e.decision as ended_by', 'e.entered_on as ended_on'])
    .where('g.forum_id', '=', forum)
    .orderBy('g.number')
    .execute();
  const members = await membersByGroup(db, forum);
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, name: row.name, task: row.task, decision: row.decision, url: row.url },
    ...{ from: row.from_day, last: earlier(row.to_day, row.last_day), enteredOn: row.entered_on },
    end: row.ended_on === null ? null : { decision: row.ended_by ?? '', enteredOn: row.ended_on },
    members: members.get(row.id) ?? [],
  }));
}

async function membersByGroup(db: Db, forum: string): Promise<ReadonlyMap<string, readonly GroupMember[]>> {
  const rows = await tables(db)
    .selectFrom('forum_group_members as m')
    .leftJoin('forum_group_member_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'm.forum_id').onRef('e.member_id', '=', 'm.id'),
    )
    .selectAll('m')
    .select('e.last_day')
    .where('m.forum_id', '=', forum)
    .orderBy('m.id')
    .execute();
  const found = new Map<string, GroupMember[]>();
  for (const row of rows) {
    const { id, seat_id: seat, body_id: body, post, leads, from_day: from, last_day: last } = row;
    found.set(row.group_id, [...(found.get(row.group_id) ?? []), { id, seat, body, post, leads, from, last }]);
  }
  return found;
}

/** Pages of working groups that anybody may find. */
export async function workingGroupPaths(db: Db, forum: string): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('forum_groups')
    .select('number')
    .where('forum_id', '=', forum)
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => `/members/groups/${number}`);
}
