import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, NOBODY, SYSTEM } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import { REFERENCE } from '#core/forum.ts';
import type { Needs } from './app.ts';
import { type Answer, get, getRoot, getTop, page, post, type Route, redirect } from './route.ts';
import { endOfDay, server } from './server.ts';
import { aForum, openSite, posting, type Site, type SiteGiven } from './testing/site.ts';

const GUBA = aForum('guba');
let drawn = 0;
let actor: Actor = NOBODY;
/** What the next drawing of a page waits for. */
let held: Promise<void> | null = null;

const words = async (): Promise<Answer> => page({ title: 'plans', main: `drawn ${++drawn} ${'x'.repeat(3000)}` });
const file = (given: Partial<Extract<Answer, { kind: 'file' }>>) => async (): Promise<Answer> => ({
  kind: 'file',
  type: 'text/plain; charset=utf-8',
  body: `drawn ${++drawn}`,
  ...given,
});
const routes: readonly Route[] = [
  get('/plans', words),
  get('/plans/:plan', words),
  post('/plans', words),
  getTop('/forums', words),
  getRoot('/hello', words),
  getRoot('/sitemap.xml', file({ type: 'application/xml', cacheable: true })),
  get('/slow', async () => {
    const n = ++drawn;
    await held;
    return page({ title: 'slow', main: `drawn ${n}` });
  }),
  get('/secret', async () => page({ title: 'secret', main: `drawn ${++drawn}`, secret: true })),
  get('/missing', async () => page({ title: 'missing', main: `drawn ${++drawn}` }, 404)),
  get('/ballot', async (web) => ({
    ...page({ title: 'ballot', main: `drawn ${++drawn}` }),
    validUntil: new Date(web.url.searchParams.get('until') ?? '2026-11-23T08:30:00Z'),
  })),
  get('/cookies', async () => ({ ...page({ title: 'x', main: `drawn ${++drawn}` }), cookies: ['a=b; HttpOnly'] })),
  get('/origin', async (web) => page({ title: 'x', main: `drawn ${++drawn} ${web.origin}` })),
  get('/feed', file({ type: 'application/atom+xml', cacheable: true })),
  get('/table', file({ name: 'plan "1".csv' })),
  get('/photo', file({ type: 'image/jpeg', immutable: true })),
  get('/private', file({ type: 'image/jpeg' })),
  get('/moved', async () => redirect('/en/guba/plans')),
  get('/broken', async () => Promise.reject(new Error('no'))),
];

let site: Site;
const open = async (given: Partial<SiteGiven> = {}): Promise<Site> => {
  site = await openSite({ routes, forums: [GUBA, aForum('quba')], whoIs: async () => actor, ...given });
  return site;
};
beforeEach(() => {
  drawn = 0;
  actor = NOBODY;
  held = null;
});
afterEach(() => site.close());

/** Asks again and tells how often the page was drawn by now. */
const draws = async (path: string, asking?: Parameters<Site['ask']>[1]): Promise<number> => {
  await site.ask(path, asking);
  return drawn;
};
/** A write of public record, as commands tell it. */
const written = (forum: string = GUBA.id): void =>
  site.house.revisions.learn(forum, site.house.revisions.of(forum) + 1);

describe('every answer', () => {
  const ALL = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  const EVERYWHERE = [
    ['a page', '/en/guba/plans', {}],
    ['a page without body', '/en/guba/plans', { method: 'HEAD' }],
    ['a file', '/en/guba/table', {}],
    ['a picture', '/en/guba/photo', {}],
    ['a redirect', '/en/guba/moved', {}],
    ['a trailing slash', '/en/guba/plans/', {}],
    ['nothing here', '/en/guba/nowhere', {}],
    ['another method', '/en/guba/plans', { method: 'DELETE' }],
    ['a fault', '/en/guba/broken', {}],
    ['a problem', '/en/guba/nowhere', { headers: { accept: 'application/json' } }],
    ['a forged form', '/en/guba/plans', { method: 'POST' }],
    ['an impossible host', '/en/guba/plans', { headers: { host: 'a b' } }],
    ['an impossible address', '/en\\guba', {}],
  ] as const;

  test.each(EVERYWHERE)('%s says what a browser may do with it', async (_what, path, asking) => {
    await open();
    for (const times of [1, 2]) {
      const { headers } = await site.ask(path, asking);
      expect([times, headers]).toEqual([times, expect.objectContaining(ALL)]);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toMatch(/^default-src 'none';/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http:|https:|script/);
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
    }
  });

  test('asks browsers to come by https only where the public address is https', async () => {
    await open({ secure: true, origin: 'https://forum.example.org' });
    for (const path of ['/en/guba/plans', '/en/guba/nowhere', '/en/guba/moved'])
      expect((await site.ask(path)).headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('a page lets nothing in but its own styles by their hashes; nothing inside a file may run', async () => {
    await open();
    const policy = async (path: string) => (await site.ask(path)).headers['content-security-policy'];
    expect(await policy('/en/guba/plans')).toBe(
      "default-src 'none'; style-src 'sha256-abc='; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    for (const path of ['/en/guba/table', '/en/guba/photo', '/en/guba/feed'])
      expect(await policy(path)).toContain('sandbox');
  });

  test('a file is saved under its name', async () => {
    await open();
    const { headers } = await site.ask('/en/guba/table');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="plan_1_.csv"; filename*=UTF-8''plan%20%221%22.csv`,
    );
  });

  test('says whether it may be kept', async () => {
    await open();
    const control = async (path: string) => (await site.ask(path)).headers['cache-control'];
    expect(await control('/en/guba/plans')).toBe('no-cache');
    expect(await control('/en/guba/photo')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/en/guba/private', '/en/guba/secret', '/en/guba/missing', '/en/guba/cookies', '/en/guba/no'])
      expect([path, await control(path)]).toEqual([path, 'private, no-store']);
    expect(await control('/en/guba/moved')).toBe('no-store');
  });
});

describe('packing', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0 , gzip;q=0 ', undefined],
    ['', undefined],
  ])('as the browser takes it (%j), from the cache and before it', async (accept, encoding) => {
    await open();
    for (const times of [1, 2]) {
      const { headers, text } = await site.ask('/en/guba/plans', { headers: { 'accept-encoding': accept } });
      expect([times, headers['content-encoding']]).toEqual([times, encoding]);
      expect(text).toContain('drawn 1');
      expect(headers.vary).toBe('Accept-Encoding, Cookie');
      if (encoding) expect(Number(headers['content-length'])).toBeLessThan(1000);
    }
  });

  test('pictures go as they are', async () => {
    await open();
    const { headers } = await site.ask('/en/guba/photo', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('a page that the browser has already', () => {
  test('is not sent again until it changes; the server lives on', async () => {
    await open();
    const { etag } = (await site.ask('/en/guba/plans')).headers;
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    for (const asked of [etag, `"x", ${etag}`, etag?.slice(2), '*']) {
      const { status, headers, text } = await site.ask('/en/guba/plans', { headers: { 'if-none-match': asked } });
      expect([asked, status, text, headers.etag]).toEqual([asked, 304, '', etag]);
      expect(headers).toMatchObject({ vary: 'Accept-Encoding, Cookie', 'cache-control': 'no-cache' });
      expect(headers['content-type'] ?? headers['content-encoding']).toBeUndefined();
    }
    expect((await site.ask('/en/guba/plans', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    expect(drawn).toBe(1);
    written();
    const changed = await site.ask('/en/guba/plans', { headers: { 'if-none-match': etag } });
    expect([changed.status, drawn]).toEqual([200, 2]);
  });

  test('drawn anew to the same bytes is not sent either', async () => {
    await open();
    const { etag } = (await site.ask('/en/guba/plans')).headers;
    written();
    drawn = 0;
    expect((await site.ask('/en/guba/plans', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('HEAD tells what GET would, without the bytes', async () => {
    await open();
    const whole = await site.ask('/en/guba/plans', { headers: { 'accept-encoding': 'gzip' } });
    const head = await site.ask('/en/guba/plans', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['etag', 'cache-control', 'content-type', 'content-security-policy', 'vary'] as const)
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
    expect(await draws('/en/guba/plans/other', { method: 'HEAD' })).toBe(2);
    expect(await draws('/en/guba/plans/other')).toBe(2);
  });
});

describe('kept pages', () => {
  test('are drawn once, until something is written in their forum or in the reference rows', async () => {
    await open();
    expect([await draws('/en/guba/plans'), await draws('/en/guba/plans')]).toEqual([1, 1]);
    written(aForum('quba').id);
    expect(await draws('/en/guba/plans')).toBe(1);
    written();
    expect([await draws('/en/guba/plans'), await draws('/en/guba/plans')]).toEqual([2, 2]);
    written(REFERENCE);
    expect([await draws('/en/guba/plans'), await draws('/en/guba/plans')]).toEqual([3, 3]);
  });

  test('of the installation may speak of every forum', async () => {
    await open();
    for (const path of ['/en/forums', '/sitemap.xml']) {
      const first = await draws(path);
      expect(await draws(path)).toBe(first);
      written(aForum('quba').id);
      expect(await draws(path)).toBe(first + 1);
    }
  });

  test('read before a write and drawn after it are never kept', async () => {
    await open();
    let letGo = (): void => {};
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    const under = site.ask('/en/guba/slow');
    while (drawn === 0) await new Promise(setImmediate);
    written();
    letGo();
    expect((await under).text).toContain('drawn 1');
    expect(await draws('/en/guba/slow')).toBe(2);
  });

  test('end with the day of the forum, at its midnight', async () => {
    await open();
    // Midnight of 24 November in Baku (UTC+4).
    site.now = new Date('2026-11-23T19:59:59.998Z');
    expect([await draws('/en/guba/plans'), await draws('/en/guba/plans')]).toEqual([1, 1]);
    site.now = new Date('2026-11-23T20:00:00.000Z');
    expect(await draws('/en/guba/plans')).toBe(2);
  });

  test('end with the moment that they show', async () => {
    await open();
    expect([await draws('/en/guba/ballot'), await draws('/en/guba/ballot')]).toEqual([1, 1]);
    site.now = new Date('2026-11-23T08:29:59.999Z');
    expect(await draws('/en/guba/ballot')).toBe(1);
    site.now = new Date('2026-11-23T08:30:00Z');
    expect(await draws('/en/guba/ballot')).toBe(2);
    expect(await draws('/en/guba/ballot')).toBe(3);
  });

  test('wait while news from other processes may be missed', async () => {
    await open();
    await draws('/en/guba/plans');
    site.house.revisions.trusted = false;
    expect((await site.ask('/en/guba/plans')).headers['cache-control']).toBe('private, no-store');
    expect(drawn).toBe(2);
    site.house.revisions.trusted = true;
    expect(await draws('/en/guba/plans')).toBe(2);
  });

  test('are only those that were whole, well and for everybody', async () => {
    await open();
    for (const path of ['/en/guba/secret', '/en/guba/missing', '/en/guba/cookies', '/en/guba/table', '/hello']) {
      const first = await draws(path);
      expect([path, await draws(path)]).toEqual([path, first + 1]);
    }
    await site.ask('/en/guba/plans', posting(site, 'a=1'));
    const before = drawn;
    expect(await draws('/en/guba/plans')).toBe(before + 1);
  });

  test('are by language, and by every character of the address', async () => {
    await open();
    for (const path of [
      '/en/guba/plans',
      '/az/guba/plans',
      '/en/quba/plans',
      '/en/guba/plans?a=1',
      '/en/guba/plans?a=2',
    ]) {
      const before = drawn;
      expect([path, await draws(path), await draws(path)]).toEqual([path, before + 1, before + 1]);
    }
  });
});

describe('somebody with a cookie', () => {
  test('never gets a kept page and never leaves one, not even with a cookie of no meaning', async () => {
    await open();
    const cookie = { headers: { cookie: 'whatever=1' } };
    expect([await draws('/en/guba/plans', cookie), await draws('/en/guba/plans')]).toEqual([1, 2]);
    expect([await draws('/en/guba/plans', cookie), await draws('/en/guba/plans')]).toEqual([3, 3]);
    expect((await site.ask('/en/guba/plans', cookie)).headers['cache-control']).toBe('private, no-store');
  });

  test('who is signed in leaves nothing for others', async () => {
    await open();
    actor = SYSTEM;
    expect(await draws('/en/guba/plans')).toBe(1);
    actor = NOBODY;
    expect(await draws('/en/guba/plans')).toBe(2);
  });

  test('the address of a one-deed link is never kept, whoever opens it', async () => {
    await open();
    expect([await draws('/en/guba/plans?deed=x'), await draws('/en/guba/plans?deed=x')]).toEqual([1, 2]);
  });
});

describe('poison', () => {
  const origin = async (headers: Record<string, string> = {}) =>
    /http[^ <]*/.exec((await site.ask('/en/guba/origin', { headers })).text)?.[0];

  test('a foreign host reaches only those who asked by it', async () => {
    await open();
    expect(await origin({ host: 'evil.example' })).toBe('http://evil.example');
    expect(await origin()).toBe(`http://${site.host}`);
    expect(await origin({ host: 'evil.example' })).toBe('http://evil.example');
  });

  test('a request whose first line names another host is answered and not kept', async () => {
    await open();
    const lines = `GET http://evil.example/en/guba/origin HTTP/1.1\r\nHost: ${site.host}\r\nConnection: close\r\n\r\n`;
    expect(await site.say(lines)).toContain('http://evil.example');
    expect(await origin()).toBe(`http://${site.host}`);
  });

  test('what proxies may add changes nothing', async () => {
    await open();
    for (const [name, value] of [
      ['x-forwarded-host', 'evil.example'],
      ['x-forwarded-proto', 'https'],
      ['x-forwarded-for', '1.2.3.4'],
      ['forwarded', 'host=evil.example;proto=https'],
      ['x-original-url', '/en/guba/secret'],
      ['x-rewrite-url', '/en/guba/secret'],
      ['x-host', 'evil.example'],
    ] as const) {
      expect([name, await origin({ [name]: value })]).toEqual([name, `http://${site.host}`]);
      written();
    }
  });

  test('with a public address every page says that one, whatever the host', async () => {
    await open({ origin: 'https://forum.example.org' });
    expect(await origin({ host: 'evil.example' })).toBe('https://forum.example.org');
    expect(await origin({ host: 'forum.example.org' })).toBe('https://forum.example.org');
  });

  test.each([
    ['queries', (n: number) => ({ path: `/en/guba/plans/junk?n=${n}` })],
    ['percent signs', (n: number) => ({ path: `/en/guba/plans/%6aunk${n}` })],
    ['hosts', (n: number) => ({ path: '/en/guba/plans/junk', headers: { host: `h${n}.example` } })],
    ['long addresses', (n: number) => ({ path: `/en/guba/plans/junk?${'y'.repeat(10_000)}${n}` })],
  ])('invented %s never push out the usual pages', async (_what, nth) => {
    await open({ cacheBytes: 200_000 });
    await draws('/en/guba/plans');
    for (let n = 0; n < 60; n += 1) {
      const { path, ...asking } = nth(n);
      await site.ask(path, asking);
    }
    const before = drawn;
    expect(await draws('/en/guba/plans')).toBe(before);
  });
});

describe('a server under attack', () => {
  test('waits neither for headers nor for bodies for ever', async () => {
    await open();
    const made = server({ routes: [], origin: null, house: { revisions: new Revisions() } } as unknown as Needs, false);
    expect(made.headersTimeout).toBeLessThanOrEqual(20_000);
    expect(made.requestTimeout).toBeLessThanOrEqual(300_000);
    expect(made.keepAliveTimeout).toBeLessThanOrEqual(10_000);
  });

  test.each([
    [
      'headers that are too long',
      (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    [
      'a cookie that is too long',
      (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: a=${'y'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ['no host', () => 'GET /en/guba/plans HTTP/1.1\r\n\r\n', 400],
    ['no host in the old way', () => 'GET /en/guba/plans HTTP/1.0\r\n\r\n', 400],
    ['nonsense', () => 'HELO example.org\r\n\r\n', 400],
    [
      'two lengths',
      (host: string) => `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
      400,
    ],
    [
      'two framings',
      (host: string) =>
        `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['a header in a header', (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX: a\nSet-Cookie: b\r\n\r\n`, 400],
    ['a blank before the colon', (host: string) => `GET / HTTP/1.1\r\nHost : ${host}\r\n\r\n`, 400],
    ['an address with a blank', (host: string) => `GET /en/a b HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
    [
      'a user in the host',
      () => 'GET /en/guba/plans HTTP/1.1\r\nHost: a@evil.example\r\nConnection: close\r\n\r\n',
      400,
    ],
    [
      'a path in the host',
      () => 'GET /en/guba/plans HTTP/1.1\r\nHost: evil.example/x?\r\nConnection: close\r\n\r\n',
      400,
    ],
  ])('refuses %s', async (_what, lines, expected) => {
    await open();
    expect(await site.say(lines(site.host))).toMatch(new RegExp(`^HTTP/1\\.1 ${expected} `));
    expect((await site.ask('/en/guba/plans')).status).toBe(200);
    expect(site.problems).toEqual([]);
  });

  test('reads odd cookies without falling', async () => {
    await open();
    for (const cookie of ['=', ';;;', 'a', '__proto__=1', 'ortaq=%', 'a="b;c"', 'x'.repeat(10_000)])
      expect([cookie.slice(0, 9), (await site.ask('/en/guba/plans', { headers: { cookie } })).status]).toEqual([
        cookie.slice(0, 9),
        200,
      ]);
  });

  test('never unpacks what is sent packed', async () => {
    await open();
    const bomb = gzipSync(Buffer.alloc(10 * 1024 * 1024));
    const sent = posting(site, '', { 'content-encoding': 'gzip' });
    expect((await site.ask('/en/guba/plans', { ...sent, body: bomb })).status).toBe(200);
  });
});

describe('the end of a day', () => {
  test.each([
    ['Asia/Baku', '2026-11-23T08:00:00Z', '2026-11-23T20:00:00Z'],
    ['Asia/Baku', '2026-11-23T20:00:00Z', '2026-11-24T20:00:00Z'],
    ['Asia/Baku', '2026-11-23T19:59:59.999Z', '2026-11-23T20:00:00Z'],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['Pacific/Apia', '2011-12-29T11:00:00Z', '2011-12-30T10:00:00Z'],
    ['Asia/Kathmandu', '2026-11-23T08:00:00Z', '2026-11-23T18:15:00Z'],
    ['UTC', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z'],
  ])('in %s after %s is %s', (zone, now, end) => {
    expect(new Date(endOfDay(zone, new Date(now))).toISOString()).toBe(new Date(end).toISOString());
  });
});
