import { fold } from '#core/i18n/names.ts';
import { withoutEnd } from '#core/i18n/trim.ts';
import type { Row, Table } from '#core/sheets/table.ts';
import type { ColumnRead } from '../schema.ts';
import { COLUMNS, FOREIGN, HINTS, WORDS } from './schema.ts';

/** The row of column names is looked for in this many first rows: titles, approvals and dates stand above it. */
const HEADER_WITHIN = 30;

/** A table whose columns are understood. */
export interface Located {
  readonly table: Table;
  /** Column name to index, from 0. */
  readonly at: ReadonlyMap<string, number>;
  readonly columns: readonly ColumnRead[];
  readonly rows: readonly Row[];
  /** It speaks of areas by columns; else they may stand between the measures as headings. */
  readonly hasPoints: boolean;
}

const folded = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [fold(name.replaceAll('_', ' ')), name] as const));

/** Names of our own file; in people's tables "Executors" is a heading like any other. */
const OURS = folded(COLUMNS);
const PEOPLES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(WORDS).flatMap(([name, words]) => words.map((word) => [fold(word), name] as const)),
  ...folded([...FOREIGN, ...Object.keys(WORDS)]),
]);

const isOurs = (cells: readonly string[]): boolean => cells.some((cell) => /^title_(az|en|ru)$/i.test(cell.trim()));

const named = (head: string, ours: boolean): string | null => {
  const word = fold(head.replaceAll('_', ' '));
  const own = ours ? OURS.get(word) : undefined;
  return own ?? PEOPLES.get(word) ?? PEOPLES.get(fold(head.replace(/\([^()]*\)/g, ' '))) ?? null;
};

const guessed = (head: string): string | null => {
  const words = fold(head);
  return words.length > 80 ? null : (HINTS.find(([, hint]) => hint.test(words))?.[0] ?? null);
};

/** Names of measures: without one of them a row says nothing that we could bring in. */
const TITLES = ['measure', 'title_az', 'title_en', 'title_ru'];

/** What each cell of a row would mean as a column name; the first of two that mean the same counts. */
function readHeads(table: Table, cells: readonly string[]): readonly ColumnRead[] {
  const taken = new Set<string>();
  const ours = isOurs(cells);
  const exact = cells.map((head) => {
    const column = named(head, ours);
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
  return cells.flatMap((cell, index) => {
    const head = cell.replace(/\s+/g, ' ').trim();
    if (head === '') return [];
    const place = { kind: table.kind, sheet: table.sheet, number: table.number };
    const known = exact[index] ?? null;
    if (known !== null) return [{ table: place, index, head, column: known, guessed: false }];
    const hint = named(cell, ours) === null ? guessed(cell) : null;
    const column = hint !== null && !taken.has(hint) ? hint : null;
    if (column !== null) taken.add(column);
    return [{ table: place, index, head, column, guessed: column !== null }];
  });
}

const isHeader = (columns: readonly ColumnRead[]): boolean => {
  const known = columns.filter((column) => column.column !== null);
  const title = known.find((column) => TITLES.includes(column.column!));
  if (!title) return false;
  // A line above the table ("Measures of the plan") is no header: a name alone must be exactly one.
  return known.length >= 2 ? known.some((column) => !column.guessed) : columns.length === 1 && !title.guessed;
};

/** The table with its header; null where there is none. Lines of plain text have none: a number, then words. */
export function locate(table: Table): Located | null {
  let best: { index: number; columns: readonly ColumnRead[]; known: number } | null = null;
  for (const [index, row] of table.rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = readHeads(table, row.cells);
    const known = columns.filter((column) => column.column !== null && !column.guessed).length;
    if (isHeader(columns) && (best === null || known > best.known)) best = { index, columns, known };
  }
  if (best) return located(table, best.columns, table.rows.slice(best.index + 1));
  return table.kind === 'text' ? numberedLines(table) : null;
}

/** Pasted lines "1.1. Words": a number, then words; only where there are such numbers. */
function numberedLines(table: Table): Located | null {
  if (table.rows.filter((row) => /^\d+\.\d+/.test(row.cells[0] ?? '')).length === 0) return null;
  const place = { kind: table.kind, sheet: table.sheet, number: table.number };
  const column = (index: number, name: string): ColumnRead => ({
    ...{ table: place, index, head: '', column: name, guessed: true },
  });
  return located(table, [column(0, 'measure_no'), column(1, 'measure')], table.rows);
}

function located(table: Table, columns: readonly ColumnRead[], below: readonly Row[]): Located {
  const at = new Map(columns.flatMap((column) => (column.column === null ? [] : [[column.column, column.index]])));
  const hasPoints = [...at.keys()].some((name) => name === 'point' || name.startsWith('point_'));
  const heads = columns.map((column) => [column.index, fold(column.head)] as const);
  const rows = below.filter((row) => !isHeaderAgain(row, heads) && !isCounting(row));
  return { table, at, columns, rows, hasPoints };
}

/** Word repeats the header on each page, and people do it by hand. */
const isHeaderAgain = (row: Row, heads: readonly (readonly [number, string])[]): boolean =>
  heads.filter(([, head]) => head !== '').length > 1 &&
  heads.every(([index, head]) => fold(row.cells[index] ?? '') === head);

/** "1 | 2 | 3 | 4" under the header: the columns counted, as official tables do. */
const isCounting = (row: Row): boolean =>
  row.cells.length >= 3 && row.cells.every((cell, i) => cell.trim() === String(i + 1));

export interface Area {
  readonly number: string | null;
  readonly title: string;
}

/** "1. Title", "I. Title", "1-ci istiqamət. Title", "Направление 2: Title". */
export function areaOf(text: string): Area {
  const words = text.replace(/\s+/g, ' ').trim();
  const shapes = [
    /^(?:[İi]stiqamət|направление|area|point)\s*№?\s*(\d{1,3}|[IVXL]{1,6})\s*[.:)–-]*\s+(.+)$/iu,
    /^(\d{1,3}|[IVXL]{1,6})\s*[-–]?\s*(?:ci|cı|cu|cü|е|ое)?\s*(?:[İi]stiqamət|направление)\s*[.:)–-]*\s*(.+)$/iu,
    /^(\d{1,3}|[IVXL]{1,6})\s*[.):]\s*(.+)$/u,
  ];
  for (const shape of shapes) {
    const found = shape.exec(words);
    if (found) return { number: found[1] ?? null, title: (found[2] ?? '').trim() };
  }
  return { number: null, title: words };
}

/**
 * A heading between the measures ("1. Electronic services"): a banner over the whole row, or a whole number with words
 * and nothing else, whose measures follow ("1.1"). Null: the row is a measure.
 */
export function headingOf(row: Row, next: Row | undefined, on: Pick<Located, 'at' | 'hasPoints'>): Area | null {
  if (on.hasPoints) return null;
  const filled = row.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ index, text: cell.trim() }]));
  const texts = [...new Set(filled.map((cell) => cell.text))];
  const no = on.at.get('measure_no');
  const measure = on.at.get('measure') ?? -1;
  if (texts.length === 1 && /\p{L}{2}/u.test(texts[0]!)) {
    const banner = filled.length > 1 || filled[0]!.index !== measure || areaOf(texts[0]!).number !== null;
    return banner && on.at.size > 1 ? areaOf(texts[0]!) : null;
  }
  if (no === undefined || filled.length !== 2) return null;
  const number = withoutEnd((row.cells[no] ?? '').trim(), /[.)]/);
  const title = (row.cells[measure] ?? '').trim();
  if (!/^(\d{1,3}|[IVXL]{1,6})$/.test(number) || title === '') return null;
  const follows = (next?.cells[no] ?? '').trim();
  return /^\d/.test(follows) && follows.includes('.') && (follows.startsWith(`${number}.`) || /^[IVXL]/.test(number))
    ? { number, title }
    : null;
}
