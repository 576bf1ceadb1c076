import { RSABSSA } from '@cloudflare/blindrsa-ts';

/**
 * The side that has something signed without showing it (RFC 9474, RSABSSA-SHA384-PSS-Randomized). Runs in browsers and
 * needs their WebCrypto, which they give on https and localhost only.
 */
const SUITE = RSABSSA.SHA384.PSS.Randomized();
const ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' };

type Bytes = Uint8Array<ArrayBuffer>;

/** What stays with who asks, until the signature came. */
export interface Asking {
  /** 32 random bytes and the message behind them. */
  readonly prepared: Bytes;
  /** The only thing that is shown to the signer. */
  readonly blinded: Bytes;
  /** Takes the blinding away; whoever had it could connect both sides. */
  readonly inverse: Bytes;
}

/** Whether this browser can do it at all. */
export const canAsk = (): boolean => typeof crypto === 'object' && typeof crypto.subtle === 'object';

/** Prepare and Blind (sections 4.1, 4.2). `publicKey`: DER of SubjectPublicKeyInfo; throws where it is none. */
export async function ask(publicKey: Bytes, message: Bytes): Promise<Asking> {
  const prepared = SUITE.prepare(message);
  const { blindedMsg, inv } = await SUITE.blind(await keyOf(publicKey), prepared);
  return { prepared: bytes(prepared), blinded: bytes(blindedMsg), inverse: bytes(inv) };
}

/** Finalize (section 4.4): the signature that stands alone. Throws when what came back is no signature of this key. */
export async function finish(
  publicKey: Bytes,
  asking: Pick<Asking, 'prepared' | 'inverse'>,
  blindSignature: Bytes,
): Promise<Bytes> {
  return bytes(await SUITE.finalize(await keyOf(publicKey), asking.prepared, blindSignature, asking.inverse));
}

const keyOf = (publicKey: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', publicKey, ALGORITHM, true, ['verify']);

const bytes = (from: Uint8Array): Bytes => new Uint8Array(from);
