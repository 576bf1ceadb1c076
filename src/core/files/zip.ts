import { promisify } from 'node:util';
import { crc32, deflateRawSync, inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** One unpacked file of an archive. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ZipLimits {
  /** Everything unpacked together, in bytes. */
  readonly unpacked: number;
  /** Unpacked to packed; real documents stay below 100, a zip bomb needs 1000. */
  readonly ratio: number;
  readonly entries: number;
}

/** What Word, Excel and OpenDocument files of people fit into. */
export const OFFICE_LIMITS: ZipLimits = { unpacked: 64 * 2 ** 20, ratio: 200, entries: 2_000 };

export type ZipTrouble = 'broken' | 'locked' | 'too_big' | 'too_tight';
export type Unzipped<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: ZipTrouble };

interface Entry {
  readonly name: string;
  readonly stored: boolean;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly at: number;
}

const no = (why: ZipTrouble): { readonly ok: false; readonly why: ZipTrouble } => ({ ok: false, why });

export const isZip = (bytes: Uint8Array): boolean =>
  bytes.length > 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Names in the archive, from its central directory, without unpacking anything. */
export function zipNames(bytes: Uint8Array): Unzipped<readonly string[]> {
  const entries = directory(bytes, OFFICE_LIMITS);
  return entries.ok ? { ok: true, value: entries.value.map((entry) => entry.name) } : entries;
}

/**
 * Unpacks the wanted files. The sizes that the archive declares are judged before anything is unpacked, and each file
 * is cut off while it inflates as soon as it grows past what was declared for it: a directory that lies gains nothing.
 */
export async function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = OFFICE_LIMITS,
): Promise<Unzipped<readonly ZipPart[]>> {
  const entries = directory(bytes, limits);
  if (!entries.ok) return entries;
  const parts: ZipPart[] = [];
  for (const entry of entries.value) {
    if (entry.name.endsWith('/') || !wanted(entry.name)) continue;
    const body = await bodyOf(bytes, entry);
    if (!body.ok) return body;
    parts.push({ name: entry.name, bytes: body.value });
  }
  return { ok: true, value: parts };
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** The central directory (APPNOTE 4.3.12), with its declared sizes judged. Zip64 is for files larger than we take. */
function directory(bytes: Uint8Array, limits: ZipLimits): Unzipped<readonly Entry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 0xffff);
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest) return no('broken');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.entries) return no('too_big');
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  let packed = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return no('broken');
    const flags = view.getUint16(at + 8, true);
    if (flags & 1) return no('locked');
    const method = view.getUint16(at + 10, true);
    if (method !== 0 && method !== 8) return no('broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    if (seen.has(name)) return no('broken');
    seen.add(name);
    const entry: Entry = {
      name,
      stored: method === 0,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    entries.push(entry);
    unpacked += entry.size;
    packed += entry.packed;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (unpacked > limits.unpacked) return no('too_big');
  if (unpacked > 4 * 2 ** 20 && unpacked / Math.max(1, Math.min(packed, bytes.length)) > limits.ratio)
    return no('too_tight');
  return { ok: true, value: entries };
}

async function bodyOf(bytes: Uint8Array, entry: Entry): Promise<Unzipped<Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) return no('broken');
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const raw = bytes.subarray(start, start + entry.packed);
  if (raw.length !== entry.packed) return no('broken');
  let body: Uint8Array;
  try {
    body = entry.stored ? raw : await inflate(raw, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    return no((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_tight' : 'broken');
  }
  return body.length === entry.size && crc32(body) === entry.crc ? { ok: true, value: body } : no('broken');
}

/**
 * An archive without compression made of parts already judged: what a library gets to read instead of the original,
 * so that it can unpack nothing that we have not seen.
 */
export const zipStored = (parts: readonly ZipPart[]): Uint8Array => zipOf(parts, () => false);

/** The same with its words compressed (photos are already): a document that is kept instead of what was sent. */
export const zipPacked = (parts: readonly ZipPart[]): Uint8Array =>
  zipOf(parts, ({ name }) => /\.(xml|rels)$/i.test(name));

function zipOf(parts: readonly ZipPart[], isPacked: (part: ZipPart) => boolean): Uint8Array {
  const chunks: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    const packed = isPacked(part);
    const body = packed ? deflateRawSync(part.bytes) : part.bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(packed ? 8 : 0, 4);
    common.writeUInt32LE(0x00210000, 6); // 1 January 1980: the oldest day that the format knows
    common.writeUInt32LE(crc32(part.bytes), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(part.bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([u32(LOCAL), common, name]);
    const entry = Buffer.concat([u32(CENTRAL), u16(20), common, Buffer.alloc(10), u32(offset), name]);
    chunks.push(head, body);
    central.push(entry);
    offset += head.length + body.length;
  }
  const size = central.reduce((sum, entry) => sum + entry.length, 0);
  const counts = Buffer.concat([u16(parts.length), u16(parts.length)]);
  const end = Buffer.concat([u32(END), u32(0), counts, u32(size), u32(offset), u16(0)]);
  return Buffer.concat([...chunks, ...central, end]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
