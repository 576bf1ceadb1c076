import { type Refusal, type Result, refuse } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';

/** One row that holds something. `line` is its number as a person sees it in the program, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** The whole line, where the cells were cut from one of a text. */
  readonly raw?: string;
}

/**
 * One table as it stands in a file or in pasted text. Which row is the header is for the caller to find.
 * Rows without any text are left out (numbers of the others stay), empty cells at the end of a row too.
 */
export interface Table {
  /** A sheet of a workbook or CSV file, a table in a Word document, or loose lines of text. */
  readonly kind: 'sheet' | 'table' | 'text';
  /** The sheet's own name; "Table 1" in a Word document; the file's name for CSV. */
  readonly sheet: string;
  /** Which table of the file, from 1. */
  readonly number: number;
  readonly rows: readonly Row[];
  /** What was not as it seemed: guessed letters, formulas without a value. Said to the person, nothing is refused. */
  readonly warnings: readonly Message[];
}

/** How much one file may hold. Larger things are refused by name, never cut. */
export const LIMITS = {
  file: 15 * 2 ** 20,
  rows: 20_000,
  columns: 500,
  cells: 200_000,
  cell: 32_767,
  sheets: 50,
  pasted: 1_000_000,
} as const;

/** "A", "Z", "AA": the column as spreadsheets name it; index from 0. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

const columnOf = (table: Pick<Table, 'kind'>, index: number): string =>
  table.kind === 'sheet' ? columnName(index) : String(index + 1);

/** Where a row or a cell stands, in words; `column` counts from 0. */
export function placeOf(
  table: Pick<Table, 'kind' | 'sheet' | 'number'>,
  line: number,
  column: number | null = null,
): Message {
  const row = String(line);
  if (table.kind === 'sheet') {
    return column === null
      ? message('core.sheets.place.sheet', { sheet: table.sheet, row })
      : message('core.sheets.place.sheet_column', { sheet: table.sheet, row, column: columnOf(table, column) });
  }
  const number = String(table.number);
  if (table.kind === 'table') {
    return column === null
      ? message('core.sheets.place.table', { number, row })
      : message('core.sheets.place.table_column', { number, row, column: columnOf(table, column) });
  }
  return column === null
    ? message('core.sheets.place.text', { row })
    : message('core.sheets.place.text_column', { row, column: columnOf(table, column) });
}

/** Thrown while a file is walked and turned into a Result by `refusing`; never leaves this room. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(said: Message, kind: Refusal['kind'] = 'bad_input') {
    super(said.key);
    this.refusal = { kind, message: said };
  }
}

export async function refusing<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return refusalIn(error);
  }
}

/** The same for work that waits for nothing. */
export function refusingNow<T>(work: () => T): Result<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return refusalIn(error);
  }
}

function refusalIn(error: unknown): Result<never> {
  if (error instanceof Refused) return refuse(error.refusal.kind, error.refusal.message);
  throw error;
}

/** At most this many remarks of one kind are said one by one. */
const REMARKS = 5;

/** Counts filled cells over all tables of one file. */
export interface Counter {
  cells: number;
}

/** Collects one table and refuses as soon as it passes a limit, naming the cell. */
export class TableBuilder {
  readonly #table: Pick<Table, 'kind' | 'sheet' | 'number'>;
  readonly #counter: Counter;
  readonly #rows: Row[] = [];
  readonly #remarks = new Map<string, { said: Message[]; more: number }>();

  constructor(table: Pick<Table, 'kind' | 'sheet' | 'number'>, counter: Counter) {
    this.#table = table;
    this.#counter = counter;
  }

  /** Adds the cells of one line; holes are empty cells. `raw`: the line from which they were cut. */
  row(line: number, cells: readonly (string | undefined)[], raw?: string): void {
    const { sheet } = this.#table;
    let last = -1;
    for (let i = 0; i < cells.length; i++) {
      const text = cells[i];
      if (!text || text.trim() === '') continue;
      last = i;
      if (text.length > LIMITS.cell) {
        const column = columnOf(this.#table, i);
        const sizes = { found: text.length, max: LIMITS.cell };
        throw new Refused(message('core.sheets.cell_too_long', { sheet, row: line, column, ...sizes }));
      }
      this.#counter.cells++;
    }
    if (last < 0) return;
    if (line > LIMITS.rows)
      throw new Refused(message('core.sheets.too_many_rows', { sheet, row: line, max: LIMITS.rows }));
    if (last >= LIMITS.columns) {
      const column = columnOf(this.#table, last);
      throw new Refused(message('core.sheets.too_many_columns', { sheet, row: line, column, max: LIMITS.columns }));
    }
    if (this.#counter.cells > LIMITS.cells)
      throw new Refused(message('core.sheets.too_many_cells', { sheet, row: line, max: LIMITS.cells }));
    const row = { line, cells: Array.from({ length: last + 1 }, (_, i) => cells[i] ?? '') };
    this.#rows.push(raw === undefined ? row : { ...row, raw });
  }

  remark(said: Message): void {
    const kind = this.#remarks.get(said.key) ?? { said: [], more: 0 };
    if (kind.said.length < REMARKS) kind.said.push(said);
    else kind.more++;
    this.#remarks.set(said.key, kind);
  }

  done(): Table {
    const warnings = [...this.#remarks.values()].flatMap(({ said, more }) =>
      more > 0 ? [...said, message('core.sheets.warn.more', { n: more })] : said,
    );
    return { ...this.#table, rows: this.#rows, warnings };
  }
}
