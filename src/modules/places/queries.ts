import { type Selectable, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { REFERENCE } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { parentOn } from './rules.ts';
import type { Outline, Place, PlaceId, PlaceTable, Population, PopulationTable, Succession } from './schema.ts';
import type { PlacesTables } from './tables/schema.ts';

/** A forum sees its own rows and those of the national register. */
export const seenBy = (forum: string): readonly string[] => (forum === REFERENCE ? [REFERENCE] : [forum, REFERENCE]);

const tables = (db: Db) => db.withTables<PlacesTables>();

const COLUMNS = [
  ...(['forum_id', 'id', 'kind', 'slug', 'code', 'name', 'parent_id', 'territory_id', 'lon', 'lat'] as const),
  ...(['valid_from', 'valid_to', 'ended_by', 'source'] as const),
] as const;

const toPlace = (row: Pick<Selectable<PlaceTable>, (typeof COLUMNS)[number]>): Place => ({
  forum: row.forum_id,
  id: row.id,
  kind: row.kind,
  slug: row.slug,
  code: row.code,
  name: row.name,
  parent: row.parent_id,
  territory: row.territory_id,
  lon: row.lon,
  lat: row.lat,
  from: row.valid_from,
  to: row.valid_to,
  endedBy: row.ended_by,
  source: row.source,
});

/** The forum's own place of that address word, else the register's. */
export async function placeBySlug(db: Db, forum: string, slug: string): Promise<Place | null> {
  const rows = await tables(db)
    .selectFrom('places_places')
    .select(COLUMNS)
    .where('forum_id', 'in', seenBy(forum))
    .where('slug', '=', slug)
    .execute();
  const row = rows.find((r) => r.forum_id === forum) ?? rows[0];
  return row ? toPlace(row) : null;
}

/** Places by id (any uuid), those that the forum may see. */
export async function placesById(db: Db, forum: string, ids: readonly string[]): Promise<readonly Place[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('places_places')
    .select(COLUMNS)
    .where('forum_id', 'in', seenBy(forum))
    .where('id', 'in', [...new Set(ids)] as PlaceId[])
    .execute();
  return rows.map(toPlace);
}

export const placeById = async (db: Db, forum: string, id: string): Promise<Place | null> =>
  (await placesById(db, forum, [id]))[0] ?? null;

/** Rows of exactly this forum: what its export carries and its import compares with. */
export async function ownPlaces(db: Db, forum: string): Promise<readonly Place[]> {
  const rows = await tables(db).selectFrom('places_places').select(COLUMNS).where('forum_id', '=', forum).execute();
  return rows.map(toPlace);
}

/** All rows the forum may name: its own and the whole register (thousands in a country). For imports and searches. */
export async function nameablePlaces(db: Db, forum: string): Promise<readonly Place[]> {
  const rows = await tables(db)
    .selectFrom('places_places')
    .select(COLUMNS)
    .where('forum_id', 'in', seenBy(forum))
    .execute();
  return rows.map(toPlace);
}

/**
 * The world of a forum: its own places, the register's places it said it is about with all that lies in them, and
 * what all these lie in. In the register itself: the country and its districts.
 */
export async function placesOf(db: Db, forum: string): Promise<readonly Place[]> {
  const all = tables(db).selectFrom('places_places').select(COLUMNS);
  if (forum === REFERENCE) {
    const top = await all.where('forum_id', '=', REFERENCE).where('kind', 'in', ['country', 'district']).execute();
    return top.map(toPlace);
  }
  const rows = await all
    .where('forum_id', 'in', seenBy(forum))
    .where(
      'id',
      'in',
      sql<PlaceId>`(
        with recursive down (id, parent_id) as (
          select id, parent_id from places_places where forum_id = ${forum}
          union
          select p.id, p.parent_id from places_places p join places_areas a on a.place_id = p.id
          where a.forum_id = ${forum} and p.forum_id = ${REFERENCE}
          union
          select p.id, p.parent_id from places_places p join down d on p.parent_id = d.id
          where p.forum_id in (${forum}, ${REFERENCE})
        ), up (id, parent_id) as (
          select id, parent_id from down
          union
          select p.id, p.parent_id from places_places p join up u on p.id = u.parent_id
          where p.forum_id in (${forum}, ${REFERENCE})
        )
        select id from up
      )`,
    )
    .execute();
  return rows.map(toPlace);
}

/** Every merger in which these places had a part, or from which they came, however long the chain. */
export async function linksAround(db: Db, forum: string, ids: readonly PlaceId[]): Promise<readonly Succession[]> {
  if (ids.length === 0) return [];
  const forums = sql.join(seenBy(forum));
  const { rows } = await sql<Succession>`
    with recursive kin (id) as (
      select id from places_places where id in (${sql.join(ids)})
      union
      select case when l.predecessor_id = k.id then l.successor_id else l.predecessor_id end
      from places_links l join kin k on k.id in (l.predecessor_id, l.successor_id) where l.forum_id in (${forums})
    )
    select l.predecessor_id as predecessor, l.successor_id as successor, l.day, l.source
    from places_links l where l.forum_id in (${forums}) and l.predecessor_id in (select id from kin)
    order by l.day, l.predecessor_id, l.successor_id`.execute(db);
  return rows;
}

/** All mergers of this forum's own rows. */
export async function ownLinks(db: Db, forum: string): Promise<readonly Succession[]> {
  const rows = await tables(db)
    .selectFrom('places_links')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('day')
    .execute();
  return rows.map((l) => ({ predecessor: l.predecessor_id, successor: l.successor_id, day: l.day, source: l.source }));
}

const toPopulation = (row: Selectable<PopulationTable>): Population => ({
  id: row.id,
  place: row.place_id,
  day: row.day,
  people: row.people,
  households: row.households,
  source: row.source,
});

/** Figures of places, oldest first; of two sources of one day the one entered later comes later. */
export async function figuresOf(
  db: Db,
  forum: string,
  ids: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, readonly Population[]>> {
  const found = new Map<PlaceId, Population[]>();
  if (ids.length === 0) return found;
  const rows = await tables(db)
    .selectFrom('places_populations')
    .selectAll()
    .where('forum_id', 'in', seenBy(forum))
    .where('place_id', 'in', [...ids])
    .orderBy('day')
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  for (const row of rows) found.set(row.place_id, [...(found.get(row.place_id) ?? []), toPopulation(row)]);
  return found;
}

/** What was ever written to lie in these places or in those merged into them, or is served by them. */
export async function writtenIn(db: Db, forum: string, ids: readonly PlaceId[]): Promise<readonly Place[]> {
  if (ids.length === 0) return [];
  const links = await linksAround(db, forum, ids);
  const ancestry = [...new Set([...ids, ...links.map((link) => link.predecessor)])];
  const rows = await tables(db)
    .selectFrom('places_places')
    .select(COLUMNS)
    .where('forum_id', 'in', seenBy(forum))
    .where((is) => is.or([is('parent_id', 'in', ancestry), is('territory_id', 'in', [...ids])]))
    .execute();
  return rows.map(toPlace);
}

/** What lies in a place today (and what stood in it when it ended), by municipal order or as administrative territory. */
export async function childrenOf(db: Db, forum: string, place: Place, today: PlainDate): Promise<readonly Place[]> {
  const links = await linksAround(db, forum, [place.id]);
  const ended = place.to !== null && place.to <= today;
  return (await writtenIn(db, forum, [place.id])).filter((child) => {
    if (child.territory === place.id) return true;
    return (ended ? child.parent : parentOn(child, links, today)) === place.id;
  });
}

export async function outlinesOf(
  db: Db,
  forum: string,
  ids: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, Outline>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('places_places')
    .select(['id', 'outline'])
    .where('forum_id', 'in', seenBy(forum))
    .where('id', 'in', [...ids])
    .where('outline', 'is not', null)
    .execute();
  return new Map(rows.flatMap((row) => (row.outline ? [[row.id, row.outline] as const] : [])));
}

/** The register's places that this forum said it is about. */
export async function areaOf(db: Db, forum: string): Promise<readonly PlaceId[]> {
  const rows = await tables(db).selectFrom('places_areas').select('place_id').where('forum_id', '=', forum).execute();
  return rows.map((row) => row.place_id);
}
