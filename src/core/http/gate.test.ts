import { afterEach, expect, it } from 'vitest';
import { type Actor, NOBODY } from '#core/actor.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { both } from '#core/db/testing/scratch.ts';
import { trustedOf } from '#core/limits/address.ts';
import { Limiter } from '#core/limits/limiter.ts';
import { limitNamed } from '#core/limits/rules.ts';
import { get, page, post, type Route, redirect, refused } from './route.ts';
import { aForum, openSite, posting, type Site } from './testing/site.ts';

const somebody = (id: string): Actor => ({ kind: 'person', id, name: id, roles: [] });
const FORUMS = [aForum('guba'), aForum('durnasu', { demonstration: true })];
const trusted = trustedOf(['127.0.0.1']);

/** Somebody signs in as whoever they say; the right secret lets them in and makes the device known. */
const ROUTES: readonly Route[] = [
  post('/ideas', async (web) => redirect(web.at('/ideas'))),
  post('/questions', async (web) => redirect(web.at('/questions'))),
  post('/urn', async (web) => redirect(web.at('/urn'))),
  get('/ideas', async () => page({ title: 'Ideas', main: 'kept' })),
  get('/ideas.csv', async () => ({ kind: 'file', type: 'text/csv', body: 'a,b' })),
  post('/sign-in', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const account = posted.value.text('account');
    const slow = await web.tryEnter(account);
    if (slow) return refused(slow);
    const entered = posted.value.text('secret') === 'right';
    return { kind: 'redirect', to: web.at('/'), cookies: entered ? await web.deviceCookies(account) : [] };
  }),
];

both('the gate', (scratch) => {
  let site: Site;
  afterEach(() => site.close());
  const open = async (): Promise<Site> => {
    const now = new Date('2026-11-23T08:00:00Z');
    const limiter = new Limiter(scratch.database, { now: () => now });
    site = await openSite({
      ...{ routes: ROUTES, forums: FORUMS, trusted: trusted! },
      gate: {
        ...{ limiter, isEntry: ({ path }) => path === '/sign-in', isVoice: ({ path }) => path === '/questions' },
        isUntold: ({ path }) => path === '/urn',
      },
      whoIs: async ({ cookies }) => {
        const id = /who=(\w+)/.exec(cookies ?? '')?.[1];
        return id ? somebody(id) : NOBODY;
      },
    });
    return site;
  };
  const send = (path: string, from: string, fields: Record<string, string> = {}, more: Record<string, string> = {}) =>
    site.ask(path, posting(site, fields, { 'x-forwarded-for': from, ...more }));
  const through = async (times: number, ask: () => Promise<{ status: number }>): Promise<number> => {
    let well = 0;
    for (let i = 0; i < times; i += 1) if ((await ask()).status === 303) well += 1;
    return well;
  };
  const form = limitNamed('form_address');
  const entry = limitNamed('entry_address');
  const target = limitNamed('entry_target');

  it('counts what nobody may learn of among all forms of its address, and leaves no row of its own', async () => {
    await open();
    const rules = async () =>
      (await scratch.db.withTables<CoreTables>().selectFrom('core_limits').select('rule').execute()).map(
        ({ rule }) => rule,
      );
    await send('/en/guba/urn', '203.0.113.5');
    expect(await rules()).toEqual(['forms_address']);
    await send('/en/guba/ideas', '203.0.113.5');
    expect((await rules()).sort()).toEqual(['form_address', 'forms_address']);
  });

  it('refuses what a stranger sends without end, in plain words and with the time to wait', async () => {
    await open();
    expect(await through(form.most + 3, () => send('/en/guba/ideas', '203.0.113.5'))).toBe(form.most);
    const no = await send('/en/guba/ideas', '203.0.113.5');
    expect([no.status, no.headers['retry-after'], no.headers['cache-control']]).toEqual([
      429,
      '2',
      'private, no-store',
    ]);
    expect(no.text).toContain('It can be done again in 2 seconds');
    const machine = await send('/en/guba/ideas', '203.0.113.5', {}, { accept: 'application/json' });
    expect(machine.headers['content-type']).toBe('application/problem+json');
    expect(machine.headers['retry-after']).toBe('2');
    expect(JSON.parse(machine.text)).toMatchObject({ status: 429, title: 'Too many tries' });
    // Another form, another address, and reading are not touched.
    expect((await send('/en/guba/questions', '203.0.113.5')).status).toBe(303);
    expect((await send('/en/guba/ideas', '203.0.113.6')).status).toBe(303);
    expect((await site.ask('/en/guba/ideas', { headers: { 'x-forwarded-for': '203.0.113.5' } })).status).toBe(200);
  });

  it('counts what somebody must read more strictly than other forms', async () => {
    await open();
    const voice = limitNamed('voice_address');
    expect(voice.most).toBeLessThan(form.most);
    expect(await through(voice.most + 2, () => send('/en/guba/questions', '203.0.113.5'))).toBe(voice.most);
    expect((await send('/en/guba/questions', '203.0.113.6')).status).toBe(303);
    expect((await send('/en/guba/ideas', '203.0.113.5')).status).toBe(303);
  });

  it('counts who is signed in by account, wherever they are, and a demonstration person by address', async () => {
    await open();
    const account = limitNamed('form_account');
    const as = (who: string, from: string, forum = 'guba') =>
      send(`/en/${forum}/ideas`, from, {}, { cookie: `who=${who}` });
    let at = 0;
    expect(await through(account.most + 2, () => as('Leyla', `203.0.113.${at++ % 200}`))).toBe(account.most);
    expect((await as('Rauf', '203.0.113.1')).status).toBe(303);
    // Everybody may look through her eyes: one visitor does not stop the others.
    expect(await through(form.most + 2, () => as('Shown', '198.51.100.1', 'durnasu'))).toBe(form.most);
    expect((await as('Shown', '198.51.100.2', 'durnasu')).status).toBe(303);
  });

  it('believes no invented address', async () => {
    await open();
    let at = 0;
    const invent = () => send('/en/guba/ideas', `192.0.2.${at++ % 250}, 203.0.113.9`);
    expect(await through(form.most + 2, invent)).toBe(form.most);
    const wide = () => send('/en/guba/ideas', `2001:db8:1:2:${(at++).toString(16)}::1`);
    expect(await through(form.most + 2, wide)).toBe(form.most);
  });

  it('one who guesses is slowed down at that account, and locks out neither its owner nor the village', async () => {
    await open();
    const enter = (account: string, secret: string, cookie = '') =>
      send('/en/guba/sign-in', '203.0.113.5', { account, secret }, cookie ? { cookie } : {});
    const before = await enter('leyla@example.org', 'right');
    const device = String(before.headers['set-cookie']).split(';')[0]!;
    expect(String(before.headers['set-cookie'])).toMatch(/^ortaq-device=[0-9a-f.]+; Path=\/; HttpOnly; SameSite=Lax/);
    expect(await through(target.most + 5, () => enter('Leyla@example.org', 'wrong'))).toBe(target.most - 1);
    expect((await enter('leyla@example.org', 'right')).status).toBe(429);
    // From her own device she comes in; neighbours behind the same address come in, too.
    expect((await enter('leyla@example.org', 'right', device)).status).toBe(303);
    for (let i = 0; i < 40; i += 1) expect((await enter(`neighbour-${i}@example.org`, 'right')).status).toBe(303);
    // Her device gives no right to try others without end.
    expect(await through(target.most + 5, () => enter('rauf@example.org', 'wrong', device))).toBe(target.most);
  });

  it('one who guesses at many accounts is slowed down at the address, devices that are known are not', async () => {
    await open();
    let at = 0;
    const enter = (cookie = '') =>
      send('/en/guba/sign-in', '203.0.113.5', { account: `a${at++}`, secret: 'right' }, cookie ? { cookie } : {});
    const device = String((await enter()).headers['set-cookie']).split(';')[0]!;
    expect(await through(entry.most + 5, () => enter())).toBe(entry.most - 1);
    expect((await enter(device)).status).toBe(303);
    expect((await enter('ortaq-device=0.0.0')).status).toBe(429);
  });

  it('counts files by the length that is said, and one that says none as the largest', async () => {
    await open();
    const upload = limitNamed('upload_address');
    const type = 'multipart/form-data; boundary=x';
    const body = `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${'b'.repeat(900)}\r\n--x--\r\n`;
    const whole = () =>
      site.ask('/en/guba/ideas', {
        ...posting(site, body, { 'content-type': type, 'x-forwarded-for': '203.0.113.5' }),
      });
    const unsaid = () =>
      site.ask('/en/guba/ideas', {
        ...posting(site, body, {
          'content-type': type,
          'x-forwarded-for': '203.0.113.6',
          'transfer-encoding': 'chunked',
        }),
      });
    expect(await through(20, whole)).toBe(20);
    expect(await through(5, unsaid)).toBe(Math.floor(upload.most / 40));
  });

  it('counts tables and searches that are made anew', async () => {
    await open();
    const heavy = limitNamed('heavy_address');
    const read = (path: string, from: string) => site.ask(path, { headers: { 'x-forwarded-for': from } });
    const all = async (paths: readonly string[]) => {
      const answers = await Promise.all(paths.map((path) => read(path, '203.0.113.7')));
      return answers.filter(({ status }) => status === 200).length;
    };
    const many = (path: string, times: number) => all(Array.from({ length: times }, () => path));
    // Each by an address of its own: one that is kept already is not made anew.
    const tables = Array.from({ length: heavy.most - 1 }, (_, n) => `/en/guba/ideas.csv?n=${n}`);
    expect(await all(tables)).toBe(heavy.most - 1);
    // The first of these is the last one that is let through; the others are the same page, kept.
    expect(await many('/en/guba/ideas?q=a', 1)).toBe(1);
    expect(await many('/en/guba/ideas?q=a', 50)).toBe(50);
    expect([await many('/en/guba/ideas?q=b', 1), await many('/en/guba/ideas.csv', 1)]).toEqual([0, 0]);
    expect((await read('/en/guba/ideas.csv', '203.0.113.8')).status).toBe(200);
  });
});
