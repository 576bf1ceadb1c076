import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LITERAL = /(['"`])([a-z][a-z0-9_]*(?:\.[a-z0-9_]+|\.?\$\{[^}`]*\})+)\1/g;

/**
 * Keys that no source file names. A template such as `plans.state.${state}` names every key of its shape; tests and
 * generated files do not count, so that a sentence nobody shows does not stay alive by its test.
 */
export function unusedKeys(root: string, keys: Iterable<string>): readonly string[] {
  const literal = new Set<string>();
  const shapes = new Set<string>();
  for (const path of globSync('src/**/*.{ts,tsx}', { cwd: root })) {
    if (/\.(test|gen)\.|\.gen\.d\./.test(path)) continue;
    for (const [, , text] of readFileSync(join(root, path), 'utf8').matchAll(LITERAL)) {
      if (text!.includes('${')) shapes.add(text!);
      else literal.add(text!);
    }
  }
  const patterns = [...shapes].map((shape) => new RegExp(`^${pattern(shape)}$`));
  return [...keys].filter((key) => !literal.has(key) && !patterns.some((p) => p.test(key)));
}

const pattern = (shape: string): string =>
  shape
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replaceAll('.', '\\.'))
    .join('[a-z0-9_.]+');
