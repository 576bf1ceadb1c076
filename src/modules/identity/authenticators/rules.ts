import { Secret, TOTP } from 'otpauth';
import { codeFrom, typedCode } from '#core/typed-code.ts';

/** Seconds that one code lasts (RFC 6238, 5.2). */
const STEP = 30;
/** Clocks of phones go wrong by a little: one step before and one after count too. */
const SKEW = 1;
export const RECOVERY_CODES = 10;
/** Letters of a recovery code: 80 bits. */
const LENGTH = 16;

const MINUTE = 60_000;
/** A secret that was shown and never confirmed is no way in, and is not shown again after this. */
const SETTING_UP = 60 * MINUTE;

export const stillSettingUp = (madeAt: Date, now: Date): boolean => now.getTime() - madeAt.getTime() < SETTING_UP;

const appOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Ortaq', label, algorithm: 'SHA1', digits: 6, period: STEP, secret: Secret.fromBase32(secret) });

/** 160 random bits as base 32: what RFC 4226 (4, R6) recommends. */
export const secretOf = (bytes: Uint8Array<ArrayBuffer>): string => new Secret({ buffer: bytes.buffer }).base32;

/** What the QR code says: "otpauth://totp/Ortaq:rena?secret=..."; `site` names the installation in the app. */
export function addressFor(secret: string, site: string, person: string): string {
  const app = appOf(secret, person);
  app.issuer = site;
  return app.toString();
}

/** The secret in groups of four, as people type it. */
export const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? '';

/**
 * The 30-second step whose code this is, or null. A step that was taken before, and any earlier one, counts no more:
 * a code that somebody saw over a shoulder is spent.
 */
export function stepOf(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const app = appOf(secret, '');
  const timestamp = now.getTime();
  const delta = app.validate({ token, timestamp, window: SKEW });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / STEP) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** A code for paper from 16 random bytes: 80 bits, four groups of four. */
export const recoveryFrom = (bytes: Uint8Array): string => codeFrom(bytes.subarray(0, LENGTH));

/** A recovery code as typed by hand, look-alikes forgiven; null: it cannot be one. */
export const recoveryOf = (text: string): string | null => typedCode(text, LENGTH);
