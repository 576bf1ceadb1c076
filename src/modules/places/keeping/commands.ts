import type { Db } from '#core/db/database.ts';
import type { Values } from '#core/errors/seen.ts';
import { nameablePlaces, outlinesOf } from '../queries.ts';
import type { Place, PlaceId } from '../schema.ts';
import { placeCells } from '../sheets/places/forms.ts';
import type { PlacesTables } from '../tables/schema.ts';

/** Of all that is known of a place, what its form asks: what others say of it (figures, endings) stands elsewhere. */
const ASKED = 'kind code name_az name_en name_ru parent territory lat lon valid_from source outline'.split(' ');

/** What stands of a place, as the fields of its form. */
export async function standingPlace(db: Db, forum: string, place: Place): Promise<Values> {
  const around = new Map((await nameablePlaces(db, forum)).map((p) => [p.id, p.slug]));
  const outlines = await outlinesOf(db, forum, [place.id]);
  const cells = placeCells(place, (id) => around.get(id) ?? '', null, outlines.get(place.id) ?? null, null);
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (ASKED.includes(name) ? [[name, cell ?? '']] : [])),
  );
}

/** Holds the place until the end of the transaction: who wants to change it too waits and then sees what was changed. */
export const holdPlace = (db: Db, forum: string, place: PlaceId) =>
  db
    .withTables<PlacesTables>()
    .selectFrom('places_places')
    .select('id')
    .where('forum_id', '=', forum)
    .where('id', '=', place)
    .forUpdate()
    .executeTakeFirst();
