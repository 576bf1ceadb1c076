import { equalBytes, joined, textOf, utf8 } from '../tree/bytes.ts';

/** One file of an export. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The limits of the zip format without its extension for large files. */
const MOST_PARTS = 0xffff;
const MOST_BYTES = 0xffff_ffff;

/**
 * A zip archive without compression, in which every byte follows from the names and contents: no clock, no system, no
 * room for anything beside the files. Pure, so that the server writes and a browser checks the same. Throws when an
 * archive would be larger than the format knows.
 */
export function pack(parts: readonly Part[]): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of parts) {
    const letters = utf8(name);
    // Version 2.0, names in UTF-8, stored, 1 January 1980: the oldest day that the format knows.
    const facts = numbers(
      [2, 20],
      [2, 0x0800],
      [2, 0],
      [4, 0x0021_0000],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, letters.length],
      [2, 0],
    );
    const head = joined(numbers([4, LOCAL]), facts, letters);
    directory.push(numbers([4, CENTRAL], [2, 20]), facts, numbers([2, 0], [4, 0], [4, 0], [4, at]), letters);
    files.push(head, bytes);
    at += head.length + bytes.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  if (parts.length > MOST_PARTS || at + length > MOST_BYTES)
    throw new RangeError('the export is too large for a zip archive');
  const end = numbers([4, END], [4, 0], [2, parts.length], [2, parts.length], [4, length], [4, at], [2, 0]);
  return joined(...files, ...directory, end);
}

/** The files of an archive; null when it is not byte for byte what `pack` makes of them. */
export function unpack(archive: Uint8Array): readonly Part[] | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const parts: Part[] = [];
  let at = 0;
  while (at + 30 <= archive.length && view.getUint32(at, true) === LOCAL) {
    const start = at + 30 + view.getUint16(at + 26, true);
    const end = start + view.getUint32(at + 22, true);
    const name = textOf(archive.subarray(at + 30, start));
    if (name === null || end > archive.length) return null;
    parts.push({ name, bytes: archive.subarray(start, end) });
    at = end;
  }
  if (parts.length > MOST_PARTS || new Set(parts.map(({ name }) => name)).size !== parts.length) return null;
  return equalBytes(pack(parts), archive) ? parts : null;
}

const LOCAL = 0x0403_4b50;
const CENTRAL = 0x0201_4b50;
const END = 0x0605_4b50;

/** Little-endian numbers of so many bytes. */
function numbers(...given: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  return Uint8Array.from(
    given.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, n) => (value >>> (8 * n)) & 0xff)),
  );
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb8_8320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffff_ffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffff_ffff) >>> 0;
}
