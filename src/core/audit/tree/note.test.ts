import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NODE } from '../primitives.ts';
import { joined, toBase64, utf8 } from './bytes.ts';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { cosigned, formatKey, formatNote, isSigned, noteKey, parseKey, parseNote } from './note.ts';

const pair = generateKeyPairSync('ed25519');
const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const KEY = noteKey(NODE.sha256, 'ortaq.example/sabirabad', 'note', raw);
const WITNESS = noteKey(NODE.sha256, 'lənkəran.example', 'cosignature', raw);
const TEXT = checkpointText({ origin: KEY.name, size: 3, root: NODE.sha256(new Uint8Array()) });
const by = (key: typeof KEY, bytes: Uint8Array) => ({ name: key.name, id: key.id, bytes });

/** A signature of a witness who saw the text at this second. */
function witnessed(seconds: bigint): Uint8Array {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, seconds);
  return joined(time, sign(null, utf8(cosigned(TEXT, seconds)), pair.privateKey));
}

describe('a signed note', () => {
  it('of the specification is read, verified and written the same', () => {
    const example = [
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n',
      '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n',
    ].join('');
    const note = parseNote(utf8(example));
    expect(note?.text.split('\n')).toHaveLength(5);
    expect(note && formatNote(note)).toBe(example);
  });

  it('is good under its key only, and no byte of it may change', () => {
    const note = { text: TEXT, signatures: [by(KEY, sign(null, utf8(TEXT), pair.privateKey))] };
    const bytes = utf8(formatNote(note));
    expect(isSigned(NODE, TEXT, note.signatures[0]!, KEY)).toBe(true);
    expect(isSigned(NODE, TEXT, note.signatures[0]!, WITNESS)).toBe(false);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const found = parseNote(bytes.map((byte, index) => (index === at ? byte ^ change : byte)));
        const [signature] = found?.signatures ?? [];
        expect(found !== null && signature !== undefined && isSigned(NODE, found.text, signature, KEY)).toBe(false);
      }),
    );
  });

  it('carries what witnesses say, with the moment', () => {
    const seen = by(WITNESS, witnessed(1_795_420_800n));
    expect(isSigned(NODE, TEXT, seen, WITNESS)).toBe(true);
    expect(isSigned(NODE, `${TEXT}x\n`, seen, WITNESS)).toBe(false);
    expect(isSigned(NODE, TEXT, by(WITNESS, witnessed(2n ** 63n)), WITNESS)).toBe(false);
    expect(isSigned(NODE, TEXT, by(WITNESS, sign(null, utf8(TEXT), pair.privateKey)), WITNESS)).toBe(false);
  });

  it.each([
    '',
    '\n\n',
    'text\n',
    'text\n\n',
    'text\n\n— a\n',
    'text\n\n— a YQ==\n',
    'a\tb\n\n— a YWJjZGVm\n',
    'text\n\n— a+b YWJjZGVm\n',
    'text\n\n— a YWJjZGVm',
  ])('is not %j', (text) => expect(parseNote(utf8(text))).toBeNull());

  it('is of a key whose line fits itself', () => {
    expect(formatKey(parseKey(NODE.sha256, formatKey(KEY))!)).toBe(formatKey(KEY));
    expect(parseKey(NODE.sha256, formatKey(WITNESS))?.kind).toBe('cosignature');
    expect(parseKey(NODE.sha256, formatKey(KEY).replace('ortaq', 'ortak'))).toBeNull();
    expect(parseKey(NODE.sha256, `${KEY.name}+00000000+${toBase64(new Uint8Array(33))}`)).toBeNull();
    expect(() => noteKey(NODE.sha256, 'two words', 'note', raw)).toThrow();
  });
});

describe('a checkpoint', () => {
  it('is three lines and nothing else', () => {
    expect(checkpointText(parseCheckpoint(TEXT)!)).toBe(TEXT);
    for (const text of [TEXT.slice(1), TEXT.replace('\n3\n', '\n03\n')])
      expect(parseCheckpoint(text) === null || checkpointText(parseCheckpoint(text)!) === text).toBe(true);
    for (const wrong of ['', TEXT.trimEnd(), `${TEXT}more\n`, TEXT.replace('\n3\n', '\n03\n'), TEXT.replace('=', '')])
      expect(parseCheckpoint(wrong)).toBeNull();
  });
});
