import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { type Actor, NOBODY } from '#core/actor.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person as fake, type Stage, stage } from '#core/db/testing/stage.ts';
import { ok } from '#core/errors/result.ts';
import type { Answer, Posted, Web } from '#core/http/route.ts';
import { Lang } from '#core/i18n/lang.ts';
import { message } from '#core/i18n/message.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { WHOLE } from '#core/opening/sight.ts';
import { passwordKeeper } from '#core/passwords/keeper.ts';
import { WithheldThings } from '#core/withholding/withheld.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { authenticate, deedActor, type IdentityNeeds } from './contract.ts';
import { identityModule } from './module.ts';
import { peopleCommands } from './people/commands.ts';
import { loadPeople } from './samples.ts';

const BODY = '01900000-0000-7000-8000-0000000000b1';
const CELL = '01900000-0000-7000-8000-0000000000c1';
const ORIGIN = 'https://forum.example.org';
const langs = (code: LanguageCode) => new Lang(code, SENTENCES[code]);

const needsOn = (on: Stage): IdentityNeeds => ({
  bodyOptions: async () => [{ id: BODY, name: 'District ExCom' }],
  bodyNames: async (_db, _forum, ids) => new Map(ids.filter((id) => id === BODY).map((id) => [id, 'District ExCom'])),
  roles: () => identityModule(needsOn(on)).roles ?? [],
  deedKinds: () => [
    {
      command: 'plans.report_update',
      describe: async (_db, _forum, object) =>
        object === CELL
          ? { body: BODY, formPath: '/plans/x/updates/new', purpose: message('identity.deed.over') }
          : null,
    },
  ],
  forum: (id) => (id === on.forum.id ? on.forum : null),
  lang: langs,
  mailer: { send: async () => ({ ok: true, value: { id: '1', file: null } }) },
  secure: ORIGIN.startsWith('https:'),
  publicUrl: ORIGIN,
  passwords: passwordKeeper({ memory: 256, passes: 1, atOnce: 1, waiting: 5 }),
  passkeys: null,
  provider: null,
});

interface Asked {
  readonly as?: Actor;
  readonly form?: Readonly<Record<string, string>>;
  readonly cookies?: string;
  readonly lang?: LanguageCode;
}

/** A browser before the module's own routes: what the server does around them, without bytes. */
function browser(on: Stage, scratch: Scratch) {
  const routes = identityModule(needsOn(on)).routes;
  return async (method: 'GET' | 'POST', path: string, asked: Asked = {}): Promise<Answer> => {
    const lang = asked.lang ?? 'en';
    const url = new URL(path, ORIGIN);
    const scope = path.startsWith(`/${lang}/${on.forum.slug}`) ? 'forum' : 'installation';
    const forum = scope === 'forum' ? on.forum : on.reference;
    const rest = url.pathname.slice(scope === 'forum' ? on.forum.slug.length + 4 : 3);
    for (const route of routes) {
      const found = new RegExp(`^${route.path.replace(/:([a-z]+)/g, '(?<$1>[^/]+)')}$`).exec(rest);
      if (route.method !== method || route.scope !== scope || !found) continue;
      const knock = { now: on.now, forum, language: lang, cookies: asked.cookies ?? null, secure: true };
      const { actor } = await authenticate(scratch.db, knock);
      const web: Web = {
        method,
        url,
        params: { ...found.groups },
        lang: langs(lang),
        langOf: langs,
        forum,
        actor: asked.as ?? actor,
        sight: WHOLE,
        now: on.now,
        today: on.today,
        db: scratch.db,
        origin: ORIGIN,
        requestId: 'test',
        freshness: 0,
        withheld: async () => new WithheldThings([]),
        header: () => 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0',
        cookie: (name) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(asked.cookies ?? '')?.[1] ?? null,
        posted: async () => ok(posted(asked.form ?? {})),
        perform: on.as(asked.as ?? actor, forum),
        tryEnter: async () => null,
        deviceCookies: async () => [],
        at: (below) => (forum === on.forum ? `/${lang}/${forum.slug}${below}` : `/${lang}${below}`),
      };
      return route.handle(web);
    }
    throw new Error(`no route for ${method} ${path}`);
  };
}

const posted = (form: Readonly<Record<string, string>>): Posted => ({
  text: (name) => form[name] ?? '',
  all: (name) => (form[name] === undefined ? [] : [form[name]]),
  names: Object.keys(form),
  files: () => [],
});

/** "200 <html>", "303 /en/me", "403 identity.refused...": what a person would meet. */
function met(answer: Answer): { status: string; html: string; cookies: readonly string[] } {
  if (answer.kind === 'redirect') return { status: `303 ${answer.to}`, html: '', cookies: answer.cookies ?? [] };
  if (answer.kind === 'refused')
    return { status: `${answer.refusal.kind} ${answer.refusal.message.key}`, html: '', cookies: [] };
  if (answer.kind === 'file') throw new Error('no files here');
  return {
    status: String(answer.status ?? 200),
    html: renderToString(answer.page.main as VNode),
    cookies: answer.cookies ?? [],
  };
}

const person = { name: 'Rəna Quliyeva', language: 'az', role: 'executor', body: BODY };
const coordinatorOf = (on: Stage): Actor => fake(on.forum.id, 'coordinator');

/** Adds a person through the page and answers the id. */
async function added(on: Stage, go: ReturnType<typeof browser>): Promise<string> {
  const answer = met(await go('POST', '/en/stage/people', { as: coordinatorOf(on), form: person }));
  return /people\/([0-9a-f-]{36})\?done=added$/.exec(answer.status)![1]!;
}

/** Makes a link through the page and answers message and code as the coordinator sees them. */
async function linkOf(on: Stage, go: ReturnType<typeof browser>, id: string) {
  const { html } = met(await go('POST', `/en/stage/people/${id}/links`, { as: coordinatorOf(on) }));
  const message = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)![1]!;
  return { html, message, url: /https:\S+$/.exec(message)![0], code: /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(html)![0] };
}

both('the pages of people', (scratch) => {
  it('are for staff; nobody is asked to sign in, others are told why not', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const status = async (as: Actor, path: string) => met(await go('GET', path, { as })).status;
    for (const path of ['/en/stage/people', '/en/stage/people/new', `/en/stage/people/${CELL}`]) {
      expect(await status(NOBODY, path)).toMatch(/^sign_in identity.refused/);
      expect(await status(fake(on.forum.id, 'evaluator'), path)).toMatch(/^forbidden identity.refused/);
    }
    expect(await status(fake(on.forum.id, 'secretary'), '/en/stage/people')).toBe('200');
    expect(await status(fake(on.forum.id, 'secretary'), '/en/stage/people/new')).toMatch(/manage_people/);
    expect(await status(coordinatorOf(on), '/en/stage/people/nonsense')).toBe('not_found identity.refused.no_person');
    expect(await status(NOBODY, '/en/stage/people/roles')).toBe('200');
  });

  it('lead from writing a person down to a message that fits a telephone', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const id = await added(on, go);
    const list = met(await go('GET', '/en/stage/people', { as: coordinatorOf(on) })).html;
    expect(list).toContain('Rəna Quliyeva');
    expect(list).toContain('Executor’s reporter, District ExCom');
    const { message, url, html } = await linkOf(on, go, id);
    expect(message.length).toBeLessThan(600);
    expect(message).toContain('şəxsi giriş keçidinizdir');
    expect(url).toMatch(/^https:\/\/forum.example.org\/az\/sign-in\/[A-Za-z0-9_-]{43}$/);
    expect(html).toContain('https://forum.example.org/az/sign-in');
    expect(met(await go('GET', `/en/stage/people/${id}`, { as: coordinatorOf(on) })).html).not.toContain(
      url.slice(-43),
    );
  });

  it('say at the field what is wrong, keep what was typed, and write nothing', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const form = {
      name: 'Ə',
      language: 'xx',
      role: 'member',
      email: 'a@b',
      phone: 'call me',
      from: '2026-02-30',
      to: '',
    };
    const { status, html } = met(await go('POST', '/en/stage/people', { as: coordinatorOf(on), form }));
    expect(status).toBe('422');
    for (const field of ['language', 'email', 'phone', 'body', 'from']) expect(html).toContain(`href="#f-${field}"`);
    expect(html).toContain('value="call me"');
    expect(met(await go('GET', '/en/stage/people', { as: coordinatorOf(on) })).html).not.toContain('Ə</a>');
    const foreign = met(await go('POST', '/en/stage/people', { as: fake(on.forum.id, 'executor'), form: person }));
    expect(foreign.status).toBe('forbidden identity.refused.manage_people');
  });

  it('give and end roles after asking once more', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const id = await added(on, go);
    const as = coordinatorOf(on);
    const form = { role: 'member', body: BODY };
    expect(met(await go('POST', `/en/stage/people/${id}/roles`, { as, form })).status).toMatch(/done=granted$/);
    const twice = met(await go('POST', `/en/stage/people/${id}/roles`, { as, form }));
    expect([twice.status, twice.html.includes('has this role already')]).toEqual(['422', true]);
    const page = met(await go('GET', `/en/stage/people/${id}`, { as })).html;
    const closure = /href="([^"]*closure)"/.exec(page)![1]!;
    expect(met(await go('GET', closure, { as })).html).toContain('From that moment Rəna Quliyeva');
    expect(met(await go('POST', closure, { as })).status).toMatch(/done=ended$/);
    expect(met(await go('POST', closure, { as })).status).toBe('conflict identity.refused.role_over');
  });
});

both('the pages of signing in', (scratch) => {
  const CLEARED = '__Host-ortaq-look=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0';

  it('do nothing when a messenger opens the link, and sign in by one press', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const path = new URL((await linkOf(on, go, await added(on, go))).url).pathname;
    for (let n = 0; n < 3; n++) {
      const answer = await go('GET', path, { lang: 'az' });
      expect(met(answer).html).toContain('Rəna Quliyeva kimi daxil olun');
      expect(answer.kind === 'page' && answer.validUntil).toEqual(on.now);
    }
    const pressed = met(await go('POST', path, { lang: 'az' }));
    expect(pressed.status).toBe('303 /az/stage');
    expect(pressed.cookies[0]).toMatch(
      /^__Host-ortaq=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000$/,
    );
    expect(pressed.cookies[1]).toBe(CLEARED);
    const cookies = pressed.cookies[0]!.split(';')[0]!;
    const again = met(await go('POST', path, { lang: 'az' }));
    expect([again.status, again.html.includes('artıq istifadə olunub')]).toEqual(['410', true]);
    const back = met(await go('GET', path, { lang: 'az', cookies }));
    expect([back.status, back.html.includes('href="/az/stage"')]).toEqual(['200', true]);
    const me = met(await go('GET', '/en/me', { cookies })).html;
    for (const held of [
      'Rəna Quliyeva',
      'Executor’s reporter, District ExCom',
      'Firefox, Android',
      'this device',
      'Stage',
    ])
      expect(me).toContain(held);
    const out = met(await go('POST', '/en/sign-out', { cookies }));
    expect(out.status).toBe('303 /en/sign-in?done=signed_out');
    expect(out.cookies).toContain(CLEARED);
    expect(met(await go('GET', '/en/me', { cookies })).status).toBe('303 /en/sign-in');
  });

  it('take a whole message or a code typed by hand', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const { message, url, code } = await linkOf(on, go, await added(on, go));
    const paste = async (link: string) => met(await go('POST', '/en/sign-in', { form: { link } }));
    expect((await paste(message)).status).toBe(`303 /en/sign-in/${url.slice(-43)}`);
    const typed = (await paste(code.toLowerCase().replaceAll('-', ' '))).status.slice(4);
    expect(typed).toBe(`/en/sign-in/${code.replaceAll('-', '')}`);
    expect(met(await go('GET', typed)).html).toContain('Sign in as Rəna Quliyeva');
    expect((await paste('')).html).toContain('Paste your link or type your code');
    expect((await paste('salam')).status).toBe('422');
    const shared = met(await go('POST', typed, { form: { shared: 'yes' } }));
    expect(shared.cookies[0]).not.toContain('Max-Age');
    expect(met(await go('GET', '/en/sign-in/short')).status).toBe('404');
  });

  it('let a visitor look as each role in a demonstration, and go back to a page of this site only', async () => {
    const on = await stage(scratch, { demonstration: true });
    const go = browser(on, scratch);
    const rih = { id: BODY, name: { az: 'RİH' } };
    await loadPeople(asSystem(on), needsOn(on), on.today, { members: [rih], executors: [rih], evaluators: [rih] });
    const press = async (form: Readonly<Record<string, string>>, cookies?: string) =>
      met(await go('POST', '/en/stage/demo/look', { form, ...(cookies ? { cookies } : {}) }));
    const looked = await press({ role: 'evaluator', back: '/en/stage/plans?x=1' });
    expect(looked.status).toBe('303 /en/stage/plans?x=1');
    expect(looked.cookies[0]).toMatch(/^__Host-ortaq-look=.{43}; .*Max-Age=86400$/);
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil', '/..//evil.example', 'javascript:1'])
      expect((await press({ role: 'evaluator', back })).status).toBe('303 /en/stage');
    const cookies = looked.cookies[0]!.split(';')[0]!;
    expect((await press({ role: 'resident', back: '/en/stage' }, cookies)).cookies).toEqual([CLEARED]);
    expect(met(await go('GET', '/en/stage/people', { cookies })).status).toMatch(/^sign_in/);
    expect((await press({ role: 'sultan' })).status).toBe('not_found identity.refused.look_nobody');
  });

  it('refuse looking outside a demonstration', async () => {
    const on = await stage(scratch);
    const answer = await browser(on, scratch)('POST', '/en/stage/demo/look', { form: { role: 'coordinator' } });
    expect(met(answer).status).toBe('forbidden identity.refused.look');
  });
});

both('the pages of one-deed links', (scratch) => {
  const deed = { command: 'plans.report_update', object: CELL, person: '', language: 'ru' };

  it('make one, show what it is for, and lead to the form', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const as = fake(on.forum.id, 'secretary');
    const id = await added(on, go);
    const form = met(await go('GET', `/en/stage/people/deeds/new?command=${deed.command}&object=${CELL}`, { as }));
    expect(form.html).toContain(`<option value="${id}">`);
    const { html } = met(await go('POST', '/en/stage/people/deeds', { as, form: deed }));
    const text = /<textarea[^>]*lang="ru"[^>]*>([^<]*)</.exec(html)![1]!;
    const path = /https:\/\/forum.example.org(\S+)$/.exec(text)![1]!;
    const secret = path.slice('/ru/stage/deeds/'.length);
    const opened = met(await go('GET', path.replace('/ru/', '/en/')));
    expect(opened.html).toContain(`href="/en/stage/plans/x/updates/new?deed=${secret}"`);
    expect(opened.html).toContain('District ExCom');
    expect(await deedActor(scratch.db, on.now, on.forum.id, secret)).toMatchObject({ kind: 'link', person: null });
    const pasted = met(await go('POST', '/en/sign-in', { form: { link: text } }));
    expect(pasted.status).toBe(`303 /en/stage/deeds/${secret}`);
    const withdraw = /action="([^"]*closure)"/.exec(met(await go('GET', '/en/stage/people', { as })).html)![1]!;
    expect(met(await go('POST', withdraw, { as })).status).toBe('303 /en/stage/people?done=withdrawn');
    const closed = met(await go('GET', path.replace('/ru/', '/en/')));
    expect([closed.status, closed.html.includes('was taken back')]).toEqual(['410', true]);
    expect(await deedActor(scratch.db, on.now, on.forum.id, secret)).toBeNull();
  });

  it('write to a chosen person, who must act for the body', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const as = coordinatorOf(on);
    const receiver = await added(on, go);
    const make = async (form: object) =>
      met(await go('POST', '/en/stage/people/deeds', { as, form: { ...deed, ...form } }));
    expect((await make({ person: receiver })).html).toContain('Sizdən bir xahişimiz var');
    const { addPerson } = peopleCommands(needsOn(on));
    const other = await asSystem(on)(addPerson, {
      ...{ name: { az: 'Katib' }, language: 'az', email: null, phone: null },
      ...{ role: 'secretary', body: null, from: on.today, to: null },
    });
    const stranger = other.ok ? other.value.person : '';
    const refused = await make({ person: stranger });
    expect([refused.status, refused.html.includes('does not act for this organisation')]).toEqual(['422', true]);
    expect((await make({ object: BODY })).status).toBe('not_found identity.refused.deed_nothing');
    expect((await make({ command: 'identity.grant_role' })).status).toBe('not_found identity.refused.deed_nothing');
    const evaluator = await go('POST', '/en/stage/people/deeds', { as: fake(on.forum.id, 'evaluator'), form: deed });
    expect(met(evaluator).status).toBe('forbidden identity.refused.deed_link');
  });
});
