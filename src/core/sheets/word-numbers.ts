import type { ZipPart } from '#core/files/zip.ts';
import { type Lists, type NumberedBy, readLists, readStyles } from './word-lists.ts';
import { attribute, tagsIn } from './word-tags.ts';

const MAIN = /^word\/document\d*\.xml$/;

interface Paragraph {
  style: string | null;
  list: string | null;
  level: number | null;
}

/**
 * Word stores no number of a paragraph that it numbers by itself ("1.1." of a list, "Maddə 3."). Writes such numbers into
 * the text of the document, as Word would show them: decimal levels like "%1.%2.", lists and styles, restarts. What is
 * counted in another way (letters, Roman numbers) is left as it was. `written`: so many paragraphs outside tables got one.
 */
export function writeNumbers(parts: readonly ZipPart[]): {
  readonly parts: readonly ZipPart[];
  readonly written: number;
} {
  const textOf = (name: string): string => {
    const part = parts.find((one) => one.name === name);
    return part ? new TextDecoder().decode(part.bytes) : '';
  };
  const lists = readLists(textOf('word/numbering.xml'));
  if (lists.size === 0) return { parts, written: 0 };
  const styles = readStyles(textOf('word/styles.xml'));
  let written = 0;
  const numbered = parts.map((part) => {
    if (!MAIN.test(part.name)) return part;
    const found = inText(new TextDecoder().decode(part.bytes), lists, styles);
    written += found.written;
    return { ...part, bytes: new TextEncoder().encode(found.xml) };
  });
  return { parts: numbered, written };
}

const WATCHED = ['tbl', 'p', 'pPr', 'pPrChange', 'pStyle', 'numId', 'ilvl'];

function inText(xml: string, lists: Lists, styles: ReadonlyMap<string, NumberedBy>) {
  const counters = new Counters(lists);
  const pieces: string[] = [];
  const open: Paragraph[] = [];
  const depth = { tbl: 0, pPr: 0, pPrChange: 0 };
  let [from, written] = [0, 0];
  for (const { name, closes, empty, attributes, end } of tagsIn(xml, WATCHED)) {
    const now = open.at(-1);
    if (name === 'p') {
      if (closes) open.pop();
      else if (!empty) open.push({ style: null, list: null, level: null });
    } else if (name === 'tbl' || name === 'pPr' || name === 'pPrChange') {
      if (!empty) depth[name] += closes ? -1 : 1;
      if (name !== 'pPr' || !closes || depth.pPrChange > 0 || !now) continue;
      // Tables have columns for numbers and their own warning; their paragraphs count on all the same.
      const number = counters.next(now, styles);
      if (number === null || depth.tbl > 0 || open.length > 1) continue;
      pieces.push(xml.slice(from, end), `<w:r><w:t xml:space="preserve">${number} </w:t></w:r>`);
      from = end;
      written += 1;
    } else if (now && depth.pPr > 0 && depth.pPrChange === 0) {
      const value = attribute(attributes, 'val');
      if (name === 'pStyle') now.style = value;
      else if (name === 'numId') now.list = value;
      else if (name === 'ilvl') now.level = Number(value);
    }
  }
  return { xml: [...pieces, xml.slice(from)].join(''), written };
}

/** How far every list has counted; lists made from one pattern count together, unless one begins anew. */
class Counters {
  readonly #lists: Lists;
  readonly #reached = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  /** The number that Word shows before this paragraph; null: none, or one that is not read here. */
  next({ style, list, level }: Paragraph, styles: ReadonlyMap<string, NumberedBy>): string | null {
    const by = style === null ? undefined : styles.get(style);
    const of = this.#lists.get(list ?? by?.list ?? '0');
    if (!of) return null;
    const linked = of.levels.findIndex((one) => one.style !== null && one.style === style);
    const at = level ?? by?.level ?? Math.max(0, linked);
    const reached = this.#reached.get(of.pattern) ?? [];
    this.#reached.set(of.pattern, reached);
    const fresh = `${of.id} ${at}`;
    const restart = this.#begun.has(fresh) ? null : of.levels[at]?.restart;
    this.#begun.add(fresh);
    const start = of.levels[at]?.start ?? 1;
    reached[at] = restart ?? (reached[at] === undefined ? start : reached[at] + 1);
    reached.length = at + 1;
    const pattern = of.levels[at]?.text;
    if (!pattern) return null;
    const shown = [...pattern.matchAll(/%([1-9])/g)].map(([, n]) => Number(n) - 1);
    if (shown.length === 0 || !shown.every((one) => of.levels[one]?.decimal)) return null;
    return pattern.replace(/%([1-9])/g, (_, n) =>
      String(reached[Number(n) - 1] ?? of.levels[Number(n) - 1]?.start ?? 1),
    );
  }
}
