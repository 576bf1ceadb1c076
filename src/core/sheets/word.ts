import mammoth from 'mammoth';
import { unzip, type ZipPart, zipStored } from '#core/files/zip.ts';
import { message } from '#core/i18n/message.ts';
import { fillMerged } from './cells.ts';
import { linesOf } from './lines.ts';
import { type Counter, Refused, type Table, TableBuilder } from './table.ts';
import { writeNumbers } from './word-numbers.ts';
import { judgeXml, refuseZip } from './xml.ts';

/** Text of a document is small; a larger part is no document of people, and the library needs ten times its size. */
const LARGEST = 12 * 2 ** 20;
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document\d*|numbering|styles)\.xml|word\/_rels\/document\d*\.xml\.rels)$/;

/** What we use of mammoth's document: it is read through its own hook, so that merged cells and tabs are resolved. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly numbering?: { readonly isOrdered: boolean } | null;
}

/** Every table of a .docx as "Table 1" and so on, and the text between them as one more table of lines. */
export async function readWord(bytes: Uint8Array, name: string, counter: Counter): Promise<Table[]> {
  const unpacked = await unzip(bytes, (part) => NEEDED.test(part));
  if (!unpacked.ok) throw refuseZip(unpacked.why, name, 'Word');
  const large = unpacked.value.find((part) => part.bytes.length > LARGEST);
  if (large) throw refuseZip('too_big', name, 'Word');
  judgeXml(unpacked.value, name);
  const { parts, written } = writeNumbers(unpacked.value);
  const document = await documentOf(parts, name);
  const tables: Table[] = [];
  const lines: string[] = [];
  for (const node of document.children ?? []) {
    if (node.type === 'table') tables.push(readTable(node, tables.length + 1, counter));
    else lines.push(textOf(node));
  }
  const text = new TableBuilder({ kind: 'text', sheet: name, number: tables.length + 1 }, counter);
  linesOf(lines).forEach((cells, i) => {
    text.row(i + 1, cells, lines[i]);
  });
  const ordered = (document.children ?? []).filter((node) => node.numbering?.isOrdered === true);
  if (ordered.length > written) text.remark(message('core.sheets.warn.numbered_text'));
  const loose = text.done();
  return loose.rows.length > 0 ? [...tables, loose] : tables;
}

async function documentOf(parts: readonly ZipPart[], name: string): Promise<Node> {
  let seen: Node | null = null;
  const keep = (document: Node): Node => {
    seen = document;
    return { ...document, children: [] };
  };
  try {
    await mammoth.convertToHtml({ buffer: Buffer.from(zipStored(parts)) }, { transformDocument: keep });
  } catch {
    seen = null;
  }
  if (seen === null) throw new Refused(message('core.sheets.broken', { name, kind: 'Word' }));
  return seen;
}

function readTable(table: Node, number: number, counter: Counter): Table {
  const sheet = `Table ${number}`;
  const builder = new TableBuilder({ kind: 'table', sheet, number }, counter);
  const grid: (string | undefined)[][] = [];
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];
  const taken = new Set<string>();
  (table.children ?? []).forEach((row, r) => {
    const cells: (string | undefined)[] = [];
    let c = 0;
    for (const cell of row.children ?? []) {
      while (taken.has(`${r}:${c}`)) c++;
      const wide = cell.colSpan ?? 1;
      const high = cell.rowSpan ?? 1;
      for (let down = 1; down < high; down++)
        for (let over = 0; over < wide; over++) taken.add(`${r + down}:${c + over}`);
      const text = textOf(cell).trim();
      if (text !== '') cells[c] = text;
      if (high > 1) merges.push({ s: { r, c }, e: { r: r + high - 1, c: c + wide - 1 } });
      if (numbered(cell)) builder.remark(message('core.sheets.warn.numbering', { sheet, row: r + 1, column: c + 1 }));
      c += wide;
    }
    grid[r] = cells;
  });
  fillMerged(grid, merges);
  grid.forEach((cells, r) => {
    builder.row(r + 1, cells);
  });
  return builder.done();
}

/** Word shows "1.1" before such a paragraph and stores no such text. */
const numbered = (cell: Node): boolean =>
  (cell.children ?? []).some((paragraph) => paragraph.numbering?.isOrdered === true);

/** The words of a node; paragraphs, rows and nested tables on lines of their own. */
function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  const own = (node.children ?? []).map(textOf);
  return ['tableCell', 'tableRow', 'table'].includes(node.type)
    ? own.filter((text) => text !== '').join('\n')
    : own.join('');
}
