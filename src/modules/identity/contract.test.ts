import { expect, it } from 'vitest';
import { NOBODY } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person as fake, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Web } from '#core/http/route.ts';
import { Lang } from '#core/i18n/lang.ts';
import { passwordKeeper } from '#core/passwords/keeper.ts';
import { addDays } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../texts.gen.ts';
import type { IdentityNeeds } from './contract.ts';
import { actingFor, authenticate, derivedRoles, firstLink, forgetMadeUpPeople } from './contract.ts';
import { identityModule } from './module.ts';
import { peopleCommands } from './people/commands.ts';
import { loadPeople } from './samples.ts';
import { endSession, forgetSessions, lookAs, makeLink, signIn, signOut } from './sessions/commands.ts';

const BODY = '01900000-0000-7000-8000-0000000000b1';
const CELL = '01900000-0000-7000-8000-0000000000c1';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const needs: IdentityNeeds = {
  bodyOptions: async () => [{ id: BODY, name: 'District ExCom' }],
  bodyNames: async (_db, _forum, ids) => new Map(ids.filter((id) => id === BODY).map((id) => [id, 'District ExCom'])),
  roles: () => identityModule(needs).roles ?? [],
  deedKinds: () => [],
  forum: () => null,
  lang: (code) => new Lang(code, SENTENCES[code]),
  mailer: { send: async () => ({ ok: true, value: { id: '1', file: null } }) },
  secure: false,
  publicUrl: 'http://localhost:3000',
  passwords: passwordKeeper({ memory: 256, passes: 1, atOnce: 1, waiting: 5 }),
  passkeys: null,
  provider: null,
};
const { addPerson, grantRole, endRole, closePerson } = peopleCommands(needs);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const refusalOf = (result: Result<unknown>): string => (result.ok ? 'none' : result.refusal.message.key);

const somebody = (on: Stage, role = 'member', more: object = {}) => ({
  name: { az: 'Rəna Quliyeva' },
  language: 'az' as const,
  email: null,
  phone: null,
  role,
  body: ['member', 'executor', 'evaluator'].includes(role) ? BODY : null,
  from: on.today,
  to: null,
  ...more,
});
const add = async (on: Stage, role?: string, more?: object): Promise<{ person: string; role: string }> =>
  value(await asSystem(on)(addPerson, somebody(on, role, more)));

const later = (on: Stage, ms: number): void => {
  on.now = new Date(on.now.getTime() + ms);
};
const coming = { shared: false, agent: 'Firefox, Android', replaces: null };
const link = async (on: Stage, person: string) => value(await asSystem(on)(makeLink, { person, send: false }));
const enter = async (on: Stage, person: string, more: object = {}): Promise<string> =>
  value(await on.as(NOBODY)(signIn, { ...coming, secret: (await link(on, person)).token, ...more })).entered.token;

/** Who the browser with these cookies is. */
const who = async (on: Stage, db: Web['db'], cookies: string, forum: Forum = on.forum) =>
  authenticate(db, { now: on.now, forum, language: 'en', cookies, secure: false });

both('sign-in', (scratch) => {
  it('keeps no secret, only its hash', async () => {
    const on = await stage(scratch);
    const { person } = await add(on);
    const made = await link(on, person);
    const token = value(await on.as(NOBODY)(signIn, { ...coming, secret: made.token })).entered.token;
    const kept = JSON.stringify([
      await scratch.db.withTables<{ identity_links: object }>().selectFrom('identity_links').selectAll().execute(),
      await scratch.db
        .withTables<{ identity_sessions: object }>()
        .selectFrom('identity_sessions')
        .selectAll()
        .execute(),
    ]);
    expect(kept).toContain(person);
    for (const secret of [made.token, made.code, made.code.replaceAll('-', ''), token])
      expect(kept).not.toContain(secret);
  });

  it('opens once by link or by code, and says who came', async () => {
    const on = await stage(scratch);
    const { person } = await add(on);
    const made = await link(on, person);
    const secret = made.code.replaceAll('-', '');
    const token = value(await on.as(NOBODY)(signIn, { ...coming, secret })).entered.token;
    expect((await who(on, scratch.db, `x=1; ortaq=${token}`)).actor).toEqual({
      kind: 'person',
      id: person,
      name: 'Rəna Quliyeva',
      roles: [{ role: 'member', forum: on.forum.id, body: BODY }],
    });
    for (const again of [made.token, secret])
      expect(refusalOf(await on.as(NOBODY)(signIn, { ...coming, secret: again }))).toBe('identity.refused.link_used');
  });

  it('lets only one of two presses through', async () => {
    const on = await stage(scratch);
    const { person } = await add(on);
    const { token: secret } = await link(on, person);
    const results = await Promise.all([1, 2, 3].map(() => on.as(NOBODY)(signIn, { ...coming, secret })));
    expect(results.map(refusalOf).sort()).toEqual(['identity.refused.link_used', 'identity.refused.link_used', 'none']);
  });

  it('refuses what is out of date, replaced, foreign or closed, each with its sentence', async () => {
    const on = await stage(scratch);
    const { person } = await add(on);
    const first = await link(on, person);
    const second = await link(on, person);
    const press = async (secret: string) => refusalOf(await on.as(NOBODY)(signIn, { ...coming, secret }));
    expect(await press(first.token)).toBe('identity.refused.link_expired');
    expect(await press('A'.repeat(43))).toBe('identity.refused.link_unknown');
    later(on, 7 * DAY);
    expect(await press(second.token)).toBe('identity.refused.link_expired');
    const third = await link(on, person);
    value(await asSystem(on)(closePerson, { person }));
    expect(await press(third.token)).toBe('identity.refused.closed');
    expect(refusalOf(await asSystem(on)(makeLink, { person, send: false }))).toBe('identity.refused.closed');
  });

  it('makes no way into another forum, nor into the installation', async () => {
    const on = await stage(scratch);
    const { person } = await add(on);
    const { person: operator } = await add(on, 'operator');
    const coordinator = on.as(fake(on.forum.id, 'coordinator'));
    value(await coordinator(makeLink, { person, send: false }));
    expect(refusalOf(await coordinator(makeLink, { person: operator, send: false }))).toBe(
      'identity.refused.link_elsewhere',
    );
    const other = await secondForum(on, scratch);
    const inOther = on.as(fake(other.id, 'coordinator'), other);
    expect(refusalOf(await inOther(makeLink, { person, send: false }))).toBe('identity.refused.link_elsewhere');
    expect(refusalOf(await inOther(grantRole, { ...somebody(on), person }))).toBe('identity.refused.no_person');
    value(await on.as(fake(null, 'operator'), other)(grantRole, { ...somebody(on), person }));
    expect(refusalOf(await coordinator(makeLink, { person, send: false }))).toBe('identity.refused.link_elsewhere');
    expect(refusalOf(await on.as(fake(on.forum.id, 'secretary'))(makeLink, { person, send: false }))).toBe(
      'identity.refused.manage_people',
    );
  });
});

/** Another forum on the same stage. */
async function secondForum(
  on: Stage,
  scratch: Parameters<typeof stage>[0],
  given: Partial<Forum> = {},
): Promise<Forum> {
  const made = await stage(scratch, { slug: 'other', ...given });
  made.now = on.now;
  return made.forum;
}

both('sessions', (scratch) => {
  const cookie = (token: string): string => `ortaq=${token}`;
  const isIn = async (on: Stage, token: string): Promise<boolean> =>
    (await who(on, scratch.db, cookie(token))).actor.kind === 'person';

  it('end after 30 days, or 7 idle ones, whichever comes first', async () => {
    const on = await stage(scratch);
    const { person } = await add(on);
    const idle = await enter(on, person);
    later(on, 7 * DAY - 1);
    expect(await isIn(on, idle)).toBe(true);
    later(on, 7 * DAY);
    expect(await isIn(on, idle)).toBe(false);
    const busy = await enter(on, person);
    for (let n = 0; n < 5; n++) {
      later(on, 6 * DAY - 1);
      expect(await isIn(on, busy)).toBe(true);
    }
    later(on, 6);
    expect(await isIn(on, busy)).toBe(false);
  });

  it('end after 15 idle minutes on a phone that is not only mine', async () => {
    const on = await stage(scratch);
    const { person } = await add(on);
    const token = await enter(on, person, { shared: true });
    for (let n = 0; n < 4; n++) {
      later(on, 14 * MINUTE);
      expect(await isIn(on, token)).toBe(true);
    }
    later(on, 15 * MINUTE);
    expect(await isIn(on, token)).toBe(false);
  });

  it('are not younger by a clock that was set back', async () => {
    const on = await stage(scratch);
    const token = await enter(on, (await add(on)).person);
    later(on, -DAY);
    expect(await isIn(on, token)).toBe(true);
    later(on, 8 * DAY);
    expect(await isIn(on, token)).toBe(false);
  });

  it('rotate at sign-in, end by sign-out and from the own page, and only the own ones', async () => {
    const on = await stage(scratch);
    const { person } = await add(on);
    const { person: other } = await add(on);
    const first = await enter(on, person);
    const second = await enter(on, person, { replaces: first });
    expect([await isIn(on, first), await isIn(on, second)]).toEqual([false, true]);
    const { session, actor } = await who(on, scratch.db, cookie(second));
    const stranger = (await who(on, scratch.db, cookie(await enter(on, other)))).actor;
    expect(refusalOf(await on.as(stranger)(endSession, { session: session!.id }))).toBe('identity.refused.no_session');
    expect(refusalOf(await on.as(NOBODY)(endSession, { session: session!.id }))).toBe('identity.refused.sign_in_first');
    value(await on.as(actor)(endSession, { session: session!.id }));
    expect(await isIn(on, second)).toBe(false);
    const third = await enter(on, person);
    value(await on.as(NOBODY)(signOut, { tokens: [third] }));
    expect(await isIn(on, third)).toBe(false);
  });

  it('stop with the account, and lose a role with its end or its last day', async () => {
    const on = await stage(scratch);
    const { person, role } = await add(on, 'member', { to: addDays(on.today, 2) });
    const token = await enter(on, person);
    const roles = async () => {
      const { actor } = await who(on, scratch.db, cookie(token));
      return actor.kind === 'person' ? actor.roles.length : -1;
    };
    expect(await roles()).toBe(1);
    later(on, 2 * DAY);
    expect(await roles()).toBe(1);
    later(on, DAY);
    expect(await roles()).toBe(0);
    later(on, -3 * DAY);
    value(await asSystem(on)(endRole, { role }));
    expect(await roles()).toBe(0);
    value(await asSystem(on)(closePerson, { person }));
    expect(await roles()).toBe(-1);
  });

  it('are forgotten when they are over: looks at once, others a month later', async () => {
    const on = await stage(scratch, { demonstration: true });
    const { person } = await add(on);
    const own = await enter(on, person);
    value(await on.as(NOBODY)(lookAs, { role: 'member', agent: '', replaces: null }));
    const forget = async () => value(await asSystem(on)(forgetSessions, {}));
    expect(await forget()).toBe(0);
    later(on, 2 * DAY);
    expect(await forget()).toBe(1);
    expect(await isIn(on, own)).toBe(true);
    later(on, 57 * DAY);
    expect(await forget()).toBe(0);
    later(on, 2 * DAY);
    expect(await forget()).toBe(1);
    expect(refusalOf(await on.as(fake(null, 'operator'))(forgetSessions, {}))).toBe('identity.refused.operator_only');
  });

  it('know only the cookie of the right name', async () => {
    const on = await stage(scratch);
    const token = await enter(on, (await add(on)).person);
    const as = async (cookies: string, secure: boolean) =>
      (await authenticate(scratch.db, { now: on.now, forum: on.forum, language: 'az', cookies, secure })).actor.kind;
    expect(await as(`ortaq=${token}`, true)).toBe('nobody');
    expect(await as(`__Host-ortaq=${token}`, false)).toBe('nobody');
    expect(await as(`__Host-ortaq=${token}`, true)).toBe('person');
    expect(await as('ortaq=', false)).toBe('nobody');
    expect(await as(`ortaq=${'A'.repeat(43)}`, false)).toBe('nobody');
  });
});

both('people and roles', (scratch) => {
  it('writes an entry that names the role and the body, never the person', async () => {
    const on = await stage(scratch);
    await add(on, 'executor');
    expect(await on.entries()).toEqual([{ kind: 'identity.role_granted', params: { role: 'executor' } }]);
  });

  it('refuses roles that nobody declared, bodies that are not there, doubles and taken addresses', async () => {
    const on = await stage(scratch);
    const { person } = await add(on, 'member', { email: 'Rena@example.az' });
    const tried = async (more: object) => refusalOf(await asSystem(on)(addPerson, { ...somebody(on), ...more }));
    expect(await tried({ role: 'sultan', body: null })).toBe('identity.field.role_missing');
    expect(await tried({ role: 'resident', body: null })).toBe('identity.field.role_missing');
    expect(await tried({ body: CELL })).toBe('identity.field.body_missing');
    expect(await tried({ body: null })).toBe('identity.field.body_missing');
    expect(await tried({ role: 'coordinator' })).toBe('identity.field.body_missing');
    expect(await tried({ to: addDays(on.today, -1) })).toBe('identity.field.to_before_from');
    expect(await tried({ email: 'RENA@EXAMPLE.AZ' })).toBe('identity.field.email_taken');
    expect(await tried({ name: {} })).toBe('errors.shape');
    expect(refusalOf(await asSystem(on)(grantRole, { ...somebody(on), person }))).toBe('identity.refused.role_held');
    expect((await on.entries()).length).toBe(1);
  });

  it('decides between two at the same moment: a role is given once, and the last coordinator stays', async () => {
    const on = await stage(scratch);
    const { person } = await add(on, 'member');
    const given = { person, role: 'coordinator', body: null, from: on.today, to: null };
    const twice = await Promise.all([1, 2, 3].map(() => asSystem(on)(grantRole, given)));
    expect(twice.map(refusalOf).toSorted()).toEqual([
      ...['identity.refused.role_held', 'identity.refused.role_held', 'none'],
    ]);
    const mine = value(twice.find(({ ok }) => ok)!).role;
    const { role: theirs } = await add(on, 'coordinator');
    const ended = await Promise.all([mine, theirs].map((role) => asSystem(on)(endRole, { role })));
    expect(ended.map(refusalOf).toSorted()).toEqual(['identity.refused.last_coordinator', 'none']);
  });

  it('never leaves a forum without a coordinator', async () => {
    const on = await stage(scratch);
    const first = await add(on, 'coordinator');
    expect(refusalOf(await asSystem(on)(endRole, { role: first.role }))).toBe('identity.refused.last_coordinator');
    await add(on, 'coordinator');
    value(await asSystem(on)(endRole, { role: first.role }));
    expect(refusalOf(await asSystem(on)(endRole, { role: first.role }))).toBe('identity.refused.role_over');
  });

  it('keeps the installation in the hands of its operators', async () => {
    const on = await stage(scratch);
    const { role, person } = await add(on, 'operator');
    const coordinator = on.as(fake(on.forum.id, 'coordinator'));
    const refused = 'identity.refused.operator_only';
    expect(refusalOf(await coordinator(addPerson, somebody(on, 'operator')))).toBe(refused);
    expect(refusalOf(await coordinator(endRole, { role }))).toBe(refused);
    expect(refusalOf(await coordinator(closePerson, { person }))).toBe(refused);
    const token = await enter(on, person);
    expect((await who(on, scratch.db, `ortaq=${token}`)).actor).toMatchObject({
      roles: [{ role: 'operator', forum: null }],
    });
  });

  it('finds who acts for a body on a day', async () => {
    const on = await stage(scratch);
    const { person } = await add(on, 'executor', { from: addDays(on.today, 1) });
    const acting = async (days: number, role?: string) =>
      (
        await actingFor(scratch.db, {
          forum: on.forum.id,
          body: BODY,
          today: addDays(on.today, days),
          ...(role ? { role } : {}),
        })
      ).map((one) => one.id);
    expect([await acting(0), await acting(1), await acting(1, 'evaluator')]).toEqual([[], [person], []]);
  });
});

both('the first link', (scratch) => {
  it('comes at every start until somebody came in by it', async () => {
    const on = await stage(scratch);
    const ask = (again = false) =>
      scratch.database.transaction((trx) =>
        firstLink(trx, { now: on.now, today: on.today, language: 'az', name: { az: 'İlk koordinator' }, again }),
      );
    const lost = (await ask())!;
    later(on, 1);
    const made = (await ask())!;
    expect(made.path).toBe(`/az/sign-in/${made.token}`);
    const press = (secret: string) => on.as(NOBODY)(signIn, { ...coming, secret });
    expect(refusalOf(await press(lost.token))).toBe('identity.refused.first_link_over');
    const { token } = value(await press(made.token)).entered;
    expect((await who(on, scratch.db, `ortaq=${token}`)).actor).toMatchObject({
      roles: [
        { role: 'operator', forum: null },
        { role: 'coordinator', forum: null },
      ],
    });
    expect(await ask()).toBeNull();
    expect(await ask(true)).not.toBeNull();
    const people = await scratch.db
      .withTables<{ identity_people: object }>()
      .selectFrom('identity_people')
      .selectAll()
      .execute();
    expect(people.length).toBe(1);
  });
});

both('looking through another’s eyes', (scratch) => {
  const world = {
    members: [{ id: BODY, name: { az: 'RİH' } }],
    executors: [{ id: BODY, name: { az: 'RİH' } }],
    evaluators: [],
  };
  const look = (role: string) => ({ role, agent: '', replaces: null });

  it('needs no secret in a demonstration, and is refused everywhere else', async () => {
    const on = await stage(scratch, { demonstration: true });
    await loadPeople(asSystem(on), needs, on.today, world);
    const { token } = value(await on.as(NOBODY)(lookAs, look('executor')));
    const seen = await who(on, scratch.db, `ortaq-look=${token}`);
    expect(seen.session?.demonstration).toBe(true);
    expect(seen.actor).toMatchObject({
      name: 'Executor’s reporter, RİH',
      roles: [{ role: 'executor', forum: on.forum.id, body: BODY }],
    });
    expect(refusalOf(await on.as(NOBODY)(lookAs, look('evaluator')))).toBe('identity.refused.look_nobody');
    const real = await secondForum(on, scratch);
    expect(refusalOf(await on.as(NOBODY, real)(lookAs, look('executor')))).toBe('identity.refused.look');
    expect((await who(on, scratch.db, `ortaq-look=${token}`, real)).actor).toEqual(NOBODY);
    later(on, DAY);
    expect((await who(on, scratch.db, `ortaq-look=${token}`)).actor).toEqual(NOBODY);
  });

  it('reaches nothing of the installation, and stands before the own session only there', async () => {
    const on = await stage(scratch, { demonstration: true });
    const real = await secondForum(on, scratch);
    await loadPeople(asSystem(on), needs, on.today, world);
    const { token } = value(await on.as(NOBODY)(lookAs, look('operator')));
    const looking = (await who(on, scratch.db, `ortaq-look=${token}`)).actor;
    expect(looking).toMatchObject({ roles: [{ role: 'operator', forum: on.forum.id }] });
    expect(refusalOf(await on.as(looking, real)(addPerson, somebody(on)))).toBe('identity.refused.manage_people');
    const inside = { ...on, forum: real };
    const own = value(await on.as({ kind: 'system' }, real)(addPerson, somebody(on)));
    const made = value(await on.as({ kind: 'system' }, real)(makeLink, { person: own.person, send: false }));
    const mine = value(await on.as(NOBODY, real)(signIn, { ...coming, secret: made.token })).entered.token;
    const cookies = `ortaq=${mine}; ortaq-look=${token}`;
    expect((await who(on, scratch.db, cookies)).session?.demonstration).toBe(true);
    expect((await who(inside, scratch.db, cookies, real)).actor).toMatchObject({ id: own.person });
    expect(refusalOf(await asSystem(on)(grantRole, { ...somebody(on), person: own.person }))).toBe(
      'identity.refused.no_person',
    );
  });

  it('goes with the demonstration', async () => {
    const on = await stage(scratch, { demonstration: true });
    const real = await secondForum(on, scratch);
    await on.as({ kind: 'system' }, real)(addPerson, somebody(on));
    const [first] = await loadPeople(asSystem(on), needs, on.today, world);
    await enter(on, first!.id);
    value(await on.as(NOBODY)(lookAs, look('member')));
    await scratch.database.transaction(async (trx) => {
      const tables = trx.withTables<{ identity_roles: { forum_id: string } }>();
      await tables.deleteFrom('identity_roles').where('forum_id', '=', on.forum.id).execute();
      await forgetMadeUpPeople(trx);
    });
    const left = await scratch.db
      .withTables<{ identity_people: { demonstration: boolean } }>()
      .selectFrom('identity_people')
      .select('demonstration')
      .execute();
    expect(left).toEqual([{ demonstration: false }]);
  });
});

both('roles that follow from something else', (scratch) => {
  it('are neither given nor ended on the page of a person; one that somebody holds already is taken over', async () => {
    const on = await stage(scratch);
    const before = await add(on);
    const tied = new Set<string>();
    const derived = {
      roles: async () => ['member'],
      holds: async (_db: unknown, _forum: unknown, role: string) => tied.has(role),
    };
    const kept = peopleCommands({ ...needs, derived });
    const desk = derivedRoles({ ...needs, derived });
    expect(refusalOf(await asSystem(on)(kept.addPerson, somebody(on)))).toBe('identity.refused.derived_role');
    expect((await asSystem(on)(kept.addPerson, somebody(on, 'executor'))).ok).toBe(true);
    const asked = { role: 'member', body: BODY, from: on.today, to: null };
    const ctx = { ...on, actor: fake(null, 'operator'), lang: 'en' as const, requestId: 'test', db: scratch.db };
    const given = value(await desk.give(ctx, { id: before.person }, asked));
    tied.add(given.role);
    const acting = async (today = on.today) =>
      (await actingFor(scratch.db, { forum: on.forum.id, body: BODY, today, role: 'member' })).map(({ id }) => id);
    expect(await acting()).toEqual([before.person]);
    expect(refusalOf(await asSystem(on)(kept.endRole, { role: before.role }))).toBe('identity.refused.role_over');
    expect(refusalOf(await asSystem(on)(kept.endRole, { role: given.role }))).toBe('identity.refused.derived_end');
    const next = await desk.bound(ctx, given.role, addDays(on.today, 1));
    expect([await acting(), await acting(addDays(on.today, 2))]).toEqual([[before.person], []]);
    await desk.bound(ctx, next, addDays(on.today, -1));
    expect(await acting()).toEqual([]);
    expect(refusalOf(await asSystem(on)(kept.endRole, { role: next }))).toBe('identity.refused.role_over');
  });
});
