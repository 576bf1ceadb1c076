import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person as fake, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { Lang } from '#core/i18n/lang.ts';
import { day } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { makeAskedLink } from '../letters/commands.ts';
import { peopleCommands } from '../people/commands.ts';
import { findPerson } from '../people/queries.ts';
import type { IdentityNeeds } from '../schema.ts';
import { makeLink, signIn } from '../sessions/commands.ts';
import { askEmail, confirmEmail, correctOwn, correctPerson, erasureCommands } from './commands.ts';
import { ERASED_NAME } from './rules.ts';

const roles = ['secretary', 'coordinator', 'operator'];
const needs = {
  bodyNames: async () => new Map(),
  roles: () => roles.map((role) => ({ role, name: '', may: '', ofBody: false })),
  lang: (code: 'az' | 'en' | 'ru') => new Lang(code, SENTENCES[code]),
} as unknown as IdentityNeeds;
const { addPerson, grantRole } = peopleCommands(needs);
const { eraseOwn, erasePerson } = erasureCommands({});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const said = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.message.key);

/** A real person of this forum, and the actor they are. */
async function somebody(on: Stage, role = 'secretary', email: string | null = null) {
  const of = { name: { az: 'Rəna' }, language: 'az' as const, email, phone: '+994 50 123 45 67' };
  const { person } = value(await asSystem(on)(addPerson, { ...of, role, body: null, from: on.today, to: null }));
  const actor: Actor = { kind: 'person', id: person, name: 'Rəna', roles: [{ role, forum: on.forum.id, body: null }] };
  return { person, actor };
}
const counted = async (scratch: Scratch, table: string, person: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
    where person_id = ${person}`.execute(scratch.db);
  return rows[0]!.n;
};
const paper = { ref: '14/2', day: day('2026-11-20') };

both('the own data', (scratch) => {
  it('are corrected at once, each field with its row, and say nothing in the public record', async () => {
    const on = await stage(scratch);
    const { person, actor } = await somebody(on);
    const before = (await on.entries()).length;
    value(await on.as(actor)(correctOwn, { name: 'Rəna Quliyeva', language: 'az', phone: null }));
    expect(await findPerson(scratch.db, person)).toMatchObject({ name: { az: 'Rəna Quliyeva' }, phone: null });
    expect(await counted(scratch, 'identity_corrections', person)).toBe(2);
    expect((await on.entries()).length).toBe(before);
    expect(said(await on.as({ kind: 'nobody' })(correctOwn, { name: 'x', language: 'az', phone: null }))).toBe(
      'identity.refused.sign_in_first',
    );
  });

  it('get another e-mail address only by a press behind the link of the letter, once, within a day', async () => {
    const on = await stage(scratch);
    const { person, actor } = await somebody(on, 'secretary', 'old@example.az');
    const email = async () => (await findPerson(scratch.db, person))!.email;
    const ask = async (to: string | null) => value(await on.as(actor)(askEmail, { email: to })).token!;
    const first = await ask('first@example.az');
    const token = await ask('new@example.az');
    expect(await email()).toBe('old@example.az');
    const press = (secret: string) => on.as({ kind: 'nobody' })(confirmEmail, { secret });
    expect(said(await press(first))).toBe('identity.personal.email_over');
    expect(said(await press(token))).toBe('ok');
    expect(await email()).toBe('new@example.az');
    expect(said(await press(token))).toBe('identity.personal.email_over');
    const late = await ask('late@example.az');
    on.now = new Date(on.now.getTime() + 25 * 3_600_000);
    expect(said(await press(late))).toBe('identity.personal.email_over');
    await ask(null);
    expect(await email()).toBeNull();
  });

  it('leave nothing behind that opens: letters to the former address and changes that waited are over', async () => {
    const on = await stage(scratch);
    const { person, actor } = await somebody(on, 'secretary', 'old@example.az');
    const nobody = on.as({ kind: 'nobody' });
    const came = { shared: false, agent: 'Firefox', replaces: null };
    const enter = async (secret: string) => said(await nobody(signIn, { secret, ...came }));
    const sent = async () => value(await asSystem(on)(makeAskedLink, { person })).token;
    const ask = async (to: string | null) => value(await on.as(actor)(askEmail, { email: to })).token!;
    const [letter, change] = [await sent(), await ask('new@example.az')];
    expect(said(await nobody(confirmEmail, { secret: change }))).toBe('ok');
    expect(await enter(letter)).toBe('identity.refused.letter_over');
    // What was handed over on paper went to no address.
    const printed = value(await asSystem(on)(makeLink, { person, send: false })).token;
    const waiting = await ask('thief@example.az');
    const corrected = { person, name: 'Rəna', language: 'az' as const, phone: null, email: 'third@example.az', paper };
    const coordinator = fake(on.forum.id, 'coordinator');
    expect(said(await on.as(coordinator)(correctPerson, corrected))).toBe('ok');
    expect(said(await nobody(confirmEmail, { secret: waiting }))).toBe('identity.personal.email_over');
    expect((await findPerson(scratch.db, person))?.email).toBe('third@example.az');
    expect(await enter(printed)).toBe('ok');
    const last = await sent();
    await ask(null);
    expect(await enter(last)).toBe('identity.refused.letter_over');
  });

  it('cannot take the address of somebody else of the forum, and only its owner is told', async () => {
    const on = await stage(scratch);
    await somebody(on, 'secretary', 'taken@example.az');
    const { actor } = await somebody(on);
    const { token } = value(await on.as(actor)(askEmail, { email: 'Taken@example.az' }));
    expect(said(await on.as(actor)(confirmEmail, { secret: token! }))).toBe('identity.field.email_taken');
  });
});

both('erasure', (scratch) => {
  it('takes name, contacts and every way in, keeps the role in the record, and cannot be undone', async () => {
    const on = await stage(scratch);
    const { person, actor } = await somebody(on, 'secretary', 'rena@example.az');
    const { token } = value(await asSystem(on)(makeLink, { person, send: false }));
    value(
      await on.as({ kind: 'nobody' })(signIn, {
        secret: token,
        shared: false,
        agent: 'Firefox',
        replaces: null,
      } as never),
    );
    const forgotten: string[] = [];
    const marks = { of: async () => [], forget: async (_db: unknown, id: string) => void forgotten.push(id) };
    value(await on.as(actor)(erasureCommands({ marks }).eraseOwn, {}));
    expect(forgotten).toEqual([person]);
    const left = await findPerson(scratch.db, person);
    expect(left).toMatchObject({ name: ERASED_NAME, email: null, phone: null });
    expect(left!.closedAt).not.toBeNull();
    for (const table of ['identity_links', 'identity_sessions', 'identity_email_changes'])
      expect(await counted(scratch, table, person), table).toBe(0);
    expect(await counted(scratch, 'identity_roles', person)).toBe(1);
    expect(said(await asSystem(on)(erasePerson, { person, paper }))).toBe('identity.personal.erased_already');
  });

  it('leaves the person’s number in no table but those of the record and of what was done about them', async () => {
    const on = await stage(scratch);
    const { person, actor } = await somebody(on, 'secretary', 'rena@example.az');
    const [at, hash] = [on.now, (letter: string) => letter.repeat(43)];
    await sql`insert into identity_outsides (id, person_id, issuer, subject, made_at)
      values (${person}, ${person}, 'https://id.example.az', '7', ${at})`.execute(scratch.db);
    await sql`insert into identity_errands (id, token_hash, state, nonce, verifier, person_id, language, made_at, expires_at)
      values (${person}, ${hash('e')}, 's', 'n', 'v', ${person}, 'az', ${at}, ${at})`.execute(scratch.db);
    await sql`insert into identity_challenges (id, challenge_hash, person_id, made_at, expires_at)
      values (${person}, ${hash('c')}, ${person}, ${at}, ${at})`.execute(scratch.db);
    await sql`insert into identity_thresholds (id, token_hash, person_id, made_at, expires_at, tries, shared_phone)
      values (${person}, ${hash('t')}, ${person}, ${at}, ${at}, 0, false)`.execute(scratch.db);
    value(await asSystem(on)(makeLink, { person, send: false }));
    value(await on.as(actor)(askEmail, { email: 'new@example.az' }));
    const tables = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'person_id'`.execute(scratch.db);
    expect(tables.rows.length).toBeGreaterThan(15);
    const holding = async () => {
      const found: string[] = [];
      for (const { name } of tables.rows) if ((await counted(scratch, name, person)) > 0) found.push(name);
      return found.toSorted();
    };
    expect(await holding()).toEqual(
      expect.arrayContaining(['identity_errands', 'identity_outsides', 'identity_links']),
    );
    value(await on.as(actor)(eraseOwn, {}));
    expect(await holding()).toEqual(['identity_closures', 'identity_erasures', 'identity_roles']);
  });

  it('of two coordinators at the same moment is done for one: a forum is never left alone', async () => {
    const on = await stage(scratch);
    const both = [await somebody(on, 'coordinator'), await somebody(on, 'coordinator')];
    const erased = await Promise.all(both.map(({ actor }) => on.as(actor)(eraseOwn, {})));
    expect(erased.map(said).toSorted()).toEqual(['identity.personal.needed', 'ok']);
  });

  it('is refused to the last coordinator until somebody else can answer for the record', async () => {
    const on = await stage(scratch);
    const { actor } = await somebody(on, 'coordinator');
    expect(said(await on.as(actor)(eraseOwn, {}))).toBe('identity.personal.needed');
    const other = await somebody(on, 'secretary');
    value(
      await asSystem(on)(grantRole, {
        person: other.person,
        role: 'coordinator',
        body: null,
        from: on.today,
        to: null,
      }),
    );
    expect(said(await on.as(actor)(eraseOwn, {}))).toBe('ok');
  });
});

both('staff with a letter', (scratch) => {
  it('corrects and erases only people whose every role is of this forum: an address is a way in', async () => {
    const on = await stage(scratch);
    const { person } = await somebody(on);
    const coordinator = fake(on.forum.id, 'coordinator');
    const change = { person, name: 'Rəna Q.', language: 'ru' as const, phone: null, email: 'rena@example.az', paper };
    for (const stranger of [fake(on.forum.id, 'secretary'), fake('elsewhere', 'coordinator')])
      expect(said(await on.as(stranger)(correctPerson, change))).toBe('identity.refused.manage_people');
    expect(said(await on.as(coordinator)(correctPerson, change))).toBe('ok');
    expect(await findPerson(scratch.db, person)).toMatchObject({ name: { ru: 'Rəna Q.' }, email: 'rena@example.az' });
    const { rows } = await sql`select distinct paper_ref, paper_day from identity_corrections`.execute(scratch.db);
    expect(rows).toEqual([{ paper_ref: '14/2', paper_day: '2026-11-20' }]);
    value(await asSystem(on)(grantRole, { person, role: 'operator', body: null, from: on.today, to: null }));
    expect(said(await on.as(coordinator)(erasePerson, { person, paper }))).toBe('identity.refused.link_elsewhere');
    // The operator may, but never the last one.
    expect(said(await on.as(fake(null, 'operator'))(erasePerson, { person, paper }))).toBe(
      'identity.personal.needed_other',
    );
    expect(REFERENCE).not.toBe(on.forum.id);
  });
});
