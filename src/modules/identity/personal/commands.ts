import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Ctx, command, done, YES } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Refusal, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { paperShape, personOf } from '#core/way.ts';
import { isPerson, mayMakeLink } from '../access.ts';
import { holdKeepers } from '../people/commands.ts';
import { findPerson, rolesOfPerson } from '../people/queries.ts';
import { EMAIL_MAX, NAME_MAX, PHONE_MAX } from '../people/rules.ts';
import type { IdentityNeeds, Person } from '../schema.ts';
import { hashOf } from '../sessions/queries.ts';
import { eraseAll } from './erasing/commands.ts';
import { emailTakenFor, findEmailChange, neededIn } from './queries.ts';
import { confirmEnds } from './rules.ts';
import type { Field, Letter, PersonalTables } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<PersonalTables>();
const id = v.pipe(v.string(), v.uuid());
const letter = v.omit(paperShape, ['scan']);
const email = v.nullable(v.pipe(v.string(), v.minLength(3), v.maxLength(EMAIL_MAX)));
const WORDS = {
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(NAME_MAX)),
  language: v.picklist(LANGUAGES),
  phone: v.nullable(v.pipe(v.string(), v.maxLength(PHONE_MAX))),
};

/** The person themself, when it is a real one: who only looks through made-up eyes changes nothing of them. */
async function own(ctx: Ctx): Promise<Person | Refusal> {
  const me = ctx.actor.kind === 'person' ? await findPerson(ctx.db, ctx.actor.id) : null;
  if (!me) return { kind: 'sign_in', message: message('identity.refused.sign_in_first') };
  return me.demonstration ? { kind: 'conflict', message: message('identity.personal.made_up') } : me;
}

/** Corrects the own name, telephone, and the language in which we write. An e-mail address has its own way. */
export const correctOwn = command({
  name: 'identity.correct_own',
  input: v.object(WORDS),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const me = await own(ctx);
    if ('kind' in me) return { ok: false, refusal: me };
    await writeChanges(ctx, me, { ...input, email: me.email }, null);
    return done(null, null);
  },
});

/** Writes what is new, and one row for each field that was corrected. */
async function writeChanges(
  ctx: Ctx,
  person: Person,
  to: { name: string; language: Person['language']; phone: string | null; email: string | null },
  paper: Letter | null,
): Promise<void> {
  const name = { [to.language]: to.name };
  const changed: readonly (readonly [Field, boolean])[] = [
    ['name', JSON.stringify(name) !== JSON.stringify(person.name)],
    ['language', to.language !== person.language],
    ['phone', to.phone !== person.phone],
    ['email', to.email !== person.email],
  ];
  const fields = changed.flatMap(([field, is]) => (is ? [field] : []));
  if (fields.length === 0) return;
  await tables(ctx)
    .updateTable('identity_people')
    .set({ language: to.language, phone: to.phone, email: to.email, name: json<Texts>(name) })
    .where('id', '=', person.id)
    .execute();
  if (to.email !== person.email) await leaveAddress(ctx, person.id);
  await noteCorrections(ctx, person.id, fields, paper);
}

/** An address counts no more: links that went to it open nothing, and no other one waits to be confirmed. */
async function leaveAddress(ctx: Ctx, person: string): Promise<void> {
  await tables(ctx)
    .updateTable('identity_links')
    .set({ expires_at: ctx.now })
    .where('person_id', '=', person)
    .where('sent_to', 'is not', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .execute();
  await tables(ctx).deleteFrom('identity_email_changes').where('person_id', '=', person).execute();
}

async function noteCorrections(
  ctx: Ctx,
  person: string,
  fields: readonly Field[],
  paper: Letter | null,
): Promise<void> {
  const me = personOf(ctx.actor);
  await tables(ctx)
    .insertInto('identity_corrections')
    .values(
      fields.map((field) => ({
        ...{ id: uuidv7(ctx.now), person_id: person, field, corrected_at: ctx.now },
        ...{ corrected_by: me === person ? null : me, paper_ref: paper?.ref ?? null, paper_day: paper?.day ?? null },
      })),
    )
    .execute();
}

/** The secret of the link that confirms; null: nothing to confirm. */
export interface EmailAsked {
  readonly token: string | null;
  readonly person: Person;
}

/**
 * Asks for another own e-mail address: it counts once the link in a letter to it was pressed. null takes the present
 * one away at once. Whether somebody else has it is said only to who can read its letters.
 */
export const askEmail = command({
  name: 'identity.ask_email',
  input: v.object({ email }),
  access: (ctx) => isPerson(ctx.actor),
  run: async (ctx, input) => {
    const me = await own(ctx);
    if ('kind' in me) return { ok: false, refusal: me };
    await tables(ctx).deleteFrom('identity_email_changes').where('person_id', '=', me.id).execute();
    if (input.email === null) {
      if (me.email === null) return done<EmailAsked>({ token: null, person: me }, null);
      await tables(ctx).updateTable('identity_people').set({ email: null }).where('id', '=', me.id).execute();
      await leaveAddress(ctx, me.id);
      await noteCorrections(ctx, me.id, ['email'], null);
      return done<EmailAsked>({ token: null, person: me }, null);
    }
    const token = randomBytes(32).toString('base64url');
    await tables(ctx)
      .insertInto('identity_email_changes')
      .values({
        ...{ id: uuidv7(ctx.now), person_id: me.id, email: input.email, token_hash: hashOf(token) },
        ...{ made_at: ctx.now, expires_at: confirmEnds(ctx.now) },
      })
      .execute();
    return done<EmailAsked>({ token, person: me }, null);
  },
});

/** Whose address counts now, and which one did before: it is told that it no longer does. */
export interface EmailConfirmed {
  readonly person: Person;
  readonly former: string | null;
}

/** The press behind the link in the letter: the secret is the permission. Two presses at once: one deletes the row. */
export const confirmEmail = command({
  name: 'identity.confirm_email',
  input: v.object({ secret: v.pipe(v.string(), v.maxLength(100)) }),
  access: () => YES,
  run: async (ctx, input) => {
    const change = await findEmailChange(ctx.db, input.secret, ctx.now);
    const gone = change
      ? await tables(ctx).deleteFrom('identity_email_changes').where('id', '=', change.id).returning('id').execute()
      : [];
    const person = change && gone.length > 0 ? await findPerson(ctx.db, change.person) : null;
    if (!change || !person || person.closedAt) return refuse('gone', message('identity.personal.email_over'));
    if (await emailTakenFor(ctx.db, person.id, change.email))
      return refuse('conflict', message('identity.field.email_taken'));
    await tables(ctx).updateTable('identity_people').set({ email: change.email }).where('id', '=', person.id).execute();
    await leaveAddress(ctx, person.id);
    await noteCorrections(ctx, person.id, ['email'], null);
    return done<EmailConfirmed>({ person, former: person.email }, null);
  },
});

/**
 * Staff corrects what a person asked for in a letter. An e-mail address is a way in, so the border is that of making
 * sign-in links: only people whose every role is of this forum, else the operator.
 */
export const correctPerson = command({
  name: 'identity.correct_person',
  input: v.object({ person: id, ...WORDS, email, paper: letter }),
  access: async (ctx, input) => mayMakeLink(ctx.actor, ctx.forum, await rolesOfPerson(ctx.db, input.person)),
  run: async (ctx, input) => {
    const person = await findPerson(ctx.db, input.person);
    if (!person) return refuse('not_found', message('identity.refused.no_person'));
    if (person.demonstration) return refuse('conflict', message('identity.personal.made_up'));
    if (person.closedAt) return refuse('conflict', message('identity.refused.closed'));
    if (input.email && (await emailTakenFor(ctx.db, person.id, input.email))) {
      const taken = message('identity.field.email_taken');
      return refuse('conflict', taken, [{ field: 'email', message: taken }]);
    }
    await writeChanges(ctx, person, input, input.paper);
    return done(null, null);
  },
});

/** Erasure by oneself and by staff; `needs` says what rooms above forget with it. */
export function erasureCommands(needs: Pick<IdentityNeeds, 'marks'>) {
  /** Closes the own account and erases name, e-mail, telephone and ways in; refused while a forum would be left alone. */
  const eraseOwn = command({
    name: 'identity.erase_own',
    input: v.object({}),
    access: (ctx) => isPerson(ctx.actor),
    run: async (ctx) => {
      const me = await own(ctx);
      if ('kind' in me) return { ok: false, refusal: me };
      const roles = await rolesOfPerson(ctx.db, me.id);
      await holdKeepers(
        ctx.db,
        roles.map(({ forum }) => forum),
      );
      const needed = await neededIn(ctx.db, me.id, ctx.today);
      if (needed.length > 0) return refuse('conflict', message('identity.personal.needed'));
      await eraseAll(ctx, me.id, null);
      await needs.marks?.forget(ctx.db, me.id);
      return done(null, null);
    },
  });

  /** Staff erases what a person asked for in a letter; the same border, the same law. */
  const erasePerson = command({
    name: 'identity.erase_person',
    input: v.object({ person: id, paper: letter }),
    access: async (ctx, input) => mayMakeLink(ctx.actor, ctx.forum, await rolesOfPerson(ctx.db, input.person)),
    run: async (ctx, input) => {
      const person = await findPerson(ctx.db, input.person);
      if (!person) return refuse('not_found', message('identity.refused.no_person'));
      if (person.demonstration) return refuse('conflict', message('identity.personal.made_up'));
      const roles = await rolesOfPerson(ctx.db, person.id);
      await holdKeepers(
        ctx.db,
        roles.map(({ forum }) => forum),
      );
      const needed = await neededIn(ctx.db, person.id, ctx.today);
      if (needed.length > 0) return refuse('conflict', message('identity.personal.needed_other'));
      if (!(await eraseAll(ctx, person.id, input.paper)))
        return refuse('conflict', message('identity.personal.erased_already'));
      await needs.marks?.forget(ctx.db, person.id);
      return done(null, null);
    },
  });
  return { eraseOwn, erasePerson };
}
