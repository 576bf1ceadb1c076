import { expect, test } from 'vitest';
import { passkeyAnswer } from './forms.ts';

const CHALLENGE = 'A'.repeat(43);
const encoded = (said: unknown): string => Buffer.from(JSON.stringify(said)).toString('base64url');
const answer = (said: unknown, id: unknown = 'Y3JlZA'): string =>
  JSON.stringify({ id, response: { clientDataJSON: encoded(said), signature: 'AA' } });

test('a browser’s answer tells which passkey speaks and which question it answers', () => {
  expect(passkeyAnswer(answer({ challenge: CHALLENGE, origin: 'x' }))).toMatchObject({
    credential: 'Y3JlZA',
    challenge: CHALLENGE,
    whole: { response: { signature: 'AA' } },
  });
});

test.each([
  ['', 'nothing'],
  ['{', 'no JSON'],
  ['null', 'null'],
  ['[]', 'a list'],
  ['{"id":"Y3JlZA"}', 'no answer inside'],
  [answer({ challenge: 'short' }), 'a challenge that we never made'],
  [answer({ challenge: 7 }), 'a number'],
  [answer({ challenge: CHALLENGE }, '../x'), 'a strange name'],
  [JSON.stringify({ id: 'Y3JlZA', response: { clientDataJSON: '%%%' } }), 'no base64'],
  [JSON.stringify({ id: 'Y3JlZA', response: { clientDataJSON: '_____w' } }), 'no UTF-8'],
])('%j is %s', (text) => {
  expect(passkeyAnswer(text)).toBeNull();
});
