import { fromBase64, fromHex, joined, type Primitives, textOf, toBase64, toHex, utf8 } from './bytes.ts';

/** What a key signs (C2SP signed-note): the text itself, or as a witness the text with the moment it was seen. */
export type KeyKind = 'note' | 'cosignature';
const KINDS: Readonly<Record<number, KeyKind>> = { 1: 'note', 4: 'cosignature' };
const BYTES: Readonly<Record<KeyKind, number>> = { note: 1, cosignature: 4 };

/** Who may be believed: "<name>+<key id>+<base64 of kind and 32 bytes of Ed25519>". */
export interface NoteKey {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Uint8Array;
  readonly kind: KeyKind;
  readonly key: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface Note {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const NAME = /^[^\s+\p{Cc}]+$/u;
/** More would be somebody's joke at the cost of whoever verifies. */
export const MOST_SIGNATURES = 32;

/** Key id of the specification: the first 4 bytes of SHA-256 over name, newline, kind and key. */
export function noteKey(sha256: Primitives['sha256'], name: string, kind: KeyKind, key: Uint8Array): NoteKey {
  if (!NAME.test(name) || key.length !== 32) throw new Error(`"${name}" can be no key of a note`);
  const id = sha256(joined(utf8(`${name}\n`), new Uint8Array([BYTES[kind]]), key)).subarray(0, 4);
  return { name, id, kind, key };
}

export const formatKey = ({ name, id, kind, key }: NoteKey): string =>
  `${name}+${toHex(id)}+${toBase64(joined(new Uint8Array([BYTES[kind]]), key))}`;

/** null when the line is no key, or its id is not the one that belongs to its name and bytes. */
export function parseKey(sha256: Primitives['sha256'], line: string): NoteKey | null {
  const [, name, id, material] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(line) ?? [];
  const bytes = fromBase64(material ?? '');
  const kind = bytes ? KINDS[bytes[0] ?? 0] : undefined;
  if (!name || !NAME.test(name) || bytes?.length !== 33 || !kind) return null;
  const key = noteKey(sha256, name, kind, bytes.subarray(1));
  return toHex(key.id) === id && fromHex(id) ? key : null;
}

export const signatureLine = ({ name, id, bytes }: NoteSignature): string =>
  `\u2014 ${name} ${toBase64(joined(id, bytes))}\n`;

export const formatNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`;

/** null when the bytes are not exactly what formatNote writes. */
export function parseNote(bytes: Uint8Array): Note | null {
  const whole = textOf(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids them
  if (whole === null || /[\x00-\x09\x0b-\x1f]/.test(whole)) return null;
  const cut = whole.lastIndexOf('\n\n');
  if (cut < 1) return null;
  const lines = whole.slice(cut + 2).split('\n');
  if (lines.pop() !== '' || lines.length === 0 || lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(parseSignature);
  const note = { text: whole.slice(0, cut + 1), signatures: signatures.filter((one) => one !== null) };
  return note.signatures.length === lines.length && formatNote(note) === whole ? note : null;
}

/** One line "— name base64" without its newline; null when it is none. */
export function parseSignature(line: string): NoteSignature | null {
  const [, name, packed] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = fromBase64(packed ?? '');
  if (!name || !NAME.test(name) || !bytes || bytes.length < 5) return null;
  return { name, id: bytes.subarray(0, 4), bytes: bytes.subarray(4) };
}

export const isBy = (signature: NoteSignature, key: NoteKey): boolean =>
  signature.name === key.name && toHex(signature.id) === toHex(key.id);

/** Is this signature, which claims to be by this key, good for the text? */
export function isSigned(given: Primitives, text: string, signature: NoteSignature, key: NoteKey): boolean {
  if (!isBy(signature, key)) return false;
  if (key.kind === 'note') return given.verifyEd25519(key.key, utf8(text), signature.bytes);
  if (signature.bytes.length !== 72) return false;
  const seen = new DataView(signature.bytes.buffer, signature.bytes.byteOffset, 8).getBigUint64(0);
  if (seen >= 2n ** 63n) return false;
  return given.verifyEd25519(key.key, utf8(cosigned(text, seen)), signature.bytes.subarray(8));
}

/** What a witness signs (C2SP tlog-cosignature, version 1); `seconds` since 1970. */
export const cosigned = (text: string, seconds: bigint): string => `cosignature/v1\ntime ${seconds}\n${text}`;
