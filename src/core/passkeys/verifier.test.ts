import { expect, test } from 'vitest';
import { passkeysFor } from './verifier.ts';

const kept = { credential: 'Y3JlZA', publicKey: 'a2V5', counter: 0, transports: '' };

test.each([
  ['https://forum.example.org', true],
  ['http://localhost:3000', true],
  ['http://forum.example.org', false],
  ['http://127.0.0.1:3000', false],
])('browsers hand passkeys out at %s: %s', (address, offered) => {
  expect(passkeysFor(address) !== null).toBe(offered);
});

test('a question names the host, asks the device to know its person, and says nothing of others', async () => {
  const judge = passkeysFor('https://forum.example.org')!;
  const challenge = Buffer.alloc(32, 7).toString('base64url');
  expect(await judge.askForUse(challenge)).toMatchObject({
    challenge,
    rpId: 'forum.example.org',
    userVerification: 'required',
  });
  expect(await judge.askForUse(challenge)).not.toHaveProperty('allowCredentials.0');
  expect(await judge.askForNew({ challenge, person: 'p', name: 'Rəna', known: [kept] })).toMatchObject({
    rp: { id: 'forum.example.org' },
    excludeCredentials: [{ id: 'Y3JlZA' }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
});

test('nonsense is a no, never a fault', async () => {
  const judge = passkeysFor('http://localhost:3000')!;
  for (const answer of [null, {}, { id: 'x', rawId: 'x', type: 'public-key', response: {} }, 'text']) {
    expect(await judge.judgeNew(answer, 'A'.repeat(43))).toBeNull();
    expect(await judge.judgeUse(answer, 'A'.repeat(43), kept)).toBeNull();
  }
});
