import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { CAPS, MODULES, placeOf } from './map.ts';

/** Names that say nothing about what is inside, so everything ends up in them. */
const EMPTY_NAMES = /(^|[/-])(utils?|helpers?|common|services?|types|index|misc|shared|manager)(\.[a-z.]+$|\/)/;
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|css|gen|worker))?\.(ts|tsx)$/;
const TOP = ['core', 'ui', 'modules', 'main', 'phone', 'enhance'];
const FREE_CAP = 300;

/** The closed vocabulary of files and their sizes (architecture, "A module's files"). */
export const rooms: Check = {
  name: 'rooms',
  of: 'files',
  run: (root) => {
    const files = globSync('{src,tools}/**/*', { cwd: root, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => !/\.gen\.ts$|\.tmp$/.test(path))
      .sort();
    const sins = files.flatMap((path) => judge(root, path));
    return { looked: files.length, sins: [...sins, ...withoutReadme(root, files)] };
  },
};

function judge(root: string, path: string): readonly string[] {
  const sins: string[] = [];
  const name = path.split('/').at(-1)!;
  const code = /\.tsx?$/.test(name);
  if (EMPTY_NAMES.test(path)) sins.push(`${path}: name it after what it holds; a homeless function belongs to a noun`);
  if (code && !NAME.test(name)) sins.push(`${path}: file names are small letters and digits with hyphens`);
  if (placeOf(path)?.kind === 'test' && !beside(root, path))
    sins.push(`${path}: no file of that name stands beside it`);
  const top = path.split('/');
  if (top[0] === 'src' && top.length > 2 && !TOP.includes(top[1]!)) sins.push(`${path}: no such part of the house`);
  const place = placeOf(path);
  if (place && !MODULES.includes(place.module)) sins.push(`${path}: "${place.module}" is no module of architecture.md`);
  if (place && place.kind === null)
    sins.push(`${path}: not in the vocabulary of a module; see the ladder in CONTRIBUTING.md`);
  const cap = capOf(path);
  const lines = code || name.endsWith('.md') ? linesOf(root, path) : 0;
  if (cap !== null && lines > cap) sins.push(`${path}: ${lines} lines, at most ${cap}; split by noun`);
  return sins;
}

function capOf(path: string): number | null {
  if (/\.test\.tsx?$/.test(path)) return CAPS.test;
  const kind = placeOf(path)?.kind;
  if (kind) return kind === 'text' ? null : CAPS[kind];
  if (path.startsWith('tools/checks/')) return 100;
  return /\.tsx?$/.test(path) ? FREE_CAP : null;
}

const linesOf = (root: string, path: string): number =>
  readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length;

/** "rules.test.ts" stands beside "rules.ts"; "plan.page.test.tsx" would have no owner. */
const beside = (root: string, path: string): boolean =>
  ['.ts', '.tsx', '.mjs'].some((ending) => existsSync(join(root, path.replace(/\.test\.tsx?$/, ending))));

const withoutReadme = (root: string, files: readonly string[]): readonly string[] =>
  [...new Set(files.map((path) => placeOf(path)?.module).filter((module) => module !== undefined))]
    .filter((module) => !existsSync(join(root, 'src/modules', module, 'README.md')))
    .map((module) => `src/modules/${module}: no README.md with its nouns, its invariants and where each comes from`);
