import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Could this be an id of ours? Anything else is no id, and never reaches the database, which would choke on it. */
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** The same as a shape of a command's input: other callers than forms (imports, samples, machines) pass it too. */
export const idShape = <T extends string = string>() => v.custom<T>(isId);

/** The same id for the same words, always: of a thing that has no row of its own (UUID version 8, RFC 9562, section 5.8). */
export function nameBased(words: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(words)));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
