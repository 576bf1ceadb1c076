import { createHmac, createPublicKey, hash, verify } from 'node:crypto';
import type { Primitives } from './tree/bytes.ts';

/** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) up to its 32 bytes. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The log's cryptography by node:crypto. */
export const NODE: Primitives = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  hmacSha256: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  verifyEd25519: (key, bytes, signature) => {
    if (key.length !== 32 || signature.length !== 64) return false;
    try {
      return verify(
        null,
        bytes,
        createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' }),
        signature,
      );
    } catch {
      return false;
    }
  },
};
