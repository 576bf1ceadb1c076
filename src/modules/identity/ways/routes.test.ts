import { TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { openBrowser } from '#core/http/testing/browser.ts';
import { Lang } from '#core/i18n/lang.ts';
import { Limiter } from '#core/limits/limiter.ts';
import { passkeysFor } from '#core/passkeys/verifier.ts';
import { passwordKeeper } from '#core/passwords/keeper.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { authenticate } from '../contract.ts';
import { identityModule } from '../module.ts';
import { peopleCommands } from '../people/commands.ts';
import { askEmail, confirmEmail } from '../personal/commands.ts';
import type { IdentityNeeds } from '../schema.ts';
import { makeLink } from '../sessions/commands.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SENTENCE = 'nar çiçəyi gecə açır';
const OTHER = 'yaşıl körpünün altında';
const langs = {
  az: new Lang('az', SENTENCES.az),
  en: new Lang('en', SENTENCES.en),
  ru: new Lang('ru', SENTENCES.ru),
};

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** A platform with one secretary who can be reached by e-mail, and browsers before it. */
async function platform(
  scratch: Scratch,
  more: { email?: string | null; demonstration?: boolean; counting?: boolean } = {},
) {
  const on = await stage(scratch, { demonstration: more.demonstration ?? false });
  const compared: (string | null)[] = [];
  const keeper = passwordKeeper({ memory: 256, passes: 1, atOnce: 1, waiting: 5 });
  const needs: IdentityNeeds = {
    bodyOptions: async () => [],
    bodyNames: async () => new Map(),
    roles: () => module.roles ?? [],
    deedKinds: () => [],
    forum: () => null,
    lang: (code) => langs[code],
    mailer: { send: async () => ({ ok: true, value: { id: '1', file: null } }) },
    secure: false,
    publicUrl: 'http://localhost:3000',
    passkeys: passkeysFor('http://localhost:3000'),
    provider: null,
    passwords: {
      hash: keeper.hash,
      matches: (phc, password) => {
        compared.push(phc);
        return keeper.matches(phc, password);
      },
    },
  };
  const module = identityModule(needs);
  const person = async (email: string | null) =>
    value(
      await asSystem(on)(peopleCommands(needs).addPerson, {
        ...{ name: { az: 'Rəna Quliyeva' }, language: 'en', email, phone: null },
        ...{ role: 'secretary', body: null, from: on.today, to: null },
      }),
    );
  const { person: rena, role: secretary } = await person(more.email === undefined ? 'rena@example.az' : more.email);
  const limiter = new Limiter(on.house.database, on.house.clock);
  const open = () =>
    openBrowser(on, {
      ...(more.counting
        ? { gate: { limiter, isEntry: ({ path }) => path.startsWith('/sign-in'), isVoice: () => false } }
        : {}),
      routes: module.routes,
      langs,
      whoIs: async (knock) => (await authenticate(scratch.db, { ...knock, secure: false })).actor,
    });
  /** A browser that came in by a link of the coordinator. */
  const cameIn = async (id = rena) => {
    const browser = await open();
    const { token } = value(await asSystem(on)(makeLink, { person: id, send: false }));
    expect((await browser.post(`/en/sign-in/${token}`)).to).toBe('/en/stage');
    return browser;
  };
  const isIn = async (browser: Awaited<ReturnType<typeof open>>) => (await browser.get('/en/me')).status === 200;
  return { on, needs, rena, secretary, person, open, cameIn, isIn, compared };
}

type Platform = Awaited<ReturnType<typeof platform>>;
type Browser = Awaited<ReturnType<Platform['open']>>;

const later = (on: Stage, ms: number): void => {
  on.now = new Date(on.now.getTime() + ms);
};
const setPassword = (browser: Browser, more: Record<string, string> = {}) =>
  browser.post('/en/me/password', { password: SENTENCE, again: SENTENCE, ...more });
const byPassword = (browser: Browser, name = 'rena@example.az', password = SENTENCE) =>
  browser.post('/en/sign-in/password', { name, password });
const ANEW = '/en/me/authenticator/recoveries';
/** What the page says about its fields. */
const wrongs = (html: string) => [...html.matchAll(/<p class="wrong"[^>]*>.*?<\/span>(.*?)<\/p>/g)].map((at) => at[1]);

both('a session', (scratch) => {
  it('gets a fresh token when a role is given or ended, and the former one dies', async () => {
    const { on, needs, rena, secretary, open, cameIn, isIn } = await platform(scratch);
    const browser = await cameIn();
    const before = browser.jar.get('ortaq')!;
    const given = { person: rena, role: 'coordinator', body: null, from: on.today, to: null };
    value(await asSystem(on)(peopleCommands(needs).grantRole, given));
    expect(await isIn(browser)).toBe(true);
    const after = browser.jar.get('ortaq')!;
    expect(after).not.toBe(before);
    // A request that was under way with the former token is still understood, but not renewed again.
    const slow = await open();
    slow.jar.set('ortaq', before);
    expect(await isIn(slow)).toBe(true);
    expect(slow.jar.get('ortaq')).toBe(before);
    later(on, 2 * MINUTE);
    expect([await isIn(slow), await isIn(browser)]).toEqual([false, true]);
    value(await asSystem(on)(peopleCommands(needs).endRole, { role: secretary }));
    await browser.get('/en/me');
    expect(browser.jar.get('ortaq')).not.toBe(after);
  });

  it('of two requests at once is renewed by one', async () => {
    const { on, needs, rena, open, cameIn, isIn } = await platform(scratch);
    const browser = await cameIn();
    const twin = await open();
    twin.jar.set('ortaq', browser.jar.get('ortaq')!);
    const given = { person: rena, role: 'coordinator', body: null, from: on.today, to: null };
    value(await asSystem(on)(peopleCommands(needs).grantRole, given));
    const both = await Promise.all([browser.get('/en/me'), twin.get('/en/me')]);
    expect(both.map((seen) => seen.status)).toEqual([200, 200]);
    expect(both.filter((seen) => seen.cookies.length > 0)).toHaveLength(1);
    expect([await isIn(browser), await isIn(twin)]).toEqual([true, true]);
  });

  it('planted by somebody before the sign-in opens nothing after it', async () => {
    const { open, cameIn, isIn, on, rena } = await platform(scratch);
    const thief = await cameIn(rena);
    const planted = thief.jar.get('ortaq')!;
    const victim = await open();
    victim.jar.set('ortaq', planted);
    const { token } = value(await asSystem(on)(makeLink, { person: rena, send: false }));
    await victim.post(`/en/sign-in/${token}`);
    expect(victim.jar.get('ortaq')).not.toBe(planted);
    expect([await isIn(victim), await isIn(thief)]).toEqual([true, false]);
    victim.jar.set('ortaq', 'A'.repeat(43));
    expect(await isIn(victim)).toBe(false);
  });

  it('ends everywhere else by one press, and by every change of a way in', async () => {
    const { cameIn, isIn } = await platform(scratch);
    const [here, there] = [await cameIn(), await cameIn()];
    expect((await here.get('/en/me')).html).toContain('/me/sessions/others/closure');
    expect((await here.post('/en/me/sessions/others/closure')).to).toBe('/en/me?done=others#sessions');
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    const third = await cameIn();
    const before = here.jar.get('ortaq');
    expect((await setPassword(here)).to).toBe('/en/me/ways?done=password_set');
    expect(here.jar.get('ortaq')).not.toBe(before);
    expect([await isIn(here), await isIn(third)]).toEqual([true, false]);
  });

  it('that ends leaves nothing begun that finishes without it: neither a new address nor a code that is owed', async () => {
    const { on, rena, open, cameIn } = await platform(scratch);
    const thief = await cameIn();
    await setPassword(thief);
    const { code } = await withApp(thief, on);
    const asked = { kind: 'person', id: rena, name: 'Rəna', roles: [] } as const;
    const change = value(await on.as(asked)(askEmail, { email: 'thief@example.az' })).token!;
    const waiting = await open();
    expect((await byPassword(waiting)).to).toBe('/en/sign-in/code');
    const owner = await cameIn();
    expect((await owner.post('/en/me/sessions/others/closure')).status).toBe(303);
    expect((await waiting.post('/en/sign-in/code', { code: code(1) })).status).toBe(410);
    const pressed = await on.as(asked)(confirmEmail, { secret: change });
    expect(pressed.ok ? 'ok' : pressed.refusal.message.key).toBe('identity.personal.email_over');
  });

  it('on a phone that is not only mine ends after 15 idle minutes, by whichever way one came', async () => {
    const { on, open, cameIn, isIn } = await platform(scratch);
    await setPassword(await cameIn());
    const shared = await open();
    const seen = await shared.post('/en/sign-in/password', {
      name: 'rena@example.az',
      password: SENTENCE,
      shared: 'yes',
    });
    expect(seen.cookies.find((line) => line.startsWith('ortaq='))).not.toContain('Max-Age');
    later(on, 14 * MINUTE);
    expect(await isIn(shared)).toBe(true);
    later(on, 15 * MINUTE);
    expect(await isIn(shared)).toBe(false);
  });
});

both('a password', (scratch) => {
  it('lets in by address or user name, and answers every other try alike after the same work', async () => {
    const { open, cameIn, compared, rena, person, isIn } = await platform(scratch);
    await setPassword(await cameIn(), { user_name: 'rena.q' });
    const browser = await open();
    expect((await byPassword(browser)).to).toBe('/en');
    expect(await isIn(browser)).toBe(true);
    expect((await byPassword(await open(), ' Rena.Q ')).to).toBe('/en');
    const { person: noPassword } = await person('other@example.az');
    expect(noPassword).not.toBe(rena);
    const stranger = await open();
    const before = compared.length;
    const tries = [
      await byPassword(stranger, 'rena@example.az', OTHER),
      await byPassword(stranger, 'rena.q', OTHER),
      await byPassword(stranger, 'other@example.az', SENTENCE),
      await byPassword(stranger, 'nobody@example.az', SENTENCE),
      await byPassword(stranger, 'nobody', SENTENCE),
    ];
    expect(new Set(tries.map(({ status, html }) => `${status} ${wrongs(html)}`)).size).toBe(1);
    expect(tries[0]?.status).toBe(422);
    expect(compared.slice(before).map((phc) => phc !== null)).toEqual([true, true, false, false, false]);
    expect(stranger.jar.size).toBe(0);
  });

  it('is kept as Argon2id alone', async () => {
    const { cameIn } = await platform(scratch);
    await setPassword(await cameIn());
    const rows = await scratch.db
      .withTables<{ identity_passwords: { phc: string } }>()
      .selectFrom('identity_passwords')
      .selectAll()
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.phc).toMatch(/^\$argon2id\$v=19\$/);
    expect(JSON.stringify(rows)).not.toContain(SENTENCE);
  });

  it('that is weak or mistyped is refused with its sentence; a name is needed where there is no address', async () => {
    const { cameIn } = await platform(scratch, { email: null });
    const browser = await cameIn();
    const tried = async (more: Record<string, string>) => wrongs((await setPassword(browser, more)).html);
    expect(await tried({ password: 'qısa', again: 'qısa' })).toEqual(['Write at least 10 characters.']);
    expect(await tried({ password: 'password2026', again: 'x' })).toEqual([expect.stringContaining('tries this')]);
    expect(await tried({ password: 'Quliyeva 1 alma', again: 'x' })).toEqual([
      expect.stringContaining('your own name'),
    ]);
    expect(await tried({ again: OTHER })).toEqual([expect.stringContaining('not the same')]);
    expect(await tried({ user_name: 'rə na' })).toEqual([expect.stringContaining('3 to 40')]);
    expect(await tried({})).toEqual([expect.stringContaining('no e-mail address')]);
    expect((await setPassword(browser, { user_name: 'rena' })).status).toBe(303);
  });

  it('of two people with one address needs a user name, and two people have never one user name', async () => {
    const { cameIn, person, open } = await platform(scratch);
    await setPassword(await cameIn());
    const on = await person(null);
    const second = await cameIn(on.person);
    await setPassword(second, { user_name: 'rena' });
    const third = await cameIn((await person(null)).person);
    expect(wrongs((await setPassword(third, { user_name: 'RENA' })).html)).toEqual([
      expect.stringContaining('is taken'),
    ]);
    expect((await byPassword(await open(), 'rena')).status).toBe(303);
  });

  it('is changed by who knows the old one, or came in a moment ago', async () => {
    const { on, open, cameIn } = await platform(scratch);
    const browser = await cameIn();
    await setPassword(browser);
    const change = (current: string) => setPassword(browser, { password: OTHER, again: OTHER, current });
    later(on, 15 * MINUTE);
    expect(wrongs((await change('')).html)).toEqual([expect.stringContaining('current password is not right')]);
    expect((await change('something else')).status).toBe(422);
    expect((await change(SENTENCE)).status).toBe(303);
    expect((await byPassword(await open())).status).toBe(422);
    expect((await byPassword(await open(), 'rena@example.az', OTHER)).status).toBe(303);
    expect((await browser.post('/en/me/password/removal')).status).toBe(303);
    expect((await byPassword(await open(), 'rena@example.az', OTHER)).status).toBe(422);
  });

  it('is not set by who is signed in as nobody, nor for a made-up person', async () => {
    const { open } = await platform(scratch, { demonstration: true });
    const visitor = await open();
    expect((await setPassword(visitor)).status).toBe(401);
    expect((await visitor.post('/en/stage/demo/look', { role: 'secretary' })).status).toBe(303);
    expect(visitor.jar.has('ortaq-look')).toBe(true);
    for (const path of ['password', 'password/removal', 'authenticator', 'sessions/others/closure'])
      expect((await visitor.post(`/en/me/${path}`)).status, path).toBe(401);
  });
});

/** Adds the app in this browser and answers its codes by time, and the codes for paper. */
async function withApp(browser: Browser, on: Stage) {
  expect((await browser.post('/en/me/authenticator')).to).toBe('/en/me/authenticator');
  const shown = await browser.get('/en/me/authenticator');
  expect(shown.page?.secret).toBe(true);
  const secret = /<b class="num">([A-Z2-7 ]+)<\/b>/.exec(shown.html)![1]!.replaceAll(' ', '');
  const app = new TOTP({ secret });
  const code = (steps = 0) => app.generate({ timestamp: on.now.getTime() + steps * 30_000 });
  const wrong = await browser.post('/en/me/authenticator/confirmation', { code: '000000' });
  expect(wrong.status).toBe(422);
  const made = await browser.post('/en/me/authenticator/confirmation', { code: code() });
  expect(made.page?.secret).toBe(true);
  const papers = [...made.html.matchAll(/<li[^>]*>([0-9A-Z-]{19})<\/li>/g)].map((at) => at[1]!);
  expect(papers).toHaveLength(10);
  return { code, papers };
}

both('the second step', (scratch) => {
  it('is asked for after the password, opens nothing before, and takes each code once', async () => {
    const { on, open, cameIn, isIn } = await platform(scratch);
    const own = await cameIn();
    await setPassword(own);
    const { code } = await withApp(own, on);
    const browser = await open();
    expect((await byPassword(browser)).to).toBe('/en/sign-in/code');
    expect([...browser.jar.keys()]).toEqual(['ortaq-code']);
    expect(await isIn(browser)).toBe(false);
    const say = (at: Browser, text: string) => at.post('/en/sign-in/code', { code: text });
    // The code that confirmed the app is spent, and so is the one before it.
    expect((await say(browser, code())).status).toBe(422);
    expect((await say(browser, code(-1))).status).toBe(422);
    expect((await say(browser, code(1))).to).toBe('/en');
    expect([...browser.jar.keys()]).toEqual(['ortaq']);
    expect(await isIn(browser)).toBe(true);
    const replay = await open();
    await byPassword(replay);
    expect((await say(replay, code(1))).status).toBe(422);
    later(on, MINUTE);
    expect((await say(replay, code())).status).toBe(303);
  });

  it('lets one of two browsers with the same code through', async () => {
    const { on, open, cameIn, isIn } = await platform(scratch);
    const own = await cameIn();
    await setPassword(own);
    const { code, papers } = await withApp(own, on);
    for (const text of [code(1), papers[0]!]) {
      const both = [await open(), await open()];
      for (const browser of both) await byPassword(browser);
      const seen = await Promise.all(both.map((browser) => browser.post('/en/sign-in/code', { code: text })));
      expect(seen.map(({ status }) => status).sort()).toEqual([303, 422]);
      expect((await Promise.all(both.map(isIn))).filter(Boolean)).toHaveLength(1);
    }
  });

  it('understands a clock that is one step wrong, and no more', async () => {
    const { on, open, cameIn } = await platform(scratch);
    const own = await cameIn();
    await setPassword(own);
    const { code } = await withApp(own, on);
    later(on, 10 * MINUTE);
    const browser = await open();
    await byPassword(browser);
    const say = async (steps: number) => (await browser.post('/en/sign-in/code', { code: code(steps) })).status;
    expect([await say(-2), await say(2), await say(-1)]).toEqual([422, 422, 303]);
  });

  it('gives five tries and ten minutes, and nobody else’s waiting can be used', async () => {
    const { on, open, cameIn } = await platform(scratch);
    const own = await cameIn();
    await setPassword(own);
    const { code } = await withApp(own, on);
    const browser = await open();
    await byPassword(browser);
    const say = async (at: Browser, text: string) => (await at.post('/en/sign-in/code', { code: text })).status;
    const tries: number[] = [];
    for (let n = 0; n < 5; n++) tries.push(await say(browser, '000000'));
    expect(tries).toEqual([422, 422, 422, 422, 410]);
    expect(await say(browser, code(1))).toBe(410);
    const late = await open();
    await byPassword(late);
    expect((await late.get('/en/sign-in/code')).status).toBe(200);
    later(on, 10 * MINUTE);
    expect((await late.get('/en/sign-in/code')).status).toBe(410);
    expect(await say(late, code(1))).toBe(410);
    const stranger = await open();
    stranger.jar.set('ortaq-code', 'A'.repeat(43));
    expect(await say(stranger, code(1))).toBe(410);
  });

  it('is guessed no oftener by who knows the password and begins anew, while the owner’s device comes in', async () => {
    const { on, open, cameIn } = await platform(scratch, { counting: true });
    const own = await cameIn();
    await setPassword(own);
    const { code } = await withApp(own, on);
    later(on, 20 * MINUTE);
    let judged = 0;
    for (let round = 0; round < 6; round += 1) {
      const thief = await open();
      if ((await byPassword(thief)).status !== 303) break;
      for (let n = 0; n < 4; n += 1)
        if ((await thief.post('/en/sign-in/code', { code: '000000' })).status === 422) judged += 1;
    }
    expect(judged).toBeGreaterThan(3);
    expect(judged).toBeLessThan(10);
    expect((await byPassword(await open())).status).toBe(429);
    await own.post('/en/sign-out');
    expect((await byPassword(own)).to).toBe('/en/sign-in/code');
    expect((await own.post('/en/sign-in/code', { code: code() })).to).toBe('/en');
    // A phone that lies open is no place to guess at either.
    const statuses = new Set<number>();
    for (let n = 0; n < 12; n += 1)
      statuses.add((await own.post('/en/me/authenticator/recoveries', { code: '000000' })).status);
    expect([...statuses].toSorted()).toEqual([422, 429]);
  });

  it('is replaced by a code from paper, each once; a link from the coordinator needs none', async () => {
    const { on, open, cameIn, isIn } = await platform(scratch);
    const own = await cameIn();
    await setPassword(own);
    const { papers } = await withApp(own, on);
    const enter = async (code: string) => {
      const browser = await open();
      await byPassword(browser);
      return (await browser.post('/en/sign-in/code', { code })).status;
    };
    expect([await enter(papers[3]!.toLowerCase()), await enter(papers[3]!)]).toEqual([303, 422]);
    const again = await cameIn();
    expect(await isIn(again)).toBe(true);
    expect((await again.get('/en/me/ways')).html).toContain('9 recovery codes are left.');
    expect((await again.post('/en/me/authenticator/removal', { code: '000000' })).status).toBe(422);
    expect((await again.post('/en/me/authenticator/removal', { code: papers[4]! })).status).toBe(303);
    expect((await byPassword(await open())).to).toBe('/en');
  });

  it('gives new codes for paper to who says a code: the old ones end, the new ones are shown once', async () => {
    const { on, open, cameIn, isIn } = await platform(scratch);
    const own = await cameIn();
    await setPassword(own);
    const { papers } = await withApp(own, on);
    const elsewhere = await cameIn();
    expect((await own.get('/en/me/ways')).html).toContain('/en/me/authenticator/recoveries');
    const asked = await own.get('/en/me/authenticator/recoveries');
    expect([asked.status, /[0-9A-Z]{4}-/.test(asked.html)]).toEqual([200, false]);
    expect((await own.post('/en/me/authenticator/recoveries', { code: '000000' })).status).toBe(422);
    const token = own.jar.get('ortaq');
    const both = [papers[0]!, papers[0]!].map((code) => own.post('/en/me/authenticator/recoveries', { code }));
    const made = (await Promise.all(both)).toSorted((a, b) => a.status - b.status);
    expect(made.map(({ status }) => status)[0]).toBe(200);
    expect(made[1]!.status).toBeGreaterThanOrEqual(400);
    expect([made[0]!.page?.secret, made[0]!.kept]).toEqual([true, false]);
    const anew = [...made[0]!.html.matchAll(/<li[^>]*>([0-9A-Z-]{19})<\/li>/g)].map((at) => at[1]!);
    expect(anew).toHaveLength(10);
    expect(anew.filter((code) => papers.includes(code))).toEqual([]);
    // A way in changed: this session has a fresh token, the others ended.
    expect(own.jar.get('ortaq')).not.toBe(token);
    expect([await isIn(own), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await own.get('/en/me/ways')).html).toContain('10 recovery codes are left.');
    expect((await own.get('/en/me/authenticator/recoveries')).html).not.toContain(anew[0]);
    const enter = async (code: string) => {
      const browser = await open();
      await byPassword(browser);
      return (await browser.post('/en/sign-in/code', { code })).status;
    };
    expect([await enter(papers[5]!), await enter(anew[5]!), await enter(anew[5]!)]).toEqual([422, 303, 422]);
    const visitor = await open();
    for (const seen of [await visitor.get(ANEW), await visitor.post(ANEW, { code: anew[1]! })])
      expect(seen.status).toBe(401);
  });

  it('forgets a secret that was never confirmed', async () => {
    const { on, open, cameIn } = await platform(scratch);
    const own = await cameIn();
    await setPassword(own);
    await own.post('/en/me/authenticator');
    later(on, DAY / 24);
    expect((await own.get('/en/me/authenticator')).to).toBe('/en/me/ways');
    expect((await own.post('/en/me/authenticator/confirmation', { code: '123456' })).status).toBe(410);
    expect((await byPassword(await open())).to).toBe('/en');
  });
});
