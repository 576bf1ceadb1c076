import type { Db } from '#core/db/database.ts';
import { REFERENCE } from '#core/forum.ts';
import type { IdentityTables } from '../schema.ts';

/** Real people whose accounts stand and who run the whole installation, the first one made first. */
const operators = (db: Db) =>
  db
    .withTables<IdentityTables>()
    .selectFrom('identity_people as p')
    .innerJoin('identity_roles as r', 'r.person_id', 'p.id')
    .leftJoin('identity_role_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'r.forum_id').onRef('e.role_id', '=', 'r.id'),
    )
    .leftJoin('identity_closures as c', 'c.person_id', 'p.id')
    .where('r.forum_id', '=', REFERENCE)
    .where('r.role', '=', 'operator')
    .where('e.role_id', 'is', null)
    .where('c.person_id', 'is', null)
    .where('p.demonstration', '=', false)
    .orderBy('p.created_at')
    .orderBy('p.id');

export async function firstPerson(db: Db): Promise<string | null> {
  const row = await operators(db).select('p.id').limit(1).executeTakeFirst();
  return row?.id ?? null;
}

/** Did one of them ever use a link? Then the installation is in somebody's hands. */
export async function somebodyCameIn(db: Db): Promise<boolean> {
  const row = await operators(db)
    .innerJoin('identity_links as l', 'l.person_id', 'p.id')
    .where('l.used_at', 'is not', null)
    .select('p.id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
