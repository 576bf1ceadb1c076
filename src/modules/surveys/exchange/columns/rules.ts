import { distance } from '#core/i18n/names.ts';
import type { Code, Field, Grid, Issue, Line, Said, Sheet } from '../schema.ts';

/** The columns of one sheet as XLSForm knows them. */
export interface Vocabulary {
  readonly columns: readonly string[];
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Blanks within a cell count as one. */
  readonly tidy: boolean;
}

/** Collects what is to be said about a form. */
export class Findings {
  readonly issues: Issue[] = [];

  fault(code: Code, about: Partial<Omit<Issue, 'code' | 'weight'>> = {}): void {
    this.#add('fault', code, about);
  }

  remark(code: Code, about: Partial<Omit<Issue, 'code' | 'weight'>> = {}): void {
    this.#add('remark', code, about);
  }

  get isFaulty(): boolean {
    return this.issues.some((issue) => issue.weight === 'fault');
  }

  #add(weight: Issue['weight'], code: Code, about: Partial<Issue>): void {
    const bare = { sheet: null, row: null, column: null, found: '', expected: '', near: null };
    this.issues.push({ ...bare, ...about, code, weight });
  }
}

/** The nearest of the known words, at most a third of it wrong. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: { readonly word: string; readonly away: number } | null = null;
  const most = Math.max(1, Math.min(3, Math.floor(word.length / 3)));
  for (const candidate of known) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase(), most);
    if (away <= most && (!best || away < best.away)) best = { word: candidate, away };
  }
  return best?.word ?? null;
}

const snake = (head: string): string => head.trim().split(/\s+/).join('_').toLowerCase();

/** A head as a path: "Label :: English (en)" is ["label", "English (en)"], "relevance" is ["bind", "relevant"]. */
export function pathOf(head: string, doubled: boolean, { columns, aliases }: Vocabulary): readonly string[] {
  const whole = snake(head);
  if (columns.includes(whole) && !(whole in aliases)) return [whole];
  const parts = head.includes('::') || doubled ? head.split('::') : singleColons(head);
  const tokens = parts.map((part) => part.trim()).filter((part, i) => part !== '' || i === 0);
  const first = snake(tokens[0] ?? '');
  const known = Object.hasOwn(aliases, first) ? aliases[first] : undefined;
  if (known) return [...known, ...tokens.slice(1)];
  if (columns.includes(first)) return [first, ...tokens.slice(1)];
  return tokens;
}

/** Old forms divide by one colon; the prefix of "jr:count" and its like is no division. */
function singleColons(head: string): readonly string[] {
  const tokens = head.split(':').map((token) => token.trim());
  const at = tokens.indexOf('jr');
  return at < 0 || at + 1 >= tokens.length
    ? tokens
    : [...tokens.slice(0, at), `jr:${tokens[at + 1]}`, ...tokens.slice(at + 2)];
}

const QUOTES: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };

/** Typographic quotation marks mean plain ones: word processors put them into expressions. */
const cleaned = (text: string, tidy: boolean): string => {
  const plain = text.replace(/[‘’“”]/g, (mark) => QUOTES[mark]!);
  return tidy ? plain.trim().replace(/( )+/g, ' ') : plain;
};

/**
 * Understands the heads of a sheet and puts each filled cell under its path. Two different names for one column are a
 * fault; cells without a head are left out, unless no head is there at all.
 */
export function readGrid(sheet: Sheet, words: Vocabulary, said: Findings): Grid {
  const [top, ...rest] = sheet.rows;
  const heads = new Map<string, readonly string[]>();
  const written = (top?.cells ?? []).map((cell) => cell.trim());
  const doubled = written.some((head) => head.includes('::'));
  const seen = new Map<string, string>();
  for (const head of written) {
    if (head === '' || heads.has(head)) continue;
    const path = pathOf(head, doubled, words);
    const key = path.join('\n');
    const other = seen.get(key);
    if (other !== undefined)
      said.fault('two_columns', {
        sheet: sheet.sheet,
        row: top?.line ?? 1,
        column: head,
        found: head,
        expected: other,
      });
    seen.set(key, head);
    heads.set(head, path);
  }
  const lines: Line[] = rest.map((row) => {
    const fields: Field[] = [];
    row.cells.forEach((cell, i) => {
      const head = written[i] ?? '';
      const path = heads.get(head);
      const value = cleaned(cell, words.tidy);
      if (path && value !== '') fields.push({ path, head, value });
    });
    return { row: row.line, fields };
  });
  return { sheet: sheet.sheet, heads, lines: lines.filter((line) => line.fields.length > 0) };
}

/** The cell below a path, or "". */
export const cellOf = (line: Line, ...path: readonly string[]): string =>
  line.fields.find((field) => field.path.length === path.length && path.every((part, i) => field.path[i] === part))
    ?.value ?? '';

/** The texts below a path by language; a column without one has the key "". */
export function saidOf(line: Line, ...path: readonly string[]): Said {
  const found = line.fields.filter(
    (field) => field.path.length <= path.length + 1 && path.every((part, i) => field.path[i] === part),
  );
  return Object.fromEntries(found.map((field) => [field.path[path.length] ?? '', field.value]));
}

/** All texts below a first word, by the second: media and bind. */
export function saidBelow(line: Line, first: string): Readonly<Record<string, Said>> {
  const seconds = new Set(line.fields.flatMap((f) => (f.path[0] === first && f.path[1] ? [f.path[1]] : [])));
  return Object.fromEntries([...seconds].map((second) => [second, saidOf(line, first, second)]));
}

/** Which head each path of a line was written under. */
export const headsOf = (line: Line): Readonly<Record<string, string>> =>
  Object.fromEntries(line.fields.map((field) => [field.path.join(' '), field.head]));

/** "yes" in its spellings is true, "no" false, anything else neither. */
export function yesOrNo(text: string): boolean | null {
  if (/^(yes|true|true\(\))$/i.test(text)) return true;
  if (/^(no|false|false\(\))$/i.test(text)) return false;
  return null;
}
