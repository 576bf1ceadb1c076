import { fold } from '#core/i18n/names.ts';
import { columnName, type Row, type Table } from './table.ts';

/** A column of our files: its name in exports, and what people write above it in their own tables. */
export interface Column {
  readonly name: string;
  readonly words: readonly string[];
}

/** A table whose row of column names was found. */
export interface Located {
  readonly table: Table;
  /** Column name to index, from 0. */
  readonly at: ReadonlyMap<string, number>;
  readonly rows: readonly Row[];
  /** Heads that we do not know: they are not read, and that is said. */
  readonly unread: readonly string[];
}

/** The row of column names is looked for in this many first rows: titles and dates often stand above it. */
const HEADER_WITHIN = 15;
/** Finds the row of column names in a table; `needed` are columns one of which must be there. null: there is none. */
export function headsIn(table: Table, columns: readonly Column[], needed: readonly string[]): Located | null {
  const byWord = new Map(columns.flatMap((c) => [c.name, ...c.words].map((word) => [fold(word), c.name] as const)));
  for (const [index, row] of table.rows.slice(0, HEADER_WITHIN).entries()) {
    const at = new Map<string, number>();
    const unread: string[] = [];
    for (const [i, head] of row.cells.entries()) {
      const name = byWord.get(fold(head.replaceAll('_', ' '))) ?? byWord.get(fold(head));
      if (name && !at.has(name)) at.set(name, i);
      else if (head.trim()) unread.push(`${head.trim()} (${columnName(i)})`);
    }
    if (at.size >= 2 && needed.some((name) => at.has(name))) {
      return { table, at, rows: table.rows.slice(index + 1), unread };
    }
  }
  return null;
}

/** One row of a file, ready to be read like a form. */
export interface Line {
  readonly located: Located;
  readonly row: Row;
  /** The cell of a column; null when the file has no such column. */
  cell(column: string): string | null;
}

export const linesOf = (located: readonly Located[]): readonly Line[] =>
  located.flatMap((one) =>
    one.rows.map((row) => ({
      located: one,
      row,
      cell: (column: string) => {
        const index = one.at.get(column);
        return index === undefined ? null : (row.cells[index] ?? '');
      },
    })),
  );
