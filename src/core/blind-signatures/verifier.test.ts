import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ask, finish } from './asker.ts';
import { blindSign, isSigned, newBlindKeys } from './signer.ts';
import { isSignedAnywhere } from './verifier.ts';

test('says of every signature what the cryptography of the machine says', async () => {
  const [keys, others] = [await newBlindKeys(), await newBlindKeys()];
  const asking = await ask(keys.publicKey, new Uint8Array(randomBytes(20)));
  const blindSignature = new Uint8Array(blindSign(keys.privateKey, asking.blinded)!);
  const signature = await finish(keys.publicKey, asking, blindSignature);
  expect(isSignedAnywhere(keys.publicKey, asking.prepared, signature)).toBe(true);
  const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
  const turned = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, bytes[at]! ^ 1);
  const tried: readonly (readonly [Uint8Array, Uint8Array, Uint8Array])[] = [
    [others.publicKey, asking.prepared, signature],
    [ed25519, asking.prepared, signature],
    [new Uint8Array(), asking.prepared, signature],
    [keys.publicKey.subarray(0, 100), asking.prepared, signature],
    [keys.publicKey, asking.prepared, blindSignature],
    [keys.publicKey, asking.prepared, new Uint8Array(256)],
    [keys.publicKey, asking.prepared, new Uint8Array(256).fill(255)],
    [keys.publicKey, asking.prepared, signature.subarray(1)],
    ...[0, 31, 51].map((at) => [keys.publicKey, turned(asking.prepared, at), signature] as const),
    ...[0, 128, 255].map((at) => [keys.publicKey, asking.prepared, turned(signature, at)] as const),
  ];
  for (const [key, message, given] of tried)
    expect([isSignedAnywhere(key, message, given), isSigned(key, message, given)]).toEqual([false, false]);
});
