import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import type { Param } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import type { Way } from '#core/way.ts';
import type { EntryObject } from './entry.ts';

/** One entry as readers see it. */
export interface EntryRow {
  readonly forum: string;
  readonly id: string;
  readonly at: Date;
  /** Only the day of `at` means something. */
  readonly byDay: boolean;
  readonly kind: string;
  readonly role: string;
  readonly way: Way;
  readonly object: EntryObject;
  readonly touched: readonly EntryObject[];
  readonly place: string | null;
  readonly bodies: readonly string[];
  /** What its sentence says; null when that was erased. */
  readonly params: Readonly<Record<string, Param>> | null;
  /** Its place in the tree, from 0; null while it waits for one. */
  readonly leaf: number | null;
}

/** Which entries of a forum; everything left out means all. */
export interface EntriesAsked {
  readonly type?: string | undefined;
  /** This thing itself, or among those touched. */
  readonly object?: string | undefined;
  readonly place?: string | undefined;
  readonly body?: string | undefined;
  /** From this moment on, and before that one. */
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  /** Only what stands in the tree at this place (from 0) or later: nothing that waits for its place. */
  readonly fromPlace?: number | undefined;
}

/** Entries of these forums, newest first: `limit` of them behind the first `skip`, and how many there are. */
export async function entriesOf(
  db: Db,
  forums: readonly string[],
  asked: EntriesAsked,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }> {
  const found = matching(db, forums, asked);
  const [rows, { n }] = await Promise.all([
    withContent(found).orderBy('e.at', 'desc').orderBy('e.id', 'desc').offset(skip).limit(limit).execute(),
    found.select((is) => is.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map(rowOf), total: Number(n) };
}

/**
 * The newest entries that have their place in the tree, the last place first: at most `limit` of them, and how many
 * there are. One statement that walks the tree backwards and reads no more contents than it gives.
 */
export async function newestOf(
  db: Db,
  forum: string,
  asked: { readonly fromPlace: number; readonly from?: Date | undefined; readonly notBy: string },
  limit: number,
): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }> {
  let found = db
    .withTables<CoreTables>()
    .selectFrom('core_log_leaves as l')
    .innerJoin('core_entries as e', (on) => on.onRef('e.forum_id', '=', 'l.forum_id').onRef('e.id', '=', 'l.entry_id'))
    .where('l.forum_id', '=', forum)
    .where('l.place', '>=', asked.fromPlace)
    .where('e.actor_person', 'is distinct from', asked.notBy);
  if (asked.from) found = found.where('e.at', '>=', asked.from);
  const rows = await found
    .leftJoin('core_entry_contents as c', (on) =>
      on.onRef('c.forum_id', '=', 'e.forum_id').onRef('c.entry_id', '=', 'e.id'),
    )
    .selectAll('e')
    .select(['c.content', 'l.place as leaf'])
    .select(found.select((is) => is.fn.countAll<number>().as('n')).as('total'))
    .orderBy('l.place', 'desc')
    .limit(limit)
    .execute();
  return { rows: rows.map(rowOf), total: Number(rows[0]?.total ?? 0) };
}

export async function entryById(db: Db, forum: string, id: string): Promise<EntryRow | null> {
  const row = await withContent(matching(db, [forum], {}).where('e.id', '=', id)).executeTakeFirst();
  return row ? rowOf(row) : null;
}

/** What kinds of things the entries of a forum speak of. Reads one row for each kind, however long the record is. */
export async function objectTypes(db: Db, forum: string): Promise<readonly string[]> {
  const { rows } = await sql<{ type: string }>`
    with recursive found (type) as (
      (select object_type from core_entries where forum_id = ${forum} order by object_type limit 1)
      union all
      select (select object_type from core_entries where forum_id = ${forum} and object_type > found.type
        order by object_type limit 1)
      from found where found.type is not null)
    select type from found where type is not null`.execute(db);
  return rows.map((row) => row.type);
}

/** Do entries wait for their place in a tree? Of this forum, or (null) of any. */
export async function isWaiting(db: Db, forum: string | null): Promise<boolean> {
  let asked = db.withTables<CoreTables>().selectFrom('core_log_waiting').select('entry_id').limit(1);
  if (forum !== null) asked = asked.where('forum_id', '=', forum);
  return (await asked.executeTakeFirst()) !== undefined;
}

/** An id that no thing has: what is no uuid is found nowhere, without an error of the database. */
const NOTHING = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const idOf = (text: string): string => (isId(text) ? text : NOTHING);

function matching(db: Db, forums: readonly string[], asked: EntriesAsked) {
  const { type, object, place, body, from, before, fromPlace } = asked;
  let found = db.withTables<CoreTables>().selectFrom('core_entries as e').where('e.forum_id', 'in', forums);
  if (type) found = found.where('e.object_type', '=', type);
  if (object) {
    const id = idOf(object);
    found = found.where((is) =>
      is.or([is('e.object_id', '=', id), sql<boolean>`e.touched @> ${JSON.stringify([{ id }])}::jsonb`]),
    );
  }
  if (place) found = found.where('e.place_id', '=', idOf(place));
  if (body) found = found.where(sql<boolean>`e.bodies @> ${JSON.stringify([idOf(body)])}::jsonb`);
  if (from) found = found.where('e.at', '>=', from);
  if (before) found = found.where('e.at', '<', before);
  if (fromPlace !== undefined) {
    found = found.where((is) =>
      is.exists(
        is
          .selectFrom('core_log_leaves as later')
          .whereRef('later.forum_id', '=', 'e.forum_id')
          .whereRef('later.entry_id', '=', 'e.id')
          .where('later.place', '>=', fromPlace)
          .select('later.place'),
      ),
    );
  }
  return found;
}

const withContent = (found: ReturnType<typeof matching>) =>
  found
    .leftJoin('core_entry_contents as c', (on) =>
      on.onRef('c.forum_id', '=', 'e.forum_id').onRef('c.entry_id', '=', 'e.id'),
    )
    .leftJoin('core_log_leaves as l', (on) =>
      on.onRef('l.forum_id', '=', 'e.forum_id').onRef('l.entry_id', '=', 'e.id'),
    )
    .selectAll('e')
    .select(['c.content', 'l.place as leaf']);

type Found = Awaited<ReturnType<ReturnType<typeof withContent>['executeTakeFirstOrThrow']>>;

const rowOf = (row: Found): EntryRow => ({
  forum: row.forum_id,
  id: row.id,
  at: row.at,
  byDay: row.by_day,
  kind: row.kind,
  role: row.actor_role,
  way: row.by_way,
  object: { type: row.object_type, id: row.object_id, path: row.object_path },
  touched: row.touched,
  place: row.place_id,
  bodies: row.bodies,
  params: row.content === null ? null : (JSON.parse(row.content) as Record<string, Param>),
  leaf: row.leaf,
});
