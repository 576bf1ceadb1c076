import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { repositoryFile } from './place.ts';

const BLOCK = 512;

/** The prepared empty data directory as a tar archive (30 MB); see tools/embedded-seed.ts. */
export async function readSeed(): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await readFile(repositoryFile('db/embedded-seed.tar.br'));
  return new Uint8Array(await promisify(brotliDecompress)(packed));
}

/**
 * Makes the data directory if there is none. It appears under its name only when whole and durable, so that a
 * power cut leaves either nothing or a database.
 */
export async function plantSeed(directory: string): Promise<void> {
  if (existsSync(path.join(directory, 'PG_VERSION'))) return;
  const parent = path.dirname(directory);
  await mkdir(parent, { recursive: true });
  await clearLeftovers(parent, path.basename(directory));
  const growing = `${directory}.new-${randomBytes(4).toString('hex')}`;
  const folders = [growing];
  await mkdir(growing, { mode: 0o700 });
  const files: Promise<void>[] = [];
  for (const entry of entriesOf(await readSeed())) {
    const target = path.join(growing, entry.name);
    // All at once: the disk makes a thousand small files durable together, but not one after the other.
    if (entry.content) files.push(writeDurably(target, entry.content));
    else {
      mkdirSync(target, { recursive: true, mode: 0o700 });
      folders.push(target);
    }
  }
  await Promise.all(files);
  for (const folder of folders.reverse()) await makeDurable(folder);
  await rename(growing, directory);
  await makeDurable(parent);
}

async function clearLeftovers(parent: string, name: string): Promise<void> {
  for (const found of await readdir(parent)) {
    if (found.startsWith(`${name}.new-`)) await rm(path.join(parent, found), { recursive: true });
  }
}

interface ArchiveEntry {
  readonly name: string;
  /** null: a folder. */
  readonly content: Uint8Array | null;
}

/** Files and folders of a ustar archive made by tools/embedded-seed.ts; nothing else is understood. */
function* entriesOf(archive: Uint8Array): Generator<ArchiveEntry> {
  const text = (at: number, length: number): string =>
    Buffer.from(archive.buffer, archive.byteOffset + at, length)
      .toString('latin1')
      .replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const kind = text(at + 156, 1);
    if (kind !== '0' && kind !== '5') throw new Error(`the prepared database holds an entry of unknown kind "${kind}"`);
    yield { name: text(at, 100), content: kind === '5' ? null : archive.subarray(at + BLOCK, at + BLOCK + size) };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

async function writeDurably(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function makeDurable(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
