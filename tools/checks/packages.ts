import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';

const MOST = 50;

interface Listed {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** No package without its version, its place in the lock, and one sentence that says what it is for. */
export const packages: Check = {
  name: 'packages',
  of: 'packages',
  run: (root) => {
    const listed = read<Listed>(root, 'package.json');
    const lock = read<{ packages?: Readonly<Record<string, Listed>> }>(root, 'package-lock.json');
    const told = namesTold(root);
    const all = { ...listed.dependencies, ...listed.devDependencies };
    const locked = { ...lock.packages?.['']?.dependencies, ...lock.packages?.['']?.devDependencies };
    const sins = Object.entries(all).flatMap(([name, version]) => [
      ...(/^\d+\.\d+\.\d+/.test(version) ? [] : [`${name}: "${version}" is not one exact version`]),
      ...(locked[name] === version
        ? []
        : [`${name}: package-lock.json has ${locked[name] ?? 'nothing'}, package.json ${version}`]),
      ...(told.has(name) ? [] : [`${name}: no sentence in docs/decisions says what it is for`]),
    ]);
    const surplus = [...told]
      .filter((name) => !all[name])
      .map((name) => `docs/decisions: ${name} is not in package.json`);
    const unlisted = Object.keys(locked)
      .filter((name) => !all[name])
      .map((name) => `package-lock.json: ${name} is not in package.json`);
    const runTime = Object.keys(listed.dependencies ?? {}).length;
    const many = runTime > MOST ? [`${runTime} packages at run time, at most ${MOST}`] : [];
    return {
      looked: Object.keys(all).length,
      sins: [...sins, ...surplus, ...unlisted, ...many],
      note: `${runTime} at run time`,
    };
  },
};

const read = <T>(root: string, path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

/** Packages with a sentence in a decision record: "- `name`: what it is for." */
function namesTold(root: string): ReadonlySet<string> {
  const records = globSync('docs/decisions/*.md', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8'));
  const lines = records.flatMap((text) =>
    [...text.matchAll(/^- ((?:`[^`]+`(?:, )?)+): /gm)].map(([, names]) => names!),
  );
  return new Set(lines.flatMap((names) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)));
}
