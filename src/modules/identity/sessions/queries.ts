import { createHash, randomBytes } from 'node:crypto';
import { type Actor, NOBODY } from '#core/actor.ts';
import { cookieIn } from '#core/cookies.ts';
import type { Db } from '#core/db/database.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { choose, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { dayIn, type PlainDate } from '#core/time/plain-date.ts';
import { roleState } from '../people/rules.ts';
import type { IdentityTables } from '../schema.ts';
import { formerUntil, type LinkWay, lookCookie, seenIsStale, sessionCookie, sessionState, setCookie } from './rules.ts';

const tables = (db: Db) => db.withTables<IdentityTables>();

/** What is kept of a secret. 256 or 100 random bits need no salt and no slow hash: nobody can guess them. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A session as its person sees it. */
export interface OwnSession {
  readonly id: string;
  readonly madeAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly agent: string;
  readonly shared: boolean;
  /** The one whose cookie came with the question. */
  readonly current: boolean;
}

export interface SessionHeld {
  readonly id: string;
  readonly demonstration: boolean;
  readonly shared: boolean;
  readonly endsAt: Date;
}

export interface SignedIn {
  readonly actor: Actor;
  /** null: nobody is signed in. `demonstration`: looking through a demonstration person's eyes. */
  readonly session: SessionHeld | null;
}

export interface Knock {
  readonly now: Date;
  /** The forum asked for; roles hold by its day, and only in a demonstration a look through another's eyes counts. */
  readonly forum: Forum;
  readonly language: LanguageCode;
  /** The `Cookie` header. */
  readonly cookies: string | null;
  /** Public address is https: only `__Host-` cookies count. */
  readonly secure: boolean;
  /** Takes a `Set-Cookie` line for the answer, whatever it will be; left out: this question leaves no trace. */
  readonly give?: (cookie: string) => void;
}

/**
 * Who asks, by their cookie: one query by the hash of the token, no query without a cookie. A look through a
 * demonstration person's eyes goes before the own session. That the session is in use is written at most once an
 * hour (a minute on a shared phone) and raises no revision.
 */
export async function authenticate(db: Db, knock: Knock): Promise<SignedIn> {
  const own = sessionCookie(knock.secure);
  const names = knock.forum.demonstration ? [lookCookie(knock.secure), own] : [own];
  const tokens = names.map((name) => cookieIn(knock.cookies, name));
  const hashes = tokens.flatMap((token) => (token?.length === 43 ? [hashOf(token)] : []));
  if (hashes.length === 0) return { actor: NOBODY, session: null };
  const rows = (await sessionRows(db, hashes, knock.now)).filter(
    (row) => row.closed_at === null && isLive(row, knock.now),
  );
  const first = rows.find((row) => row.demonstration) ?? rows[0];
  if (!first) return { actor: NOBODY, session: null };
  await seen(db, first, knock.now);
  await renewed(db, first, hashes, knock);
  const mine = rows.filter((row) => row.id === first.id);
  return {
    actor: actorOf(first.person_id, choose(first.name, knock.language).text, mine, dayIn(knock.forum.zone, knock.now)),
    session: { id: first.id, demonstration: first.demonstration, shared: first.shared_phone, endsAt: first.ends_at },
  };
}

/** A session with its person, and one row for each role of theirs (one with nulls when there is none). */
const sessionRows = (db: Db, hashes: readonly string[], now: Date) =>
  tables(db)
    .selectFrom('identity_sessions as s')
    .innerJoin('identity_people as p', 'p.id', 's.person_id')
    .leftJoin('identity_closures as c', 'c.person_id', 's.person_id')
    .leftJoin('identity_roles as r', 'r.person_id', 's.person_id')
    .leftJoin('identity_role_ends as e', (join) =>
      join.onRef('e.forum_id', '=', 'r.forum_id').onRef('e.role_id', '=', 'r.id'),
    )
    .where((is) =>
      is.or([
        is('s.token_hash', 'in', hashes),
        is.and([is('s.former_hash', 'in', hashes), is('s.former_until', '>', now)]),
      ]),
    )
    .select(['s.id', 's.person_id', 's.seen_at', 's.ends_at', 's.ended_at', 's.shared_phone', 's.demonstration'])
    .select(['s.token_hash', 's.stale_at'])
    .select(['p.name', 'p.demonstration as made_up', 'c.closed_at'])
    .select(['r.role', 'r.forum_id', 'r.body_id', 'r.from_day', 'r.to_day', 'e.ended_at as role_ended_at'])
    .orderBy('r.granted_at')
    .orderBy('r.id')
    .execute();

type SessionRow = Awaited<ReturnType<typeof sessionRows>>[number];

const isLive = (row: SessionRow, now: Date): boolean =>
  sessionState({ seenAt: row.seen_at, endsAt: row.ends_at, endedAt: row.ended_at, shared: row.shared_phone }, now) ===
  'live';

function actorOf(id: string, name: string, rows: readonly SessionRow[], today: PlainDate): Actor {
  const roles = rows.flatMap((row) => {
    if (row.role === null || row.forum_id === null || row.from_day === null) return [];
    // Whatever else went wrong: eyes through which any visitor may look see nothing of the installation.
    if (row.made_up && row.forum_id === REFERENCE) return [];
    if (roleState({ from: row.from_day, to: row.to_day, endedAt: row.role_ended_at }, today) !== 'held') return [];
    return [{ role: row.role, forum: row.forum_id === REFERENCE ? null : row.forum_id, body: row.body_id }];
  });
  return { kind: 'person', id, name, roles };
}

async function seen(db: Db, row: SessionRow, now: Date): Promise<void> {
  if (!seenIsStale({ seenAt: row.seen_at, shared: row.shared_phone }, now)) return;
  await tables(db)
    .updateTable('identity_sessions')
    .set({ seen_at: now })
    .where('id', '=', row.id)
    .where('ended_at', 'is', null)
    .where('seen_at', '<', now)
    .execute();
}

/**
 * After a role was given or ended the session goes on under a fresh token: a token that somebody took or planted
 * before ends with it. Of two requests at once one renews; the other's former token lives long enough.
 */
async function renewed(
  db: Db,
  row: SessionRow,
  hashes: readonly string[],
  { now, secure, give }: Knock,
): Promise<void> {
  if (!give || row.stale_at === null || !hashes.includes(row.token_hash)) return;
  const token = randomBytes(32).toString('base64url');
  const taken = await tables(db)
    .updateTable('identity_sessions')
    .set({ token_hash: hashOf(token), former_hash: row.token_hash, former_until: formerUntil(now), stale_at: null })
    .where('id', '=', row.id)
    .where('token_hash', '=', row.token_hash)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  const until = row.shared_phone ? undefined : { now, endsAt: row.ends_at };
  if (taken) give(setCookie(sessionCookie(secure), token, secure, until));
}

/** A person's own sessions that were not ended, latest first; which of them ran out, the rules tell. */
export async function sessionsOf(db: Db, person: string, token: string | null): Promise<readonly OwnSession[]> {
  const mine = token ? hashOf(token) : null;
  const rows = await tables(db)
    .selectFrom('identity_sessions')
    .selectAll()
    .where('person_id', '=', person)
    .where('demonstration', '=', false)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    madeAt: row.made_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    agent: row.agent,
    shared: row.shared_phone,
    current: mine !== null && (row.token_hash === mine || row.former_hash === mine),
  }));
}

export interface Link {
  readonly id: string;
  readonly person: string;
  readonly name: Texts;
  readonly language: LanguageCode;
  readonly demonstration: boolean;
  readonly landing: string | null;
  /** Made by the program itself at its start: a new one comes from there. */
  readonly first: boolean;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly closedAt: Date | null;
  readonly way: LinkWay;
  /** Address to which we sent it. */
  readonly sentTo: string | null;
}

/** The sign-in link of a secret (token, or code without hyphens), whatever its state; null: we never made it. */
export async function findLink(db: Db, secret: string): Promise<Link | null> {
  const hash = hashOf(secret);
  const row = await linkRows(db)
    .where((is) => is.or([is('l.token_hash', '=', hash), is('l.code_hash', '=', hash)]))
    .executeTakeFirst();
  return row ? linkOf(row) : null;
}

/** A link by its id, for those who may take it back. */
export async function findLinkById(db: Db, id: string): Promise<Link | null> {
  const row = await linkRows(db).where('l.id', '=', id).executeTakeFirst();
  return row ? linkOf(row) : null;
}

/** Sign-in links of a person that were made and not yet used, latest first. */
export async function unusedLinks(db: Db, person: string): Promise<readonly Link[]> {
  const rows = await linkRows(db)
    .where('l.person_id', '=', person)
    .where('l.used_at', 'is', null)
    .orderBy('l.made_at', 'desc')
    .execute();
  return rows.map(linkOf);
}

const linkRows = (db: Db) =>
  tables(db)
    .selectFrom('identity_links as l')
    .innerJoin('identity_people as p', 'p.id', 'l.person_id')
    .leftJoin('identity_closures as c', 'c.person_id', 'l.person_id')
    .select(['l.id', 'l.person_id', 'l.landing', 'l.made_at', 'l.made_by', 'l.expires_at', 'l.used_at'])
    .select(['l.way', 'l.sent_to', 'l.withdrawn_at', 'p.name', 'p.language', 'p.demonstration', 'c.closed_at']);

const linkOf = (row: Awaited<ReturnType<ReturnType<typeof linkRows>['execute']>>[number]): Link => ({
  id: row.id,
  person: row.person_id,
  name: row.name,
  language: row.language,
  demonstration: row.demonstration,
  landing: row.landing,
  first: row.made_by === null && row.landing === null && row.way === 'handed',
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
  withdrawnAt: row.withdrawn_at,
  closedAt: row.closed_at,
  way: row.way,
  sentTo: row.sent_to,
});
