import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { ask, canAsk, finish } from './asker.ts';
import { blindSign, isSigned, newBlindKeys, SIGNATURE_BYTES } from './signer.ts';
import { RFC9474 } from './testing/rfc9474.ts';

afterEach(() => vi.restoreAllMocks());

const big = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const small = (number: bigint): Buffer<ArrayBuffer> => {
  const digits = number.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
};
const word = (number: bigint): string => small(number).toString('base64url');

function inverse(a: bigint, m: bigint): bigint {
  let [r, next] = [a % m, m];
  let [s, after] = [1n, 0n];
  while (next !== 0n) {
    const times = r / next;
    [r, next] = [next, r - times * next];
    [s, after] = [after, s - times * after];
  }
  return ((s % m) + m) % m;
}

/** The key of the RFC's vectors. */
function vectorKeys() {
  const [p, q, e] = [big(RFC9474.p), big(RFC9474.q), 65537n];
  const d = inverse(e, (p - 1n) * (q - 1n));
  const jwk = {
    ...{ kty: 'RSA', n: word(p * q), e: word(e), d: word(d), p: word(p), q: word(q) },
    ...{ dp: word(d % (p - 1n)), dq: word(d % (q - 1n)), qi: word(inverse(q, p)) },
  };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return {
    n: p * q,
    privateKey: key.export({ format: 'der', type: 'pkcs8' }),
    publicKey: Buffer.from(createPublicKey(key).export({ format: 'der', type: 'spki' })),
  };
}

test('both sides make what the test vector of RFC 9474 says, byte by byte', async () => {
  const { n, privateKey, publicKey } = vectorKeys();
  const random = vi.spyOn(crypto, 'getRandomValues');
  for (const drawn of [RFC9474.prefix, RFC9474.salt, small(inverse(big(RFC9474.inv), n))])
    random.mockReturnValueOnce(new Uint8Array(drawn));
  const asking = await ask(publicKey, new Uint8Array(RFC9474.msg));
  expect(Buffer.from(asking.prepared)).toEqual(Buffer.concat([RFC9474.prefix, RFC9474.msg]));
  expect(Buffer.from(asking.blinded)).toEqual(RFC9474.blinded);
  expect(Buffer.from(asking.inverse)).toEqual(RFC9474.inv);
  expect(blindSign(privateKey, RFC9474.blinded)).toEqual(RFC9474.blindSig);
  const signature = await finish(publicKey, asking, new Uint8Array(RFC9474.blindSig));
  expect(Buffer.from(signature)).toEqual(RFC9474.sig);
  expect(isSigned(publicKey, asking.prepared, RFC9474.sig)).toBe(true);
});

test('what is signed blind stands alone, and only for its message and its key', async () => {
  expect(canAsk()).toBe(true);
  const [keys, others] = [await newBlindKeys(), await newBlindKeys()];
  const message = new TextEncoder().encode('ballot 7');
  const asking = await ask(keys.publicKey, message);
  const blindSignature = blindSign(keys.privateKey, asking.blinded)!;
  expect(blindSign(keys.privateKey, asking.blinded)).toEqual(blindSignature);
  const signature = await finish(keys.publicKey, asking, new Uint8Array(blindSignature));
  expect(signature).toHaveLength(SIGNATURE_BYTES);
  expect(isSigned(keys.publicKey, asking.prepared, signature)).toBe(true);
  expect(isSigned(others.publicKey, asking.prepared, signature)).toBe(false);
  const turned = asking.prepared.with(0, asking.prepared[0]! ^ 1);
  expect(isSigned(keys.publicKey, turned, signature)).toBe(false);
  expect(isSigned(keys.publicKey, asking.prepared, signature.with(9, signature[9]! ^ 1))).toBe(false);
  // What the signer saw proves nothing.
  expect(isSigned(keys.publicKey, asking.blinded, blindSignature)).toBe(false);
  expect(isSigned(keys.publicKey, asking.prepared, blindSignature)).toBe(false);
});

test('an answer of another key, or a changed one, is noticed before it is used', async () => {
  const [keys, others] = [await newBlindKeys(), await newBlindKeys()];
  const asking = await ask(keys.publicKey, new Uint8Array(8));
  const foreign = blindSign(others.privateKey, asking.blinded);
  const wrong = foreign ?? randomBytes(SIGNATURE_BYTES);
  await expect(finish(keys.publicKey, asking, new Uint8Array(wrong))).rejects.toThrow();
  const right = new Uint8Array(blindSign(keys.privateKey, asking.blinded)!);
  await expect(finish(keys.publicKey, asking, right.with(100, right[100]! ^ 1))).rejects.toThrow();
});

test('what is no message is not signed, and what is no key verifies nothing', async () => {
  const keys = await newBlindKeys();
  const tooLarge = Buffer.alloc(SIGNATURE_BYTES, 0xff);
  for (const wrong of [tooLarge, Buffer.alloc(0), Buffer.alloc(SIGNATURE_BYTES + 1), Buffer.alloc(7, 1)])
    expect(blindSign(keys.privateKey, wrong)).toBeNull();
  expect(isSigned(new Uint8Array(5), new Uint8Array(40), new Uint8Array(SIGNATURE_BYTES))).toBe(false);
  expect(isSigned(keys.publicKey, new Uint8Array(40), new Uint8Array(0))).toBe(false);
});
