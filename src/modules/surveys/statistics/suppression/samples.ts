import type { Variable } from '../tables/schema.ts';
import { SILENCES } from '../tables/schema.ts';
import type { Alike, Hidden, Move, Planned } from './schema.ts';

/** Everything that a page would print of these tables: count by place, `null` where it is hidden. */
export type Print = ReadonlyMap<string, number | null>;

const placeOf = (table: string, row: string | null, column: string | null): string =>
  [table, row ?? 'n', column ?? 'all'].join(' / ');

/**
 * Prints tables by counting one person after the other, without any of the code that decides: also silences and bases, and
 * the frequencies of all rows. Counts of "not said" stand there too, because a reader can compute them.
 */
export function printOf(
  variables: readonly Variable[],
  people: readonly Alike[],
  tables: readonly Planned[],
  hidden: readonly Hidden[],
): Print {
  const kindOf = new Map(variables.map((variable) => [variable.name, variable]));
  const gone = new Set(hidden.map(({ table, row, column }) => placeOf(table, row, column)));
  const print = new Map<string, number | null>();
  const put = (table: string, parts: readonly string[], column: string | null, units: number, isRow: string | null) => {
    const key = [...parts, column ?? 'all'].join(' / ');
    const isGone =
      (isRow !== null && gone.has(placeOf(table, isRow, column))) || gone.has(placeOf(table, null, column));
    if (isGone) print.set(key, null);
    else if (print.get(key) !== null) print.set(key, (print.get(key) ?? 0) + units);
  };
  const count = (id: string, table: string, rows: string, column: string | null, alike: Alike, units: number) => {
    const { kind, codes } = kindOf.get(rows)!;
    const reply = alike.replies[rows] ?? 'missing';
    for (const silence of SILENCES) put(table, [id, silence], column, reply === silence ? units : 0, null);
    for (const code of codes) {
      const flat = kind === 'many' && column === null ? `*${rows}=${code}` : column === null ? `*${rows}` : table;
      const isSaid = typeof reply !== 'string' && reply.includes(code);
      put(flat, [id, code], column, isSaid ? units : 0, code);
      if (kind === 'many')
        put(flat, [id, `not ${code}`], column, typeof reply !== 'string' && !isSaid ? units : 0, code);
    }
  };
  for (const alike of people)
    for (const { id, rows, columns } of tables) {
      count(`*${rows}`, `*${rows}`, rows, null, alike, alike.units);
      if (columns === null) continue;
      const reply = alike.replies[columns] ?? 'missing';
      for (const code of kindOf.get(columns)!.codes)
        count(id, id, rows, code, alike, typeof reply !== 'string' && reply.includes(code) ? alike.units : 0);
    }
  return print;
}

/** The people, some of whom answered otherwise. Throws where somebody does not have the answer that is moved. */
export function movedBy(people: readonly Alike[], moves: readonly Move[]): readonly Alike[] {
  const singles = people.flatMap(({ replies, units }, who) =>
    Array.from({ length: units }, () => ({ who, replies, units: 1, moved: false })),
  );
  for (const { who, variable, from, to } of moves) {
    const one = singles.findIndex((single) => single.who === who && !single.moved);
    if (one < 0) throw new Error('nobody is left to move');
    const [name, code] = variable.split('=') as [string, string | undefined];
    const reply = singles[one]!.replies[name];
    if (reply === undefined || typeof reply === 'string') throw new Error('a silence was moved');
    const has = code === undefined ? reply[0] === from : reply.includes(code) === (from === '+');
    if (!has) throw new Error(`did not answer ${from}`);
    const next = code === undefined ? [to] : to === '+' ? [...reply, code] : reply.filter((each) => each !== code);
    singles[one] = { ...singles[one]!, replies: { ...singles[one]!.replies, [name]: next }, moved: true };
  }
  return singles.map(({ replies, units }) => ({ replies, units }));
}
