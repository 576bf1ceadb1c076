import fontoxpath from 'fontoxpath';
import { type Document, type Node, parseXmlDocument, serializeToWellFormedString } from 'slimdom';
import { readXlsForm } from '../../src/modules/surveys/exchange/sheets/forms.ts';
import { writeXForm } from '../../src/modules/surveys/exchange/xforms/frame/rules.ts';
import { saysSo } from './reasons.ts';
import { sheetsOf } from './tables.ts';

const { evaluateXPathToBoolean, evaluateXPathToNodes, evaluateXPathToNumber } = fontoxpath;

/** One form of the corpus with what must come of it; see the README beside the corpora. */
export interface XlsCase {
  readonly id: string;
  readonly upstream: string;
  readonly md: string;
  readonly core: boolean;
  readonly name?: string;
  readonly errored?: boolean;
  readonly error__contains?: readonly string[];
  readonly error__not_contains?: readonly string[];
  readonly warnings_count?: number;
  readonly warnings__contains?: readonly string[];
  readonly warnings__not_contains?: readonly string[];
  readonly xml__xpath_match?: readonly string[];
  readonly xml__xpath_count?: readonly (readonly [string, number])[];
  readonly xml__xpath_exact?: readonly (readonly [string, readonly string[]])[];
  readonly xml__contains?: readonly string[];
  readonly xml__excludes?: readonly string[];
  readonly model__contains?: readonly string[];
  readonly model__excludes?: readonly string[];
  readonly instance__contains?: readonly string[];
  readonly itext__contains?: readonly string[];
  readonly itext__excludes?: readonly string[];
}

const SPACES: Readonly<Record<string, string>> = {
  h: 'http://www.w3.org/1999/xhtml',
  x: 'http://www.w3.org/2002/xforms',
  jr: 'http://openrosa.org/javarosa',
  orx: 'http://openrosa.org/xforms',
  odk: 'http://www.opendatakit.org/xforms',
  entities: 'http://www.opendatakit.org/xforms/entities',
  ev: 'http://www.w3.org/2001/xml-events',
  xsd: 'http://www.w3.org/2001/XMLSchema',
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message.split('\n')[0]! : String(error));

/** Why a case fails, in a few words; null when all holds that it wants. */
export function judgeXlsCase(wanted: XlsCase): string | null {
  const { form, issues } = readXlsForm(sheetsOf(wanted.md), { name: wanted.name ?? 'test_name' });
  const faults = issues.filter((issue) => issue.weight === 'fault');
  const remarks = issues.filter((issue) => issue.weight === 'remark');
  if (wanted.errored) {
    if (form) return 'not refused';
    return reasonsFail(wanted.error__contains, faults) ?? absentFail(wanted.error__not_contains, faults);
  }
  if (!form) return `refused: ${faults.map((issue) => `${issue.code} (${issue.found})`).join('; ')}`;
  if (wanted.warnings_count !== undefined && wanted.warnings_count !== remarks.length)
    return `${remarks.length} remarks, wanted ${wanted.warnings_count}: ${remarks.map((issue) => issue.code).join(', ')}`;
  const fail = reasonsFail(wanted.warnings__contains, remarks) ?? absentFail(wanted.warnings__not_contains, remarks);
  if (fail) return fail;
  const xml = writeXForm(form);
  let document: Document;
  try {
    document = parseXmlDocument(xml);
  } catch (error) {
    return `no XML: ${reasonOf(error)}`;
  }
  return xpathFail(document, wanted) ?? containsFail(document, wanted);
}

/** Cases whose wanted texts are single letters are a slip of the corpus (a text taken for a list): nothing to judge. */
const isSpelled = (texts: readonly string[]): boolean =>
  typeof texts === 'string' || (texts.length > 1 && texts.every((text) => text.length <= 1));

function reasonsFail(texts: readonly string[] = [], issues: Parameters<typeof saysSo>[0]): string | null {
  if (isSpelled(texts)) return null;
  const missing = texts.find((text) => saysSo(issues, text) !== true);
  return missing === undefined
    ? null
    : `not for this reason: ${missing.slice(0, 140)} (said: ${issues.map((i) => `${i.code}@${i.row} ${i.found}`).join('; ')})`;
}

function absentFail(texts: readonly string[] = [], issues: Parameters<typeof saysSo>[0]): string | null {
  if (isSpelled(texts)) return null;
  const there = texts.find((text) => saysSo(issues, text) === true);
  return there === undefined ? null : `said though it must not be: ${there.slice(0, 100)}`;
}

function xpathFail(document: Document, wanted: XlsCase): string | null {
  const options = { namespaceResolver: (prefix: string | null) => (prefix ? (SPACES[prefix] ?? null) : null) };
  const tried = (path: string, fails: () => boolean): string | null => {
    try {
      return fails() ? `XPath: ${path.replace(/\s+/g, ' ').trim().slice(0, 400)}` : null;
    } catch (error) {
      return `XPath not understood: ${reasonOf(error)}: ${path.slice(0, 80)}`;
    }
  };
  for (const path of wanted.xml__xpath_match ?? []) {
    const space = /^\/h:html\[namespace::(?:(\w+)|\*\[name\(\)=''\])='([^']+)'\]$/.exec(path.trim());
    if (space) {
      const name = space[1] ? `xmlns:${space[1]}` : 'xmlns';
      if (document.documentElement?.getAttribute(name) !== space[2]) return `not declared: ${name}`;
      continue;
    }
    const fail = tried(path, () => !evaluateXPathToBoolean(`exists(${path.trim()})`, document, null, null, options));
    if (fail) return fail;
  }
  for (const [path, count] of wanted.xml__xpath_count ?? []) {
    const fail = tried(
      path,
      () => evaluateXPathToNumber(`count(${path.trim()})`, document, null, null, options) !== count,
    );
    if (fail) return `${fail} is not ${count}`;
  }
  for (const [path, texts] of wanted.xml__xpath_exact ?? []) {
    const found = evaluateXPathToNodes(path.trim(), document, null, null, options) as unknown as Node[];
    const ours = new Set(found.map((node) => textOfNode(node)));
    const theirs = new Set(texts.map((text) => (text.includes('<') ? plain(text) : text)));
    if (ours.size !== theirs.size || [...ours].some((text) => !theirs.has(text)))
      return `XPath ${path.trim()} found ${[...ours].join(' | ')}, wanted ${[...theirs].join(' | ')}`;
  }
  return null;
}

/** A node as text without declarations, its attributes in order; blanks between tags and texts do not count. */
const textOfNode = (node: Node): string =>
  node.nodeType === 2
    ? escaped((node as unknown as { value: string }).value)
    : plain(serializeToWellFormedString(node));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function plain(text: string): string {
  return text
    .replace(/ xmlns(:\w+)?="[^"]*"/g, '')
    .replace(/<([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>/g, (_, name: string, attributes: string, end: string) => {
      const sorted = (attributes.match(/[\w:.-]+="[^"]*"/g) ?? []).sort().join(' ');
      return `<${name}${sorted ? ` ${sorted}` : ''}${end}>`;
    })
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<')
    .replace(/<([\w:.-]+)((?:\s[^<>]*[^<>/])?)><\/\1>/g, '<$1$2/>')
    .trim();
}

function containsFail(document: Document, wanted: XlsCase): string | null {
  const whole = serializeToWellFormedString(document);
  const part = (pattern: RegExp): string => pattern.exec(whole)?.[0] ?? '';
  const scopes = [
    { text: whole, has: wanted.xml__contains, not: wanted.xml__excludes },
    { text: part(/<model[\s\S]*<\/model>/), has: wanted.model__contains, not: wanted.model__excludes },
    { text: part(/<instance>[\s\S]*?<\/instance>/), has: wanted.instance__contains, not: [] },
    { text: part(/<itext>[\s\S]*<\/itext>/), has: wanted.itext__contains, not: wanted.itext__excludes },
  ];
  for (const { text, has = [], not = [] } of scopes) {
    const missing = has.find((fragment) => !holds(fragment.startsWith('xmlns') ? whole : text, fragment));
    if (missing !== undefined) return `not there: ${missing.replace(/\s+/g, ' ').slice(0, 300)}`;
    const there = not.find((fragment) => plain(text).includes(plain(fragment)));
    if (there !== undefined) return `there though it must not be: ${there.slice(0, 120)}`;
  }
  return null;
}

/** Whether a fragment stands in the XML; the order of attributes says nothing. */
function holds(text: string, fragment: string): boolean {
  if (fragment.startsWith('xmlns')) return text.includes(fragment);
  if (plain(text).includes(plain(fragment))) return true;
  const open = /^(?:<([\w:.-]+)\s+)?((?:[\w:.-]+="[^"]*"\s*)+)$/.exec(fragment.trim());
  if (!open) return false;
  const attributes = open[2]!.match(/[\w:.-]+="[^"]*"/g) ?? [];
  return (text.match(/<[^>]+>/g) ?? []).some(
    (tag) => (!open[1] || tag.startsWith(`<${open[1]} `)) && attributes.every((one) => tag.includes(` ${one}`)),
  );
}
