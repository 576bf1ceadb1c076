import * as XLSX from '@e965/xlsx';
import { dayOfSerial } from './serial.ts';
import { type Counter, columnName, type Table, TableBuilder } from './table.ts';

type Grid = (string | undefined)[][];

/** Walks the stored cells of one sheet; what the sheet declares about its size is never looked at. */
export function walkSheet(
  content: XLSX.WorkSheet,
  place: { readonly sheet: string; readonly number: number },
  counter: Counter,
  from1904: boolean,
): Table {
  const builder = new TableBuilder({ kind: 'sheet', ...place }, counter);
  const stored = (content as XLSX.DenseWorkSheet)['!data'] ?? [];
  const grid: Grid = [];
  // forEach visits only what exists: a row far below costs nothing on the way.
  stored.forEach((row, r) => {
    const cells: (string | undefined)[] = [];
    row?.forEach((cell, c) => {
      if (!cell) return;
      const read = textOf(cell, from1904);
      if (read.text !== '') cells[c] = read.text;
      if (read.remark)
        builder.remark({
          key: `core.sheets.warn.${read.remark}`,
          params: {
            sheet: place.sheet,
            row: r + 1,
            column: columnName(c),
            ...(read.found ? { found: read.found } : {}),
          },
        });
    });
    if (cells.length > 0) grid[r] = cells;
  });
  fillMerged(grid, content['!merges'] ?? []);
  grid.forEach((cells, r) => {
    builder.row(r + 1, cells);
  });
  return builder.done();
}

/**
 * A cell merged over several rows says something of each of them ("Area 1" beside its measures): its text is repeated
 * downwards, in rows that hold something else too. Sideways it is a banner and stays where it is.
 */
export function fillMerged(grid: Grid, merges: readonly XLSX.Range[]): void {
  for (const { s, e } of merges) {
    const text = grid[s.r]?.[s.c];
    if (!text || e.r === s.r) continue;
    const last = Math.min(e.r, grid.length - 1);
    for (let r = s.r + 1; r <= last; r++) {
      const row = grid[r];
      if (row?.some((cell, c) => cell !== undefined && (c < s.c || c > e.c))) row[s.c] ??= text;
    }
  }
}

interface CellText {
  readonly text: string;
  readonly remark?: 'formula' | 'error' | 'date';
  readonly found?: string;
}

/** A cell as text. Formulas are never computed: what the file stored as their result is taken. */
function textOf(cell: XLSX.CellObject, from1904: boolean): CellText {
  if (cell.t === 'z') return cell.f ? { text: '', remark: 'formula' } : { text: '' };
  if (cell.t === 'e') return { text: '', remark: 'error', found: cell.w ?? '#?' };
  if (cell.t === 'b') return { text: cell.v ? 'TRUE' : 'FALSE' };
  if (isBroken(cell.v)) return { text: '', remark: 'error', found: '#?' };
  if (cell.t === 'n' && typeof cell.v === 'number') return numberText(cell, cell.v, from1904);
  if (cell.v instanceof Date) return { text: cell.v.toISOString().slice(0, 10) };
  return { text: cell.v === undefined ? '' : String(cell.v).replaceAll('\r\n', '\n') };
}

/** A damaged file may hold a number or a day that is none. */
const isBroken = (value: XLSX.CellObject['v']): boolean =>
  (typeof value === 'number' || value instanceof Date) && Number.isNaN(Number(value));

function numberText(cell: XLSX.CellObject, value: number, from1904: boolean): CellText {
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  const bare = format.replace(/"[^"]*"|\\./g, '');
  if (XLSX.SSF.is_date(format) && !/\[[hms]+\]/i.test(bare)) {
    const day = dayOfSerial(value, from1904);
    return day === null ? { text: short(value), remark: 'date', found: short(value) } : { text: day };
  }
  if (bare.includes('%')) return { text: `${short(value * 100)}%` };
  // "1.10" as the number of a measure: keep the zeros that the person sees, if they change nothing.
  const seen = cell.w?.trim() ?? '';
  return { text: /^-?\d+\.\d+$/.test(seen) && Number(seen) === value ? seen : short(value) };
}

/** A number without the noise of binary fractions, as spreadsheets show it: 0.1 + 0.2 is 0.3. */
const short = (value: number): string => String(Number(value.toPrecision(15)));
