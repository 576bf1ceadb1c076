import type { Cell as ExcelCell } from 'write-excel-file/node';
import type { Cell } from './csv.ts';

export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** In characters, one for each column; 20 where left out. */
  readonly widths?: readonly number[];
}

/** Excel's own limit for one cell. */
const LONGEST_TEXT = 32_767;

/**
 * An Excel workbook. Every cell says its type, so that a text is never taken for a formula, a measure "1.10" stays a
 * text and a day is a real date; the header row is bold and stays in view.
 */
export async function xlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  // Loaded with the first workbook: it holds 19 MB.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const written = writeExcelFile(
    sheets.map((sheet, i) => ({
      sheet: names[i] ?? 'Sheet',
      data: [
        sheet.header.map((text) => ({ ...textCell(text), fontWeight: 'bold' as const })),
        ...sheet.rows.map((row) => row.map(excelCell)),
      ],
      columns: sheet.header.map((_, c) => ({ width: sheet.widths?.[c] ?? 20 })),
      stickyRowsCount: 1,
    })),
  );
  return written.toBuffer();
}

function excelCell(cell: Cell): ExcelCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return textCell(cell);
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (typeof cell === 'boolean') return { type: Boolean, value: cell };
  return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' };
}

/** XML cannot hold most control characters; nobody typed them. */
function textCell(text: string) {
  if (text.length > LONGEST_TEXT) throw new RangeError(`a cell of ${text.length} characters does not fit into Excel`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML 1.0
  const value = spelled(text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
  return { type: String, value, wrap: value.includes('\n') };
}

/**
 * A text so that the library writes it as it is. It leaves out U+FFFD, which has a spelling of its own (ST_Xstring,
 * ECMA-376 part 1, 22.9.2.19); so a text that looks like such a spelling says that it is none. It keeps its texts as
 * keys of a bare object and writes a function's source for "toString" or "__proto__": those get a U+FFFE behind, which
 * it leaves out too, but later.
 */
function spelled(text: string): string {
  const plain = text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_').replaceAll('\ufffd', '_xFFFD_');
  return plain in Object.prototype ? `${plain}\ufffe` : plain;
}

/** Sheet names as Excel allows them: at most 31 characters, none of []:*?/\, no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, i) => {
    const bare =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || `Sheet ${i + 1}`;
    let unique = bare;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${bare.slice(0, 31 - ` ${n}`.length)} ${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
