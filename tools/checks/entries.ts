import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { isNode, isTest, type Node, type Source, sources, walk } from './source.ts';

/** Law 9: every entry that a command writes is declared in its module.ts with its sentence, and the other way round. */
export const entries: Check = {
  name: 'entries',
  of: 'entries',
  run: (root) => {
    const files = sources(root, 'src/modules/**/*.ts').filter((file) => !isTest(file.path));
    const written = collect(
      files.filter((file) => file.path.endsWith('/commands.ts')),
      kindWritten,
    );
    const declared = collect(files, kindDeclared);
    const sins = [
      ...[...written]
        .filter(([kind]) => !declared.has(kind))
        .map(([kind, at]) => `${at}: ${kind} is not declared in entries of module.ts`),
      ...[...declared]
        .filter(([kind]) => !written.has(kind))
        .map(([kind, at]) => `${at}: ${kind} is written by no command`),
      ...withoutSentence(root, files),
    ];
    return { looked: new Set([...written.keys(), ...declared.keys()]).size, sins };
  },
};

/** Kind -> where it stands first. */
function collect(
  files: readonly Source[],
  kindOf: (node: Node, module: string) => string | null,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of files) {
    const module = file.path.split('/')[2]!;
    walk(file.tree, (node) => {
      const kind = kindOf(node, module);
      if (kind && !found.has(kind)) found.set(kind, `${file.path}:${file.lineOf(node.start)}`);
      return undefined;
    });
  }
  return found;
}

/** `kind: 'plans.measure_added'`, also behind a condition. */
function kindWritten(node: Node, module: string): string | null {
  if (node.type !== 'Property' || keyOf(node) !== 'kind') return null;
  return literalOf(node.value, module);
}

function literalOf(value: unknown, module: string): string | null {
  if (!isNode(value) || typeof value.value !== 'string') return null;
  return value.value.startsWith(`${module}.`) ? value.value : null;
}

/** `'plans.measure_added': { sentence: 'plans.log.measure_added', followable: true }` */
function kindDeclared(node: Node): string | null {
  if (node.type !== 'Property' || !isNode(node.value) || node.value.type !== 'ObjectExpression') return null;
  const has = (node.value.properties as readonly Node[]).some((property) => keyOf(property) === 'sentence');
  return has ? keyOf(node) : null;
}

const keyOf = (node: Node): string => {
  const key = node.key as { name?: string; value?: unknown } | undefined;
  return String(key?.name ?? key?.value ?? '');
};

/** The declared sentence stands in one of the module's English files (the other languages follow by texts.ts). */
function withoutSentence(root: string, files: readonly Source[]): readonly string[] {
  return files.flatMap((file) => {
    const sins: string[] = [];
    walk(file.tree, (node) => {
      const key =
        node.type === 'Property' && keyOf(node) === 'sentence' ? (node.value as { value?: unknown }).value : null;
      if (typeof key !== 'string') return undefined;
      if (!english(root, file.path.split('/')[2]!).includes(`"${key}"`))
        sins.push(`${file.path}:${file.lineOf(node.start)}: no sentence "${key}" in the module's text/en.json`);
      return undefined;
    });
    return sins;
  });
}

const english = (root: string, module: string): string =>
  globSync(`src/modules/${module}/**/text/en.json`, { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('');
