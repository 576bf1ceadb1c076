/**
 * What lies on the device, locked by a PIN or a passphrase. A random key seals the records; the key itself lies wrapped
 * beside them by one that is slowly derived from the PIN, so a new PIN wraps one key anew and no record. Needs
 * `getRandomValues` alone, which browsers have on plain http too, unlike the rest of WebCrypto.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Opens and closes records while the program runs; its key is nowhere on the disk. */
export interface Vault {
  /** `id` belongs to the record: bytes that were moved to another id do not open. 40 bytes longer than the JSON. */
  seal(id: string, json: unknown): Uint8Array<ArrayBuffer>;
  /** Throws when the bytes are not what was sealed under this id: changed, moved, or of another vault. */
  open(id: string, bytes: Uint8Array): unknown;
}

/** What lies on the disk of a vault; tells nothing without the PIN. */
export interface VaultHeader {
  readonly edition: 1;
  /** 16 random bytes in hex, new with every PIN. */
  readonly salt: string;
  /** Work of the derivation: scrypt with N = 2^cost, r = 8, p = 1. */
  readonly cost: number;
  /** The records' key, sealed by the PIN's: nonce and box in hex. */
  readonly wrapped: string;
}

/** 32 MB and 0.1 s on a desk machine of 2024, 0.5 to 1 s on a cheap phone. */
const COST = 15;
/** No header, whoever wrote it, makes the device work longer than this. */
const DEAREST = 20;
const NONCE = 24;

/** A new vault with a random key; its header is to be kept on the disk before anything is sealed. */
export async function createVault(pin: string): Promise<{ readonly header: VaultHeader; readonly vault: Vault }> {
  const key = random(32);
  return { header: await wrappedBy(pin, key), vault: vaultOf(key) };
}

/** The vault of this header; null: it is not this PIN. Takes as long as it must (see COST), without holding the page. */
export async function openVault(pin: string, header: VaultHeader): Promise<Vault | null> {
  const key = await keyIn(pin, header);
  return key && vaultOf(key);
}

/** The header by which the same records open with another PIN, and with the old one no more; null: the old is wrong. */
export async function withNewPin(old: string, fresh: string, header: VaultHeader): Promise<VaultHeader | null> {
  const key = await keyIn(old, header);
  return key && wrappedBy(fresh, key);
}

async function wrappedBy(pin: string, key: Uint8Array): Promise<VaultHeader> {
  const [salt, cost] = [bytesToHex(random(16)), COST];
  const wrapped = bytesToHex(boxed(await slowKey(pin, salt, cost), head(salt, cost), key));
  return { edition: 1, salt, cost, wrapped };
}

async function keyIn(pin: string, { salt, cost, wrapped }: VaultHeader): Promise<Uint8Array | null> {
  if (!Number.isInteger(cost) || cost < 1 || cost > DEAREST) throw new Error('header of a vault: cost');
  const slow = await slowKey(pin, salt, cost);
  try {
    return unboxed(slow, head(salt, cost), hexToBytes(wrapped));
  } catch {
    return null;
  }
}

const head = (salt: string, cost: number): string => `ortaq vault 1 ${salt} ${cost}`;

/** The same letter typed in two ways is the same PIN. */
const slowKey = (pin: string, salt: string, cost: number): Promise<Uint8Array> =>
  scryptAsync(utf8ToBytes(pin.normalize('NFKC')), hexToBytes(salt), { N: 2 ** cost, r: 8, p: 1, dkLen: 32 });

const vaultOf = (key: Uint8Array): Vault => ({
  seal: (id, json) => boxed(key, `record ${id}`, utf8ToBytes(JSON.stringify(json))),
  open: (id, bytes) => JSON.parse(new TextDecoder().decode(unboxed(key, `record ${id}`, bytes))),
});

/** A random nonce of 24 bytes never comes twice under one key. */
function boxed(key: Uint8Array, about: string, plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = random(NONCE);
  const box = xchacha20poly1305(key, nonce, utf8ToBytes(about)).encrypt(plain);
  const whole = new Uint8Array(NONCE + box.length);
  whole.set(nonce);
  whole.set(box, NONCE);
  return whole;
}

const unboxed = (key: Uint8Array, about: string, whole: Uint8Array): Uint8Array =>
  xchacha20poly1305(key, whole.subarray(0, NONCE), utf8ToBytes(about)).decrypt(whole.subarray(NONCE));

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
