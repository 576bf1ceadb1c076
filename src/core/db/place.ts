import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** Whether this runs from the sources (tests, tools) and not from the bundle in dist/. */
const fromSource = here.endsWith('.ts');

/** A file of the repository that is read at run time ("db/migrations"), found from the sources and from dist/ alike. */
export function repositoryFile(relative: string): string {
  for (let folder = path.dirname(here); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, relative);
    if (existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) throw new Error(`${relative} is missing: the installation is not whole`);
  }
}

/** The program of a worker thread: beside this file's bundle, or the source itself, which Node reads without build. */
export function workerFile(name: string): URL {
  return new URL(fromSource ? `./${name}.worker.ts` : `./${name}.worker.js`, import.meta.url);
}
