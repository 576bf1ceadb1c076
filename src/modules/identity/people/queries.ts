import type { Db } from '#core/db/database.ts';
import { REFERENCE } from '#core/forum.ts';
import { choose, type LanguageCode } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { IdentityTables, Person, RoleHeld } from '../schema.ts';

const tables = (db: Db) => db.withTables<IdentityTables>();

/** Every role a person ever got, latest first. Of one forum when it is given (with those of the installation). */
export async function rolesOfPerson(db: Db, person: string, forum?: string): Promise<readonly RoleHeld[]> {
  const rows = await roleRows(db)
    .where('r.person_id', '=', person)
    .$if(forum !== undefined, (q) => q.where('r.forum_id', 'in', [forum!, REFERENCE]))
    .orderBy('r.from_day', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
  return rows.map(roleHeld);
}

/** One role of this forum or of the installation, with its holder. */
export async function findRole(db: Db, forum: string, id: string): Promise<(RoleHeld & { person: string }) | null> {
  const row = await roleRows(db)
    .where('r.forum_id', 'in', [forum, REFERENCE])
    .where('r.id', '=', id)
    .executeTakeFirst();
  return row ? { ...roleHeld(row), person: row.person_id } : null;
}

/** Who holds a role that counts in this forum, one row for each holding, past ones too. */
export async function holdings(
  db: Db,
  forum: string,
  role: string,
): Promise<readonly (RoleHeld & { person: string })[]> {
  const rows = await roleRows(db)
    .leftJoin('identity_closures as c', 'c.person_id', 'r.person_id')
    .where('r.forum_id', 'in', [forum, REFERENCE])
    .where('r.role', '=', role)
    .where('c.person_id', 'is', null)
    .execute();
  return rows.map((row) => ({ ...roleHeld(row), person: row.person_id }));
}

const roleRows = (db: Db) =>
  tables(db)
    .selectFrom('identity_roles as r')
    .leftJoin('identity_role_ends as e', (join) =>
      join.onRef('e.forum_id', '=', 'r.forum_id').onRef('e.role_id', '=', 'r.id'),
    )
    .select(['r.forum_id', 'r.id', 'r.person_id', 'r.role', 'r.body_id', 'r.from_day', 'r.to_day', 'e.ended_at']);

type RoleRow = Awaited<ReturnType<ReturnType<typeof roleRows>['execute']>>[number];

const roleHeld = (row: RoleRow): RoleHeld => ({
  forum: row.forum_id,
  id: row.id,
  role: row.role,
  body: row.body_id,
  from: row.from_day,
  to: row.to_day,
  endedAt: row.ended_at,
});

export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const row = await personRows(db).where('p.id', '=', id).executeTakeFirst();
  return row ? personOf(row) : null;
}

/** A person as a forum's staff may see one: only who holds or held a role of this forum. */
export async function findPersonOf(db: Db, forum: string, id: string): Promise<Person | null> {
  const person = await findPerson(db, id);
  if (!person) return null;
  const roles = await rolesOfPerson(db, id);
  return roles.some((role) => role.forum === forum) ? person : null;
}

/** Is somebody of this forum already reached under this e-mail? Capital letters do not count. */
export async function emailTaken(db: Db, forum: string, email: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('identity_people as p')
    .innerJoin('identity_roles as r', 'r.person_id', 'p.id')
    .leftJoin('identity_closures as c', 'c.person_id', 'p.id')
    .where('r.forum_id', '=', forum)
    .where((is) => is(is.fn<string>('lower', ['p.email']), '=', email.toLowerCase()))
    .where('c.person_id', 'is', null)
    .select('p.id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Real people with this address whose accounts stand, at most three: families and offices share one. */
export async function peopleByEmail(db: Db, email: string): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('identity_people as p')
    .leftJoin('identity_closures as c', 'c.person_id', 'p.id')
    .where((is) => is(is.fn<string>('lower', ['p.email']), '=', email.toLowerCase()))
    .where('c.person_id', 'is', null)
    .where('p.demonstration', '=', false)
    .orderBy('p.id')
    .limit(3)
    .select('p.id')
    .execute();
  return rows.map((row) => row.id);
}

/** Everybody who holds or held a role of one of these forums, each with those roles; unsorted. */
export async function peopleOf(
  db: Db,
  forums: readonly string[],
): Promise<readonly (Person & { roles: readonly RoleHeld[] })[]> {
  const roles = await roleRows(db).where('r.forum_id', 'in', forums).orderBy('r.from_day', 'desc').execute();
  const ids = [...new Set(roles.map((row) => row.person_id))];
  if (ids.length === 0) return [];
  const people = await personRows(db).where('p.id', 'in', ids).execute();
  return people.map((row) => ({
    ...personOf(row),
    roles: roles.filter((role) => role.person_id === row.id).map(roleHeld),
  }));
}

/** Who may act for a body (null: for any or none) today, in one role or in any: whom to write to. */
export async function actingFor(
  db: Db,
  asked: { readonly forum: string; readonly body: string | null; readonly today: PlainDate; readonly role?: string },
): Promise<readonly Person[]> {
  const rows = await personRows(db)
    .where((is) =>
      is.exists(
        is
          .selectFrom('identity_roles as r')
          .leftJoin('identity_role_ends as e', (join) =>
            join.onRef('e.forum_id', '=', 'r.forum_id').onRef('e.role_id', '=', 'r.id'),
          )
          .select('r.id')
          .whereRef('r.person_id', '=', 'p.id')
          .where('r.forum_id', '=', asked.forum)
          .$if(asked.body !== null, (q) => q.where('r.body_id', '=', asked.body))
          .where('r.from_day', '<=', asked.today)
          .where((or) => or.or([or('r.to_day', 'is', null), or('r.to_day', '>=', asked.today)]))
          .where('e.role_id', 'is', null)
          .$if(asked.role !== undefined, (q) => q.where('r.role', '=', asked.role!)),
      ),
    )
    .where('c.person_id', 'is', null)
    .orderBy('p.id')
    .execute();
  return rows.map(personOf);
}

/** Names of people by id, as this language's reader gets them; an unknown id is left out. */
export async function personNames(
  db: Db,
  ids: readonly string[],
  lang: LanguageCode,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('identity_people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, choose(row.name, lang).text]));
}

/** The demonstration person of a forum who holds this role there; who has it longest when there are several. */
export async function demonstrationPerson(
  db: Db,
  forum: string,
  role: string,
  today: PlainDate,
): Promise<string | null> {
  const rows = await roleRows(db)
    .innerJoin('identity_people as p', 'p.id', 'r.person_id')
    .where('r.forum_id', '=', forum)
    .where('r.role', '=', role)
    .where('p.demonstration', '=', true)
    .where('e.role_id', 'is', null)
    .where('r.from_day', '<=', today)
    .where((or) => or.or([or('r.to_day', 'is', null), or('r.to_day', '>=', today)]))
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom('identity_closures as c').select('c.person_id').whereRef('c.person_id', '=', 'r.person_id'),
        ),
      ),
    )
    .orderBy('r.from_day')
    .orderBy('r.id')
    .limit(1)
    .execute();
  return rows[0]?.person_id ?? null;
}

const personRows = (db: Db) =>
  tables(db)
    .selectFrom('identity_people as p')
    .leftJoin('identity_closures as c', 'c.person_id', 'p.id')
    .select(['p.id', 'p.name', 'p.language', 'p.email', 'p.phone', 'p.demonstration', 'p.created_at', 'c.closed_at']);

type PersonRow = Awaited<ReturnType<ReturnType<typeof personRows>['execute']>>[number];

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  language: row.language,
  email: row.email,
  phone: row.phone,
  demonstration: row.demonstration,
  createdAt: row.created_at,
  closedAt: row.closed_at,
});
