import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Primitives } from '../tree/bytes.ts';

/** The log's cryptography for any browser, also one without WebCrypto. */
export const NOBLE: Primitives = {
  sha256,
  hmacSha256: (key, bytes) => hmac(sha256, key, bytes),
  verifyEd25519: (key, bytes, signature) => {
    try {
      // RFC 8032, as node:crypto verifies: not the laxer rules of ZIP 215.
      return ed25519.verify(signature, bytes, key, { zip215: false });
    } catch {
      return false;
    }
  },
};
