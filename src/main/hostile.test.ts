import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, servedHouse } from './testing/whole-house.ts';

/** The attacks that every web site meets, each tried on the whole house with the demonstration world. */
const house = servedHouse({ example: true });
const { ask, send, firstLink } = house;
let operator = '';

beforeAll(async () => {
  operator = cookieOf(await send(await firstLink(), {}));
});

/** What the database holds: rows of every table that forms may reach. */
async function held(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relname not like 'core_limit%' and relname <> 'core_settings' order by 1`.execute(house.assembly.database.db);
  const counts: string[] = [];
  for (const { name } of rows) {
    const found = await sql<{ n: number; sum: string | null }>`
      select count(*)::int as n, md5(string_agg(t::text, '' order by t::text)) as sum
      from ${sql.table(name)} t`.execute(house.assembly.database.db);
    counts.push(`${name} ${found.rows[0]!.n} ${found.rows[0]!.sum}`);
  }
  return counts.join('\n');
}

const posts = () =>
  house.assembly.modules
    .flatMap((module) => module.routes)
    .filter((route) => route.method === 'POST')
    .map((route) => `${route.scope === 'forum' ? '/en/durnasu' : '/en'}${route.path.replace(/:[a-z]+/g, 'local')}`);

describe('forms of another site', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin that could be named', { origin: 'null' }],
    ['the same host by another scheme', { origin: 'https://localhost' }],
    ['an origin that only looks like ours', { origin: 'http://localhost.evil.example' }],
    ['our origin, as the browser says from another site', { 'sec-fetch-site': 'cross-site' }],
    ['our origin, as the browser says from a sister site', { 'sec-fetch-site': 'same-site' }],
  ])(
    'with %s are refused at every address, and write nothing',
    async (_how, headers) => {
      const before = await held();
      const addresses = posts();
      expect(addresses.length).toBeGreaterThan(40);
      for (const address of addresses) {
        const answer = await send(address, { role: 'coordinator', name_en: 'x' }, operator, headers as HeadersInit);
        expect([address, answer.status]).toEqual([address, 403]);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
      expect(await held()).toBe(before);
    },
    60_000,
  );

  it('cannot be asked for by a link: no address that is read changes anything but what was seen when', async () => {
    const before = await held();
    for (const address of posts()) await (await ask(address, operator)).arrayBuffer();
    for (const word of ['?done=saved', '?_method=POST', '?role=operator'])
      await ask(`/en/durnasu/people${word}`, operator);
    const after = await held();
    const changed = after.split('\n').filter((line) => !before.includes(line));
    // When a session was last seen, and that staff looked at somebody's data, is noted by reading itself.
    const noted = ['identity_sessions', 'core_readings'];
    expect(changed.map((line) => line.split(' ')[0]!).filter((table) => !noted.includes(table))).toEqual([]);
  }, 60_000);
});

describe('a frame around our pages', () => {
  it.each([
    ['a page', '/en/durnasu', {}],
    ['a form', '/en/sign-in', {}],
    ['a page of staff', '/en/durnasu/people', {}],
    ['a refusal', '/en/nothing/here', {}],
    ['a redirect', '/en/durnasu/', {}],
    ['a table', '/en/durnasu/plans/local.csv', {}],
    ['a machine’s answer', '/en/durnasu/plans/local.json', {}],
    ['a machine’s no', '/en/nothing', { accept: 'application/json' }],
    ['another method', '/en/durnasu', { method: 'DELETE' }],
  ])('is refused for %s', async (_what, address, how: { accept?: string; method?: string }) => {
    for (const cookie of ['', operator]) {
      const init = {
        ...(how.method ? { method: how.method } : {}),
        ...(how.accept ? { headers: { accept: how.accept } } : {}),
      };
      const answer = await ask(address, cookie, init);
      expect(answer.headers.get('content-security-policy')).toMatch(/(^|; )frame-ancestors 'none'/);
      expect(answer.headers.get('content-security-policy')).not.toContain('unsafe-');
    }
  });
});

const AWAY = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  'javascript:alert(1)',
  '/\tevil.example',
  '/\r\nSet-Cookie: stolen=1',
  'http:evil.example',
  '///evil.example',
  'https://localhost@evil.example',
];

describe('leading away', () => {
  it.each(AWAY)('to %s is not done, wherever an address may be given', async (to) => {
    const looked = await send('/en/durnasu/demo/look', { role: 'resident', back: to });
    const left = await send('/en/sign-out', { back: to, next: to, landing: to });
    const asked = await ask(`/en/sign-in?back=${encodeURIComponent(to)}&next=${encodeURIComponent(to)}`);
    const way = encodeURIComponent(to);
    const path = await ask(`/${way}/`);
    for (const answer of [looked, left, asked, path]) {
      expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/);
      expect(answer.headers.get('location') ?? '').not.toMatch(/^\/+evil|[\r\n]/);
      expect(answer.headers.get('set-cookie') ?? '').not.toContain('stolen');
      expect(await answer.text()).not.toMatch(/(href|action|src)="(https?:)?[/\\]{2}evil|href="javascript/);
    }
  });

  it('by a landing that somebody writes into the form of a sign-in link', async () => {
    const entered = await send(await firstLink(), { landing: 'https://evil.example', back: '//evil.example' });
    expect(entered.headers.get('location')).toMatch(/^\/(az|en|ru)(\/[a-z-]+)?$/);
  });
});

describe('a session that somebody else chose', () => {
  it('is not taken over by signing in, and the one before it ends', async () => {
    const chosen = `ortaq=${'A'.repeat(43)}`;
    const entered = await send(await firstLink(), {}, chosen);
    const own = cookieOf(entered);
    expect(own).toMatch(/^ortaq=[A-Za-z0-9_-]{43}$/);
    expect(own).not.toBe(chosen);
    expect([(await ask('/en/limits', own)).status, (await ask('/en/limits', chosen)).status]).toEqual([200, 401]);
    const again = cookieOf(await send(await firstLink(), {}, own));
    expect([(await ask('/en/limits', again)).status, (await ask('/en/limits', own)).status]).toEqual([200, 401]);
    // Neither an address nor a field nor a header makes a session.
    const token = again.split('=')[1]!;
    for (const address of [`/en/limits?ortaq=${token}`, `/en/limits?session=${token}`])
      expect((await ask(address, '', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    operator = again;
  });
});

describe('fields that no form has', () => {
  it('make nobody more than was asked', async () => {
    const person = { name: 'Aynur', language: 'az', role: 'executor', from: '2026-11-23' };
    const { rows: bodies } = await sql<{ id: string }>`
      select b.id from places_bodies b join core_forums f on f.id = b.forum_id where f.slug = 'durnasu' limit 1`.execute(
      house.assembly.database.db,
    );
    const slipped = {
      forum_id: '00000000-0000-7000-8000-000000000000',
      demonstration: 'true',
      id: 'x',
      operator: 'yes',
    };
    const forbidden = { roles: 'operator', 'role[]': 'operator', granted_by: 'x', created_by: 'x', __proto__: 'x' };
    const fields = { ...person, body: bodies[0]!.id, ...slipped, ...forbidden };
    const made = await send('/en/durnasu/people', fields, operator);
    expect(made.status).toBe(303);
    const id = /people\/([0-9a-f-]+)/.exec(made.headers.get('location') ?? '')![1];
    const { rows } = await sql<Record<string, unknown>>`
      select r.role, f.slug, p.demonstration from identity_people p join identity_roles r on r.person_id = p.id
      join core_forums f on f.id = r.forum_id where p.id = ${id}`.execute(house.assembly.database.db);
    expect(rows.map(({ role, slug }) => [role, slug])).toEqual([['executor', 'durnasu']]);
  });

  it('open no forum as something else', async () => {
    const fields = {
      slug: 'plain',
      name_en: 'Plain',
      motif: '1',
      kind: 'reference',
      demonstration: 'true',
      revision: '9',
    };
    expect((await send('/en/forums', fields, operator)).status).toBe(303);
    const forum = house.assembly.forums.bySlug('plain')!;
    expect([forum.kind, forum.demonstration]).toEqual(['living', false]);
  });
});

describe('addresses that look like others', () => {
  it.each([
    ['full-width letters', 'ｄurnasu'],
    ['a Cyrillic letter', 'durnаsu'],
    ['a dotless i', 'dınner'],
    ['a letter and its mark', 'du\u0308rnasu'],
    ['a sign that turns the line around', 'a\u202Eusanrud'],
    ['a sign of no width', 'durna\u200Bsu'],
    ['a Kelvin sign', '\u212Aendi'],
    ['capitals', 'DURNASU'],
    ['dots', '..'],
    ['a name of our own', 'sign-in'],
    ['a language', 'az'],
  ])('%s make no forum and open none', async (_what, slug) => {
    const before = house.assembly.forums.all.length;
    const made = await send('/en/forums', { slug, name_en: 'Alike', motif: '1' }, operator);
    expect([made.status, house.assembly.forums.all.length]).toEqual([422, before]);
    expect((await ask(`/en/${encodeURIComponent(slug)}/plans`)).status).not.toBe(200);
  });
});

describe('who is asked for by a code that nobody has', () => {
  it('is told the same, whatever was typed', async () => {
    const seen = new Set<string>();
    for (const code of ['A'.repeat(43), 'b'.repeat(43), 'ABCD-EFGH-JKMN-PQRS-TVWX', '0000-0000-0000-0000-0000']) {
      const answer = await ask(`/en/sign-in/${code}`);
      const text = (await answer.text()).replaceAll(code, 'CODE');
      seen.add(`${answer.status} ${[...answer.headers.keys()].sort().join()} ${text}`);
    }
    expect(seen.size).toBe(1);
  });
});
