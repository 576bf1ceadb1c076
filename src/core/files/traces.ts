import { unzip, type ZipPart, type ZipTrouble, zipPacked } from './zip.ts';

/** A document as it can be kept, after the photos in it were looked at; `signed`: see below. */
export type Cleaned =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: ZipTrouble | 'signed' };

/** Where a photo was taken, in the block that cameras write (Exif 2.32, 4.6.3: tag 0x8825, one long) or in its XMP. */
const PLACES = [
  Buffer.from([0x25, 0x88, 4, 0, 1, 0, 0, 0]),
  Buffer.from([0x88, 0x25, 0, 4, 0, 0, 0, 1]),
  Buffer.from('GPSLatitude'),
] as const;
const NOTES = [Buffer.from('Exif\0\0', 'latin1'), Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')] as const;

interface Note {
  readonly from: number;
  readonly to: number;
}

/**
 * A PDF without what the cameras wrote into its photos: place, time, camera and owner are overwritten where they stand,
 * so that no other byte moves. A signed one that tells a place is refused, because changing it would break the
 * signature. Photos packed twice are not looked into.
 */
export function withoutTracesInPdf(bytes: Uint8Array): Cleaned {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const notes = notesIn(all);
  if (notes.length === 0) return { ok: true, bytes };
  if (all.includes('/ByteRange')) return tellsPlace(all, notes) ? { ok: false, why: 'signed' } : { ok: true, bytes };
  return { ok: true, bytes: blanked(all, notes) };
}

/** The same of a Word or Excel file, whose photos are parts of an archive; call it after `officeTrouble` said nothing. */
export async function withoutTracesInOffice(bytes: Uint8Array): Promise<Cleaned> {
  const unpacked = await unzip(bytes, () => true);
  if (!unpacked.ok) return unpacked;
  const signed = unpacked.value.some(({ name }) => name.startsWith('_xmlsignatures/'));
  let changed = false;
  const parts: ZipPart[] = [];
  for (const part of unpacked.value) {
    const all = Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength);
    const clean = isPng(all) ? withoutChunks(all) : isJpeg(all) ? blanked(all, notesIn(all)) : all;
    if (signed && clean !== all && tellsPlace(all, [{ from: 0, to: all.length }])) return { ok: false, why: 'signed' };
    changed ||= clean !== all;
    parts.push({ name: part.name, bytes: clean });
  }
  return { ok: true, bytes: changed && !signed ? zipPacked(parts) : bytes };
}

const isJpeg = (all: Buffer): boolean => all[0] === 0xff && all[1] === 0xd8;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const isPng = (all: Buffer): boolean => all.subarray(0, 8).equals(PNG);

/** What cameras wrote: segments APP1 of JPEG pictures (FF E1, two bytes of length, a name), wherever they stand. */
function notesIn(all: Buffer): readonly Note[] {
  const found: Note[] = [];
  for (const name of NOTES) {
    for (let at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + name.length)) {
      if (at < 4 || all[at - 4] !== 0xff || all[at - 3] !== 0xe1) continue;
      // A length that lies does not reach into what follows the picture in a PDF.
      const end = all.indexOf('endstream', at);
      const to = Math.min(end < 0 ? all.length : end, at - 2 + all.readUInt16BE(at - 2));
      if (to > at + name.length) found.push({ from: at + name.length, to });
    }
  }
  return found;
}

const tellsPlace = (all: Buffer, notes: readonly Note[]): boolean =>
  notes.some(({ from, to }) => PLACES.some((place) => all.subarray(from, to).includes(place)));

function blanked(all: Buffer, notes: readonly Note[]): Buffer {
  if (notes.length === 0) return all;
  const clean = Buffer.from(all);
  for (const { from, to } of notes) clean.fill(0, from, to);
  return clean;
}

/** Chunks of a PNG that hold words of whoever made it (PNG 11.3.3, 11.3.6), left out. */
const TOLD = new Set(['eXIf', 'iTXt', 'tEXt', 'zTXt', 'tIME']);

function withoutChunks(all: Buffer): Buffer {
  const kept: Buffer[] = [all.subarray(0, 8)];
  let dropped = false;
  let at = 8;
  while (at + 12 <= all.length) {
    const to = at + 12 + all.readUInt32BE(at);
    const isTold = TOLD.has(all.toString('latin1', at + 4, at + 8));
    dropped ||= isTold;
    if (!isTold) kept.push(all.subarray(at, to));
    at = to;
  }
  return dropped ? Buffer.concat(kept) : all;
}
