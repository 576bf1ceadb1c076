import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Admitted } from './admitted.ts';
import { sha256 } from './admitted.ts';

/**
 * Files by their content: `<folder>/ab/abcd...`, the small picture of a photo beside it as `abcd....thumb`. What is
 * there is whole (written aside, synced, renamed) and never changes; the same content is kept once.
 */
export interface FileStore {
  /** Call before the transaction that writes the row; a file without a row harms nobody. */
  keep(admitted: Admitted): Promise<void>;
  /** Null when it is not there. Throws when what is there is not what its name says. */
  read(hash: string): Promise<Uint8Array | null>;
  thumb(hash: string): Promise<Uint8Array | null>;
}

const HASH = /^[0-9a-f]{64}$/;

/** `folder` is `<ORTAQ_DATA>/files`; it is made when the first file comes. */
export function fileStore(folder: string): FileStore {
  const pathOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new RangeError('not a SHA-256');
    return path.join(folder, hash.slice(0, 2), hash);
  };
  return {
    async keep(admitted) {
      await place(pathOf(admitted.sha256), admitted.bytes);
      if (admitted.thumb) await place(`${pathOf(admitted.sha256)}.thumb`, admitted.thumb);
    },
    async read(hash) {
      const bytes = await readIfThere(pathOf(hash));
      if (bytes && sha256(bytes) !== hash) throw new Error(`the stored file ${hash} is damaged`);
      return bytes;
    },
    thumb: (hash) => readIfThere(`${pathOf(hash)}.thumb`),
  };
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes beside, syncs, renames, syncs the folder: after a power cut the file is whole or absent. */
async function place(target: string, bytes: Uint8Array): Promise<void> {
  const there = await stat(target).catch(() => null);
  if (there?.size === bytes.length) return;
  const folder = path.dirname(target);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${target}.${randomBytes(6).toString('hex')}.new`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, target);
  } catch (error) {
    await unlink(aside).catch(() => undefined);
    throw error;
  }
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
