import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodiesOf, bodyLinks } from '../bodies/queries.ts';
import type { BodyId } from '../bodies/schema.ts';
import { figuresOf, nameablePlaces, outlinesOf, ownLinks } from '../queries.ts';
import type { PlaceId } from '../schema.ts';
import type { PlacesTables } from '../tables/schema.ts';
import type { BodyWorld } from './bodies/schema.ts';
import type { PlaceWorld } from './places/schema.ts';
import type { FigureWorld } from './populations/schema.ts';
import type { BroughtIn, ImportId } from './schema.ts';

/** A file brought in; null when there is none of that id in this forum. */
export async function broughtIn(db: Db, forum: string, id: ImportId): Promise<BroughtIn | null> {
  const row = await db
    .withTables<PlacesTables>()
    .selectFrom('places_imports')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { what, file_name: fileName, sheets: tables, made_at: madeAt, written_at: writtenAt } = row;
  return { id: row.id, what, fileName, tables, madeAt, writtenAt };
}

/** Whose rows would be written, on which day. */
export interface Asker {
  readonly db: Db;
  readonly forum: Forum;
  readonly today: PlainDate;
  readonly now: Date;
}

/** What stands now, for a file of places or of figures to be compared with. */
export async function placeWorld({ db, forum, today, now }: Asker): Promise<PlaceWorld & FigureWorld> {
  const places = await nameablePlaces(db, forum.id);
  const own = places.flatMap((place) => (place.forum === forum.id ? [place.id] : []));
  const figures = await figuresOf(
    db,
    forum.id,
    places.map((place) => place.id),
  );
  const outlines = await outlinesOf(db, forum.id, own);
  const links = await ownLinks(db, forum.id);
  const newId = () => uuidv7(now) as PlaceId;
  return { forum: forum.id, country: forum.country, today, places, outlines, links, figures, newId };
}

/** What stands now, for a file of bodies to be compared with. */
export async function bodyWorld({ db, forum, now }: Asker): Promise<BodyWorld> {
  const bodies = await bodiesOf(db, forum.id);
  const links = await bodyLinks(db, forum.id);
  const places = await nameablePlaces(db, forum.id);
  return { forum: forum.id, bodies, links, places, newId: () => uuidv7(now) as BodyId };
}
