import * as v from 'valibot';
import { type Command, type Ctx, command, done } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import { isOperator, mayChangeRole, mayCloseAccounts } from '../access.ts';
import type { IdentityNeeds, IdentityTables, Person, RoleHeld } from '../schema.ts';
import { makeStale } from '../sessions/renewal/commands.ts';
import type { RoleAsked } from './forms.ts';
import { emailTaken, findPerson, findPersonOf, findRole, holdings } from './queries.ts';
import { EMAIL_MAX, forumOfRole, isGiven, leavesNobody, NAME_MAX, PHONE_MAX, roleState } from './rules.ts';

const tables = (db: Db) => db.withTables<IdentityTables>();
const by = (ctx: Ctx): string | null => (ctx.actor.kind === 'person' ? ctx.actor.id : null);

const id = v.pipe(v.string(), v.uuid());
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(NAME_MAX));
const day = v.custom<PlainDate>((text) => typeof text === 'string' && plainDate(text) !== null);
const ROLE = {
  role: v.pipe(v.string(), v.regex(/^[a-z][a-z_]{1,39}$/)),
  body: v.nullable(id),
  from: day,
  to: v.nullable(day),
};
const PERSON = {
  name: v.pipe(
    v.object({ az: v.exactOptional(name), en: v.exactOptional(name), ru: v.exactOptional(name) }),
    v.check((texts) => Object.keys(texts).length > 0, 'a name in one language at least'),
  ),
  language: v.picklist(LANGUAGES),
  email: v.nullable(v.pipe(v.string(), v.maxLength(EMAIL_MAX))),
  phone: v.nullable(v.pipe(v.string(), v.maxLength(PHONE_MAX))),
};
export interface NewPerson extends RoleAsked, Pick<Person, 'language' | 'email' | 'phone'> {
  readonly name: Texts;
}
interface Given extends RoleAsked {
  readonly person: string;
}

/** A person with the first role: whoever is nobody's in no forum is not written down. */
const addPerson = (needs: IdentityNeeds): Command<NewPerson, { person: string; role: string }> =>
  command({
    name: 'identity.add_person',
    input: v.object({ ...PERSON, ...ROLE }),
    access: (ctx, input) => mayChangeRole(ctx.actor, ctx.forum, input.role),
    run: async (ctx, input) => {
      const fault = await whyNotWritten(needs, ctx, input);
      if (fault) return fault;
      const person = uuidv7(ctx.now);
      await writePerson(ctx, person, input);
      return givenHere(needs, ctx, { ...input, person });
    },
  });

export type PersonFacts = Omit<NewPerson, keyof RoleAsked>;

/** Why this person cannot be written down here; null: nothing is against it. */
export async function whyNotWritten(
  needs: IdentityNeeds,
  ctx: Ctx,
  { email }: Pick<PersonFacts, 'email'>,
): Promise<Result<never> | null> {
  if (needs.mayStorePeople && !(await needs.mayStorePeople(ctx.db, ctx.forum)))
    return refuse('forbidden', message('identity.refused.duties'));
  if (!email || !(await emailTaken(ctx.db, ctx.forum.id, email))) return null;
  const taken = message('identity.field.email_taken');
  return refuse('conflict', taken, [{ field: 'email', message: taken }]);
}

export const writePerson = (ctx: Ctx, person: string, of: PersonFacts) =>
  tables(ctx.db)
    .insertInto('identity_people')
    .values({
      id: person,
      name: json(of.name),
      language: of.language,
      email: of.email,
      phone: of.phone,
      demonstration: ctx.forum.demonstration,
      created_at: ctx.now,
      created_by: by(ctx),
    })
    .execute();

/** One more role for a person of this forum. */
const grantRole = (needs: IdentityNeeds): Command<Given, { person: string; role: string }> =>
  command({
    name: 'identity.grant_role',
    input: v.object({ person: id, ...ROLE }),
    access: (ctx, input) => mayChangeRole(ctx.actor, ctx.forum, input.role),
    run: async (ctx, input) => {
      const person = isOperator(ctx.actor)
        ? await findPerson(ctx.db, input.person)
        : await findPersonOf(ctx.db, ctx.forum.id, input.person);
      // Made-up people and real ones never meet in one forum.
      if (!person || person.demonstration !== ctx.forum.demonstration)
        return refuse('not_found', message('identity.refused.no_person'));
      if (person.closedAt) return refuse('conflict', message('identity.refused.closed'));
      return givenHere(needs, ctx, input);
    },
  });

/** A role given on the page of a person: none that follows from something else. */
async function givenHere(needs: IdentityNeeds, ctx: Ctx, given: Given) {
  if ((await needs.derived?.roles(ctx.db, ctx.forum, ctx.today))?.includes(given.role))
    return wrong('role', message('identity.refused.derived_role'));
  await holdPerson(ctx, given.person);
  const lawful = await judgeRole(needs, ctx, given);
  if (!lawful.ok) return lawful;
  const role = await writeRole(ctx, given);
  return done({ person: given.person, role }, { kind: 'identity.role_granted', ...factsOf(role, given) });
}

/** Given twice at the same moment a role would outlast its end: one deed on a person's roles goes after the other. */
export const holdPerson = (ctx: Ctx, person: string) =>
  tables(ctx.db).selectFrom('identity_people').select('id').where('id', '=', person).forUpdate().execute();

export async function writeRole(ctx: Ctx, given: Given): Promise<string> {
  const role = uuidv7(ctx.now);
  await tables(ctx.db)
    .insertInto('identity_roles')
    .values({
      forum_id: forumOfRole(given.role, ctx.forum),
      id: role,
      person_id: given.person,
      role: given.role,
      body_id: given.body,
      from_day: given.from,
      to_day: given.to,
      granted_at: ctx.now,
      granted_by: by(ctx),
    })
    .execute();
  await makeStale(ctx, given.person);
  return role;
}

/** The public record says which role was given for which body, never to whom. */
const factsOf = (role: string, of: Pick<Given, 'role' | 'body'>) => ({
  object: { type: 'role', id: role, path: null },
  bodies: of.body ? [of.body] : [],
  params: { role: of.role },
});

async function judgeRole(needs: IdentityNeeds, ctx: Ctx, given: Given): Promise<Result<null>> {
  const declared = needs.roles().find((one) => one.role === given.role);
  if (!declared || !isGiven(declared)) return wrong('role', message('identity.field.role_missing'));
  if (declared.ofBody !== (given.body !== null)) return wrong('body', message('identity.field.body_missing'));
  if (given.body && !(await needs.bodyNames(ctx.db, ctx.forum, [given.body], needs.lang(ctx.lang))).has(given.body))
    return wrong('body', message('identity.field.body_missing'));
  if (given.to && given.to < given.from) return wrong('to', message('identity.field.to_before_from'));
  const same = await tables(ctx.db)
    .selectFrom('identity_roles as r')
    .leftJoin('identity_role_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'r.forum_id').onRef('e.role_id', '=', 'r.id'),
    )
    .where('r.forum_id', '=', forumOfRole(given.role, ctx.forum))
    .where('r.person_id', '=', given.person)
    .where('r.role', '=', given.role)
    .where((is) => (given.body ? is('r.body_id', '=', given.body) : is('r.body_id', 'is', null)))
    .select(['r.from_day as from', 'r.to_day as to', 'e.ended_at as endedAt'])
    .execute();
  const held = same.some((role) => ['held', 'future'].includes(roleState(role, ctx.today)));
  return held ? wrong('role', message('identity.refused.role_held'), 'conflict') : ok(null);
}

const wrong = (field: string, why: ReturnType<typeof message>, kind: 'bad_input' | 'conflict' = 'bad_input') =>
  refuse(kind, why, [{ field, message: why }]);

/** Holds the rows of those who must not all go (coordinators, operators): of two who would each leave a forum to the other, one goes after the other. */
export async function holdKeepers(db: Db, forums: readonly string[]): Promise<void> {
  if (forums.length === 0) return;
  await tables(db)
    .selectFrom('identity_roles')
    .select('id')
    .where('forum_id', 'in', forums)
    .where('role', 'in', ['coordinator', 'operator'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Ends a role at once. The last coordinator of a forum stays until there is another. */
const endRole = (needs: IdentityNeeds): Command<{ role: string }, { person: string }> =>
  command({
    name: 'identity.end_role',
    input: v.object({ role: id }),
    access: async (ctx, input) => {
      const role = await findRole(ctx.db, ctx.forum.id, input.role);
      // A role of the installation is the operator's to end, whichever it is.
      return mayChangeRole(ctx.actor, ctx.forum, role && role.forum !== ctx.forum.id ? 'operator' : (role?.role ?? ''));
    },
    run: async (ctx, input) => {
      const role = await findRole(ctx.db, ctx.forum.id, input.role);
      if (!role) return refuse('not_found', message('identity.refused.no_role'));
      if (['past', 'ended'].includes(roleState(role, ctx.today)))
        return refuse('conflict', message('identity.refused.role_over'));
      if (await needs.derived?.holds(ctx.db, ctx.forum, role.id))
        return refuse('conflict', message('identity.refused.derived_end'));
      await holdKeepers(ctx.db, [ctx.forum.id]);
      if (leavesNobody(role, await holdings(ctx.db, ctx.forum.id, 'coordinator'), ctx.today))
        return refuse('conflict', message('identity.refused.last_coordinator'));
      if (!(await writeEnd(ctx, role))) return refuse('conflict', message('identity.refused.role_over'));
      return done({ person: role.person }, { kind: 'identity.role_ended', ...factsOf(role.id, role) });
    },
  });

/** Writes the end of a role, at once; false: it had one. */
export async function writeEnd(ctx: Ctx, role: RoleHeld & { readonly person: string }): Promise<boolean> {
  const ended = await tables(ctx.db)
    .insertInto('identity_role_ends')
    .values({ forum_id: role.forum, role_id: role.id, ended_at: ctx.now, ended_by: by(ctx) })
    .onConflict((key) => key.doNothing())
    .returning('role_id')
    .executeTakeFirst();
  if (ended) await makeStale(ctx, role.person);
  return ended !== undefined;
}

/** Closes an account for good: no link and no session opens it again. What was done under it stays in the record. */
const closePerson = command({
  name: 'identity.close_person',
  input: v.object({ person: id }),
  access: (ctx) => mayCloseAccounts(ctx.actor),
  run: async (ctx, input) => {
    const person = await findPerson(ctx.db, input.person);
    if (!person) return refuse('not_found', message('identity.refused.no_person'));
    if (person.id === by(ctx)) return refuse('conflict', message('identity.refused.close_self'));
    const closed = await tables(ctx.db)
      .insertInto('identity_closures')
      .values({ person_id: person.id, closed_at: ctx.now, closed_by: by(ctx) })
      .onConflict((key) => key.doNothing())
      .returning('person_id')
      .executeTakeFirst();
    return closed ? done(null, null) : refuse('conflict', message('identity.refused.closed'));
  },
});

/** The commands of this room with what they need of others. */
export const peopleCommands = (needs: IdentityNeeds) => ({
  addPerson: addPerson(needs),
  grantRole: grantRole(needs),
  endRole: endRole(needs),
  closePerson,
});
export type PeopleCommands = ReturnType<typeof peopleCommands>;

/**
 * Takes away the made-up people who hold no role any more, with their ways in: the last step of removing the
 * demonstration world, after the rows of its forum. The database refuses when something still speaks of them.
 */
export async function forgetMadeUpPeople(db: Db): Promise<void> {
  const gone = tables(db)
    .selectFrom('identity_people as p')
    .where('p.demonstration', '=', true)
    .where((is) =>
      is.not(is.exists(is.selectFrom('identity_roles as r').select('r.id').whereRef('r.person_id', '=', 'p.id'))),
    )
    .select('p.id');
  await tables(db).deleteFrom('identity_links').where('person_id', 'in', gone).execute();
  await tables(db).deleteFrom('identity_sessions').where('person_id', 'in', gone).execute();
  await tables(db).deleteFrom('identity_closures').where('person_id', 'in', gone).execute();
  await tables(db).deleteFrom('identity_people').where('id', 'in', gone).execute();
}
