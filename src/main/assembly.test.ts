import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SCRIPTS } from '../enhance.gen.ts';
import { cookieOf, servedHouse } from './testing/whole-house.ts';

/** The whole house with the demonstration world, attacked from outside: by addresses and by its own forms. */
const house = servedHouse({ example: true });
const { ask, send, looking } = house;
/** What the log called a surprise. */
const surprises: string[] = [];

beforeAll(() => {
  house.assembly.log.error = ((said: unknown) =>
    surprises.push(JSON.stringify(said))) as typeof house.assembly.log.error;
});
beforeEach(() => {
  surprises.length = 0;
});

const operator = async (): Promise<string> => cookieOf(await send(await house.firstLink(), {}));

/** Values that exist, for every name of a parameter. */
async function existing(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<Record<string, string>>`
    select p.slug as plan, m.slug as measure, e.id as evaluation, c.id as cell,
      (select slug from places_places where forum_id = f.id and kind = 'community' order by slug limit 1) as slug,
      (select slug from places_bodies where forum_id = f.id order by slug limit 1) as body,
      (select person_id from identity_roles where forum_id = f.id order by id limit 1) as person
    from core_forums f
    join plans_plans p on p.forum_id = f.id and p.kind = 'local'
    join plans_measures m on m.forum_id = f.id and m.plan_id = p.id
    join plans_evaluations e on e.forum_id = f.id and e.measure_id = m.id
    join plans_cells c on c.forum_id = f.id and c.id = e.cell_id
    where f.slug = 'durnasu' limit 1`.execute(house.assembly.database.db);
  return rows[0]!;
}

const NAMES = [
  '%00',
  '%3Cscript%3E',
  '%0a',
  '__proto__',
  'constructor',
  '..%2f..',
  '%E0%A4%A',
  '%27%3B--',
  '%E2%80%AE',
  '-1',
  '9'.repeat(30),
  'x'.repeat(2000),
];
const QUERIES = [
  '__proto__',
  '-1',
  '%22%3E%3Cscript%3E',
  '%27',
  '%',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(2000),
];
const ASKED = 'cell deed done executor kind page part place plan point q show sort state voices way what'.split(' ');

/** Every address to be read, with each of its parameters in turn made strange, and with strange queries. */
function strange(known: Readonly<Record<string, string>>): readonly string[] {
  const routes = house.assembly.modules.flatMap((module) => module.routes).filter((route) => route.method === 'GET');
  return routes.flatMap((route, at) => {
    const prefix = route.scope === 'forum' ? '/en/durnasu' : route.scope === 'installation' ? '/en' : '';
    const filled = (given: Readonly<Record<string, string>>): string =>
      `${prefix}${route.path.replace(/:([a-z]+)/g, (_all, name: string) => given[name] ?? known[name] ?? known.cell!)}` ||
      '/';
    const names = [...route.path.matchAll(/:([a-z]+)/g)].map(([, name]) => name!);
    // One strange query for each route, another for the next: together they are all there.
    const query = `${ASKED[at % ASKED.length]}=${QUERIES[at % QUERIES.length]}`;
    const all = ASKED.map((name, i) => `${name}=${QUERIES[(at + i) % QUERIES.length]}`).join('&');
    return [
      ...[filled({}), `${filled({})}?${query}`, `${filled({})}?${all}`],
      ...names.flatMap((name) => NAMES.map((value) => filled({ [name]: value }))),
    ];
  });
}

/** The optional scripts of our own stand in a page word for word; any other is somebody else's. */
const ownScriptsOut = (text: string): string =>
  Object.values(SCRIPTS).reduce((rest, script) => rest.replaceAll(`<script>${script}</script>`, ''), text);

describe('whatever is asked', () => {
  it.each(['nobody', 'coordinator', 'operator'])(
    'by %s is answered, and never by a fault',
    async (who) => {
      const cookie = who === 'nobody' ? '' : who === 'operator' ? await operator() : await looking(who);
      const addresses = strange(await existing());
      expect(addresses.length).toBeGreaterThan(500);
      const found = new Map<number, number>();
      const bad: string[] = [];
      for (const address of addresses) {
        const answer = await ask(address, cookie);
        const text = await answer.text();
        found.set(answer.status, (found.get(answer.status) ?? 0) + 1);
        const policy = answer.headers.get('content-security-policy') ?? '';
        const location = answer.headers.get('location') ?? '/';
        if (answer.status >= 500 || !policy.startsWith("default-src 'none'") || /unsafe/.test(policy))
          bad.push(address);
        if (!/^\/(?![/\\])/.test(location) || ownScriptsOut(text).includes('<script'))
          bad.push(`${address} leads to ${location}`);
      }
      expect([bad, surprises]).toEqual([[], []]);
      for (const status of [200, 404]) expect(found.get(status)).toBeGreaterThan(20);
    },
    120_000,
  );
});

const VALUES = [
  '\0',
  '__proto__',
  '-1',
  '9'.repeat(30),
  '1e999',
  '2026-02-30',
  '<script>alert(1)</script>',
  "'; drop table x; --",
  '\u202Eabc',
  'http://[',
  '{n, plural',
  'ə'.repeat(20_000),
  `${' '.repeat(20_000)}x`,
];

const FORMS = [
  '/en/sign-in',
  '/en/durnasu/people/new',
  '/en/durnasu/plans/new',
  '/en/durnasu/plans/import',
  '/en/durnasu/places/import',
  '/en/durnasu/bodies/new',
  '/en/durnasu/plans/local/edit',
  '/en/durnasu/plans/local/points',
  '/en/durnasu/plans/local/measures/new',
  '/en/durnasu/plans/local/measures/1.1/amendments/new',
  '/en/durnasu/plans/local/measures/1.1/milestones',
  '/en/durnasu/plans/local/measures/1.1/indicators',
  '/en/forums/new',
];

/** The forms of a page: where they go and which fields they have. */
function formsOf(html: string): readonly { action: string; multipart: boolean; names: readonly string[] }[] {
  return [...html.matchAll(/<form([^>]*method="post"[^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = '', inside = '']) => {
    const action = /action="([^"]*)"/.exec(head)?.[1]?.replaceAll('&amp;', '&') ?? '';
    if (/sign-out|demo\//.test(action)) return [];
    const names = [...inside.matchAll(/<(?:input|select|textarea)[^>]*name="([^"]*)"/g)].map(([, name]) => name!);
    return [{ action, multipart: head.includes('multipart'), names: [...new Set(names)] }];
  });
}

describe('whatever is sent', () => {
  it.each(FORMS)(
    'by the form of %s is told what is wrong with it, as text',
    async (page) => {
      const cookie = page === '/en/sign-in' ? '' : await operator();
      const shown = await ask(page, cookie);
      expect(shown.status).toBe(200);
      const forms = formsOf(await shown.text());
      expect(forms.length).toBeGreaterThan(0);
      for (const { action, multipart, names } of forms) {
        for (const value of VALUES) {
          const fields = names.map((name): [string, string] => [name, value]);
          const body = multipart ? new FormData() : new URLSearchParams();
          for (const [name, text] of fields) body.append(name, text);
          const answer = await ask(action, cookie, { method: 'POST', body });
          expect([action, value.slice(0, 20), answer.status]).toEqual([action, value.slice(0, 20), expect.any(Number)]);
          expect(answer.status).toBeLessThan(500);
          expect(await answer.text()).not.toContain('<script>alert');
          expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/);
        }
      }
      expect(surprises).toEqual([]);
    },
    120_000,
  );
});

describe('who asks', () => {
  it('is known by cookie, in a demonstration by the look before the own session, and never by a strange one', async () => {
    const [own, look] = [await operator(), await looking('secretary')];
    const desk = async (cookie: string) => (await ask('/en/durnasu/people', cookie)).status;
    expect([await desk(''), await desk(own), await desk(look)]).toEqual([401, 200, 200]);
    for (const cookie of ['ortaq=x', `ortaq=${'A'.repeat(43)}`, `${own}x`, `other${own}`, own.toUpperCase()])
      expect([cookie.slice(0, 12), await desk(cookie)]).toEqual([cookie.slice(0, 12), 401]);
    // As a secretary nobody runs the installation, whoever they are themselves.
    expect([(await ask('/en/forums/new', own)).status, (await ask('/en/forums/new', look)).status]).toEqual([200, 401]);
    expect((await ask('/en/durnasu/people/new', `${own}; ${look}`)).status).toBe(403);
  });

  it('a post from another site is refused, also with a good cookie', async () => {
    const cookie = await operator();
    const forged = await ask('/en/forums', cookie, {
      method: 'POST',
      body: new URLSearchParams({ slug: 'stolen', name_en: 'Stolen', motif: '1' }),
      headers: { origin: 'https://evil.example' },
    });
    expect([forged.status, house.assembly.forums.bySlug('stolen')]).toEqual([403, null]);
  });

  it('a forum opened in the pages is there at once, also on the first page that was kept', async () => {
    const first = async () => (await ask('/en')).text();
    await first();
    const made = await send('/en/forums', { slug: 'opened', name_en: 'Opened today', motif: '1' }, await operator());
    expect(made.headers.get('location')).toMatch(/^\/en\/opened/);
    expect(await first()).toContain('Opened today');
    // There, and in preparation: its name is all that a stranger sees.
    const there = await ask('/en/opened');
    expect([there.status, (await there.text()).includes('Opened today')]).toEqual([404, true]);
  });
});
