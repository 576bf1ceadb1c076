import { afterAll, beforeAll, expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { type Browser, openBrowser } from '#core/http/testing/browser.ts';
import { Lang } from '#core/i18n/lang.ts';
import { openProvider } from '#core/oidc/provider.ts';
import { type ProviderHouse, startProvider } from '#core/oidc/testing/provider-house.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { authenticate } from '../contract.ts';
import { identityModule } from '../module.ts';
import { peopleCommands } from '../people/commands.ts';
import type { IdentityNeeds } from '../schema.ts';
import { makeLink } from '../sessions/commands.ts';

const ORIGIN = 'http://localhost:3000';
const langs = {
  az: new Lang('az', SENTENCES.az),
  en: new Lang('en', SENTENCES.en),
  ru: new Lang('ru', SENTENCES.ru),
};

let house: ProviderHouse;
beforeAll(async () => {
  house = await startProvider(`${ORIGIN}/sign-in-return`);
});
afterAll(() => house.stop());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

async function platform(scratch: Scratch, issuer = house.issuer) {
  const on = await stage(scratch);
  const troubles: unknown[] = [];
  const settings = { issuer, clientId: 'ortaq', clientSecret: 'a secret of the test', name: 'Regional account' };
  const needs: IdentityNeeds = {
    bodyOptions: async () => [],
    bodyNames: async () => new Map(),
    roles: () => module.roles ?? [],
    deedKinds: () => [],
    forum: () => null,
    lang: (code) => langs[code],
    mailer: { send: async () => ({ ok: true, value: { id: '1', file: null } }) },
    secure: false,
    publicUrl: ORIGIN,
    passwords: { hash: async () => null, matches: async () => null },
    passkeys: null,
    provider: openProvider(settings, (error) => troubles.push(error)),
  };
  const module = identityModule(needs);
  const person = async (email: string | null) =>
    value(
      await asSystem(on)(peopleCommands(needs).addPerson, {
        ...{ name: { az: 'Rəna Quliyeva' }, language: 'en', email, phone: null },
        ...{ role: 'secretary', body: null, from: on.today, to: null },
      }),
    ).person;
  const open = () =>
    openBrowser(on, {
      routes: module.routes,
      langs,
      whoIs: async (knock) => (await authenticate(scratch.db, { ...knock, secure: false })).actor,
    });
  const cameIn = async (id: string) => {
    const browser = await open();
    const { token } = value(await asSystem(on)(makeLink, { person: id, send: false }));
    await browser.post(`/en/sign-in/${token}`);
    return browser;
  };
  const whoIs = async (browser: Browser) => {
    const cookies = `ortaq=${browser.jar.get('ortaq') ?? ''}`;
    const { actor } = await authenticate(scratch.db, {
      ...{ now: on.now, forum: on.forum, language: 'en', cookies, secure: false },
    });
    return actor.kind === 'person' ? actor.id : null;
  };
  return { on, person, open, cameIn, whoIs, troubles };
}

/** Presses, and reads where our last page leads. */
async function leave(browser: Browser, path = '/en/sign-in/provider'): Promise<string> {
  const { html } = await browser.post(path);
  return /href="(http:\/\/localhost:\d+\/auth[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? html;
}

/** There and back again as somebody. */
async function roundTrip(browser: Browser, name: string, path?: string) {
  const back = await house.comeBackFrom(await leave(browser, path), name);
  return { back, seen: await browser.get(`${back.pathname}${back.search}`) };
}
const later = (on: Stage, ms: number): void => {
  on.now = new Date(on.now.getTime() + ms);
};

both('an account elsewhere', (scratch) => {
  it('lets in by an address that was verified there and that one person has here', async () => {
    const { person, open, whoIs } = await platform(scratch);
    const rena = await person('rena@example.az');
    const browser = await open();
    const { seen, back } = await roundTrip(browser, 'rena');
    expect(seen.to).toBe('/en');
    expect(await whoIs(browser)).toBe(rena);
    // The address with the code, again and in another browser, opens nothing.
    for (const other of [browser, await open()])
      expect((await other.get(`${back.pathname}${back.search}`)).status).toBe(410);
  });

  it('makes nobody: it opens nothing for strangers, nor for addresses that were not verified', async () => {
    const { person, open, whoIs } = await platform(scratch);
    await person('unverified@example.az');
    for (const name of ['stranger', 'unverified']) {
      const browser = await open();
      const { seen } = await roundTrip(browser, name);
      expect([seen.status, await whoIs(browser)], name).toEqual([403, null]);
    }
    const people = await scratch.db
      .withTables<{ identity_people: object }>()
      .selectFrom('identity_people')
      .selectAll()
      .execute();
    expect(people).toHaveLength(1);
  });

  it('is linked by who is signed in, opens that account from then on, and is unlinked', async () => {
    const { person, open, cameIn, whoIs } = await platform(scratch);
    const rena = await person(null);
    const own = await cameIn(rena);
    const before = own.jar.get('ortaq');
    const { seen } = await roundTrip(own, 'elsewhere', '/en/me/provider');
    expect(seen.to).toBe('/en/me/ways?done=provider_linked');
    expect(own.jar.get('ortaq')).not.toBe(before);
    const browser = await open();
    expect((await roundTrip(browser, 'elsewhere')).seen.to).toBe('/en');
    expect(await whoIs(browser)).toBe(rena);
    const other = await cameIn(await person(null));
    expect((await roundTrip(other, 'elsewhere', '/en/me/provider')).seen.status).toBe(409);
    expect((await own.get('/en/me/ways')).html).toContain('Your account of Regional account was linked');
    expect((await browser.post('/en/me/provider/removal')).status).toBe(303);
    expect((await roundTrip(await open(), 'elsewhere')).seen.status).toBe(403);
  });

  it('comes back to the browser that left, in time, and to the person who left', async () => {
    const { on, person, open, cameIn, whoIs } = await platform(scratch);
    const [rena, other] = [await person('rena@example.az'), await person(null)];
    // Somebody else's answer, brought to this browser by a link: its cookie knows another state.
    const thief = await house.comeBackFrom(await leave(await open()), 'rena');
    const victim = await open();
    await leave(victim);
    const brought = await victim.get(`${thief.pathname}${thief.search}`);
    expect([brought.status, await whoIs(victim)]).toEqual([503, null]);
    const late = await open();
    const back = await house.comeBackFrom(await leave(late), 'rena');
    later(on, 10 * 60_000);
    expect((await late.get(`${back.pathname}${back.search}`)).status).toBe(410);
    // Linking was begun by one person and comes back to a browser where another is signed in meanwhile.
    const browser = await cameIn(rena);
    const linking = await house.comeBackFrom(await leave(browser, '/en/me/provider'), 'elsewhere');
    browser.jar.set('ortaq', (await cameIn(other)).jar.get('ortaq')!);
    expect((await browser.get(`${linking.pathname}${linking.search}`)).status).toBe(403);
  });

  it('that does not answer is said so, and asked again by the next', async () => {
    const { open, troubles } = await platform(scratch, 'http://localhost:1');
    const browser = await open();
    expect((await browser.post('/en/sign-in/provider')).status).toBe(503);
    expect((await browser.post('/en/sign-in/provider')).status).toBe(503);
    expect(troubles).toHaveLength(2);
  });
});
