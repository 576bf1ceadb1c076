import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { withheldList } from '#core/db/withholding-rows.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import { WithheldThings } from '#core/withholding/withheld.ts';

interface Found {
  readonly path: string;
  readonly title: Texts;
}
type FindThing = (db: Db, forum: Pick<Forum, 'id'>, id: string) => Promise<Found | null>;

/** What is withheld of the places and bodies that a forum shows: its own, and those of the national register. */
export async function withheldOf(db: Db, forum: Pick<Forum, 'id' | 'zone'>): Promise<WithheldThings> {
  const forums = forum.id === REFERENCE ? [REFERENCE] : [forum.id, REFERENCE];
  return new WithheldThings((await Promise.all(forums.map((id) => withheldList(db, { ...forum, id })))).flat());
}

/** Only what is the forum's own can be withheld in it. */
const finding =
  (query: (forum: string, id: string) => ReturnType<typeof sql<Found>>): FindThing =>
  async (db, forum, id) =>
    isId(id) ? ((await query(forum.id, id).execute(db)).rows[0] ?? null) : null;

export const findBody = finding(
  (forum, id) => sql`
    select '/bodies/' || slug as path, name as title from places_bodies
    where forum_id = ${forum} and id = ${id}`,
);

export const findPlace = finding(
  (forum, id) => sql`
    select '/places/' || slug as path, name as title from places_places
    where forum_id = ${forum} and id = ${id}`,
);

/** The place on whose page a figure stands. */
export const findFigure = finding(
  (forum, id) => sql`
    select '/places/' || p.slug || '#people' as path, p.name as title
    from places_populations f join places_places p on p.forum_id = f.forum_id and p.id = f.place_id
    where f.forum_id = ${forum} and f.id = ${id}`,
);
