import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { assistedOf } from '../assisted/queries.ts';
import type { AuthenticatorTables } from '../authenticators/schema.ts';
import type { PasskeyTables } from '../passkeys/schema.ts';
import type { PasswordTables } from '../passwords/schema.ts';
import { emailTaken, findPerson, holdings, rolesOfPerson } from '../people/queries.ts';
import { roleState } from '../people/rules.ts';
import type { OutsideTables } from '../providers/schema.ts';
import { hashOf } from '../sessions/queries.ts';
import { indispensable } from './rules.ts';
import type { PersonalTables } from './schema.ts';

const tables = (db: Db) => db.withTables<PersonalTables>();

/** Everything this room holds about a person, also what ended. */
export async function heldAbout(db: Db, person: string) {
  const of = { db, person };
  return {
    person: await findPerson(db, person),
    roles: await rolesOfPerson(db, person),
    sessions: await sessionsHeld(of),
    links: await linksHeld(of),
    ways: await waysHeld(of),
    deeds: await deedsHeld(of),
    assisted: await assistedOf(db, person),
    corrections: await tables(db)
      .selectFrom('identity_corrections')
      .where('person_id', '=', person)
      .select(['field', 'corrected_at', 'corrected_by', 'paper_ref', 'paper_day'])
      .orderBy('corrected_at', 'desc')
      .execute(),
    emailChanges: await tables(db)
      .selectFrom('identity_email_changes')
      .where('person_id', '=', person)
      .select(['email', 'made_at', 'expires_at'])
      .orderBy('made_at', 'desc')
      .execute(),
  };
}

interface Of {
  readonly db: Db;
  readonly person: string;
}

const sessionsHeld = ({ db, person }: Of) =>
  tables(db)
    .selectFrom('identity_sessions')
    .where('person_id', '=', person)
    .select(['agent', 'shared_phone', 'made_at', 'seen_at', 'ends_at', 'ended_at'])
    .orderBy('made_at', 'desc')
    .execute();

/** Ways in that stand, by kind and day; secrets and keys are of use to nobody and stay where they are. */
async function waysHeld({ db, person }: Of) {
  const tables = db.withTables<PasswordTables & AuthenticatorTables & PasskeyTables & OutsideTables>();
  const passwords = await tables
    .selectFrom('identity_passwords')
    .where('person_id', '=', person)
    .select(['user_name', 'set_at'])
    .execute();
  const authenticators = await tables
    .selectFrom('identity_authenticators')
    .where('person_id', '=', person)
    .select(['made_at', 'confirmed_at', 'ended_at'])
    .execute();
  const passkeys = await tables
    .selectFrom('identity_passkeys')
    .where('person_id', '=', person)
    .select(['agent', 'made_at', 'used_at', 'ended_at'])
    .execute();
  const outsides = await tables
    .selectFrom('identity_outsides')
    .where('person_id', '=', person)
    .select(['issuer', 'subject', 'made_at'])
    .execute();
  return [
    ...outsides.map((row) => ({ kind: 'provider' as const, at: row.made_at, ...row })),
    ...passwords.map((row) => ({ kind: 'password' as const, at: row.set_at, ...row })),
    ...authenticators.map((row) => ({ kind: 'authenticator' as const, at: row.made_at, ...row })),
    ...passkeys.map((row) => ({ kind: 'passkey' as const, at: row.made_at, ...row })),
  ];
}

const linksHeld = ({ db, person }: Of) =>
  tables(db)
    .selectFrom('identity_links')
    .where('person_id', '=', person)
    .select(['made_at', 'expires_at', 'used_at'])
    .orderBy('made_at', 'desc')
    .execute();

const deedsHeld = ({ db, person }: Of) =>
  tables(db)
    .selectFrom('identity_deeds')
    .where('person_id', '=', person)
    .select(['forum_id', 'purpose', 'made_at', 'expires_at'])
    .orderBy('made_at', 'desc')
    .execute();

/** Forums (or the whole installation) that would be left without coordinator or operator if this person went. */
export async function neededIn(db: Db, person: string, today: PlainDate): Promise<readonly string[]> {
  const roles = (await rolesOfPerson(db, person)).filter((role) => roleState(role, today) === 'held');
  const needed: string[] = [];
  for (const { forum, role } of roles) {
    if (!['coordinator', 'operator'].includes(role)) continue;
    const others = (await holdings(db, forum, role)).filter((held) => held.person !== person);
    if (indispensable(others, today)) needed.push(forum);
  }
  return [...new Set(needed)];
}

/** Does somebody else of a forum of this person have the address already? */
export async function emailTakenFor(db: Db, person: string, email: string): Promise<boolean> {
  const own = await findPerson(db, person);
  if (own?.email?.toLowerCase() === email.toLowerCase()) return false;
  const forums = new Set((await rolesOfPerson(db, person)).map((role) => role.forum));
  for (const forum of forums) if (await emailTaken(db, forum, email)) return true;
  return false;
}

/** The open change of address behind the link in a letter; null: none, or its time is over. */
export async function findEmailChange(db: Db, secret: string, now: Date) {
  const row = await tables(db)
    .selectFrom('identity_email_changes')
    .where('token_hash', '=', hashOf(secret))
    .where('expires_at', '>', now)
    .select(['id', 'person_id as person', 'email'])
    .executeTakeFirst();
  return row ?? null;
}
