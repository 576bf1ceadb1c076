import { keyOf, tableKey } from '../cells/rules.ts';
import { type FlatTable, type Flattened, SAID } from '../cells/schema.ts';
import type { Price, Shift, Target } from './schema.ts';

const EMPTYING = 40;

/** A table in which the moved variable stands, and the other variable of it (null: frequencies). */
interface Beside {
  readonly table: FlatTable;
  readonly as: 'row' | 'column';
  readonly other: number | null;
}

/**
 * Other answers that people could have given, so that one hidden count changes as asked: step by step the cheapest change.
 * Mostly two people of different groups exchange their answers, which leaves all totals; where that cannot be, one person
 * answers otherwise, and totals change. null: there is none with a finite price. `hidden` keys cost nothing more.
 */
export function witnessFor(
  flattened: Flattened,
  target: Target,
  price: Price,
): { readonly shifts: readonly Shift[]; readonly changed: readonly string[] } | null {
  const besides = besidesOf(flattened, target.variable);
  const left = flattened.people.map(({ units }) => units);
  const net = new Map<string, number>();
  const shifts: Shift[] = [];
  for (let step = 0; step < Math.abs(target.by); step++) {
    const priced: Price = (key) => ((net.get(key) ?? 0) === 0 ? price(key) : 0);
    const found = cheapest(flattened, target, besides, left, priced);
    if (!found) return null;
    for (const shift of found) {
      left[shift.person]! -= 1;
      shifts.push(shift);
      for (const [key, by] of effectsOf(flattened, besides, shift)) net.set(key, (net.get(key) ?? 0) + by);
    }
  }
  const changed = [...net].filter(([, by]) => by !== 0).map(([key]) => key);
  return changed.some((key) => price(key) === Number.POSITIVE_INFINITY) ? null : { shifts, changed };
}

function besidesOf({ variables, tables }: Flattened, moved: number): readonly Beside[] {
  const at = new Map(variables.map(({ name }, index) => [name, index]));
  return tables.flatMap((table): readonly Beside[] => {
    const [rows, columns] = [at.get(table.rows)!, table.columns === null ? null : at.get(table.columns)!];
    if (rows === moved) return [{ table, as: 'row', other: columns }];
    return columns === moved ? [{ table, as: 'column', other: rows }] : [];
  });
}

/** What changes in a table for a person with `code` of the moved variable; null: the table does not count this person. */
function keyIn(
  { variables }: Flattened,
  { table, as, other }: Beside,
  moved: string,
  code: number | null,
): string | null {
  if (other === null) return keyOf(tableKey(table), moved, null);
  // A silence of the row is no cell of its own, and is kept as it is: see `cheapest`.
  if (code === null || code < 0) return null;
  const name = variables[other]!.codes[code]!;
  return as === 'row' ? keyOf(tableKey(table), moved, name) : keyOf(tableKey(table), name, moved);
}

/** Every count that one person's other answer changes, with its sign. Bases change where the columns do. */
function effectsOf(
  flattened: Flattened,
  besides: readonly Beside[],
  shift: Shift,
): readonly (readonly [string, number])[] {
  const { codes } = flattened.variables[shift.variable]!;
  const person = flattened.people[shift.person]!;
  return besides.flatMap((beside) =>
    [[shift.from, -1] as const, [shift.to, 1] as const].flatMap(([answer, by]) => {
      const moved = codes[answer]!;
      const key = keyIn(flattened, beside, moved, beside.other === null ? null : person.of[beside.other]!);
      const base = beside.as === 'column' ? keyOf(tableKey(beside.table), null, moved) : null;
      return [key, base].flatMap((each) => (each === null ? [] : [[each, by] as const]));
    }),
  );
}

/** The cheapest single step: an exchange of two, or one alone. Ties go to the first. */
function cheapest(
  flattened: Flattened,
  { variable, code, within, by }: Target,
  besides: readonly Beside[],
  left: readonly number[],
  price: Price,
): readonly Shift[] | null {
  const inside = (person: number): boolean =>
    within === null || flattened.people[person]!.of[within.variable] === within.code;
  const answers = flattened.variables[variable]!.codes.map((_, at) => at).filter((at) => at !== code);
  let best: { cost: number; shifts: readonly Shift[] } | null = null;
  const consider = (cost: number, shifts: readonly Shift[]): void => {
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { cost, shifts };
  };
  for (const answer of answers) {
    const [from, to] = by > 0 ? [answer, code] : [code, answer];
    const prices = pricesOf(flattened, besides, [code, answer], variable, price);
    const who = (said: number, isInside: boolean): readonly number[] =>
      flattened.people.flatMap(({ of }, at) =>
        left[at]! > 0 && of[variable] === said && inside(at) === isInside ? [at] : [],
      );
    const there = who(from, true);
    const back = within === null ? [] : who(to, false);
    for (const one of there) {
      const shift: Shift = { person: one, variable, from, to };
      const emptied = emptying(flattened, shift);
      consider(emptied + alone(flattened, besides, shift, price), [shift]);
      for (const two of back) {
        const other: Shift = { person: two, variable, from: to, to: from };
        const cost = exchange(flattened, prices, one, two) + emptied + emptying(flattened, other);
        consider(cost, [shift, other]);
      }
    }
  }
  return (best as { shifts: readonly Shift[] } | null)?.shifts ?? null;
}

const alone = (flattened: Flattened, besides: readonly Beside[], shift: Shift, price: Price): number =>
  effectsOf(flattened, besides, shift).reduce((sum, [key]) => sum + price(key), 0);

/** Somebody would be left without any tick, which a reader may know to be impossible: only where nothing else will do. */
function emptying({ variables, people }: Flattened, { person, variable, from }: Shift): number {
  const { of, code, codes } = variables[variable]!;
  if (code === null || codes[from] !== SAID) return 0;
  const ticks = variables.filter((flat, at) => flat.of === of && people[person]!.of[at] === from).length;
  return ticks > 1 ? 0 : EMPTYING;
}

/** For each variable beside, what its answers cost when the two exchanged answers change within them. */
interface Priced {
  readonly other: number;
  readonly of: readonly number[];
  /** Silences must be alike on both sides: the base of a column would change. */
  readonly strict: boolean;
}
function pricesOf(
  flattened: Flattened,
  besides: readonly Beside[],
  exchanged: readonly [number, number],
  variable: number,
  price: Price,
): readonly Priced[] {
  const { codes } = flattened.variables[variable]!;
  return besides.flatMap((beside) => {
    if (beside.other === null) return [];
    const of = flattened.variables[beside.other]!.codes.map((_, code) =>
      exchanged.reduce((sum, answer) => sum + price(keyIn(flattened, beside, codes[answer]!, code)!), 0),
    );
    return [{ other: beside.other, of, strict: beside.as === 'column' }];
  });
}

function exchange(flattened: Flattened, prices: readonly Priced[], one: number, two: number): number {
  const [first, second] = [flattened.people[one]!.of, flattened.people[two]!.of];
  let cost = 0;
  for (const { other, of, strict } of prices) {
    const [here, there] = [first[other]!, second[other]!];
    if (here === there) continue;
    if (strict && (here < 0 || there < 0)) return Number.POSITIVE_INFINITY;
    cost += (here < 0 ? 0 : of[here]!) + (there < 0 ? 0 : of[there]!);
  }
  return cost;
}
