import { sha384 } from '@noble/hashes/sha2.js';

/**
 * Checks a signature of RFC 9474 (RSABSSA-SHA384-PSS-Randomized) in any browser, also on a page from a file, where there is
 * no WebCrypto: RSASSA-PSS-VERIFY of RFC 8017, section 8.1.2, with SHA-384, MGF1 and 48 bytes of salt. The same answers as
 * `isSigned` of the signer gives on the server. `publicKey`: DER of SubjectPublicKeyInfo; false for whatever is none.
 */
export function checkSigned(publicKey: Uint8Array, prepared: Uint8Array, signature: Uint8Array): boolean {
  const key = keyIn(publicKey);
  if (!key) return false;
  const { modulus, exponent } = key;
  const n = numberOf(modulus);
  const s = numberOf(signature);
  if (signature.length !== modulus.length || s >= n) return false;
  const bits = n.toString(2).length - 1;
  const encoded = bytesOf(power(s, exponent, n), Math.ceil(bits / 8));
  return encoded !== null && isEncoded(encoded, bits, sha384(prepared));
}

const HASH_BYTES = 48;
const SALT_BYTES = 48;
const TRAILER = 0xbc;

/** EMSA-PSS-VERIFY (RFC 8017, section 9.1.2). */
function isEncoded(encoded: Uint8Array, bits: number, hash: Uint8Array): boolean {
  const length = encoded.length - HASH_BYTES - 1;
  if (length < SALT_BYTES + 1 || encoded.at(-1) !== TRAILER) return false;
  const told = encoded.subarray(length, length + HASH_BYTES);
  const unused = 8 * encoded.length - bits;
  if (encoded[0]! >> (8 - unused) !== 0) return false;
  const block = mask(told, length).map((byte, at) => byte ^ encoded[at]!);
  block[0]! &= 0xff >> unused;
  const zeros = length - SALT_BYTES - 1;
  if (block.subarray(0, zeros).some((byte) => byte !== 0) || block[zeros] !== 1) return false;
  const whole = new Uint8Array(8 + HASH_BYTES + SALT_BYTES);
  whole.set(hash, 8);
  whole.set(block.subarray(zeros + 1), 8 + HASH_BYTES);
  return sha384(whole).every((byte, at) => byte === told[at]);
}

/** MGF1 (RFC 8017, section B.2.1). */
function mask(seed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(Math.ceil(length / HASH_BYTES) * HASH_BYTES);
  for (let n = 0; n * HASH_BYTES < length; n++) {
    const counted = new Uint8Array(seed.length + 4);
    counted.set(seed);
    new DataView(counted.buffer).setUint32(seed.length, n);
    out.set(sha384(counted), n * HASH_BYTES);
  }
  return out.subarray(0, length);
}

const numberOf = (bytes: Uint8Array): bigint =>
  BigInt(`0x0${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);

/** So many bytes, the largest first; null: it does not fit. */
function bytesOf(number: bigint, length: number): Uint8Array | null {
  const digits = number.toString(16).padStart(2 * length, '0');
  if (digits.length > 2 * length) return null;
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** DER (X.690): the value behind a tag at this place, and where it ends; null: it is another, or cut off. */
function valueAt(der: Uint8Array, at: number, tag: number): { value: Uint8Array; end: number } | null {
  const first = der[at + 1];
  if (der[at] !== tag || first === undefined) return null;
  const long = first >= 0x80 ? first - 0x80 : 0;
  if (long > 2 || first === 0x80) return null;
  const start = at + 2 + long;
  const length = long === 0 ? first : der.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return start + length <= der.length ? { value: der.subarray(start, start + length), end: start + length } : null;
}

/** SubjectPublicKeyInfo (RFC 5280) around an RSAPublicKey (RFC 8017, section A.1.1), whatever its algorithm is called. */
function keyIn(der: Uint8Array): { modulus: Uint8Array; exponent: bigint } | null {
  const info = valueAt(der, 0, 0x30);
  const algorithm = info && valueAt(info.value, 0, 0x30);
  const bits = algorithm && valueAt(info.value, algorithm.end, 0x03);
  const key = bits?.value[0] === 0 ? valueAt(bits.value, 1, 0x30) : null;
  const modulus = key && valueAt(key.value, 0, 0x02);
  const exponent = modulus && valueAt(key.value, modulus.end, 0x02);
  if (!modulus || !exponent || exponent.value.length > 8) return null;
  const e = numberOf(exponent.value);
  const n = modulus.value[0] === 0 ? modulus.value.subarray(1) : modulus.value;
  return n.length >= 256 && e > 1n ? { modulus: n, exponent: e } : null;
}
