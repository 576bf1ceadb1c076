import type { Check } from './check.ts';
import { isNode, isTest, type Node, type Source, sources, walk } from './source.ts';
import { sqlOf } from './sql.ts';

/** Attributes and properties of components that a person reads. */
const READ_BY_PEOPLE =
  /^(aria-(label|description|roledescription|placeholder)|title|alt|placeholder|label|hint|legend|caption|heading|summary)$/;
/** The same in every language, as names and formats are. */
const NAMES = /\b(Ortaq|CSV|XLSX|DOCX|JSON|GeoJSON|PDF|Atom|iCalendar|OGP|CC|BY)\b/g;
/** Addresses shown as examples. */
const ADDRESS = /https?:\/\/\S+|\S+@\S+/g;
const LETTER = /\p{L}{2,}/u;
/** Core's own words and clocks may use the machine's; sample pages of the kit are seen by developers only. */
const SPEAKERS = /^src\/(core\/(i18n|time)\/|phone\/)/;

/** Law 8: texts, numbers, dates and order go through core/i18n; pages hold no words of their own. */
export const words: Check = {
  name: 'words',
  of: 'files',
  run: (root) => {
    const files = sources(root).filter((file) => !isTest(file.path));
    return {
      looked: files.length,
      sins: files.flatMap((file) => [...bypassing(file), ...literal(file), ...collated(file)]),
    };
  },
};

/** Intl, toLocaleString and the default order of strings know nothing of ə, ı and the reader. */
function bypassing(file: Source): readonly string[] {
  if (SPEAKERS.test(file.path)) return [];
  const isPage = file.path.endsWith('.tsx');
  const sins: string[] = [];
  const sin = (node: Node, text: string) => sins.push(`${file.path}:${file.lineOf(node.start)}: ${text}`);
  walk(file.tree, (node) => {
    if (node.type !== 'MemberExpression') return undefined;
    if ((node.object as Node).name === 'Intl') sin(node, 'Intl only in core/i18n and core/time; use lang');
    const method = String((node.property as Node).name);
    if (/^(toLocale\w+|localeCompare)$/.test(method)) sin(node, `${method} only in core/i18n; use lang`);
    if (file.path.includes('/pages/') && /^to(Upper|Lower)Case$/.test(method))
      sin(node, `${method} spoils İ and ı; write the text as it is shown`);
    return undefined;
  });
  walk(file.tree, (node) => {
    const callee = node.callee as Node | undefined;
    if (!isPage || node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return undefined;
    const sorts = /^(sort|toSorted)$/.test(String((callee.property as Node).name));
    if (sorts && (node.arguments as readonly unknown[]).length === 0)
      sin(node, 'sort by lang.compare, not by code points');
    return undefined;
  });
  return sins;
}

/** Words between tags, in attributes that people read, and in expressions that stand between tags. */
function literal(file: Source): readonly string[] {
  if (!file.path.endsWith('.tsx')) return [];
  const sins: string[] = [];
  const judge = (node: Node, text: unknown) => {
    if (typeof text !== 'string' || !LETTER.test(text.replace(/&\w+;/g, '').replace(ADDRESS, '').replace(NAMES, '')))
      return;
    sins.push(`${file.path}:${file.lineOf(node.start)}: "${text.trim().slice(0, 40)}" belongs in text/ (az, en, ru)`);
  };
  walk(file.tree, (node) => {
    if (node.type === 'JSXText') judge(node, node.value);
    if (node.type === 'JSXAttribute' && READ_BY_PEOPLE.test(attribute(node))) spoken(node.value, judge);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as readonly Node[])
        if (child.type === 'JSXExpressionContainer') spoken(child, judge);
    return undefined;
  });
  return sins;
}

const attribute = (node: Node): string => String((node.name as { name?: unknown }).name ?? '');

/** Follows an expression to the strings that it may become. */
function spoken(value: unknown, judge: (node: Node, text: unknown) => void): void {
  if (!isNode(value)) return;
  if (value.type === 'Literal') judge(value, value.value);
  if (value.type === 'TemplateLiteral')
    for (const part of value.quasis as readonly Node[]) judge(part, (part.value as { raw: string }).raw);
  const next = {
    JSXExpressionContainer: ['expression'],
    ConditionalExpression: ['consequent', 'alternate'],
    LogicalExpression: ['left', 'right'],
  };
  for (const field of next[value.type as keyof typeof next] ?? []) spoken(value[field], judge);
}

const collated = (file: Source): readonly string[] =>
  sqlOf(file)
    .filter((piece) => /\bcollate\b/i.test(piece.text))
    .map((piece) => `${file.path}:${piece.line}: the database does not sort for people; sort with lang.compare`);
