import { expect, it } from 'vitest';
import { NOBODY } from '#core/actor.ts';
import { json } from '#core/db/json.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, type Stage, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { Result } from '#core/errors/result.ts';
import { authenticate } from '../contract.ts';
import type { IdentityTables } from '../schema.ts';
import { signIn, writeLink } from '../sessions/commands.ts';
import { addPasskey, askPasskey, beginPasskey, enterByPasskey, removePasskey } from './commands.ts';
import { passkeysOf } from './queries.ts';

const MINUTE = 60_000;
const browser = { shared: false, agent: 'Firefox, Android', replaces: null };
const answer = { credential: 'Y3JlZA', publicKey: 'a2V5', counter: 1, transports: 'internal', agent: browser.agent };

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const refusalOf = (result: Result<unknown>): string => (result.ok ? 'none' : result.refusal.message.key);
const later = (on: Stage, ms: number): void => {
  on.now = new Date(on.now.getTime() + ms);
};

/** Somebody who is signed in: their session's token, and how they act. */
async function somebody(on: Stage, scratch: Scratch) {
  const person = uuidv7(on.now);
  const rest = { email: null, phone: null, demonstration: false, created_at: on.now, created_by: null };
  await scratch.db
    .withTables<IdentityTables>()
    .insertInto('identity_people')
    .values({ id: person, name: json({ az: 'Rəna' }), language: 'az', ...rest })
    .execute();
  const link = { person, landing: null, by: null, way: 'handed', sentTo: null } as const;
  const { token: secret } = await writeLink(scratch.db, on.now, link);
  let { token } = value(await on.as(NOBODY)(signIn, { ...browser, secret })).entered;
  const actor = { kind: 'person', id: person, name: 'Rəna', roles: [] } as const;
  const act = on.as(actor);
  return {
    person,
    act,
    own: () => token,
    add: async (challenge: string, more: object = {}) => {
      const added = await act(addPasskey, { session: token, challenge, ...answer, ...more });
      if (added.ok) token = added.value.token;
      return added;
    },
    begin: async () => value(await act(beginPasskey, { session: token })),
  };
}

both('passkeys', (scratch) => {
  const ask = async (on: Stage) => value(await on.as(NOBODY)(askPasskey, {}));
  const use = (on: Stage, challenge: string, more: object = {}) =>
    on.as(NOBODY)(enterByPasskey, {
      challenge,
      credential: answer.credential,
      seen: 1,
      counter: 2,
      ...browser,
      ...more,
    });

  it('let in once for one question', async () => {
    const on = await stage(scratch);
    const rena = await somebody(on, scratch);
    value(await rena.add(await rena.begin()));
    const challenge = await ask(on);
    const tries = await Promise.all([use(on, challenge), use(on, challenge), use(on, challenge)]);
    expect(tries.map(refusalOf).sort()).toEqual(['identity.passkey.over', 'identity.passkey.over', 'none']);
    const entered = value(tries.find((one) => one.ok)!);
    const knock = {
      now: on.now,
      forum: on.forum,
      language: 'az',
      cookies: `ortaq=${entered.token}`,
      secure: false,
    } as const;
    expect((await authenticate(scratch.db, knock)).actor).toMatchObject({ id: rena.person });
  });

  it('take no question that is old, made up, or was asked of somebody else or for something else', async () => {
    const on = await stage(scratch);
    const [rena, other] = [await somebody(on, scratch), await somebody(on, scratch)];
    expect(refusalOf(await rena.add(await other.begin()))).toBe('identity.passkey.over');
    expect(refusalOf(await rena.add(await ask(on)))).toBe('identity.passkey.over');
    const question = await rena.begin();
    value(await rena.add(question));
    expect(refusalOf(await rena.add(question, { credential: 'b3RoZXI' }))).toBe('identity.passkey.over');
    expect(refusalOf(await use(on, await rena.begin()))).toBe('identity.passkey.over');
    expect(refusalOf(await use(on, 'A'.repeat(43)))).toBe('identity.passkey.over');
    const late = await ask(on);
    later(on, 10 * MINUTE);
    expect(refusalOf(await use(on, late))).toBe('identity.passkey.over');
    expect(refusalOf(await use(on, await ask(on), { credential: 'bm9ib2R5' }))).toBe('identity.passkey.unknown');
  });

  it('show a copied key by its counter', async () => {
    const on = await stage(scratch);
    const rena = await somebody(on, scratch);
    value(await rena.add(await rena.begin()));
    value(await use(on, await ask(on), { seen: 1, counter: 7 }));
    expect(refusalOf(await use(on, await ask(on), { seen: 1, counter: 5 }))).toBe('identity.passkey.over');
  });

  it('belong to one person, and are taken away by that person alone', async () => {
    const on = await stage(scratch);
    const [rena, other] = [await somebody(on, scratch), await somebody(on, scratch)];
    value(await rena.add(await rena.begin()));
    expect(refusalOf(await other.add(await other.begin()))).toBe('identity.passkey.known');
    const passkey = (await passkeysOf(scratch.db, rena.person))[0]!.id;
    expect(refusalOf(await other.act(removePasskey, { session: other.own(), passkey }))).toBe('identity.passkey.none');
    expect(refusalOf(await rena.act(removePasskey, { session: other.own(), passkey }))).toBe(
      'identity.refused.not_own_session',
    );
    expect(refusalOf(await asSystem(on)(beginPasskey, { session: rena.own() }))).toBe('identity.refused.sign_in_first');
    value(await rena.act(removePasskey, { session: rena.own(), passkey }));
    expect(refusalOf(await use(on, await ask(on)))).toBe('identity.passkey.unknown');
  });
});
