import * as XLSX from '@e965/xlsx';
import { unzip, type ZipPart, zipNames, zipStored } from '#core/files/zip.ts';
import { message } from '#core/i18n/message.ts';
import { walkSheet } from './cells.ts';
import { type Counter, columnName, LIMITS, Refused, type Table } from './table.ts';
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
  const hasXmlSheets = unpacked.value.some(isSheet);
  if (hasXmlSheets) refuseDeepRows(unpacked.value, name);
  else refuseRepeats(unpacked.value);
  const parts = unpacked.value.map((part) => (isSheet(part) ? withoutBlankCells(part) : part));
  const book = open(zipStored(parts), name, hasXmlSheets ? { sheetRows: LIMITS.rows + 1 } : {});
  const tables = walkSheets(book, name, counter);
  const names = zipNames(bytes);
  if (names.ok && names.value.some((part) => part.endsWith('vbaProject.bin')))
    warnFirst(tables, [message('core.sheets.warn.macros')]);
  return tables;
}

/** Reads an old binary workbook (.xls, BIFF): it cannot hold more than 65,536 rows, so it is read whole. */
export function readBinaryWorkbook(bytes: Uint8Array, name: string, counter: Counter): Table[] {
  return walkSheets(open(bytes, name, {}), name, counter);
}

function open(bytes: Uint8Array, name: string, more: XLSX.ParsingOptions): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { ...READING, ...more });
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message))
      throw new Refused(message('core.sheets.locked', { name }));
    throw new Refused(message('core.sheets.broken', { name, kind: 'Excel' }));
  }
}

const isSheet = (part: ZipPart): boolean => /(^|\/)worksheets\/[^/]+\.xml$/i.test(part.name);

const latin1 = (part: ZipPart): string =>
  Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength).toString('latin1');

/**
 * Refuses a sheet that goes on below the limit, with the row in which its last value stands. Reading stops below the
 * limit, so without this look something far below would be lost in silence; what a sheet declares about its size
 * ("A1:XFD1048576") means nothing and is not used.
 */
function refuseDeepRows(parts: readonly ZipPart[], name: string): void {
  const outline = open(zipStored(parts.filter((part) => !isSheet(part))), name, { sheets: [] });
  for (const { sheet, at } of visibleSheets(outline, name).shown) {
    const part = partOf(outline, at, parts);
    // A relation written in a way we do not understand: then any sheet may be the deep one.
    const row = Math.max(...(part ? [part] : parts.filter(isSheet)).map(lowestRow));
    if (row > LIMITS.rows) throw new Refused(message('core.sheets.too_many_rows', { sheet, row, max: LIMITS.rows }));
  }
}

function lowestRow(part: ZipPart): number {
  const xml = latin1(part);
  const value = Math.max(...['v>', 'v ', 't>', 't '].map((tag) => lastOpening(xml, tag)));
  const row = value < 0 ? -1 : Math.max(lastOpening(xml, 'row ', value), lastOpening(xml, 'row>', value));
  if (row < 0) return 0;
  const number = /\sr=["'](\d+)["']/.exec(xml.slice(row, xml.indexOf('>', row)))?.[1];
  // Rows need not say their number: then they are counted.
  return number ? Number(number) : xml.slice(0, row + 4).split(/[<:]row[\s>]/).length;
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

/** The archive part of a sheet, by the book's own relations. */
function partOf(book: XLSX.WorkBook, at: number, parts: readonly ZipPart[]): ZipPart | undefined {
  const listed = book.Workbook?.Sheets?.[at] as { readonly id?: string } | undefined;
  const relations = parts.find((part) => /(^|\/)workbook\.xml\.rels$/.test(part.name));
  if (!listed?.id || !relations) return undefined;
  const relation = latin1(relations)
    .split('<')
    .find((tag) => tag.includes(`Id="${listed.id}"`) || tag.includes(`Id='${listed.id}'`));
  const target = /Target=["']([^"']+)["']/.exec(relation ?? '')?.[1]?.replace(/^.*\//, '') ?? '';
  return parts.find((part) => isSheet(part) && part.name.endsWith(`/${target}`));
}

/** OpenDocument says "this row, a million times" in a few bytes; with words in it no table of people does. */
function refuseRepeats(parts: readonly ZipPart[]): void {
  const content = parts.find((part) => part.name === 'content.xml');
  if (!content) return;
  for (const table of latin1(content).split('<table:table ').slice(1)) {
    const sheet = Buffer.from(/table:name="([^"]*)"/.exec(table)?.[1] ?? '', 'latin1').toString();
    for (const row of table.split('<table:table-row').slice(1)) {
      if (!row.includes('office:value-type=')) continue;
      const times = Number(/^[^>]*number-rows-repeated="(\d+)"/.exec(row)?.[1] ?? 1);
      if (times > LIMITS.rows)
        throw new Refused(message('core.sheets.too_many_rows', { sheet, row: times, max: LIMITS.rows }));
      const wide = /number-columns-repeated="(\d{4,})"[^>]*office:value-type=/.exec(row)?.[1];
      if (wide) {
        const column = columnName(Number(wide) - 1);
        throw new Refused(message('core.sheets.too_many_columns', { sheet, row: 1, column, max: LIMITS.columns }));
      }
    }
  }
}

function walkSheets(book: XLSX.WorkBook, name: string, counter: Counter): Table[] {
  const visible = visibleSheets(book, name);
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
