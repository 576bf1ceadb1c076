import type { Selectable } from 'kysely';
import type { Level } from '#core/caution/level.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Match } from '#core/i18n/names.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { placeById, seenBy } from '../queries.ts';
import type { PlaceId } from '../schema.ts';
import type { PlacesTables } from '../tables/schema.ts';
import { withheldOf } from '../withheld/queries.ts';
import { type BodySeen, searchBodies } from './rules.ts';
import type { Body, BodyId, BodyLink, BodyTable, Relation } from './schema.ts';
import { bodyForStrangers } from './shown/rules.ts';

const tables = (db: Db) => db.withTables<PlacesTables>();

const toBody = (row: Selectable<BodyTable>): Body => ({
  forum: row.forum_id,
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  name: row.name,
  short: row.short,
  place: row.place_id,
  site: row.site,
  email: row.email,
  phone: row.phone,
  address: row.address,
  from: row.valid_from,
  to: row.valid_to,
  endedBy: row.ended_by,
  source: row.source,
});

const seen = (db: Db, forum: string) =>
  tables(db).selectFrom('places_bodies').selectAll().where('forum_id', 'in', seenBy(forum));

/** Every body the forum may name: its own and those of the national register, ended ones too. */
export const bodiesOf = async (db: Db, forum: string): Promise<readonly Body[]> =>
  (await seen(db, forum).execute()).map(toBody);

/** A body as strangers see it at a caution level, without what was kept back; asked once for many. */
export async function strangersEye(
  db: Db,
  forum: Pick<Forum, 'id' | 'zone'>,
  level: Level,
): Promise<(body: Body) => Body> {
  const withheld = await withheldOf(db, forum);
  return (body) => bodyForStrangers(body, level, withheld);
}

/** The forum's own body of that address word, else the register's. */
export async function bodyBySlug(db: Db, forum: string, slug: string): Promise<Body | null> {
  const rows = await seen(db, forum).where('slug', '=', slug).execute();
  const row = rows.find((r) => r.forum_id === forum) ?? rows[0];
  return row ? toBody(row) : null;
}

/** Bodies by id (any uuid), those that the forum may see. */
export async function bodiesById(db: Db, forum: string, ids: readonly string[]): Promise<readonly Body[]> {
  if (ids.length === 0) return [];
  const rows = await seen(db, forum)
    .where('id', 'in', [...new Set(ids)] as BodyId[])
    .execute();
  return rows.map(toBody);
}

/** Bodies that have their seat in any of these places. */
export async function bodiesAt(db: Db, forum: string, places: readonly string[]): Promise<readonly Body[]> {
  if (places.length === 0) return [];
  const rows = await seen(db, forum)
    .where('place_id', 'in', [...places] as PlaceId[])
    .execute();
  return rows.map(toBody);
}

/** Names by id; an id that nobody here may see is left out. */
export async function bodyNames(db: Db, forum: string, ids: readonly string[]): Promise<ReadonlyMap<string, Texts>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('places_bodies')
    .select(['id', 'name'])
    .where('forum_id', 'in', seenBy(forum))
    .where('id', 'in', [...new Set(ids)] as BodyId[])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** How bodies hang together, as far as the forum may see. */
export async function bodyLinks(db: Db, forum: string): Promise<readonly BodyLink[]> {
  const rows = await tables(db)
    .selectFrom('places_body_links')
    .selectAll()
    .where('forum_id', 'in', seenBy(forum))
    .orderBy('day')
    .execute();
  return rows.map((row) => ({
    body: row.body_id,
    relation: row.relation,
    other: row.other_id,
    day: row.day,
    source: row.source,
  }));
}

/** Who took over from a body that was ended, to the last of them; null: nobody is recorded. */
export async function successorOf(db: Db, forum: string, id: string): Promise<Body | null> {
  const links = (await bodyLinks(db, forum)).filter(({ relation }) => relation === 'succeeded_by');
  const passed = new Set<string>([id]);
  let heir: string = id;
  for (;;) {
    const next = links.find(({ body }) => body === heir)?.other;
    // Links that lead in a circle end where they meet themselves.
    if (!next || passed.has(next)) break;
    passed.add(next);
    heir = next;
  }
  return heir === id ? null : ((await bodiesById(db, forum, [heir]))[0] ?? null);
}

/** Loads the bodies once and gives the search: for imports of many rows. */
export const bodyFinder = async (db: Db, forum: string): Promise<(name: string) => Match<Body>> =>
  searchBodies(await bodiesOf(db, forum));

/** What the page of a body shows; null when the forum sees no body of that address word. */
export async function bodySeen(
  db: Db,
  forum: string,
  slug: string,
  today: PlainDate,
  eye: (body: Body) => Body = (body) => body,
): Promise<BodySeen | null> {
  const whole = await bodyBySlug(db, forum, slug);
  if (!whole) return null;
  const body = eye(whole);
  const links = (await bodyLinks(db, forum)).filter((link) => link.body === body.id || link.other === body.id);
  const others = await bodiesById(
    db,
    forum,
    links.flatMap((link) => [link.body, link.other]),
  );
  const byId = new Map(others.map((other) => [other.id, other]));
  const to = (relation: Relation) =>
    links.flatMap((l) => (l.body === body.id && l.relation === relation ? (byId.get(l.other) ?? []) : []));
  const from = (relation: Relation) =>
    links.flatMap((l) => (l.other === body.id && l.relation === relation ? (byId.get(l.body) ?? []) : []));
  return {
    ...{ body, today, place: body.place ? await placeById(db, forum, body.place) : null },
    ...{ whole: to('part_of')[0] ?? null, parts: from('part_of') },
    ...{ classes: to('in_class'), members: from('in_class') },
    ...{ heir: to('succeeded_by')[0] ?? null, predecessors: from('succeeded_by') },
  };
}
