import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Closes secrets that lie in the database, so that its copy alone opens none. */
export interface Seal {
  /** `about` is bound in: what was closed for one thing does not open for another. */
  close(secret: Uint8Array, about: string): string;
  /** Throws when it was closed under another key or for another thing, or was changed. */
  open(sealed: string, about: string): Buffer<ArrayBuffer>;
}

/** AES-256-GCM under 32 bytes of key, a fresh nonce each time (NIST SP 800-38D); base64url of nonce, tag, closed bytes. */
export const sealOf = (key: Uint8Array): Seal => ({
  close: (secret, about) => {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about));
    const closed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url');
  },
  open: (sealed, about) => {
    const all = Buffer.from(sealed, 'base64url');
    const cipher = createDecipheriv(CIPHER, key, all.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(about))
      .setAuthTag(all.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([cipher.update(all.subarray(NONCE + TAG)), cipher.final()]);
  },
});
