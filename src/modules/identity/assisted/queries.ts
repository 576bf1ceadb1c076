import type { Actor } from '#core/actor.ts';
import { cookieIn } from '#core/cookies.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { choose, type LanguageCode } from '#core/i18n/texts.ts';
import { dayIn, type PlainDate } from '#core/time/plain-date.ts';
import { findPerson, peopleOf, rolesOfPerson } from '../people/queries.ts';
import { roleState } from '../people/rules.ts';
import type { IdentityTables } from '../schema.ts';
import { hashOf } from '../sessions/queries.ts';
import { assistCookie, assistedState, lentRoles } from './rules.ts';
import type { Assistable } from './schema.ts';

const tables = (db: Db) => db.withTables<IdentityTables>();

interface Knock {
  readonly now: Date;
  readonly language: LanguageCode;
  readonly cookies: string | null;
  readonly secure: boolean;
  /** The forum whose calendar day counts. */
  readonly forum: Pick<Forum, 'zone'>;
}

/**
 * Who asks, where the browser is in an assisted session: the person for whom it acts, with no more than that person
 * does for bodies. `own` is who the browser is otherwise; answered unchanged where there is no such session, or it was
 * closed.
 */
export async function assistedActor(db: Db, knock: Knock, own: Actor): Promise<Actor> {
  const token = cookieIn(knock.cookies, assistCookie(knock.secure));
  const session = token?.length === 43 ? await findAssisted(db, token) : null;
  if (!session) return own;
  const state = assistedState(session, knock.now, own.kind === 'person' && own.id === session.helper);
  if (state === 'ended') return own;
  const person = session.person ? await findPerson(db, session.person) : null;
  const live = state === 'live' && !person?.closedAt;
  return {
    kind: 'assisted',
    session: session.id,
    forum: session.forum,
    person: session.person,
    name: person ? choose(person.name, knock.language).text : '',
    roles:
      live && person ? lentRoles(await heldBy(db, person.id, dayIn(knock.forum.zone, knock.now)), session.forum) : [],
    until: session.endsAt,
    over: !live,
  };
}

async function heldBy(db: Db, person: string, today: PlainDate) {
  const roles = await rolesOfPerson(db, person);
  return roles.filter((role) => roleState(role, today) === 'held');
}

/** The session of a cookie's token, closed ones too; null: never made. */
export async function findAssisted(db: Db, token: string) {
  const row = await tables(db)
    .selectFrom('identity_assisted as a')
    .leftJoin('identity_assisted_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'a.forum_id').onRef('e.session_id', '=', 'a.id'),
    )
    .where('a.token_hash', '=', hashOf(token))
    .select(['a.forum_id', 'a.id', 'a.helper_id', 'a.person_id', 'a.started_at', 'a.ends_at', 'e.ended_at'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ forum: row.forum_id, id: row.id, helper: row.helper_id, person: row.person_id },
    ...{ startedAt: row.started_at, endsAt: row.ends_at, endedAt: row.ended_at },
  };
}

/** For whom a helper can act here today: who holds a role for a body, except the helper. */
export async function assistables(
  db: Db,
  forum: string,
  today: PlainDate,
  helper: string,
): Promise<readonly Assistable[]> {
  const people = await peopleOf(db, [forum]);
  return people.flatMap(({ id, name, closedAt, roles }) => {
    const bodies = roles.flatMap((role) => (role.body && roleState(role, today) === 'held' ? [role.body] : []));
    return closedAt === null && id !== helper && bodies.length > 0 ? [{ id, name, bodies: [...new Set(bodies)] }] : [];
  });
}

/** Assisted sessions in which somebody acted for this person, latest first. */
export const assistedOf = (db: Db, person: string) =>
  tables(db)
    .selectFrom('identity_assisted')
    .where('person_id', '=', person)
    .select(['forum_id', 'id', 'helper_id', 'reason', 'started_at', 'ends_at'])
    .orderBy('started_at', 'desc')
    .execute();
