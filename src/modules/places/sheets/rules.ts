import { type FieldError, ok, type Result, refuse } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { type Column, headsIn, type Line, type Located } from '#core/sheets/heads.ts';
import type { Table } from '#core/sheets/table.ts';
import type { Fields } from '../forms.ts';

const MOST_ROWS = 10_000;

/** Finds the tables that hold what is wanted; `needed` are columns one of which must be there. */
export function locate(
  tables: readonly Table[],
  columns: readonly Column[],
  needed: readonly string[],
): Result<readonly Located[]> {
  const located = tables.flatMap((table) => headsIn(table, columns, needed) ?? []);
  if (located.length === 0) {
    const found = (tables[0]?.rows[0]?.cells ?? []).slice(0, 8).join(', ');
    return refuse('bad_input', message('places.refused.no_header', { found, expected: needed.join(', ') }));
  }
  const rows = located.reduce((n, one) => n + one.rows.length, 0);
  if (rows === 0) return refuse('bad_input', message('places.refused.no_rows'));
  if (rows > MOST_ROWS)
    return refuse('too_large', message('places.refused.many_rows', { found: rows, max: MOST_ROWS }));
  return ok(located);
}

export type Verdict = 'create' | 'change' | 'same' | 'refused';

/** One row as it was understood. */
export interface Judged<D> {
  readonly table: Pick<Table, 'kind' | 'sheet' | 'number'>;
  readonly line: number;
  /** How the row is called on the page of the dry run. */
  readonly label: string;
  readonly verdict: Verdict;
  /** For changed rows: what changes. */
  readonly changes: readonly { readonly column: string; readonly before: string; readonly after: string }[];
  readonly errors: readonly { readonly column: number | null; readonly message: Message }[];
  /** What would be written; null when refused. */
  readonly draft: D | null;
}

/** Fields of a row; a column that the file does not have keeps what stands (`known`), so that nothing is lost silently. */
export const fieldsOf = (line: Line, known: Readonly<Record<string, string>> | null): Fields => ({
  text: (name) => line.cell(name) ?? known?.[name] ?? '',
});

/** The cells of a thing in the order of the columns. */
export type Cells = Readonly<Record<string, string>>;

/** Puts together what one row came to. */
export function judged<D>(
  line: Line,
  label: string,
  errors: readonly FieldError[],
  draft: D,
  before: Cells | null,
  after: () => Cells,
): Judged<D> {
  const { table, at } = line.located;
  const common = { table: { kind: table.kind, sheet: table.sheet, number: table.number }, line: line.row.line, label };
  if (errors.length > 0) {
    const placed = errors.map((e) => ({ column: at.get(e.field) ?? null, message: e.message }));
    return { ...common, verdict: 'refused', changes: [], errors: placed, draft: null };
  }
  const now = after();
  const changes = before
    ? Object.keys(now)
        .filter((column) => (before[column] ?? '') !== now[column])
        .map((column) => ({ column, before: before[column] ?? '', after: now[column] ?? '' }))
    : [];
  const verdict = before === null ? 'create' : changes.length > 0 ? 'change' : 'same';
  return { ...common, verdict, changes, errors: [], draft };
}

/**
 * Refuses every row that leans on a new row which is itself refused, and those that lean on them in turn: "only the
 * good rows" must never leave something pointing at nothing.
 */
export function withoutOrphans<D extends { readonly id: string }>(
  rows: readonly Judged<D>[],
  refusedNew: ReadonlySet<string>,
  leansOn: (draft: D) => readonly (string | null)[],
): readonly Judged<D>[] {
  const gone = new Set(refusedNew);
  let now = rows;
  for (;;) {
    const before = gone.size;
    now = now.map((row) => {
      const draft = row.draft;
      if (!draft || !leansOn(draft).some((id) => id !== null && gone.has(id))) return row;
      if (row.verdict === 'create') gone.add(draft.id);
      const errors = [{ column: null, message: message('places.refused.leans_on_refused') }];
      return { ...row, verdict: 'refused' as const, draft: null, errors };
    });
    if (gone.size === before) return now;
  }
}

export interface Counts {
  readonly create: number;
  readonly change: number;
  readonly same: number;
  readonly refused: number;
}

export function countsOf(rows: readonly { readonly verdict: Verdict }[]): Counts {
  const counts = { create: 0, change: 0, same: 0, refused: 0 };
  for (const row of rows) counts[row.verdict] += 1;
  return counts;
}

/** Rows in parts that one statement can take. */
export function inChunks<T>(rows: readonly T[], size = 500): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));
}
