import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
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

/** Writes a file of a backup in its place. Throws for a name that no kept file has: it could lead out of the folder. */
export async function writeKept(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  if (!NAME.test(name)) throw new Error(`the backup holds a file with a strange name: ${JSON.stringify(name)}`);
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await writeFile(target, bytes, { mode: 0o600 });
}
