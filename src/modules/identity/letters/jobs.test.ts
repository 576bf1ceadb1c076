import { expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person as fake, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { openBrowser } from '#core/http/testing/browser.ts';
import { Lang } from '#core/i18n/lang.ts';
import { Runner } from '#core/jobs/runner.ts';
import type { Letter } from '#core/mail/letter.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { authenticate } from '../contract.ts';
import { identityModule } from '../module.ts';
import { peopleCommands } from '../people/commands.ts';
import type { IdentityNeeds } from '../schema.ts';
import { makeLink } from '../sessions/commands.ts';

const MINUTE = 60_000;
const langs = {
  az: new Lang('az', SENTENCES.az),
  en: new Lang('en', SENTENCES.en),
  ru: new Lang('ru', SENTENCES.ru),
};

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** A platform whose mail can be read here, its coordinator's browser, and anybody's. */
async function platform(scratch: Scratch) {
  const on = await stage(scratch);
  const post: Letter[] = [];
  const mail = { broken: false };
  const needs: IdentityNeeds = {
    bodyOptions: async () => [],
    bodyNames: async () => new Map(),
    roles: () => module.roles ?? [],
    deedKinds: () => [],
    forum: () => null,
    lang: (code) => langs[code],
    mailer: {
      send: async (letter) => {
        if (mail.broken)
          return { ok: false, refusal: { kind: 'not_available', message: { key: 'core.mail.not_sent' } } };
        post.push(letter);
        return { ok: true, value: { id: '1', file: null } };
      },
    },
    secure: false,
    publicUrl: 'https://forum.example.org',
    passwords: { hash: async () => null, matches: async () => null },
    passkeys: null,
    provider: null,
  };
  const module = identityModule(needs);
  const runner = new Runner({
    house: on.house,
    kinds: (module.jobs ?? []).filter((job) => job.dailyAt === undefined),
    forums: () => [on.reference, on.forum],
    onTrouble: ({ problem }) => post.push({ to: '', subject: 'trouble', text: String(problem) }),
  });
  const open = (as?: ReturnType<typeof fake>) =>
    openBrowser(on, {
      routes: module.routes,
      langs,
      whoIs: async (knock) => as ?? (await authenticate(scratch.db, { ...knock, secure: false })).actor,
    });
  const person = async (email: string | null, language: 'az' | 'ru' = 'ru') =>
    value(
      await asSystem(on)(peopleCommands(needs).addPerson, {
        ...{ name: { az: 'Rəna Quliyeva' }, language, email, phone: null },
        ...{ role: 'secretary', body: null, from: on.today, to: null },
      }),
    ).person;
  const coordinator = await open(fake(on.forum.id, 'coordinator'));
  return { on, post, mail, needs, runner, open, person, coordinator };
}

const secretIn = (letter: Letter | undefined): string =>
  /\/sign-in\/([\w-]{43})(?=\s)/.exec(letter?.text ?? '')?.[1] ?? '';
const later = (on: Stage, ms: number): void => {
  on.now = new Date(on.now.getTime() + ms);
};
const invited = { name: 'Rəna Quliyeva', language: 'az', email: 'rena@example.az', role: 'secretary', invite: 'yes' };

both('an invitation', (scratch) => {
  it('goes out with the person’s first role, in their language; opening it does nothing, a press lets in', async () => {
    const { post, open, coordinator } = await platform(scratch);
    const added = await coordinator.post('/en/stage/people', invited);
    expect(added.to).toMatch(/^\/en\/stage\/people\/[0-9a-f-]{36}\?done=invited#link$/);
    expect(post).toHaveLength(1);
    expect(post[0]).toMatchObject({ to: 'rena@example.az', subject: 'Səhnə: sizi dəvət edirik' });
    expect(post[0]?.text).toContain('Hörmətli Rəna Quliyeva');
    expect(post[0]?.text).toContain('Katib');
    const path = `/az/sign-in/${secretIn(post[0])}`;
    const browser = await open();
    for (let n = 0; n < 3; n++) expect((await browser.get(path)).status).toBe(200);
    expect(browser.jar.size).toBe(0);
    expect((await browser.post(path)).to).toBe('/az/stage');
    expect((await (await open()).post(path)).status).toBe(410);
    // The code of the letter opens the same thing, so it is used up too.
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(post[0]?.text ?? '')![0];
    const pasted = await (await open()).post('/az/sign-in', { link: code });
    expect((await (await open()).post(pasted.to!)).status).toBe(410);
  });

  it('needs an address, is never shown to who sent it, and is handed over when the letter did not go out', async () => {
    const { mail, coordinator, post } = await platform(scratch);
    const refused = await coordinator.post('/en/stage/people', { ...invited, email: '' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Write the e-mail address to which the invitation goes.');
    mail.broken = true;
    const added = await coordinator.post('/en/stage/people', invited);
    expect(added).toMatchObject({ status: 200, kept: false });
    expect(added.page?.secret).toBe(true);
    expect(added.html).toContain('Not sent');
    expect(added.html).toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/);
    expect(post).toEqual([]);
  });

  it('is sent again with a new link, which ends the first, and is taken back', async () => {
    const { post, open, coordinator } = await platform(scratch);
    const { to } = await coordinator.post('/en/stage/people', invited);
    const person = to!.split('?')[0]!;
    expect((await coordinator.post(`${person}/links`, { send: 'yes' })).status).toBe(303);
    expect(post).toHaveLength(2);
    const press = async (letter: Letter | undefined) => (await open()).post(`/az/sign-in/${secretIn(letter)}`);
    expect((await press(post[0])).status).toBe(410);
    const shown = (await coordinator.get(person)).html;
    expect(shown).toContain('An invitation went to rena@example.az');
    const withdrawal = /action="([^"]+\/withdrawal)"/.exec(shown)![1]!;
    const stranger = await open();
    expect((await stranger.post(withdrawal)).status).toBe(401);
    expect((await coordinator.post(withdrawal)).to).toBe(`${person}?done=link_withdrawn#link`);
    expect((await press(post[1])).html).toContain('geri götürülüb');
    expect((await coordinator.post(withdrawal)).status).toBe(409);
  });
});

both('a sign-in letter', (scratch) => {
  const ask = async (at: Awaited<ReturnType<typeof platform>>, email: string) =>
    (await at.open()).post('/en/sign-in/letter', { email });

  it('is answered alike for every address, and written only to those we know', async () => {
    const at = await platform(scratch);
    await at.person('Rena@Example.az');
    const seen = [await ask(at, 'rena@example.az'), await ask(at, 'nobody@example.az')];
    expect(seen.map(({ status, to, cookies }) => ({ status, to, cookies }))).toEqual(
      Array(2).fill({ status: 303, to: '/en/sign-in?done=letter', cookies: [] }),
    );
    // Not a word is written, and nothing is slow, before the answer is given.
    expect(at.post).toEqual([]);
    expect(await at.runner.runDue()).toBe(2);
    expect(at.post.map(({ to }) => to)).toEqual(['Rena@Example.az']);
    expect(at.post[0]?.subject).toBe('Rəna Quliyeva: ваша ссылка для входа');
    // Whatever host the stranger asked under: the link leads to ours.
    expect(at.post[0]?.text).toContain('https://forum.example.org/ru/sign-in/');
    expect((await ask(at, 'not an address')).status).toBe(422);
  });

  it('keeps nobody’s address that was typed', async () => {
    const at = await platform(scratch);
    await ask(at, 'nobody@example.az');
    const jobs = await scratch.db.withTables<{ core_jobs: object }>().selectFrom('core_jobs').selectAll().execute();
    expect(JSON.stringify(jobs)).not.toContain('nobody@');
  });

  it('opens once within the hour, and a newer one ends it', async () => {
    const at = await platform(scratch);
    await at.person('rena@example.az');
    const letter = async () => {
      await ask(at, 'rena@example.az');
      await at.runner.runDue();
      return `/ru/sign-in/${secretIn(at.post.at(-1))}`;
    };
    const press = async (path: string) => (await at.open()).post(path);
    const [first, second] = [await letter(), await letter()];
    expect([(await press(first)).status, (await press(second)).status, (await press(second)).status]).toEqual([
      410, 303, 410,
    ]);
    const third = await letter();
    later(at.on, 60 * MINUTE);
    expect((await press(third)).html).toContain('час истёк');
  });

  it('asked for by a stranger takes nobody’s printed code away', async () => {
    const at = await platform(scratch);
    const person = await at.person('rena@example.az');
    const printed = value(await asSystem(at.on)(makeLink, { person, send: false }));
    await ask(at, 'rena@example.az');
    await at.runner.runDue();
    expect((await (await at.open()).post(`/ru/sign-in/${printed.token}`)).status).toBe(303);
  });

  it('is tried again when the mail server is busy', async () => {
    const at = await platform(scratch);
    await at.person('rena@example.az');
    at.mail.broken = true;
    await ask(at, 'rena@example.az');
    await at.runner.runDue();
    expect(at.post.map(({ subject }) => subject)).toEqual(['trouble']);
    at.mail.broken = false;
    later(at.on, MINUTE);
    await at.runner.runDue();
    expect(secretIn(at.post.at(-1))).not.toBe('');
  });
});
