import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOBODY, SYSTEM } from '#core/actor.ts';
import { DatabaseBusy, DatabaseStopped } from '#core/db/failures.ts';
import type { Knock } from './app.ts';
import { type Answer, get, getRoot, getTop, page, post, postTop, type Route, redirect, refused } from './route.ts';
import { aForum, openSite, posting, type Site } from './testing/site.ts';

const say = (what: string) => async (): Promise<Answer> => page({ title: what, main: what });
const echo: Route['handle'] = async (web) =>
  page({ title: 'echo', main: JSON.stringify([web.method, web.lang.code, web.forum.slug, web.params, web.at('/x')]) });

let knocks: Knock[] = [];
let drawing = true;
const routes: readonly Route[] = [
  get('', say('the forum')),
  get('/plans', say('plans')),
  get('/plans/:plan', echo),
  get('/plans/:plan.csv', async (web) => ({ kind: 'file', type: 'text/csv', body: web.params.plan ?? '' })),
  get('/plans/new', say('a new plan')),
  post('/plans', say('made')),
  getTop('/sign-in', say('sign in')),
  getTop('/sign-in/:secret', async () => Promise.reject(new Error('no'))),
  postTop('/sign-in', say('signed in')),
  getRoot('', async (web) => redirect(`/${web.lang.code}`)),
  getRoot('/files/:forum/:id', echo),
  getRoot('/api/v1/broken', async () => Promise.reject(new Error('select secret from users'))),
  get('/broken', async () => Promise.reject(new Error('select secret from users'))),
  get('/broken/:plan.csv', async () => Promise.reject(new Error('select secret from users'))),
  get('/busy', async () => Promise.reject(new DatabaseBusy('too busy'))),
  get('/away', async () => Promise.reject(new DatabaseStopped('the server of secret.example went away'))),
  get('/leads', async (web) => redirect(web.url.searchParams.get('to') ?? '')),
  get('/no/:kind', async (web) =>
    refused({
      kind: web.params.kind as 'gone',
      message: { key: 'errors.sign_in' },
      fields: [{ field: 'a', message: { key: 'errors.too_large', params: { mb: 1 } } }],
    }),
  ),
];

let site: Site;
beforeAll(async () => {
  site = await openSite({
    routes,
    forums: [aForum('guba'), aForum('me')],
    whoIs: async (knock) => {
      knocks.push(knock);
      return knock.deed === 'good' ? SYSTEM : NOBODY;
    },
    draw: (web, drawn) => {
      if (!drawing) throw new Error('the pencil broke');
      return { html: `<html lang="${web.lang.code}">${drawn.title}: ${String(drawn.main)}</html>`, styleHashes: [] };
    },
  });
});
beforeEach(() => {
  knocks = [];
  drawing = true;
  site.problems.length = 0;
});
afterAll(() => site.close());

const status = async (path: string, method = 'GET'): Promise<number> => (await site.ask(path, { method })).status;

describe('addresses', () => {
  test('know language, forum and parameters', async () => {
    const { text } = await site.ask('/ru/guba/plans/local-2017%20x');
    expect(text).toContain('["GET","ru","guba",{"lang":"ru","forum":"guba","plan":"local-2017 x"},"/ru/guba/x"]');
    expect(text).toContain('<html lang="ru">');
  });

  test('the exact one goes before the one that takes anything, whoever was named first', async () => {
    expect((await site.ask('/en/guba/plans/new')).text).toContain('a new plan');
    const table = await site.ask('/en/guba/plans/local.v2.csv');
    expect([table.headers['content-type'], table.text]).toEqual(['text/csv', 'local.v2']);
    expect((await site.ask('/en/me')).text).toContain('the forum');
    expect((await site.ask('/en/sign-in')).text).toContain('sign in');
  });

  test.each(['/en/guba/plans/', '/en//guba///plans//', '/en/guba/plans/?a=1'])(
    'a trailing slash (%s) is a habit, not an error',
    async (path) => {
      const { status, headers } = await site.ask(path);
      expect([status, headers.location]).toEqual([301, `/en/guba/plans${path.includes('?') ? '?a=1' : ''}`]);
      expect((await site.ask(path, { method: 'HEAD' })).status).toBe(301);
    },
  );

  test('a forgotten slash never leads to another site', async () => {
    for (const path of ['//evil.example/', '///evil.example//', '/.//evil.example/', '/en/..//evil.example/'])
      expect((await site.ask(path)).headers.location).toBe('/evil.example');
    expect(await status('/\\evil.example/')).toBe(400);
    expect(await status('//evil.example/', 'POST')).toBe(404);
  });

  test('many slashes cost nothing', async () => {
    const { headers } = await site.ask(`/a${'/'.repeat(15_000)}b/`);
    expect(headers.location).toBe('/a/b');
  });

  test('what is nowhere is told in the language of the address', async () => {
    const nowhere = await site.ask('/ru/guba/nowhere');
    expect([nowhere.status, nowhere.text.includes('По этому адресу')]).toEqual([404, true]);
    expect((await site.ask('/ru/elsewhere/plans')).text).toContain('not_found: ');
    expect(await status('/en/elsewhere/plans')).toBe(404);
    expect((await site.ask('/en/elsewhere/plans')).text).toContain('no dialogue platform');
    expect(await status('/en/GUBA/plans')).toBe(404);
  });

  test.each(['/tr/guba/plans', '/aze/guba/plans', '/xru/guba/plans', '/AZ/guba', '/az|en/guba'])(
    'another language (%s) is told which there are',
    async (path) => {
      const { status, text } = await site.ask(path, { headers: { 'accept-language': 'en' } });
      expect([status, text.includes('begins with /az, /en or /ru')]).toEqual([404, true]);
    },
  );

  test('without a language in the address, the one of the browser counts', async () => {
    const to = async (accept?: string) =>
      (await site.ask('/', { headers: accept ? { 'accept-language': accept } : {} })).headers.location;
    expect([await to('ru, en;q=0.5'), await to('de'), await to()]).toEqual(['/ru', '/az', '/az']);
  });

  test('another method is told which there are', async () => {
    for (const [path, method, allow] of [
      ['/en/guba/plans', 'DELETE', 'GET, HEAD, POST'],
      ['/en/guba/plans/new', 'POST', 'GET, HEAD'],
      ['/en/guba/plans/x.csv', 'PUT', 'GET, HEAD'],
      ['/en/sign-in', 'PATCH', 'GET, HEAD, POST'],
      ['/en/guba/plans', 'OPTIONS', 'GET, HEAD, POST'],
      ['/en/guba/plans', 'TRACE', 'GET, HEAD, POST'],
    ] as const) {
      const { status, headers } = await site.ask(path, { method });
      expect([path, status, headers.allow]).toEqual([path, 405, allow]);
    }
    expect((await site.ask('/en/guba/plans', { method: 'DELETE' })).text).toContain('the method DELETE');
    expect(await status('/en/guba/nowhere', 'DELETE')).toBe(404);
    expect(await status('/en/guba/nowhere', 'POST')).toBe(404);
  });

  test('no header and no field makes one method another', async () => {
    for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method'])
      expect((await site.ask('/en/guba/plans', { headers: { [name]: 'POST' } })).text).toContain('plans: plans');
    expect((await site.ask('/en/guba/plans?_method=POST')).text).toContain('plans: plans');
    expect((await site.ask('/en/guba/plans', posting(site, '_method=DELETE'))).text).toContain('made');
  });

  test.each(['/en/guba/plans/%00', '/en/guba/plans/a%0d%0ab', '/en/guba/plans/%1b[31m', '/en/guba/plans?q=a%00b'])(
    'characters that stand in no name of ours (%s) reach no query',
    async (path) => {
      expect(await status(path)).toBe(404);
      expect(knocks).toEqual([]);
    },
  );

  test('broken percent signs are a name that does not exist, not a fault', async () => {
    for (const path of ['/en/guba/plans/%', '/en/guba/plans/%E0%A4%A', '/en/guba/plans/%ff'])
      expect(await status(path)).toBe(200);
    expect(site.problems).toEqual([]);
  });

  test('dots lead nowhere', async () => {
    expect(await status('/en/guba/plans/../../../etc/passwd')).toBe(404);
    expect((await site.ask('/en/guba/plans/..%2f..%2fetc')).text).toContain('../../etc');
    expect((await site.ask('/en/guba/plans/%2e%2e')).headers.location).toBe('/en/guba');
  });
});

describe('forms', () => {
  test('are taken from our own pages only', async () => {
    expect((await site.ask('/en/guba/plans', posting(site, 'a=1'))).status).toBe(200);
    for (const origin of ['http://evil.example', 'null', `https://${site.host}.evil.example`]) {
      const { status, text } = await site.ask('/en/guba/plans', posting(site, 'a=1', { origin }));
      expect([status, text.includes('sent from another site')]).toEqual([403, true]);
    }
    expect(await status('/en/guba/plans', 'POST')).toBe(403);
  });

  test('from elsewhere are refused before anybody asks who it is', async () => {
    knocks = [];
    await site.ask('/en/guba/plans', posting(site, 'a=1', { origin: 'http://evil.example', cookie: 'ortaq=x' }));
    expect(knocks).toEqual([]);
  });
});

describe('redirects', () => {
  test('a route that would lead away is a fault of ours, and leads nowhere', async () => {
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%09/evil.example/..//x']) {
      const { status, headers } = await site.ask(`/en/guba/leads?to=${encodeURIComponent(to)}`);
      if (status === 303) expect(headers.location).toMatch(/^\/[^/\\]/);
      else expect([status, headers.location]).toEqual([500, undefined]);
    }
  });

  test('cannot write headers', async () => {
    const { status, headers } = await site.ask(
      `/en/guba/leads?to=${encodeURIComponent('/x\r\nset-cookie: ortaq=stolen\r\n\r\n<html>')}`,
    );
    expect(status).toBe(303);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers.location).toBe('/xset-cookie:%20ortaq=stolen%3Chtml%3E');
  });
});

describe('a "no"', () => {
  test.each([
    ['bad_input', 422],
    ['sign_in', 401],
    ['forbidden', 403],
    ['not_found', 404],
    ['gone', 410],
    ['conflict', 409],
    ['too_large', 413],
    ['unsupported', 415],
    ['too_many', 429],
    ['not_available', 503],
    ['bad_method', 405],
  ])('%s is %i, a page for people and a problem for machines', async (kind, expected) => {
    const seen = await site.ask(`/en/guba/no/${kind}`, { headers: { accept: 'text/html,*/*' } });
    expect([seen.status, seen.headers['content-type']]).toEqual([expected, 'text/html; charset=utf-8']);
    const told = await site.ask(`/en/guba/no/${kind}`, { headers: { accept: 'application/json' } });
    expect([told.status, told.headers['content-type']]).toEqual([expected, 'application/problem+json']);
    const problem = JSON.parse(told.text);
    expect(problem).toMatchObject({ type: 'about:blank', status: expected, detail: 'Sign in to do this.' });
    expect(problem.title.length).toBeGreaterThan(5);
    expect(problem.errors).toEqual([{ field: 'a', detail: 'At most 1 MB can be sent at once.' }]);
  });

  test('to who came by a link that lets nobody in speaks of the link; with a good one it is said as it is', async () => {
    const at = async (path: string) => {
      const { status, text } = await site.ask(path, { headers: { accept: 'application/json' } });
      return [status, JSON.parse(text).detail];
    };
    const dead = [410, expect.stringContaining('This link is not valid')];
    expect(await at('/en/guba/no/sign_in?deed=forged')).toEqual(dead);
    expect(await at('/en/guba/no/sign_in?deed=')).toEqual(dead);
    expect(await at('/en/guba/no/sign_in?deed=good')).toEqual([401, 'Sign in to do this.']);
    expect(await at('/en/guba/no/forbidden?deed=forged')).toEqual([403, 'Sign in to do this.']);
  });

  test('machines are known by what they ask for', async () => {
    const type = async (path: string, accept: string) =>
      (await site.ask(path, { headers: { accept } })).headers['content-type'];
    for (const [path, accept] of [
      ['/api/v1/nowhere', '*/*'],
      ['/api/v1/nowhere', 'text/html'],
      ['/en/guba/nowhere.json', 'text/html'],
      ['/en/guba/nowhere.ics', 'text/calendar'],
      ['/en/guba/nowhere.csv', '*/*'],
      ['/en/guba/nowhere', 'application/problem+json'],
    ] as const)
      expect([path, await type(path, accept)]).toEqual([path, 'application/problem+json']);
    for (const [path, accept] of [
      ['/en/guba/nowhere', '*/*'],
      ['/en/guba/nowhere.csv', 'text/html,application/xhtml+xml,*/*;q=0.8'],
      ['/en/guba/nowhere', 'text/html, application/json'],
    ] as const)
      expect([path, await type(path, accept)]).toEqual([path, 'text/html; charset=utf-8']);
  });
});

describe('a fault of ours', () => {
  test('has a reference number for the person and the cause in the log, and not the other way round', async () => {
    for (const path of ['/en/guba/broken', '/api/v1/broken', '/en/guba/broken/x.csv']) {
      const { status, text } = await site.ask(path);
      const [problem] = site.problems.splice(0);
      expect(status).toBe(500);
      expect(text).toContain(problem?.requestId);
      expect(text).not.toMatch(/select|secret|Error|\.ts/);
      expect(String(problem?.error)).toContain('select secret from users');
    }
  });

  test('a machine gets the number as the instance', async () => {
    const { text } = await site.ask('/api/v1/broken');
    const problem = JSON.parse(text);
    expect(problem.status).toBe(500);
    expect(problem.instance).toBe(`urn:uuid:${site.problems[0]?.requestId}`);
  });

  test('a database that is busy or away is no fault', async () => {
    const { status, text } = await site.ask('/en/guba/busy');
    expect([status, text.includes('busy with long work')]).toEqual([503, true]);
    const away = await site.ask('/en/guba/away');
    expect([away.status, away.text.includes('does not answer'), away.text.includes('secret')]).toEqual([
      503,
      true,
      false,
    ]);
  });

  test('secrets in addresses are not logged', async () => {
    await site.ask('/en/sign-in/TOPSECRET?deed=HIDDEN', { headers: { cookie: 'ortaq=COOKIE' } });
    const logged = JSON.stringify(site.problems.map(({ url, requestId }) => [url, requestId]));
    expect(logged).toContain('/en/sign-in/…');
    expect(logged).not.toMatch(/TOPSECRET|HIDDEN|COOKIE/);
    expect(String(site.problems[0]?.error)).not.toMatch(/TOPSECRET|HIDDEN|COOKIE/);
  });

  test('when not even the page of the fault can be drawn, plain words with the number remain', async () => {
    drawing = false;
    const { status, headers, text } = await site.ask('/ru/guba/plans');
    expect([status, headers['content-type']]).toEqual([500, 'text/plain; charset=utf-8']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).toContain('Номер сбоя');
    expect(text).toContain(site.problems.at(-1)?.requestId);
    expect(text).not.toContain('pencil');
  });
});

describe('who asks', () => {
  test('is told by cookie and by the secret of a one-deed link', async () => {
    await site.ask('/en/guba/plans?deed=s3cret', { headers: { cookie: 'ortaq=a; other=b' } });
    expect(knocks[0]).toMatchObject({ deed: 's3cret', cookies: 'ortaq=a; other=b', language: 'en' });
    expect(knocks[0]?.forum.slug).toBe('guba');
    await site.ask('/en/sign-in?fresh');
    expect(knocks[1]).toMatchObject({ deed: null, cookies: null });
    expect(knocks[1]?.forum.kind).toBe('reference');
    // A file is asked for in the roles of its forum.
    await site.ask(`/files/${aForum('guba').id}/1`);
    await site.ask('/files/nowhere/1');
    expect(knocks.slice(2).map(({ forum }) => forum.slug)).toEqual(['guba', 'national']);
  });
});
