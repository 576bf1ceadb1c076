import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REFERENCE } from '#core/forum.ts';
import { perform } from '#core/house.ts';
import { authenticate } from '#modules/identity/contract.ts';
import { type Assembly, assemble } from './assembly.ts';
import { printFirstLink } from './first-link.ts';

let folder = '';
let assembly: Assembly;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ortaq-first-'));
  assembly = await assemble({
    ...{ port: 0, host: '127.0.0.1', folder, databaseUrl: null, smtpUrl: null, provider: null },
    ...{ publicUrl: 'https://forum.example.org', fixedOrigin: true, secure: true },
    startClockAt: new Date('2026-11-23T09:00:00Z'),
  });
});
afterAll(async () => {
  await assembly.database.close();
  await rm(folder, { recursive: true });
});

const secretOf = (address: string | null): string => address?.split('/').at(-1) ?? '';

/** Signs in by the command that the page of the link performs. */
async function press(secret: string) {
  const signIn = assembly.modules.flatMap((module) => module.commands).find(({ name }) => name === 'identity.sign_in');
  const asked = { actor: { kind: 'nobody' }, forum: assembly.forums.reference, lang: 'az', requestId: 'test' } as const;
  const input = { secret, shared: false, agent: '', replaces: null };
  return perform(
    assembly.house,
    asked,
    signIn as unknown as Parameters<typeof perform<typeof input, { entered: { token: string } }>>[2],
    input,
  );
}

it('the first link opens the whole installation once, and is printed until somebody came in', async () => {
  const first = await printFirstLink(assembly);
  expect(first).toMatch(/^https:\/\/forum\.example\.org\/az\/sign-in\/[\w-]{43}$/);
  // A later start prints another, and then only the last one opens.
  const second = await printFirstLink(assembly, { origin: 'http://localhost:4321' });
  expect(second).toMatch(/^http:\/\/localhost:4321\/az\/sign-in\/[\w-]{43}$/);
  expect(await press(secretOf(first))).toMatchObject({ ok: false, refusal: { kind: 'gone' } });
  const entered = await press(secretOf(second));
  if (!entered.ok) throw new Error('the link does not open');
  expect(await press(secretOf(second))).toMatchObject({ ok: false, refusal: { kind: 'gone' } });
  const { actor } = await authenticate(assembly.database.db, {
    ...{ now: assembly.house.clock.now(), forum: assembly.forums.reference, language: 'az', secure: true },
    cookies: `__Host-ortaq=${entered.value.entered.token}`,
  });
  expect(actor).toMatchObject({
    kind: 'person',
    roles: [
      { role: 'operator', forum: null },
      { role: 'coordinator', forum: null },
    ],
  });
  expect(await printFirstLink(assembly)).toBeNull();
  // Asked for in the shell, because every way in was lost.
  const again = await printFirstLink(assembly, { again: true });
  expect((await press(secretOf(again))).ok).toBe(true);
  expect(assembly.forums.byId(REFERENCE)?.kind).toBe('reference');
});
