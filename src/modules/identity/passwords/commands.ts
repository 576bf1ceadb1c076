import * as v from 'valibot';
import { command, done, YES } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isPerson } from '../access.ts';
import { findPerson, peopleByEmail } from '../people/queries.ts';
import { BROWSER, enter } from '../sessions/entering/commands.ts';
import { OWN_TOKEN, ownSession, renewOwn } from '../sessions/renewal/commands.ts';
import { passwordOf } from './queries.ts';
import { justCame, USER_NAME } from './rules.ts';
import type { PasswordTables } from './schema.ts';

const tables = (db: Db) => db.withTables<PasswordTables>();

const PHC = v.pipe(v.string(), v.startsWith('$argon2id$'), v.maxLength(200));

/**
 * Sets or changes the own password. It was hashed before, because that takes long; `seen` is the kept one that the
 * person proved to know, needed when they did not come in just now.
 */
export const setPassword = command({
  name: 'identity.set_password',
  input: v.object({
    session: OWN_TOKEN,
    phc: PHC,
    seen: v.nullable(PHC),
    userName: v.nullable(v.pipe(v.string(), v.regex(USER_NAME))),
  }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    if (!own.ok) return own;
    const { person } = own.value;
    const before = await passwordOf(ctx.db, person);
    if (before && !justCame(own.value, ctx.now) && input.seen !== before.phc) return wrong('current', 'wrong_current');
    const named = await nameToUse(ctx.db, person, input.userName);
    if (named) return named;
    const row = { user_name: input.userName, phc: input.phc, set_at: ctx.now };
    await tables(ctx.db)
      .insertInto('identity_passwords')
      .values({ person_id: person, ...row })
      .onConflict((key) => key.column('person_id').doUpdateSet(row))
      .execute();
    return done(await renewOwn(ctx, own.value), null);
  },
});

/** What is wrong with the name by which the person will sign in; null: nothing. */
async function nameToUse(db: Db, person: string, userName: string | null) {
  if (userName === null) {
    const email = (await findPerson(db, person))?.email;
    const alone = email ? (await peopleByEmail(db, email)).length === 1 : false;
    return alone ? null : wrong('user_name', email ? 'email_shared' : 'name_needed');
  }
  const other = await tables(db)
    .selectFrom('identity_passwords')
    .select('person_id')
    .where('user_name', '=', userName)
    .where('person_id', '<>', person)
    .executeTakeFirst();
  return other ? wrong('user_name', 'name_taken') : null;
}

function wrong(field: string, what: 'wrong_current' | 'email_shared' | 'name_needed' | 'name_taken') {
  const why = message(`identity.password.${what}`);
  return refuse('bad_input', why, [{ field, message: why }]);
}

/** Takes the own password away: the other ways in stay. */
export const removePassword = command({
  name: 'identity.remove_password',
  input: v.object({ session: OWN_TOKEN }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const own = await ownSession(ctx, input.session);
    if (!own.ok) return own;
    await tables(ctx.db).deleteFrom('identity_passwords').where('person_id', '=', own.value.person).execute();
    return done(await renewOwn(ctx, own.value), null);
  },
});

/**
 * Lets in who proved to know a password. The proof happened before, outside of any transaction: `phc` is the kept
 * password with which theirs was compared, and it must still be the one.
 */
export const enterByPassword = command({
  name: 'identity.enter_by_password',
  input: v.object({ person: v.pipe(v.string(), v.uuid()), phc: PHC, ...BROWSER }),
  access: () => YES,
  run: async (ctx, input) => {
    const [person, held] = [await findPerson(ctx.db, input.person), await passwordOf(ctx.db, input.person)];
    if (!person || person.closedAt || held?.phc !== input.phc)
      return refuse('bad_input', message('identity.password.no_match'));
    return done(await enter(ctx, { ...input, person: person.id, landing: null, alone: false }), null);
  },
});
