import { expect, it } from 'vitest';
import { REFERENCE } from '#core/forum.ts';
import { perform } from '#core/house.ts';
import { authenticate } from '#modules/identity/contract.ts';
import { printFirstLink } from './first-link.ts';
import { wholeHouse } from './testing/whole-house.ts';

const whole = wholeHouse({ settings: { publicUrl: 'https://forum.example.org', fixedOrigin: true, secure: true } });

const secretOf = (address: string | null): string => address?.split('/').at(-1) ?? '';

/** Signs in by the command that the page of the link performs. */
async function press(secret: string) {
  const signIn = whole.assembly.modules
    .flatMap((module) => module.commands)
    .find(({ name }) => name === 'identity.sign_in');
  const asked = {
    actor: { kind: 'nobody' },
    forum: whole.assembly.forums.reference,
    lang: 'az',
    requestId: 'test',
  } as const;
  const input = { secret, shared: false, agent: '', replaces: null };
  return perform(
    whole.assembly.house,
    asked,
    signIn as unknown as Parameters<typeof perform<typeof input, { entered: { token: string } }>>[2],
    input,
  );
}

it('the first link opens the whole installation once, and is printed until somebody came in', async () => {
  const first = await printFirstLink(whole.assembly);
  expect(first).toMatch(/^https:\/\/forum\.example\.org\/az\/sign-in\/[\w-]{43}$/);
  // A later start prints another, and then only the last one opens.
  const second = await printFirstLink(whole.assembly, { origin: 'http://localhost:4321' });
  expect(second).toMatch(/^http:\/\/localhost:4321\/az\/sign-in\/[\w-]{43}$/);
  expect(await press(secretOf(first))).toMatchObject({ ok: false, refusal: { kind: 'gone' } });
  const entered = await press(secretOf(second));
  if (!entered.ok) throw new Error('the link does not open');
  expect(await press(secretOf(second))).toMatchObject({ ok: false, refusal: { kind: 'gone' } });
  const { actor } = await authenticate(whole.assembly.database.db, {
    ...{ now: whole.assembly.house.clock.now(), forum: whole.assembly.forums.reference, language: 'az', secure: true },
    cookies: `__Host-ortaq=${entered.value.entered.token}`,
  });
  expect(actor).toMatchObject({
    kind: 'person',
    roles: [
      { role: 'operator', forum: null },
      { role: 'coordinator', forum: null },
    ],
  });
  expect(await printFirstLink(whole.assembly)).toBeNull();
  // Asked for in the shell, because every way in was lost.
  const again = await printFirstLink(whole.assembly, { again: true });
  expect((await press(secretOf(again))).ok).toBe(true);
  expect(whole.assembly.forums.byId(REFERENCE)?.kind).toBe('reference');
});
