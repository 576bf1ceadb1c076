import { type Reply, SILENCES, type Silence, type Variable } from '../../tables/schema.ts';
import type { Alike, Hidden, Planned } from '../schema.ts';
import { type CellOf, type Flat, type FlatTable, type Flattened, type Person, SAID, UNSAID } from './schema.ts';

export const keyOf = (table: string, row: string | null, column: string | null): string =>
  JSON.stringify([table, row, column]);
/** Frequencies of a flat variable, printed beside every table of which it is the row. */
export const frequenciesOf = (flat: string): string => `*${flat}`;

/** All that the tables print or let compute at once, from people; questions of many answers taken apart by codes. */
export function flatten(
  variables: readonly Variable[],
  people: readonly Alike[],
  tables: readonly Planned[],
): Flattened {
  const used = new Set(tables.flatMap(({ rows, columns }) => (columns === null ? [rows] : [rows, columns])));
  const flats = variables.filter(({ name }) => used.has(name)).flatMap(flatsOf);
  const flatTables = tablesOf(flats, tables);
  const persons = people.map(
    (alike, who): Person => ({ of: flats.map((flat) => answerOf(alike, flat)), units: alike.units, who }),
  );
  return { variables: flats, tables: flatTables, people: persons, cells: cellsOf(flats, flatTables, persons) };
}

function flatsOf({ name, kind, codes }: Variable): readonly Flat[] {
  if (kind === 'one') return [{ name, of: name, code: null, codes }];
  return codes.map((code) => ({ name: `${name}=${code}`, of: name, code, codes: [SAID, UNSAID] }));
}

function tablesOf(flats: readonly Flat[], tables: readonly Planned[]): readonly FlatTable[] {
  const of = (name: string): readonly Flat[] => flats.filter((flat) => flat.of === name);
  const crossed = tables.flatMap(({ id, rows, columns }) =>
    columns === null
      ? []
      : of(rows).flatMap((row) => of(columns).map((column) => ({ id, rows: row.name, columns: column.name }))),
  );
  const alone = [...new Set(tables.flatMap(({ rows }) => of(rows).map(({ name }) => name)))];
  return [...alone.map((rows) => ({ id: frequenciesOf(rows), rows, columns: null })), ...crossed];
}

function answerOf({ replies }: Alike, { of, code, codes }: Flat): number {
  const reply: Reply = replies[of] ?? 'missing';
  if (typeof reply === 'string' || reply.length === 0)
    return -1 - SILENCES.indexOf(typeof reply === 'string' ? (reply as Silence) : 'missing');
  const at = code === null ? codes.indexOf(reply[0]!) : reply.includes(code) ? 0 : 1;
  if (at < 0) throw new RangeError(`${of} has no answer ${reply[0]}`);
  return at;
}

function cellsOf(
  flats: readonly Flat[],
  tables: readonly FlatTable[],
  people: readonly Person[],
): ReadonlyMap<string, CellOf> {
  const at = new Map(flats.map(({ name }, index) => [name, index]));
  const cells = new Map<string, CellOf>();
  for (const table of tables) {
    const rows = at.get(table.rows)!;
    const columns = table.columns === null ? null : at.get(table.columns)!;
    const counts = new Map<string, number>();
    const place = (row: number | 'base', column: number | null): string => `${row} ${column}`;
    for (const { of, units } of people) {
      const [row, column] = [of[rows]!, columns === null ? null : of[columns]!];
      if (column !== null && column < 0) continue;
      for (const key of [place(row, column), place('base', column)]) counts.set(key, (counts.get(key) ?? 0) + units);
    }
    const columnCodes = columns === null ? [null] : flats[columns]!.codes;
    for (const [c, column] of columnCodes.entries())
      for (const [r, row] of [...flats[rows]!.codes.entries(), ...(column === null ? [] : [['base', null] as const])]) {
        const key = keyOf(tableKey(table), row, column);
        cells.set(key, { key, table, row, column, count: counts.get(place(r, column === null ? null : c)) ?? 0 });
      }
  }
  return cells;
}

/** A planned table of questions of many answers is several flat ones; this tells them apart. */
export const tableKey = ({ id, rows, columns }: FlatTable): string =>
  columns === null ? id : JSON.stringify([id, rows, columns]);

/** How a cell stands on the page: one of "not said" is only computed, and belongs to what was said. */
export function shownAs(flattened: Flattened, cell: CellOf, why: Hidden['why']): Hidden {
  const flat = (name: string): Flat => flattened.variables.find((each) => each.name === name)!;
  const printed = (name: string | null, code: string | null): string | null =>
    name === null || code === null ? null : (flat(name).code ?? code);
  return {
    table: cell.table.id,
    row: printed(cell.table.rows, cell.row),
    column: printed(cell.table.columns, cell.column),
    why,
  };
}
