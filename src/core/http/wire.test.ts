import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, getRoot, page, post, type Route, redirect, refused } from './route.ts';
import { openSite, posting, type Site } from './testing/site.ts';

/** What came through to a route, in order. */
const reached: string[] = [];

const ROUTES: readonly Route[] = [
  get('/plans/:plan', async (web) => {
    reached.push(`GET ${web.params.plan}`);
    return page({ title: 'Plan', main: `plan ${web.params.plan}` });
  }),
  post('/plans/:plan', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const { value } = posted;
    reached.push(`POST ${web.params.plan} ${value.names.map((name) => `${name}=${value.text(name)}`).join(' ')}`);
    return redirect(web.at('/plans/1'));
  }),
  getRoot('/files/:forum/:file', async (web) => {
    reached.push(`FILE ${web.params.file}`);
    return refused({ kind: 'not_found', message: { key: 'errors.not_found_page' } });
  }),
];

/** Requests written by hand, as no browser writes them: what the wire itself may carry. */
let site: Site;
beforeAll(async () => {
  site = await openSite({ routes: ROUTES });
});
afterAll(() => site.close());

const raw = async (...lines: readonly string[]): Promise<string> => {
  reached.length = 0;
  return site.say(`${lines.join('\r\n')}`);
};
const statuses = (said: string): readonly string[] =>
  [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => status!);
const own = (): readonly string[] => [`Host: ${site.host}`, `Origin: http://${site.host}`, 'Connection: close'];
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const HIDDEN = 'GET /en/guba/plans/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n';

describe('one request hidden in another', () => {
  it.each([
    ['two lengths', ['Content-Length: 3', 'Content-Length: 30']],
    ['a length and pieces', ['Content-Length: 3', 'Transfer-Encoding: chunked']],
    ['a length that is no number', ['Content-Length: 3 4']],
    ['a length with a sign', ['Content-Length: +3']],
    ['a length in hex', ['Content-Length: 0x3']],
    ['pieces written strangely', ['Transfer-Encoding: xchunked']],
    ['pieces that are not last', ['Transfer-Encoding: chunked, identity']],
    ['a blank before the colon', ['Content-Length : 3']],
    ['a folded line', ['X-Long: a', ' Content-Length: 3']],
  ])('by %s is not read', async (_how, lines) => {
    const said = await raw('POST /en/guba/plans/1 HTTP/1.1', ...own(), FORM, ...lines, '', `a=1${HIDDEN}`);
    expect(statuses(said)).toEqual(['400']);
    expect(reached.join()).not.toContain('hidden');
  });

  it('behind the last body of a connection is not read', async () => {
    const said = await raw('POST /en/guba/plans/1 HTTP/1.1', ...own(), FORM, 'Content-Length: 3', '', `a=1${HIDDEN}`);
    expect(statuses(said)).toHaveLength(1);
    expect(reached.join()).not.toContain('hidden');
  });

  it('by bare line ends and control characters is not read', async () => {
    const lone = await raw(`GET /en/guba/plans/1 HTTP/1.1\nHost: ${site.host}\n\n${HIDDEN}`);
    expect(statuses(lone)).not.toContain('200');
    const nul = await raw('GET /en/guba/plans/1 HTTP/1.1', ...own(), 'X-A: b\0c', '', '');
    expect(statuses(nul)).toEqual(['400']);
    expect(reached).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    '/../../etc/passwd',
    '/files/../../etc/passwd',
    '/files/..%2f..%2f..%2fetc%2fpasswd/x',
    '/files/%2e%2e/%2e%2e',
    '/files/a/..%5c..%5cboot.ini',
    '//evil.example/..//',
    '/en/guba/../../../etc/passwd',
    '/en/guba/plans/..%00/x',
  ])('that climbs (%s) leads to nothing', async (path) => {
    const said = await raw(`GET ${path} HTTP/1.1`, ...own(), '', '');
    expect(['301', '400', '404']).toContain(statuses(said)[0]);
    expect(said).not.toContain('root:');
    const location = /^location: (.*)$/im.exec(said)?.[1];
    if (location) expect(location).toMatch(/^\/(?![/\\])/);
  });

  it('that writes headers writes none', async () => {
    const said = await raw(
      'GET /en/guba/plans/a%0d%0aSet-Cookie:%20stolen=1/?x=%0d%0aX-Evil:1 HTTP/1.1',
      ...own(),
      '',
      '',
    );
    expect(said.split('\r\n\r\n')[0]).not.toMatch(/^(set-cookie|x-evil)/im);
    expect(statuses(said)).toHaveLength(1);
  });

  it('of any length is answered at once: what is longer than a browser sends is refused before it is read', async () => {
    const began = performance.now();
    expect((await site.ask(`/en/guba/plans/${'x'.repeat(8_000)}`)).status).toBe(200);
    for (const size of [20_000, 200_000]) {
      const said = await raw(`GET /en/guba/plans/${'x'.repeat(size)} HTTP/1.1`, ...own(), '', '').catch(
        () => 'HTTP/1.1 431',
      );
      expect(statuses(said)).toEqual(['431']);
    }
    expect((await site.ask('/en/guba/plans/1')).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('a method', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    '%s changes nothing and names those that are taken',
    async (method) => {
      reached.length = 0;
      const answer = await site.ask('/en/guba/plans/1', { method, headers: { origin: `http://${site.host}` } });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
      expect(reached).toEqual([]);
    },
  );

  it.each(['TRACE', 'CONNECT', 'G E T', 'get'])('%s gives nothing back', async (method) => {
    const said = await raw(`${method} /en/guba/plans/1 HTTP/1.1`, ...own(), 'X-Secret: cookie', '', '').catch(() => '');
    expect(said).not.toContain('X-Secret');
    expect(statuses(said)[0] ?? '400').toMatch(/^4/);
    expect(reached).toEqual([]);
  });

  it('is not changed by a header or a field', async () => {
    reached.length = 0;
    const more = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    await site.ask('/en/guba/plans/1', posting(site, { _method: 'DELETE' }, more));
    expect(reached).toEqual(['POST 1 _method=DELETE']);
  });
});

describe('names of fields', () => {
  it('are names, also those that mean something to the language', async () => {
    reached.length = 0;
    const body = '__proto__=1&__proto__[admin]=2&constructor=3&constructor.prototype.admin=4&toString=5&a=6';
    const answer = await site.ask('/en/guba/plans/1', posting(site, body));
    expect(answer.status).toBe(303);
    expect(reached[0]).toContain('__proto__=1 __proto__[admin]=2 constructor=3');
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(Object.prototype.toString.call({})).toBe('[object Object]');
  });
});
