import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { sources } from './source.ts';

/** Types: TypeScript itself, told to name every file it reads. */
export const tsc: Check = {
  name: 'tsc',
  of: 'files',
  run: async (root) => {
    const { out } = await run(root, 'tsc', ['--noEmit', '-p', '.', '--pretty', 'false', '--listFiles']);
    const lines = out.split('\n').filter((line) => line.trim() !== '');
    const files = lines.filter((line) => line.startsWith(root) && !line.includes('/node_modules/'));
    const sins = lines.filter((line) => /\berror TS\d+/.test(line));
    return { looked: files.length, sins };
  },
};

interface BiomeSaid {
  readonly summary: { readonly changed: number; readonly unchanged: number };
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string; readonly start?: { readonly line: number } };
  }[];
}

/** Format and lint. A warning counts: what may be left is soon not read any more. */
export const biome: Check = {
  name: 'biome',
  of: 'files',
  run: async (root) => {
    const args = ['check', '--reporter=json', '--max-diagnostics=none', '--colors=off', '.'];
    const { out } = await run(root, 'biome', args);
    const said = JSON.parse(out.slice(out.indexOf('{'))) as BiomeSaid;
    const sins = said.diagnostics
      .filter((sin) => sin.severity !== 'info' && sin.severity !== 'hint')
      .map(({ location, category, message }) =>
        category === 'format'
          ? `${location.path}: not formatted; npx biome check --write ${location.path}`
          : `${location.path}:${location.start?.line ?? 1}: ${message} (${category})`,
      );
    return { looked: said.summary.changed + said.summary.unchanged, sins };
  },
};

type KnipItem = { readonly name: string; readonly line?: number };
interface KnipSaid {
  readonly issues: readonly ({ readonly file: string } & Readonly<Record<string, readonly KnipItem[] | string>>)[];
}
/** Read by tools/checks/tables.ts and sql-borders.ts, which look at the source and import nothing. */
const READ_BY_CHECKS = /^(TABLES|PUBLIC_KEYS)$/;

/** Files, exports and packages that nobody uses. */
export const knip: Check = {
  name: 'knip',
  of: 'files',
  run: async (root) => {
    const { out, err } = await run(root, 'knip', ['--reporter', 'json', '--no-progress', '--no-config-hints']);
    const start = out.indexOf('{');
    if (start < 0) throw new Error(`knip said nothing: ${err}`);
    const said = JSON.parse(out.slice(start)) as KnipSaid;
    const sins = said.issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, items]) =>
        (Array.isArray(items) ? (items as readonly KnipItem[]) : [])
          .filter((item) => !READ_BY_CHECKS.test(item.name))
          .map((item) => `${file}${item.line ? `:${item.line}` : ''}: ${unused(kind, item.name)}`),
      ),
    );
    return { looked: sources(root).length, sins };
  },
};

function unused(kind: string, name: string): string {
  if (kind === 'files') return 'nobody uses this file';
  if (kind === 'unlisted') return `${name} is not in package.json`;
  if (kind === 'unresolved') return `${name} leads nowhere`;
  return `${name}: nobody uses it (${kind})`;
}

function run(root: string, program: string, args: readonly string[]): Promise<{ out: string; err: string }> {
  const file = join(root, 'node_modules', '.bin', program);
  if (!existsSync(file)) throw new Error(`${program} is not installed`);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject).on('close', () => resolve({ out, err }));
  });
}
