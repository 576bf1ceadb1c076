import * as XLSX from '@e965/xlsx';
import { unzip, type ZipPart, zipNames, zipStored } from '#core/files/zip.ts';
import { message } from '#core/i18n/message.ts';
import { walkSheet } from './cells.ts';
import { type Counter, LIMITS, Refused, type Table } from './table.ts';
import { judgeXml, refuseZip } from './xml.ts';

/** Parts of an .xlsx, .xlsm, .xlsb or .ods that hold words and numbers; pictures, macros, drawings are never unpacked. */
const NEEDED = /(^mimetype|\.(xml|rels|bin))$/i;
const NEEDLESS =
  /(^|\/)(theme|drawings|media|charts|chartsheets|externalLinks|pivotCache|pivotTables|printerSettings|activeX|ctrlProps|embeddings|customXml|docProps|Thumbnails|Configurations2)\/|vbaProject|calcChain|vmlDrawing|comments\d*\./i;

const READING = { dense: true, cellNF: true, cellFormula: true, cellHTML: false, sheetStubs: true } as const;

/** Reads a zipped workbook (Excel, OpenDocument). What the library sees is our own archive of judged parts. */
export async function readZippedWorkbook(bytes: Uint8Array, name: string, counter: Counter): Promise<Table[]> {
  const unpacked = await unzip(bytes, (part) => NEEDED.test(part) && !NEEDLESS.test(part));
  if (!unpacked.ok) throw refuseZip(unpacked.why, name, 'Excel');
  judgeXml(unpacked.value, name);
  const lowest = lowestRows(unpacked.value);
  const parts = unpacked.value.map((part) => (isSheet(part) ? withoutBlankCells(part) : part));
  const book = open(zipStored(parts), name, lowest.size > 0 ? LIMITS.rows + 1 : 0);
  const visible = visibleSheets(book, name);
  for (const { sheet, at } of visible.shown) refuseDeepRows(book, sheet, lowest.get(partOf(book, at, parts)));
  const tables = walkSheets(book, visible, counter);
  const names = zipNames(bytes);
  if (names.ok && names.value.some((part) => part.endsWith('vbaProject.bin')))
    warnFirst(tables, [message('core.sheets.warn.macros')]);
  return tables;
}

/** Reads an old binary workbook (.xls, BIFF): it cannot hold more than 65,536 rows, so it is read whole. */
export function readBinaryWorkbook(bytes: Uint8Array, name: string, counter: Counter): Table[] {
  const book = open(bytes, name, 0);
  return walkSheets(book, visibleSheets(book, name), counter);
}

function open(bytes: Uint8Array, name: string, sheetRows: number): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { ...READING, ...(sheetRows > 0 ? { sheetRows } : {}) });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new Refused(message('core.sheets.locked', { name }));
    throw new Refused(message('core.sheets.broken', { name, kind: 'Excel' }));
  }
}

const isSheet = (part: ZipPart): boolean => /(^|\/)worksheets\/[^/]+\.xml$/i.test(part.name);

const latin1 = (part: ZipPart): string =>
  Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength).toString('latin1');

/**
 * The lowest row of each worksheet part in which a value stands. Reading stops below the limit, so without this look
 * something far below would be lost in silence; declared sizes ("A1:XFD1048576") mean nothing and are not used.
 */
function lowestRows(parts: readonly ZipPart[]): ReadonlyMap<string, number> {
  const low = new Map<string, number>();
  for (const part of parts.filter(isSheet)) {
    const xml = latin1(part);
    const value = Math.max(...['v>', 'v ', 't>', 't '].map((tag) => lastOpening(xml, tag)));
    const row = value < 0 ? -1 : lastOpening(xml, 'row ', value);
    const number = row < 0 ? null : /\sr="(\d+)"/.exec(xml.slice(row, xml.indexOf('>', row)));
    low.set(part.name, number ? Number(number[1]) : 0);
  }
  return low;
}

/** Where the last opening tag of this name stands, with or without a namespace prefix. */
const lastOpening = (xml: string, tag: string, before?: number): number =>
  Math.max(xml.lastIndexOf(`<${tag}`, before), xml.lastIndexOf(`:${tag}`, before));

/** Cells that have a style and nothing else are taken out before the library makes an object of each. */
function withoutBlankCells(part: ZipPart): ZipPart {
  const xml = latin1(part);
  if (xml.includes('<![CDATA[')) return part;
  return { name: part.name, bytes: Buffer.from(xml.replace(/<(?:\w+:)?c(?:\s[^<>]*)?\/>/g, ''), 'latin1') };
}

interface Visible {
  /** `at` is the sheet's position in the book. */
  readonly shown: readonly { readonly sheet: string; readonly at: number }[];
  readonly hidden: readonly string[];
}

function visibleSheets(book: XLSX.WorkBook, name: string): Visible {
  const found = book.SheetNames.length;
  if (found > LIMITS.sheets)
    throw new Refused(message('core.sheets.too_many_sheets', { name, found, max: LIMITS.sheets }));
  const all = book.SheetNames.map((sheet, at) => ({ sheet, at }));
  const isHidden = (at: number): boolean => Boolean(book.Workbook?.Sheets?.[at]?.Hidden);
  return {
    shown: all.filter(({ sheet, at }) => !isHidden(at) && (book.Sheets[sheet]?.['!type'] ?? 'sheet') === 'sheet'),
    hidden: all.filter(({ at }) => isHidden(at)).map(({ sheet }) => sheet),
  };
}

/** The archive part of a sheet, by the book's own relations; empty when it cannot be told. */
function partOf(book: XLSX.WorkBook, at: number, parts: readonly ZipPart[]): string {
  const listed = book.Workbook?.Sheets?.[at] as { readonly id?: string } | undefined;
  const relations = parts.find((part) => /(^|\/)workbook\.xml\.rels$/.test(part.name));
  if (!listed?.id || !relations) return '';
  const relation = latin1(relations)
    .split('<')
    .find((tag) => tag.includes(`Id="${listed.id}"`));
  const target = /Target="([^"]+)"/.exec(relation ?? '')?.[1]?.replace(/^.*\//, '') ?? '';
  return parts.find((part) => isSheet(part) && part.name.endsWith(`/${target}`))?.name ?? '';
}

/** Refuses a sheet that goes on below the limit, with the row in which its last value stands. */
function refuseDeepRows(book: XLSX.WorkBook, sheet: string, lowest: number | undefined): void {
  const declared = book.Sheets[sheet]?.['!fullref'] as string | undefined;
  const row = lowest ?? (declared ? XLSX.utils.decode_range(declared).e.r + 1 : 0);
  if (row > LIMITS.rows) throw new Refused(message('core.sheets.too_many_rows', { sheet, row, max: LIMITS.rows }));
}

function walkSheets(book: XLSX.WorkBook, visible: Visible, counter: Counter): Table[] {
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const tables = visible.shown.flatMap(({ sheet, at }) => {
    const content = book.Sheets[sheet];
    return content ? [walkSheet(content, { sheet, number: at + 1 }, counter, from1904)] : [];
  });
  return warnFirst(
    tables,
    visible.hidden.map((sheet) => message('core.sheets.warn.hidden', { sheet })),
  );
}

/** Remarks about the whole file stand with its first table. */
function warnFirst(tables: Table[], said: Table['warnings']): Table[] {
  const first = tables[0];
  if (first && said.length > 0) tables[0] = { ...first, warnings: [...said, ...first.warnings] };
  return tables;
}
