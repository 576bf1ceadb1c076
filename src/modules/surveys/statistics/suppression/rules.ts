import { type Message, message } from '#core/i18n/message.ts';
import { flatten, shownAs } from './cells/rules.ts';
import type { CellOf, Flattened } from './cells/schema.ts';
import type { Hidden, HiddenWhy, Planned, Round, Suppressed, Witness } from './schema.ts';
import { witnessFor } from './witnesses/rules.ts';
import type { Shift, Target } from './witnesses/schema.ts';

/** Total and base are worth more than a count inside a table. */
const COSTS = { inside: 1, total: 50, base: 200 } as const;
export const THRESHOLD = 5;

/**
 * What of all tables of a round must not be printed, so that no small count can be computed, by subtraction or otherwise,
 * from all tables together, those published before among them. Small counts are hidden first (primary suppression); then
 * further ones (complementary suppression, L. H. Cox, "Suppression methodology and statistical disclosure control", Journal
 * of the American Statistical Association 75, 1980). Soundness is not left to the choice of those: for each small count
 * other answers of people are found by which it would be at least the threshold (or all of a group smaller than that), and
 * others by which it would be less, and *every* number that would differ is hidden. What is printed thus fits all of these.
 * An attacker who knows this text, but nobody's answer, is meant; one who knows answers of others is not. Same input, same
 * result. Throws RangeError for a threshold below 2.
 */
export function suppress(round: Round): Suppressed {
  if (round.threshold < 2) throw new RangeError('a threshold of less than 2 hides nothing');
  const withheld: string[] = [];
  for (;;) {
    const tables = round.tables.filter(({ id }) => !withheld.includes(id));
    const found = attempt(round, tables);
    if (found.failed === null) {
      const order = round.tables.map(({ id }) => id);
      return { ...found.result, withheld: order.filter((id) => withheld.includes(id)) };
    }
    withheld.push(found.failed);
  }
}

/** Everything hidden that must be for these tables, or the table that cannot be among them. */
function attempt(
  round: Round,
  tables: readonly Planned[],
): { readonly failed: string } | { readonly failed: null; readonly result: Omit<Suppressed, 'withheld'> } {
  const flattened = flatten(round.variables, round.people, [...round.published.map(({ table }) => table), ...tables]);
  const state = begin(round, flattened);
  const witnesses: Witness[] = [];
  const exposed: Hidden[] = [];
  for (const [key, why] of primaries(flattened, round.threshold)) {
    const cell = flattened.cells.get(key)!;
    if (state.fixed.has(key) && !state.before.has(key)) {
      exposed.push(shownAs(flattened, cell, why));
      continue;
    }
    state.hidden.set(key, why);
    for (const by of wanted(flattened, cell, round.threshold)) {
      const found = witnessFor(flattened, targetOf(flattened, cell, by), state.price);
      if (!found) {
        const last = tables.findLast((table) => concerns(flattened, table, cell));
        if (last) return { failed: last.id };
        exposed.push(shownAs(flattened, cell, why));
        continue;
      }
      for (const each of found.changed) if (!state.hidden.has(each)) state.hidden.set(each, 'complement');
      witnesses.push(witnessOf(flattened, cell, why, by, found.shifts));
    }
  }
  const hidden = shown(flattened, state, round, tables);
  const of = (why: HiddenWhy): number => hidden.filter((each) => each.why === why).length;
  const counts = { small: of('small'), all: of('all'), complement: of('complement') };
  return { failed: null, result: { hidden, counts, exposed, witnesses } };
}

interface State {
  readonly hidden: Map<string, HiddenWhy>;
  /** Counts of tables that are out: those printed stay printed. */
  readonly fixed: ReadonlySet<string>;
  /** Of these the hidden ones. */
  readonly before: ReadonlySet<string>;
  readonly price: (key: string) => number;
}

function begin(round: Round, flattened: Flattened): State {
  const old = new Set(round.published.map(({ table }) => table.id));
  const oldRows = new Set(round.published.map(({ table }) => table.rows));
  const isOut = ({ table }: CellOf): boolean =>
    table.columns === null
      ? oldRows.has(flattened.variables.find(({ name }) => name === table.rows)!.of)
      : old.has(table.id);
  const gone = new Set(
    round.published.flatMap(({ hidden }) =>
      hidden.map(({ table, row, column }) => JSON.stringify([table, row, column])),
    ),
  );
  const wasHidden = (cell: CellOf): boolean => {
    const { table, row, column } = shownAs(flattened, cell, 'small');
    return gone.has(JSON.stringify([table, row, column])) || gone.has(JSON.stringify([table, null, column]));
  };
  const out = [...flattened.cells.values()].filter(isOut);
  const fixed = new Set(out.map(({ key }) => key));
  const before = new Set(out.filter(wasHidden).map(({ key }) => key));
  const hidden = new Map<string, HiddenWhy>([...before].map((key) => [key, 'complement']));
  const price = (key: string): number => {
    if (hidden.has(key)) return 0;
    if (fixed.has(key)) return Number.POSITIVE_INFINITY;
    const { row, column } = flattened.cells.get(key)!;
    return row === null ? COSTS.base : column === null ? COSTS.total : COSTS.inside;
  };
  return { hidden, fixed, before, price };
}

/** Counts that must not be known: small ones, and those of groups below twice the threshold in which all said the same. */
function primaries(flattened: Flattened, threshold: number): readonly (readonly [string, 'small' | 'all'])[] {
  const sums = new Map<string, number>();
  const line = ({ table, column }: CellOf): string => JSON.stringify([table.id, table.rows, table.columns, column]);
  for (const cell of flattened.cells.values())
    if (cell.row !== null) sums.set(line(cell), (sums.get(line(cell)) ?? 0) + cell.count);
  return [...flattened.cells.values()].flatMap((cell): readonly (readonly [string, 'small' | 'all'])[] => {
    if (cell.row === null || cell.count === 0) return [];
    if (cell.count < threshold) return [[cell.key, 'small']];
    const isAll = cell.count === sums.get(line(cell)) && cell.count < 2 * threshold;
    const rows = flattened.variables.find(({ name }) => name === cell.table.rows)!;
    return isAll && rows.codes.length > 1 ? [[cell.key, 'all']] : [];
  });
}

/** By how much a count must be able to differ: up to the threshold or the whole of a smaller group, and one down. */
function wanted(flattened: Flattened, cell: CellOf, threshold: number): readonly number[] {
  const valid = [...flattened.cells.values()]
    .filter(({ table, row, column }) => table === cell.table && row !== null && column === cell.column)
    .reduce((sum, { count }) => sum + count, 0);
  const up = Math.min(threshold, valid) - cell.count;
  return up > 0 ? [up, -1] : [-1];
}

function targetOf({ variables }: Flattened, { table, row, column }: CellOf, by: number): Target {
  const at = (name: string): number => variables.findIndex((each) => each.name === name);
  const rows = at(table.rows);
  const columns = table.columns === null ? null : at(table.columns);
  return {
    variable: rows,
    code: variables[rows]!.codes.indexOf(row!),
    within: columns === null ? null : { variable: columns, code: variables[columns]!.codes.indexOf(column!) },
    by,
  };
}

/** Whether a table has anything to do with the answers that stand in a cell. */
function concerns({ variables }: Flattened, { rows, columns }: Planned, { table }: CellOf): boolean {
  const of = variables.find(({ name }) => name === table.rows)!.of;
  return rows === of || columns === of;
}

function witnessOf(flattened: Flattened, cell: CellOf, why: HiddenWhy, by: number, shifts: readonly Shift[]): Witness {
  const moves = shifts.map(({ person, variable, from, to }) => {
    const { name, codes } = flattened.variables[variable]!;
    return { who: flattened.people[person]!.who, variable: name, from: codes[from]!, to: codes[to]! };
  });
  return { of: shownAs(flattened, cell, why), was: cell.count, becomes: cell.count + by, moves };
}

/** What is hidden of new tables as pages print it, each once: the strongest reason where several cells are one there. */
function shown(flattened: Flattened, state: State, round: Round, tables: readonly Planned[]): readonly Hidden[] {
  const ids = new Set(tables.map(({ id }) => id));
  const out = new Set(round.published.map(({ table }) => table.id));
  const found = new Map<string, Hidden>();
  for (const [key, cell] of flattened.cells) {
    const why = state.hidden.get(key);
    const isNew =
      cell.table.columns === null ? !state.fixed.has(key) : ids.has(cell.table.id) && !out.has(cell.table.id);
    if (!why || !isNew) continue;
    const each = shownAs(flattened, cell, why);
    const place = JSON.stringify([each.table, each.row, each.column]);
    const other = found.get(place);
    if (!other || (other.why === 'complement' && why !== 'complement')) found.set(place, each);
  }
  return [...found.values()];
}

/** Hidden or not, as a page asks it: a hidden base hides its column, a hidden frequency the total of its row. */
export function isHidden(
  hidden: readonly Hidden[],
  place: { readonly table: string; readonly row: string; readonly column: string | null },
): boolean {
  return hidden.some(
    ({ table, row, column }) =>
      table === place.table && column === place.column && (row === place.row || (row === null && column !== null)),
  );
}

/**
 * Whether sums over a column may stand beside it: mean, median, number of ticks in all. With one count hidden they would give
 * it back. `column` null: of all units, so of the frequencies.
 */
export const maySumUp = (hidden: readonly Hidden[], table: string, column: string | null): boolean =>
  !hidden.some((each) => each.table === table && each.column === column);

/** How many counts stand hidden and why, for the foot of the tables; null: none. */
export function hiddenSaid({ counts: { small, all, complement } }: Suppressed, threshold: number): Message | null {
  const n = small + all + complement;
  return n === 0 ? null : message('surveys.statistics.hidden.how_many', { n, threshold, small, all, complement });
}
/** Why one count is not printed. */
export const whyHidden = (why: HiddenWhy): Message => message(`surveys.statistics.hidden.${why}`);
