import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import {
  electorateOn,
  hasQuorum,
  interestsOf,
  recusedOn,
  seatingOf,
  workingGroupsOf,
  workingOn,
} from '#modules/forum/contract.ts';
import { itemsOf } from '../agenda/queries.ts';
import type { Item } from '../agenda/schema.ts';
import { meetingOf } from '../calls/queries.ts';
import { meetingPath, stateOf } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import { deskOut } from '../desk/handing/queries.ts';
import type { ItemId, MeetingId, MeetingTables } from '../schema.ts';
import { asideIn, presenceIn, standsAt } from './rules.ts';
import type { AsideSaid, Bound, Electorate, Guest, Hall, Said } from './schema.ts';

const tables = (db: Db) => db.withTables<MeetingTables>();

/** Who is there at a meeting, item by item, as far as it was entered. */
export async function hallOf(db: Db, forum: string, meeting: Pick<Meeting, 'id' | 'call'>): Promise<Hall> {
  const items = await itemsOf(db, forum, meeting.id);
  const electorate = await electorateFor(db, forum, meeting);
  const [said, asides] = [await saidOf(db, forum, meeting.id), await asidesOf(db, forum, meeting.id)];
  const declared = await declaredIn(db, forum, meeting, electorate, items);
  return { ofGroup: meeting.call.kind === 'working_group', electorate, items, said, asides, declared };
}

/** Who is called: every seat of the day, or of a working group those that work in it, for whom no quorum is asked. */
export async function electorateFor(db: Db, forum: string, { call }: Pick<Meeting, 'call'>): Promise<Electorate> {
  const all = await electorateOn(db, forum, call.on);
  if (call.kind !== 'working_group') return all;
  const { quorum: _, ...rules } = all.book.rules;
  const book = { ...all.book, rules };
  const group = (await workingGroupsOf(db, forum)).find(({ id }) => id === call.group);
  if (!group) return { ...all, book };
  const seats = new Set(workingOn(group, call.on).map(({ seat }) => seat));
  const rows = all.rows.filter(({ seat }) => seat !== null && seats.has(seat));
  return { ...all, book, rows, voters: votersOf(all.voters, rows) };
}

/** The same seats counted by constituency. */
const votersOf = (voters: Electorate['voters'], rows: Electorate['rows']): Electorate['voters'] =>
  voters.flatMap((one) => {
    const own = rows.filter(({ constituency }) => constituency === one.constituency);
    return own.length > 0 ? [{ ...one, all: own.length, filled: own.filter(({ filled }) => filled).length }] : [];
  });

async function saidOf(db: Db, forum: string, meeting: MeetingId): Promise<readonly Said[]> {
  const rows = await tables(db)
    .selectFrom('meetings_attendances')
    .select(['key', 'way', 'carried_by', 'from_item'])
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ key: row.key, way: row.way, carriedBy: row.carried_by, from: row.from_item }));
}

async function asidesOf(db: Db, forum: string, meeting: MeetingId): Promise<readonly AsideSaid[]> {
  const rows = await tables(db)
    .selectFrom('meetings_recusals as r')
    .innerJoin('meetings_items as i', (on) => on.onRef('i.forum_id', '=', 'r.forum_id').onRef('i.id', '=', 'r.item_id'))
    .select(['r.item_id', 'r.key', 'r.aside'])
    .where('r.forum_id', '=', forum)
    .where('i.meeting_id', '=', meeting)
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({ item: row.item_id, key: row.key, aside: row.aside }));
}

/** Whom the register of interests binds in each item, by what the item is about. */
async function declaredIn(
  db: Db,
  forum: string,
  { call }: Pick<Meeting, 'call'>,
  { rows }: Electorate,
  items: readonly Item[],
): Promise<Hall['declared']> {
  const found = new Map<ItemId, ReadonlyMap<string, Bound>>();
  if (items.every((item) => item.about.length === 0)) return found;
  const [seating, interests] = [await seatingOf(db, forum), await interestsOf(db, forum)];
  for (const item of items) {
    const bound = rows.flatMap(({ key, seat }): readonly (readonly [string, Bound])[] => {
      if (!seat) return [];
      const as = (['representative', 'alternate'] as const).filter(
        (one) => recusedOn(seating, interests, { seat: { id: seat }, as: one }, item.about, call.on) !== null,
      );
      return as.length > 0 ? [[key, as]] : [];
    });
    found.set(item.id, new Map(bound));
  }
  return found;
}

/** Is there a quorum at an item (null: at the beginning)? null: the rules do not say. */
export const quorumAt = (hall: Hall, item: ItemId | null) =>
  hasQuorum(hall.electorate.book, hall.electorate.voters, presenceIn(hall, item));

/** Who is on the list without a vote; nobody left of a row: it is not there. */
export async function guestsOf(db: Db, forum: string, meeting: MeetingId): Promise<readonly Guest[]> {
  const rows = await tables(db)
    .selectFrom('meetings_guests')
    .select(['guest_id', 'kind', 'words', 'people', 'n'])
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute();
  const latest = new Map(rows.map((row) => [row.guest_id, row]));
  return [...latest.values()]
    .filter(({ n }) => n > 0)
    .map(({ guest_id: id, kind, words, people, n }) => ({ id, kind, words, people, n }));
}

/**
 * The agenda item at which a ballot is held, with how every vote of the day is there now: `presence` has a row for each
 * key of the electorate. `isOut`: a meeting desk has the meeting. null: no such meeting or item, or it was called off.
 */
export async function sessionOf(
  db: Db,
  forum: Pick<Forum, 'id'>,
  at: { readonly meeting: string; readonly item: string },
) {
  const meeting = await meetingOf(db, forum.id, { id: at.meeting });
  const state = meeting && stateOf(meeting);
  if (!meeting || !state || state === 'draft' || state === 'cancelled') return null;
  const hall = await hallOf(db, forum.id, meeting);
  const item = hall.items.find((one) => one.id === at.item);
  if (!item) return null;
  const [stands, aside] = [standsAt(hall, item.id), asideIn(hall, item.id)];
  return {
    meeting: {
      ...{ id: meeting.id as string, number: meeting.number, on: meeting.call.on, title: meeting.call.title },
      ...{ path: meetingPath(meeting), state, out: (await deskOut(db, forum.id, meeting.id)) !== null },
    },
    item: { id: item.id as string, number: String(item.number), title: item.title },
    presence: hall.electorate.rows.map(({ key }) => ({
      ...{ key, way: stands.get(key)?.way ?? ('absent' as const), carriedBy: stands.get(key)?.carriedBy ?? null },
      recused: aside.has(key),
    })),
  };
}

/** Files of signed attendance sheets, oldest first: for staff only. */
export async function sheetsOf(db: Db, forum: string, meeting: MeetingId): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('meetings_sheets')
    .select('file_id')
    .where('forum_id', '=', forum)
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.file_id);
}
