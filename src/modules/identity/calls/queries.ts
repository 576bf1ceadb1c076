import type { Db } from '#core/db/database.ts';
import { openDeeds } from '../deeds/queries.ts';
import { actingFor, peopleOf } from '../people/queries.ts';
import type { IdentityTables, Person } from '../schema.ts';
import type { Call, Callee, CallKind } from './schema.ts';

const tables = (db: Db) => db.withTables<IdentityTables>();

const calleeOf = ({ id, name, language, phone, email }: Person): Callee => ({ id, name, language, phone, email });

/** Every open link of this forum with whom to remind of it; what ends first comes first. */
export async function callsOf(db: Db, forum: string, now: Date, today: Parameters<typeof actingFor>[1]['today']) {
  const people = new Map((await peopleOf(db, [forum])).map((person) => [person.id, person]));
  const links = await openLinks(db, [...people.keys()], now);
  const deeds = await openDeeds(db, forum, now);
  const told = await toldAt(
    db,
    forum,
    [...links, ...deeds].map(({ id }) => id),
  );
  const calls: Call[] = links.map(({ id, person, madeAt, until }) => ({
    ...{ kind: 'link' as const, id, people: [calleeOf(people.get(person)!)], body: null, purpose: null },
    ...{ madeAt, until, toldAt: told.get(id) ?? null },
  }));
  const acting = new Map<string, readonly Callee[]>();
  for (const { id, person, body, purpose, madeAt, expiresAt } of deeds) {
    if (!person && body && !acting.has(body))
      acting.set(body, (await actingFor(db, { forum, body, today })).map(calleeOf));
    const known = person ? people.get(person) : undefined;
    calls.push({
      ...{ kind: 'deed' as const, id, body, purpose, madeAt, until: expiresAt, toldAt: told.get(id) ?? null },
      people: known ? [calleeOf(known)] : (body && acting.get(body)) || [],
    });
  }
  return calls.toSorted((a, b) => a.until.getTime() - b.until.getTime() || (a.id < b.id ? -1 : 1));
}

/** Sign-in links of these people that open, of accounts that stand. */
async function openLinks(db: Db, people: readonly string[], now: Date) {
  if (people.length === 0) return [];
  return tables(db)
    .selectFrom('identity_links as l')
    .leftJoin('identity_closures as c', 'c.person_id', 'l.person_id')
    .where('l.person_id', 'in', people)
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now)
    .where('c.person_id', 'is', null)
    .select(['l.id', 'l.person_id as person', 'l.made_at as madeAt', 'l.expires_at as until'])
    .execute();
}

async function toldAt(db: Db, forum: string, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('identity_tellings')
    .where('forum_id', '=', forum)
    .where('object_id', 'in', ids)
    .select((is) => ['object_id', is.fn.max('told_at').as('at')])
    .groupBy('object_id')
    .execute();
  return new Map(rows.map((row) => [row.object_id, row.at]));
}

/** Is there such an open link of this forum? */
export async function isOpen(db: Db, forum: string, now: Date, of: { kind: CallKind; id: string }): Promise<boolean> {
  if (of.kind === 'deed') return (await openDeeds(db, forum, now)).some((deed) => deed.id === of.id);
  const people = (await peopleOf(db, [forum])).map((person) => person.id);
  return (await openLinks(db, people, now)).some((link) => link.id === of.id);
}
