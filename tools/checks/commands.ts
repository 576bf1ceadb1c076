import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { isNode, isTest, type Node, type Source, sources, walk } from './source.ts';

interface Declared {
  readonly name: string;
  /** The exported constant, or null when a function makes the command. */
  readonly constant: string | null;
  readonly module: string;
  readonly at: string;
}

/**
 * Law 5: a command carries its module's name, no two share one, and module.ts lists it: an unlisted one would work in
 * the pages and escape the matrix test of who may do what.
 */
export const commands: Check = {
  name: 'commands',
  of: 'commands',
  run: (root) => {
    const files = sources(root, 'src/modules/**/commands.ts').filter((file) => !isTest(file.path));
    const found = files.flatMap(declaredIn);
    const sins = found.flatMap((one, i) => [
      ...(one.name.startsWith(`${one.module}.`) ? [] : [`${one.at}: "${one.name}" must begin with "${one.module}."`]),
      ...(found.findIndex((other) => other.name === one.name) < i ? [`${one.at}: "${one.name}" exists already`] : []),
      ...(one.constant === null || isListed(root, one, files)
        ? []
        : [`${one.at}: ${one.constant} is not in the commands of module.ts`]),
    ]);
    return { looked: found.length, sins };
  },
};

function declaredIn(file: Source): readonly Declared[] {
  const found: Declared[] = [];
  const module = file.path.split('/')[2]!;
  const add = (call: Node, constant: string | null) => {
    const fields = ((call.arguments as readonly Node[])[0]?.properties ?? []) as readonly {
      key?: Node;
      value?: Node;
    }[];
    const name = fields.find((field) => field.key?.name === 'name')?.value?.value;
    found.push({ name: String(name), constant, module, at: `${file.path}:${file.lineOf(call.start)}` });
  };
  walk(file.tree, (node) => {
    const named = node.type === 'ExportNamedDeclaration' ? node.declaration : null;
    for (const one of isNode(named) ? ((named.declarations ?? []) as readonly Node[]) : [])
      if (isCommand(one.init)) add(one.init, String((one.id as Node).name));
    if (isCommand(node) && !found.some((one) => one.at.endsWith(`:${file.lineOf(node.start)}`))) add(node, null);
    return undefined;
  });
  return found;
}

const isCommand = (node: unknown): node is Node =>
  isNode(node) && node.type === 'CallExpression' && (node.callee as Node).name === 'command';

/** Named in module.ts, or in an exported list of some commands.ts that module.ts names. */
function isListed(root: string, one: Declared, files: readonly Source[]): boolean {
  const path = join(root, `src/modules/${one.module}/module.ts`);
  const manifest = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const mentions = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
  if (mentions(manifest, one.constant!)) return true;
  return files
    .filter((file) => file.path.startsWith(`src/modules/${one.module}/`))
    .flatMap((file) => [...file.text.matchAll(/^export const (\w+)[^=]*= (?:\[|\{)([\s\S]*?)(?:\]|\})/gm)])
    .some(([, list, items]) => mentions(manifest, list!) && mentions(items!, one.constant!));
}
