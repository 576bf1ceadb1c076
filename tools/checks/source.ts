import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One node of the syntax tree (ESTree with TypeScript and JSX). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface Import {
  /** As written: "#core/db/database.ts", "./rules.ts", "kysely". */
  readonly from: string;
  /** Path below the root, or null for a package. */
  readonly target: string | null;
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A source file: read at once, parsed when first asked. */
export interface Source {
  /** Below the root, with forward slashes: "src/modules/plans/rules.ts". */
  readonly path: string;
  readonly text: string;
  readonly tree: Node;
  readonly imports: readonly Import[];
  readonly lineOf: (offset: number) => number;
}

const GENERATED = /\.gen\.ts$/;

/** All TypeScript files below a root that match, without the generated ones; in a stable order. */
export function sources(root: string, pattern = 'src/**/*.{ts,tsx}'): readonly Source[] {
  const paths = globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return paths
    .filter((path) => !GENERATED.test(path))
    .sort()
    .map((path) => source(path, readFileSync(join(root, path), 'utf8')));
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

function source(path: string, text: string): Source {
  let tree: Node | undefined;
  let found: readonly Import[] | undefined;
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const parse = (): Node => {
    const parsed = parseSync(path, text);
    if (parsed.errors.length > 0) throw new Error(`${path} is not TypeScript: ${parsed.errors[0]?.message}`);
    return parsed.program as unknown as Node;
  };
  return {
    path,
    text,
    lineOf,
    get tree() {
      tree ??= parse();
      return tree;
    },
    get imports() {
      found ??= importsOf(path, this.tree, lineOf);
      return found;
    },
  };
}

/** Visits every node below; the visitor returns false to leave a branch out. */
export function walk(node: unknown, visit: (node: Node) => undefined | boolean): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (isNode(node) && visit(node) !== false) for (const value of Object.values(node)) walk(value, visit);
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function importsOf(path: string, tree: Node, lineOf: (offset: number) => number): readonly Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    const from = (node.source as { value?: unknown } | null | undefined)?.value;
    if (typeof from !== 'string' || !/^(Import|Export|TSImportType)/.test(node.type)) return undefined;
    const named = (node.specifiers ?? []) as readonly Node[];
    const kinds = [node.importKind, node.exportKind];
    const typeOnly =
      node.type === 'TSImportType' ||
      kinds.includes('type') ||
      (named.length > 0 && named.every((s) => s.importKind === 'type' || s.exportKind === 'type'));
    found.push({ from, target: targetOf(path, from), typeOnly, line: lineOf(node.start) });
    return undefined;
  });
  return found;
}

/** The file an import means, by the `imports` of package.json. */
function targetOf(path: string, from: string): string | null {
  if (from.startsWith('.')) return posix.join(dirname(path), from);
  return from.startsWith('#') ? from.replace(/^#/, 'src/') : null;
}
