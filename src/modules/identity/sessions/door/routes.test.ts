import { type Kysely, type KyselyPlugin, sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Database, Db } from '#core/db/database.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { openBrowser, type Seen } from '#core/http/testing/browser.ts';
import { Lang } from '#core/i18n/lang.ts';
import { Limiter } from '#core/limits/limiter.ts';
import type { PasskeyVerifier } from '#core/passkeys/verifier.ts';
import { passwordKeeper } from '#core/passwords/keeper.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { authenticate } from '../../contract.ts';
import { identityModule } from '../../module.ts';
import { peopleCommands } from '../../people/commands.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { makeLink } from '../commands.ts';

const langs = {
  az: new Lang('az', SENTENCES.az),
  en: new Lang('en', SENTENCES.en),
  ru: new Lang('ru', SENTENCES.ru),
};
const CREDENTIAL = 'a25vd24';
const SENTENCE = 'nar çiçəyi gecə açır';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** The same database, with every statement noted by its kind. */
function watched(database: Database, work: string[]): Database {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      work.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const noting = (db: Db): Db => (db as unknown as Kysely<object>).withPlugin(plugin) as unknown as Db;
  return {
    ...{ kind: database.kind, db: noting(database.db) },
    transaction: (does) => database.transaction((trx) => does(noting(trx))),
    announce: (...news) => database.announce(...news),
    onAnnounced: (listener) => database.onAnnounced(listener),
    maintain: () => database.maintain(),
    close: () => database.close(),
  };
}

/** A platform with one person who has every way in, and a stranger's browser whose every try is measured in work. */
async function platform(scratch: Scratch) {
  const work: string[] = [];
  const keeper = passwordKeeper({ memory: 256, passes: 1, atOnce: 1, waiting: 5 });
  const noted = async <T>(what: string, does: Promise<T>): Promise<T> => {
    work.push(what);
    return does;
  };
  const judge: PasskeyVerifier = {
    askForNew: async () => ({}),
    askForUse: async () => ({}),
    judgeNew: async () => null,
    judgeUse: (_answer, _challenge, { publicKey }) => noted(`judge ${publicKey.length > 20}`, Promise.resolve(null)),
  };
  const begun = await stage(scratch);
  const on = { ...begun, house: { ...begun.house, database: watched(begun.house.database, work) } };
  const needs: IdentityNeeds = {
    bodyOptions: async () => [],
    bodyNames: async () => new Map(),
    roles: () => module.roles ?? [],
    deedKinds: () => [],
    forum: () => null,
    lang: (code) => langs[code],
    mailer: {
      send: (letter) => noted(`letter to ${letter.to}`, Promise.resolve({ ok: true, value: { id: '', file: null } })),
    },
    secure: false,
    publicUrl: 'http://localhost:3000',
    passkeys: judge,
    provider: null,
    passwords: {
      hash: (password) => noted('hash', keeper.hash(password)),
      matches: (phc, password) => noted('match', keeper.matches(phc, password)),
    },
  };
  const module = identityModule(needs);
  const limiter = new Limiter(begun.house.database, begun.house.clock);
  const open = () =>
    openBrowser(on, {
      gate: { limiter, isEntry: ({ path }) => path.startsWith('/sign-in'), isVoice: () => false },
      routes: module.routes,
      langs,
      whoIs: async (knock) => (await authenticate(scratch.db, { ...knock, secure: false })).actor,
    });
  const { person } = value(
    await asSystem(begun)(peopleCommands(needs).addPerson, {
      ...{ name: { az: 'Rəna Quliyeva' }, language: 'en', email: 'rena@example.az', phone: null },
      ...{ role: 'secretary', body: null, from: on.today, to: null },
    }),
  );
  const own = await open();
  await own.post(`/en/sign-in/${value(await asSystem(begun)(makeLink, { person, send: false })).token}`);
  expect((await own.post('/en/me/password', { password: SENTENCE, again: SENTENCE, user_name: 'rena.q' })).status).toBe(
    303,
  );
  await sql`insert into identity_passkeys (id, person_id, credential_id, public_key, counter, transports, agent, made_at)
    values (${person}, ${person}, ${CREDENTIAL}, ${'k'.repeat(103)}, 0, '', '', ${on.now})`.execute(scratch.db);
  const { code } = value(await asSystem(begun)(makeLink, { person, send: false }));
  /** What a stranger sees who posts this, and all that was done for it. */
  const tried = async (path: string, typed: Readonly<Record<string, string>>) => {
    const stranger = await open();
    work.length = 0;
    const seen = await stranger.post(path, typed);
    return { seen: told(seen, Object.values(typed)), work: [...work] };
  };
  return { tried, code, own };
}

/** What a stranger sees, without the words that they typed themselves. */
const told = ({ status, html, to, cookies }: Seen, typed: readonly string[]) => ({
  ...{ status, to, cookies },
  html: typed.reduce((text, word) => text.replaceAll(word, '…'), html),
});

/** A passkey's answer as a browser would send it, for a credential that somebody found or made up. */
const answerOf = (credential: string): string => {
  const said = { type: 'webauthn.get', challenge: 'A'.repeat(43), origin: 'http://localhost:3000' };
  const clientDataJSON = Buffer.from(JSON.stringify(said)).toString('base64url');
  return JSON.stringify({ id: credential, response: { clientDataJSON } });
};

both('whether somebody has an account', (scratch) => {
  it('is told neither by the answer to a password nor by the work behind it', async () => {
    const { tried } = await platform(scratch);
    const at = (name: string) => tried('/en/sign-in/password', { name, password: 'yaşıl körpünün altında' });
    const [known, unknown] = [await at('rena@example.az'), await at('nobody@example.az')];
    expect(known).toEqual(unknown);
    expect(known.work.filter((what) => what === 'match')).toHaveLength(1);
    expect(known.work.length).toBeGreaterThan(1);
    expect(await at('rena.q')).toEqual(await at('nobody'));
    expect(known.seen.status).toBe(422);
  });

  it('is told neither by the answer to who asks for a letter nor by the work behind it', async () => {
    const { tried } = await platform(scratch);
    const at = (email: string) => tried('/en/sign-in/letter', { email });
    const [known, unknown] = [await at('rena@example.az'), await at('nobody@example.az')];
    expect(known).toEqual(unknown);
    expect(known.seen).toMatchObject({ status: 303, to: '/en/sign-in?done=letter' });
    // A letter is written afterwards, by the clock.
    expect(known.work.join()).not.toContain('letter');
  });

  it('is not told by how often a letter may be asked for, and nobody’s mailbox is filled', async () => {
    const { tried, own } = await platform(scratch);
    const asked = async (email: string) => {
      const statuses: number[] = [];
      for (let n = 0; n < 12; n += 1) statuses.push((await tried('/en/sign-in/letter', { email })).seen.status);
      return statuses;
    };
    const known = await asked('rena@example.az');
    expect(known).toEqual([...Array(10).fill(303), 429, 429]);
    expect(await asked('nobody@example.az')).toEqual(known);
    // Nor can an account be used to write to strangers without end.
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1)
      statuses.push((await own.post('/en/me/data/email', { email: `stranger${n}@example.az` })).status);
    expect(statuses).toEqual(known);
    // Written another way it is the same address.
    expect((await tried('/en/sign-in/letter', { email: 'RENA@example.az' })).seen.status).toBe(429);
  });

  it('is told neither by the answer to a passkey nor by the work behind it', async () => {
    const { tried } = await platform(scratch);
    const at = (credential: string) => tried('/en/sign-in/passkey/answer', { answer: answerOf(credential) });
    const [known, unknown] = [await at(CREDENTIAL), await at('bm9ib2R5')];
    expect(known).toEqual(unknown);
    expect(known.work.filter((what) => what === 'judge true')).toHaveLength(1);
    expect(known.seen.status).toBe(403);
  });

  it('is told by no code that is nearly right, whether typed at the door or after the password', async () => {
    const { tried, code } = await platform(scratch);
    const near = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
    const press = (secret: string) => tried(`/en/sign-in/${secret}`, {});
    expect(await press(near)).toEqual(await press('0000-0000-0000-0000-0000'));
    const typed = (link: string) => tried('/en/sign-in', { link });
    const [first, second] = [await typed(near), await typed('0000-0000-0000-0000-0000')];
    expect({ ...first, seen: { ...first.seen, to: null } }).toEqual({ ...second, seen: { ...second.seen, to: null } });
    const waiting = (digits: string) => tried('/en/sign-in/code', { code: digits });
    expect(await waiting('123456')).toEqual(await waiting('7K3M-7K3M-7K3M-7K3M'));
  });
});
