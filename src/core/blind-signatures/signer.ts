import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';

/** RSABSSA-SHA384-PSS-Randomized (RFC 9474, section 5): the hash, and the bytes of its salt. */
const HASH = 'sha384';
const SALT = 48;
/** Bits of a key: it lives as long as what it signs for is open, and forging ends with it. */
const BITS = 2048;
/** Bytes of a blinded message, of a blind signature and of a signature. */
export const SIGNATURE_BYTES = BITS / 8;

export interface BlindKeys {
  /** DER of SubjectPublicKeyInfo (RFC 5280), as browsers import it. */
  readonly publicKey: Buffer<ArrayBuffer>;
  /** DER of PKCS #8. */
  readonly privateKey: Buffer<ArrayBuffer>;
}

/** A new pair of keys; takes some hundred milliseconds of a thread aside, so never inside a transaction. */
export async function newBlindKeys(): Promise<BlindKeys> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: BITS });
  return {
    publicKey: Buffer.from(pair.publicKey.export({ format: 'der', type: 'spki' })),
    privateKey: Buffer.from(pair.privateKey.export({ format: 'der', type: 'pkcs8' })),
  };
}

/**
 * BlindSign (RFC 9474, section 4.3): signs what it cannot read; the same message has the same signature. OpenSSL works
 * in constant time, as section 8.1 asks. Null: the message is no number below the modulus.
 */
export function blindSign(privateKey: Uint8Array, blinded: Uint8Array): Buffer | null {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  const padding = constants.RSA_NO_PADDING;
  if (blinded.length * 8 !== key.asymmetricKeyDetails?.modulusLength) return null;
  let signed: Buffer;
  try {
    signed = privateDecrypt({ key, padding }, blinded);
  } catch {
    return null;
  }
  // A fault in the machine's arithmetic would tell the key to whoever asked.
  const opened = publicEncrypt({ key: createPublicKey(key), padding }, signed);
  if (!opened.equals(blinded)) throw new Error('signing failure (RFC 9474, section 4.3, step 4)');
  return signed;
}

/** RSASSA-PSS-VERIFY of a finished signature over a prepared message; false for anything that is no key or no signature. */
export function isSigned(publicKey: Uint8Array, prepared: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    return verify(HASH, prepared, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT }, signature);
  } catch {
    return false;
  }
}
