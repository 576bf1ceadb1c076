import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { REFERENCE } from '#core/forum.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { IdentityTables, Secret } from '../schema.ts';
import { writeLink } from '../sessions/commands.ts';
import { firstPerson, somebodyCameIn } from './queries.ts';

export interface FirstAsked {
  readonly now: Date;
  readonly today: PlainDate;
  /** In which language the first coordinator is written to. */
  readonly language: LanguageCode;
  /** "First coordinator", until they change it. */
  readonly name: Texts;
  /** Also when somebody came in before: the operator asks for it in the shell because every way in was lost. */
  readonly again?: boolean;
}

/** `path` leads to the page where a press signs in: "/az/sign-in/<token>". */
export type FirstLink = Secret & { readonly path: string };

/**
 * The one-time link of the first coordinator, who also runs the installation: printed at every start until somebody
 * came in by one. null: somebody did. Runs in a transaction; several processes may start at once.
 */
export async function firstLink(db: Db, asked: FirstAsked): Promise<FirstLink | null> {
  await sql`select pg_advisory_xact_lock(7302101)`.execute(db);
  if (!asked.again && (await somebodyCameIn(db))) return null;
  const person = (await firstPerson(db)) ?? (await makeFirstPerson(db, asked));
  const secret = await writeLink(db, asked.now, { person, landing: null, by: null, way: 'handed', sentTo: null });
  return { ...secret, path: `/${asked.language}/sign-in/${secret.token}` };
}

async function makeFirstPerson(db: Db, { now, today, language, name }: FirstAsked): Promise<string> {
  const tables = db.withTables<IdentityTables>();
  const person = uuidv7(now);
  await tables
    .insertInto('identity_people')
    .values({
      id: person,
      name: json(name),
      language,
      email: null,
      phone: null,
      demonstration: false,
      created_at: now,
      created_by: null,
    })
    .execute();
  for (const role of ['operator', 'coordinator']) {
    await tables
      .insertInto('identity_roles')
      .values({
        forum_id: REFERENCE,
        id: uuidv7(now),
        person_id: person,
        role,
        body_id: null,
        from_day: today,
        to_day: null,
        granted_at: now,
        granted_by: null,
      })
      .execute();
  }
  return person;
}
