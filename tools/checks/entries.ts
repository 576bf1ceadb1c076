import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { isNode, isTest, type Node, type Source, sources, walk } from './source.ts';
import { constant } from './sql.ts';

/** An entry where it is written or declared, and the key of its sentence where one is declared. */
interface Mention {
  readonly kind: string;
  readonly at: string;
  readonly sentence: string | null;
}

/** Law 9: every entry that a command writes is declared in its module.ts with its sentence, and the other way round. */
export const entries: Check = {
  name: 'entries',
  of: 'entries',
  run: (root) => {
    const files = sources(root, 'src/modules/**/*.ts').filter((file) => !isTest(file.path));
    const written = files.filter((file) => file.path.endsWith('/commands.ts')).flatMap(writtenIn);
    const declared = files.flatMap((file) => [...declaredIn(file), ...listedIn(file)]);
    const has = (list: readonly Mention[], kind: string): boolean => list.some((one) => one.kind === kind);
    const sins = [
      ...written
        .filter(({ kind }) => !has(declared, kind))
        .map(({ kind, at }) => `${at}: ${kind} is not declared in entries of module.ts`),
      ...declared
        .filter(({ kind }) => !has(written, kind))
        .map(({ kind, at }) => `${at}: ${kind} is written by no command`),
      ...declared
        .filter(({ sentence, at }) => sentence !== null && !english(root, moduleOf(at)).includes(`"${sentence}"`))
        .map(({ sentence, at }) => `${at}: no sentence "${sentence}" in the module's text/en.json`),
    ];
    return { looked: new Set([...written, ...declared].map(({ kind }) => kind)).size, sins: [...new Set(sins)] };
  },
};

/** `kind: 'plans.measure_added'` */
const writtenIn = (file: Source): readonly Mention[] =>
  properties(file).flatMap((node) => {
    const kind = keyOf(node) === 'kind' ? textOf(node.value) : null;
    return kind?.startsWith(`${moduleOf(file.path)}.`) ? [{ kind, at: place(file, node), sentence: null }] : [];
  });

/** `'plans.measure_added': { sentence: 'plans.log.measure_added', followable: true }` */
const declaredIn = (file: Source): readonly Mention[] =>
  properties(file).flatMap((node) => {
    const value = node.value as Node;
    const fields = value.type === 'ObjectExpression' ? (value.properties as readonly Node[]) : [];
    const sentence = fields.find((field) => keyOf(field) === 'sentence');
    return sentence ? [{ kind: keyOf(node), at: place(file, node), sentence: textOf(sentence.value) }] : [];
  });

/** `const ENTRIES = ['measure_added', ...]`, of which module.ts makes declarations with `<module>.log.<deed>`. */
const listedIn = (file: Source): readonly Mention[] =>
  [...constant(file, 'ENTRIES')].flatMap(([item, value]) => {
    const module = moduleOf(file.path);
    const deed = item.replace(`${module}.`, '');
    const isList = item === value;
    return isList ? [{ kind: `${module}.${deed}`, at: file.path, sentence: `${module}.log.${deed}` }] : [];
  });

function properties(file: Source): readonly Node[] {
  const found: Node[] = [];
  walk(file.tree, (node) => {
    if (node.type === 'Property' && isNode(node.value)) found.push(node);
    return undefined;
  });
  return found;
}

const moduleOf = (path: string): string => path.split('/')[2]!;
const place = (file: Source, node: Node): string => `${file.path}:${file.lineOf(node.start)}`;

const keyOf = (node: Node): string => {
  const key = node.key as { name?: string; value?: unknown } | undefined;
  return String(key?.name ?? key?.value ?? '');
};
const textOf = (value: unknown): string | null =>
  isNode(value) && typeof value.value === 'string' ? value.value : null;

/** The module's English sentences; the other languages follow by texts.ts. */
const english = (root: string, module: string): string =>
  globSync(`src/modules/${module}/**/text/en.json`, { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('');
