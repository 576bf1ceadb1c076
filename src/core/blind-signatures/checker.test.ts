import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, finish } from './asker.ts';
import { checkSigned } from './checker.ts';
import { blindSign, isSigned, newBlindKeys } from './signer.ts';

describe('a signature checked without WebCrypto', () => {
  it('is right or wrong as on the server, whatever bit is turned', async () => {
    const [keys, others] = [await newBlindKeys(), await newBlindKeys()];
    const asking = await ask(keys.publicKey, new TextEncoder().encode('ballot 7'));
    const made = await finish(keys.publicKey, asking, new Uint8Array(blindSign(keys.privateKey, asking.blinded)!));
    const both = (key: Uint8Array, prepared: Uint8Array, signature: Uint8Array): boolean => {
      const answer = checkSigned(key, prepared, signature);
      expect(isSigned(key, prepared, signature)).toBe(answer);
      return answer;
    };
    expect(both(keys.publicKey, asking.prepared, made)).toBe(true);
    expect(both(others.publicKey, asking.prepared, made)).toBe(false);
    fc.assert(
      fc.property(fc.nat(), fc.nat(7), fc.boolean(), (at, bit, ofSignature) => {
        const turned = (bytes: Uint8Array) => bytes.with(at % bytes.length, bytes[at % bytes.length]! ^ (1 << bit));
        const answer = ofSignature
          ? both(keys.publicKey, asking.prepared, turned(made))
          : both(keys.publicKey, turned(asking.prepared), made);
        expect(answer).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('asks for the salt and the padding of RFC 9474', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const der = publicKey.export({ format: 'der', type: 'spki' });
    const message = Buffer.from('message');
    const by = (saltLength: number) => sign('sha384', message, { key: privateKey, padding: 6, saltLength });
    expect([
      checkSigned(der, message, by(48)),
      checkSigned(der, message, by(0)),
      checkSigned(der, message, by(32)),
    ]).toEqual([true, false, false]);
    expect(checkSigned(der, message, sign('sha384', message, privateKey))).toBe(false);
  });

  it('is wrong where there is no key, or a small one', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const small = publicKey.export({ format: 'der', type: 'spki' });
    for (const key of [new Uint8Array(), new Uint8Array(5), Uint8Array.of(0x30, 0x82), small, small.subarray(0, 80)])
      expect(checkSigned(key, new Uint8Array(40), new Uint8Array(128))).toBe(false);
  });
});
