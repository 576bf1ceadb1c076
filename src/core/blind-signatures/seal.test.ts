import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sealOf } from './seal.ts';

test('what was closed opens under its key and for its thing alone', () => {
  const seal = sealOf(randomBytes(32));
  const sealed = seal.close(Buffer.from('secret'), 'ballot 7');
  expect(seal.open(sealed, 'ballot 7').toString()).toBe('secret');
  expect(sealed).not.toContain(Buffer.from('secret').toString('base64url'));
  expect(seal.close(Buffer.from('secret'), 'ballot 7')).not.toBe(sealed);
  expect(() => seal.open(sealed, 'ballot 8')).toThrow();
  expect(() => sealOf(randomBytes(32)).open(sealed, 'ballot 7')).toThrow();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const at of [0, 12, bytes.length - 1]) {
    const turned = Buffer.from(bytes);
    turned[at]! ^= 1;
    expect(() => seal.open(turned.toString('base64url'), 'ballot 7')).toThrow();
  }
  expect(() => seal.open('', 'ballot 7')).toThrow();
});
