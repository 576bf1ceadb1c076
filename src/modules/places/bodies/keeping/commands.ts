import type { Db } from '#core/db/database.ts';
import type { Values } from '#core/errors/seen.ts';
import { nameablePlaces } from '../../queries.ts';
import { belongingOf, bodyCells } from '../../sheets/bodies/forms.ts';
import type { PlacesTables } from '../../tables/schema.ts';
import { bodiesOf, bodyLinks } from '../queries.ts';
import type { Body, BodyId } from '../schema.ts';

/** Of all that is known of a body, what its form asks: how it ended and who came after stands elsewhere. */
const ASKED =
  'kind name_az name_en name_ru short_az short_en short_ru place part_of site email phone address valid_from source'.split(
    ' ',
  );

/** What stands of a body, as the fields of its form. */
export async function standingBody(db: Db, forum: string, body: Body): Promise<Values> {
  const bodies = new Map((await bodiesOf(db, forum)).map((b) => [b.id, b.slug]));
  const places = new Map((await nameablePlaces(db, forum)).map((p) => [p.id, p.slug]));
  const belonging = belongingOf(body.id, await bodyLinks(db, forum));
  const cells = bodyCells(
    body,
    belonging,
    (id) => bodies.get(id) ?? '',
    (id) => places.get(id) ?? '',
  );
  const asked = Object.entries(cells).flatMap(([name, cell]) => (ASKED.includes(name) ? [[name, cell ?? '']] : []));
  return { ...Object.fromEntries(asked), classes: cells.classes?.split('; ').filter(Boolean) ?? [] };
}

/** Holds the body until the end of the transaction: who wants to change it too waits and then sees what was changed. */
export const holdBody = (db: Db, forum: string, body: BodyId) =>
  db
    .withTables<PlacesTables>()
    .selectFrom('places_bodies')
    .select('id')
    .where('forum_id', '=', forum)
    .where('id', '=', body)
    .forUpdate()
    .executeTakeFirst();
