import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Functions, Use } from '../../schema.ts';

const ALGORITHMS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  MD5: md5,
  'SHA-1': sha1,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
};

/** Check sums, and the letters in which bytes are written. */
export const DIGESTS: Functions = {
  digest: { least: 2, most: 3, run: digest },
  'base64-decode': { least: 1, most: 1, run: (use) => decoded(use.text(0)) },
};

function digest(use: Use): string {
  const algorithm = ALGORITHMS[use.text(1).toUpperCase()] ?? use.fail(1, 'algorithm');
  const bytes = algorithm(utf8ToBytes(use.text(0)));
  const encoding = use.count === 3 ? use.text(2) : 'base64';
  if (encoding === 'hex') return bytesToHex(bytes);
  return encoding === 'base64' ? btoa(String.fromCharCode(...bytes)) : use.fail(2, 'algorithm');
}

/** "" when it is no base64. */
function decoded(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
  } catch {
    return '';
  }
}
