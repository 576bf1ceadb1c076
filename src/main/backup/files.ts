import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** "ab/abcd…": a kept file by its content, or the small picture beside it. Nothing else is taken in or written. */
const NAME = /^([0-9a-f]{2})\/\1[0-9a-f]{62}(\.thumb)?$/;

/** The kept files below a folder, by the names under which they lie. */
export async function* keptFiles(folder: string): AsyncGenerator<string> {
  const shelves = await readdir(folder).catch(() => [] as string[]);
  for (const shelf of shelves.sort())
    for (const name of (await readdir(path.join(folder, shelf)).catch(() => [] as string[])).sort())
      if (NAME.test(`${shelf}/${name}`)) yield `${shelf}/${name}`;
}

export const readKept = (folder: string, name: string): Promise<Uint8Array> => readFile(path.join(folder, name));

/** The key that signs the public log, below the data folder: without it a restored installation would not start. */
export const LOG_KEY = 'keys/log.key';

/** null where none was made yet. */
export const readLogKey = (folder: string): Promise<Uint8Array | null> =>
  readFile(path.join(folder, LOG_KEY)).catch(() => null);

/** In place of the key that the new installation made for itself: the restored log was signed by this one. */
export async function writeLogKey(folder: string, bytes: Uint8Array): Promise<void> {
  const target = path.join(folder, LOG_KEY);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await rm(target, { force: true });
  await writeFile(target, bytes, { mode: 0o600, flag: 'wx' });
}

/** Writes a file of a backup in its place. Throws for a name that no kept file has: it could lead out of the folder. */
export async function writeKept(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  if (!NAME.test(name)) throw new Error(`the backup holds a file with a strange name: ${JSON.stringify(name)}`);
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await writeFile(target, bytes, { mode: 0o600 });
}
