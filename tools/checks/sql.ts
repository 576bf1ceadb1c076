import { MODULES } from './map.ts';
import { isNode, type Node, type Source, walk } from './source.ts';

/** Kysely's methods whose first argument names tables. */
const TABLE_METHODS =
  /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|(inner|left|right|full|cross)Join(Lateral)?|from|using|table)$/;

/** A piece of SQL in a source file: a table name given to Kysely, or the text of a `sql` template. */
export interface Piece {
  readonly text: string;
  readonly line: number;
  /** True when the whole text is a table name with perhaps an alias. */
  readonly name: boolean;
}

/** All SQL of a source file. */
export function sqlOf(source: Source): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (node: Node, text: unknown, name: boolean) => {
    if (typeof text === 'string') pieces.push({ text, line: source.lineOf(node.start), name });
  };
  walk(source.tree, (node) => {
    if (node.type === 'TaggedTemplateExpression' && rootName(node.tag) === 'sql') add(node, quasis(node.quasi), false);
    if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'MemberExpression') {
      const method = (node.callee.property as { name?: string }).name ?? '';
      const raw = rootName(node.callee) === 'sql' && method === 'raw';
      if (!raw && !TABLE_METHODS.test(method)) return undefined;
      const first = (node.arguments as readonly Node[])[0];
      const names = first?.type === 'ArrayExpression' ? (first.elements as readonly Node[]) : [first];
      for (const arg of names) if (arg) add(arg, arg.type === 'TemplateLiteral' ? quasis(arg) : arg.value, !raw);
    }
    return undefined;
  });
  return pieces;
}

/** `sql.table` -> "sql". */
function rootName(node: unknown): string {
  let at = node as Node;
  while (isNode(at) && at.type === 'MemberExpression') at = at.object as Node;
  while (isNode(at) && at.type === 'TSInstantiationExpression') at = at.expression as Node;
  return (at as { name?: string }).name ?? '';
}

const quasis = (template: unknown): string =>
  ((template as { quasis?: readonly { value: { raw: string } }[] }).quasis ?? []).map((q) => q.value.raw).join(' $ ');

const PREFIX = new RegExp(`^(${['core', ...MODULES].join('|')})_`);
const POSITION =
  /\b(?:from|join|into|update|table|references|on|using|only)\s+((?:if\s+(?:not\s+)?exists\s+)?"?[a-z_][\w."]*(?:(?:\s+(?:as\s+)?\w+)?\s*,\s*"?[a-z_][\w."]*)*)/gi;

/** Names in the position of a table that carry the prefix of a room, without quotes and schema. */
export function tablesNamed(text: string): readonly string[] {
  return [...stripped(text).matchAll(POSITION)].flatMap(([, list]) =>
    list!
      .split(',')
      .map((item) =>
        item
          .trim()
          .replace(/^if\s+(not\s+)?exists\s+/i, '')
          .split(/\s/)[0]!
          .replaceAll('"', '')
          .replace(/^public\./, ''),
      )
      .filter((name) => PREFIX.test(name) && name !== 'forum_id'),
  );
}

/** The room whose prefix a table carries: "plans" for plans_cells. Undefined for none. */
export const ownerOf = (table: string): string | undefined => PREFIX.exec(table)?.[1];

/** Another room's table is open only when it is a view made for others. */
export const isPublicView = (table: string): boolean => /^[a-z]+_public_/.test(table);

/** SQL without its comments. */
export const stripped = (text: string): string => text.replace(/--.*$/gm, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ');

/** The strings of `export const NAME = [...]`, the keys and values of `export const NAME = {...}`. */
export function constant(source: Source, name: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  walk(source.tree, (node) => {
    if (node.type !== 'VariableDeclarator' || (node.id as { name?: string }).name !== name) return undefined;
    let value = node.init as Node;
    while (/^TS(As|Satisfies)Expression$/.test(value.type)) value = value.expression as Node;
    for (const item of elements(value)) found.set(String(item.value), String(item.value));
    for (const item of (value.properties ?? []) as readonly { key?: Node; value?: Node }[])
      found.set(String(item.key?.name ?? item.key?.value), String(item.value?.value));
    return false;
  });
  return found;
}

/** `[a, ...[b, c]]` has the elements a, b, c. */
const elements = (array: Node): readonly Node[] =>
  ((array.elements ?? []) as readonly Node[]).flatMap((item) =>
    item.type === 'SpreadElement' ? elements(item.argument as Node) : [item],
  );
