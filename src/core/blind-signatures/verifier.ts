import { sha384 } from '@noble/hashes/sha2.js';

/** RSABSSA-SHA384-PSS (RFC 9474): bytes of the hash and of the salt. */
const HASH = 48;
const SALT = 48;
/** Object identifier 1.2.840.113549.1.1.1, rsaEncryption, as DER writes it. */
const RSA = '06092a864886f70d010101';

/**
 * RSASSA-PSS-VERIFY (RFC 8017, 8.1.2) without any cryptography of the machine: the same in a program and in a page that
 * has no https. `publicKey`: DER of SubjectPublicKeyInfo; false for anything that is no key or no signature.
 */
export function isSignedAnywhere(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = keyIn(publicKey);
  if (!key) return false;
  const [n, e] = key;
  const bits = n.toString(2).length;
  const s = numberOf(signature);
  if (signature.length !== Math.ceil(bits / 8) || s >= n) return false;
  return fits(message, bytesOf(power(s, e, n), Math.ceil((bits - 1) / 8)), bits - 1);
}

/** EMSA-PSS-VERIFY (RFC 8017, 9.1.2) with MGF1 over the same hash. */
function fits(message: Uint8Array, encoded: Uint8Array, bits: number): boolean {
  const size = encoded.length;
  if (size < HASH + SALT + 2 || encoded[size - 1] !== 0xbc) return false;
  const masked = encoded.subarray(0, size - HASH - 1);
  const hash = encoded.subarray(size - HASH - 1, size - 1);
  const unused = 8 * size - bits;
  if (masked[0]! >> (8 - unused) !== 0) return false;
  const mask = masked.length > 0 ? mgf1(hash, masked.length) : new Uint8Array();
  const data = masked.map((byte, i) => byte ^ mask[i]!);
  data[0]! &= 0xff >> unused;
  const zeros = data.length - SALT - 1;
  if (data.subarray(0, zeros).some((byte) => byte !== 0) || data[zeros] !== 1) return false;
  const again = sha384(Uint8Array.from([...new Uint8Array(8), ...sha384(message), ...data.subarray(zeros + 1)]));
  return again.every((byte, i) => byte === hash[i]);
}

function mgf1(seed: Uint8Array, length: number): Uint8Array {
  const mask: number[] = [];
  for (let counter = 0; mask.length < length; counter += 1)
    mask.push(...sha384(Uint8Array.from([...seed, 0, 0, counter >> 8, counter & 0xff])));
  return Uint8Array.from(mask.slice(0, length));
}

const numberOf = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
const bytesOf = (number: bigint, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => Number((number >> BigInt(8 * (length - 1 - i))) & 0xffn));

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let [result, square] = [1n, base % n];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}

/** Modulus and exponent; null: no RSA key. */
function keyIn(publicKey: Uint8Array): readonly [n: bigint, e: bigint] | null {
  const whole = partsOf(publicKey, 0x30);
  const [kind, key] = partsOf(whole?.[0] ?? new Uint8Array(), 0x30, 0x03) ?? [];
  const named = Array.from(kind ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!key || !named.startsWith(RSA)) return null;
  // The bit string begins with the number of its unused bits: none.
  const numbers = partsOf(partsOf(key.subarray(1), 0x30)?.[0] ?? new Uint8Array(), 0x02, 0x02);
  const [n, e] = (numbers ?? []).map(numberOf);
  return n && e ? [n, e] : null;
}

/** The contents of these values one after the other (DER); null: it is something else. */
function partsOf(bytes: Uint8Array, ...tags: readonly number[]): readonly Uint8Array[] | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const tag of tags) {
    const first = bytes[at + 1];
    if (bytes[at] !== tag || first === undefined) return null;
    const more = first > 0x80 ? first - 0x80 : 0;
    const length = more > 0 ? Number(numberOf(bytes.subarray(at + 2, at + 2 + more))) : first;
    const from = at + 2 + more;
    if (more > 4 || from + length > bytes.length) return null;
    parts.push(bytes.subarray(from, from + length));
    at = from + length;
  }
  return parts;
}
