import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Variable } from '../tables/schema.ts';
import { frequenciesOf } from './cells/rules.ts';
import { hiddenSaid, isHidden, maySumUp, suppress, THRESHOLD, whyHidden } from './rules.ts';
import { movedBy, printOf } from './samples.ts';
import type { Alike, Hidden, Planned, Round } from './schema.ts';

const one = (name: string, ...codes: readonly string[]): Variable => ({ name, unit: 'person', kind: 'one', codes });
const knows = one('knows', 'yes', 'no', 'unsure');
const village = one('village', 'a', 'b', 'c');
const sex = one('sex', 'f', 'm');
const heard: Variable = { name: 'heard', unit: 'person', kind: 'many', codes: ['radio', 'portal'] };
const byVillage: Planned = { id: 'by village', rows: 'knows', columns: 'village' };
const bySex: Planned = { id: 'by sex', rows: 'knows', columns: 'sex' };

/** Rows of counts by column, as a table is written. */
const crossed = (rows: Variable, columns: Variable, counts: readonly (readonly number[])[]): readonly Alike[] =>
  counts.flatMap((line, r) =>
    line.map((units, c) => ({
      replies: { [rows.name]: [rows.codes[r]!], [columns.name]: [columns.codes[c]!] },
      units,
    })),
  );
const round = (given: Partial<Round>): Round => ({
  ...{ variables: [knows, village, sex, heard], people: [], tables: [byVillage], published: [], threshold: 5 },
  ...given,
});
const places = (hidden: readonly Hidden[]): readonly string[] =>
  hidden.map(({ table, row, column, why }) => `${table}: ${row} ${column} ${why}`).sort();

describe('suppression of small counts', () => {
  it('hides nothing where nothing is small', () => {
    const people = crossed(knows, village, [
      [12, 15, 9],
      [8, 30, 11],
      [7, 6, 5],
    ]);
    expect(suppress(round({ people }))).toMatchObject({ hidden: [], withheld: [], exposed: [] });
  });

  it('hides a small count with three others, so that neither row nor column gives it back', () => {
    const people = crossed(knows, village, [
      [3, 15, 9],
      [18, 30, 11],
      [17, 16, 15],
    ]);
    const found = suppress(round({ people }));
    const { hidden, counts } = found;
    expect(places(hidden)).toContain('by village: yes a small');
    expect(counts).toEqual({ small: 1, all: 0, complement: 3 });
    for (const code of ['yes', 'no', 'unsure']) expect(hidden.filter(({ row }) => row === code).length).not.toBe(1);
    expect(isHidden(hidden, { table: 'by village', row: 'yes', column: 'a' })).toBe(true);
    expect(maySumUp(hidden, 'by village', 'a')).toBe(false);
    expect(hiddenSaid(found, THRESHOLD)?.params).toEqual({ n: 4, threshold: 5, small: 1, all: 0, complement: 3 });
    expect(hiddenSaid({ ...found, counts: { small: 0, all: 0, complement: 0 } }, THRESHOLD)).toBeNull();
    expect(whyHidden('complement').key).toBe('surveys.statistics.hidden.complement');
  });

  it('hides that all of a small group said the same', () => {
    const people = crossed(knows, sex, [
      [7, 20],
      [0, 20],
      [0, 20],
    ]);
    const { hidden } = suppress(round({ people, tables: [bySex] }));
    expect(places(hidden)).toContain('by sex: yes f all');
  });

  it('hides a small total with what it could be computed from', () => {
    const people = crossed(knows, sex, [
      [20, 20],
      [20, 20],
      [2, 0],
    ]);
    const { hidden } = suppress(round({ people, tables: [bySex] }));
    const totals = hidden.filter(({ column }) => column === null).map(({ row }) => row);
    expect(totals).toContain('unsure');
    expect(totals.length).toBeGreaterThan(1);
  });

  it('says the same when asked twice, and refuses a threshold that hides nothing', () => {
    const people = crossed(knows, village, [
      [3, 2, 9],
      [18, 1, 11],
      [0, 16, 15],
    ]);
    expect(suppress(round({ people }))).toEqual(suppress(round({ people })));
    expect(() => suppress(round({ people, threshold: 1 }))).toThrow(RangeError);
  });
});

const anyReply = (variable: Variable) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...variable.codes).map((code): readonly string[] => [code]) },
    { weight: 1, arbitrary: fc.constantFrom('missing' as const, 'not_applicable' as const) },
  );
const anyPerson = (units: number): fc.Arbitrary<Alike> =>
  fc.record({
    replies: fc.record({
      knows: anyReply(knows),
      village: anyReply(village),
      sex: anyReply(sex),
      heard: fc.oneof(fc.subarray(['radio', 'portal'], { minLength: 1 }), fc.constant('missing' as const)),
    }),
    units: fc.integer({ min: 1, max: units }),
  });
const ALL: readonly Planned[] = [
  byVillage,
  bySex,
  { id: 'heard by village', rows: 'heard', columns: 'village' },
  { id: 'sex by village', rows: 'sex', columns: 'village' },
  { id: 'knows by heard', rows: 'knows', columns: 'heard' },
  { id: 'heard', rows: 'heard', columns: null },
];

describe('what is printed of many tables together', () => {
  it('would be the same, number by number, had people answered as each witness says: nobody can compute a small count', () => {
    fc.assert(
      fc.property(
        fc.array(anyPerson(9), { minLength: 1, maxLength: 24 }),
        fc.subarray([...ALL], { minLength: 1 }),
        fc.integer({ min: 2, max: 6 }),
        (people, tables, threshold) => {
          const found = suppress(round({ people, tables, threshold }));
          const printed = tables.filter(({ id }) => !found.withheld.includes(id));
          const print = printOf(round({}).variables, people, printed, found.hidden);
          for (const witness of found.witnesses) {
            const other = printOf(round({}).variables, movedBy(people, witness.moves), printed, found.hidden);
            expect(other).toEqual(print);
          }
          expect(found.exposed).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('stays so with tables of an earlier day, of which nothing more can be hidden', () => {
    fc.assert(
      fc.property(
        fc.array(anyPerson(9), { minLength: 4, maxLength: 24 }),
        fc.integer({ min: 1, max: ALL.length - 1 }),
        (people, first) => {
          const before = suppress(round({ people, tables: ALL.slice(0, first) }));
          const out = ALL.slice(0, first).filter(({ id }) => !before.withheld.includes(id));
          const ofTable = (table: Planned): readonly Hidden[] =>
            before.hidden.filter((each) => each.table === table.id || each.table === frequenciesOf(table.rows));
          const published = out.map((table) => ({ table, hidden: ofTable(table) }));
          const after = suppress(round({ people, tables: ALL.slice(first), published }));
          const printed = [...out, ...ALL.slice(first).filter(({ id }) => !after.withheld.includes(id))];
          const hidden = [...before.hidden, ...after.hidden];
          const print = printOf(round({}).variables, people, printed, hidden);
          for (const witness of after.witnesses)
            expect(printOf(round({}).variables, movedBy(people, witness.moves), printed, hidden)).toEqual(print);
          expect(after.exposed).toEqual([]);
          expect(new Set(after.witnesses.map(({ of }) => of.table)).size > 0 || after.hidden.length === 0).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('an attacker who tries every possible set of answers', () => {
  const answer = one('answer', 'yes', 'no');
  const place = one('place', 'a', 'b', 'c');
  const role = one('role', 'x', 'y');
  const variables = [answer, place, role];
  const tables: readonly Planned[] = [
    { id: 't1', rows: 'answer', columns: 'place' },
    { id: 't2', rows: 'answer', columns: 'role' },
    { id: 't3', rows: 'role', columns: 'place' },
  ];
  const kinds = answer.codes.flatMap((a) => place.codes.flatMap((p) => role.codes.map((r) => [a, p, r] as const)));
  const peopleOf = (counts: readonly number[]): readonly Alike[] =>
    counts.flatMap((units, at) => {
      const [a, p, r] = kinds[at]!;
      return units === 0 ? [] : [{ replies: { answer: [a], place: [p], role: [r] }, units }];
    });

  /** Which kinds of people each printed number counts; the frequencies stand under every table. */
  const counted = (printed: readonly Planned[]): ReadonlyMap<string, readonly number[]> => {
    const at = { answer: 0, place: 1, role: 2 } as Readonly<Record<string, number>>;
    const is = (test: (kind: readonly string[]) => boolean): readonly number[] =>
      kinds.map((kind) => (test(kind) ? 1 : 0));
    const codes = (name: string): readonly string[] => variables.find((each) => each.name === name)!.codes;
    return new Map(
      printed.flatMap(({ id, rows, columns }) => [
        ...codes(rows).map((row) => [`*${rows}/${row}/null`, is((kind) => kind[at[rows]!] === row)] as const),
        ...codes(columns!).flatMap((column) => [
          ...codes(rows).map(
            (row) =>
              [
                `${id}/${row}/${column}`,
                is((kind) => kind[at[rows]!] === row && kind[at[columns!]!] === column),
              ] as const,
          ),
          [`${id}/null/${column}`, is((kind) => kind[at[columns!]!] === column)] as const,
        ]),
      ]),
    );
  };

  /** All vectors of counts with the same sum that fit every visible number, by depth first; calls `found` with each. */
  function everyWorld(rows: readonly (readonly number[])[], sums: readonly number[], found: (world: number[]) => void) {
    const world = new Array<number>(kinds.length).fill(0);
    const left = [...sums];
    // After this kind no other is counted by that row, so the row must be used up.
    const last = rows.map((row) => row.lastIndexOf(1));
    const walk = (kind: number): void => {
      if (kind === kinds.length) {
        found(world);
        return;
      }
      const mine = rows.flatMap((row, r) => (row[kind] === 1 ? [r] : []));
      const most = Math.min(...mine.map((r) => left[r]!));
      for (let units = 0; units <= most; units++) {
        world[kind] = units;
        for (const r of mine) left[r]! -= units;
        if (mine.every((r) => last[r] !== kind || left[r] === 0)) walk(kind + 1);
        for (const r of mine) left[r]! += units;
      }
      world[kind] = 0;
    };
    walk(0);
  }

  it('finds no small count, no bound below the threshold, and no group of which all said the same', () => {
    let judged = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 })), { minLength: 12, maxLength: 12 }),
        fc.subarray([...tables], { minLength: 1 }),
        (counts, chosen) => {
          const threshold = 3;
          const found = suppress({ variables, people: peopleOf(counts), tables: chosen, published: [], threshold });
          expect(found.exposed).toEqual([]);
          const cells = counted(chosen.filter(({ id }) => !found.withheld.includes(id)));
          const sum = (row: readonly number[], of: readonly number[]): number =>
            row.reduce((all, counts_, at) => all + counts_ * of[at]!, 0);
          const gone = new Set(found.hidden.map(({ table, row, column }) => `${table}/${row}/${column}`));
          const isGone = (name: string): boolean =>
            gone.has(name) || gone.has(name.replace(/^([^/*]+)\/[^/]+\//, '$1/null/'));
          const visible = [...cells].filter(([name]) => !isGone(name)).map(([, row]) => row);
          const everybody = kinds.map(() => 1);
          const rows = [...visible, everybody];
          const hidden = [...cells].filter(([name, row]) => {
            const count = sum(row, counts);
            return !name.includes('/null/') && count > 0 && (count < threshold || isGone(name));
          });
          const isAll = (name: string): boolean =>
            found.hidden.some(({ table, row, column, why }) => why === 'all' && name === `${table}/${row}/${column}`);
          const primary = hidden.filter(([name, row]) => sum(row, counts) < threshold || isAll(name));
          for (const [name] of primary) expect(isGone(name)).toBe(true);
          const ranges = primary.map(() => ({ low: Number.POSITIVE_INFINITY, high: 0 }));
          let worlds = 0;
          everyWorld(
            rows,
            rows.map((row) => sum(row, counts)),
            (world) => {
              worlds++;
              for (const [at, [, row]] of primary.entries()) {
                const count = sum(row, world);
                ranges[at] = { low: Math.min(ranges[at]!.low, count), high: Math.max(ranges[at]!.high, count) };
              }
            },
          );
          expect(worlds).toBeGreaterThan(0);
          for (const [at, [name, row]] of primary.entries()) {
            const count = sum(row, counts);
            const group = cells.get(name.replace(/^([^/*]+)\/[^/]+\//, '$1/null/'));
            const most = name.startsWith('*') || !group ? threshold : Math.min(threshold, sum(group, counts));
            expect(ranges[at]!.low).toBeLessThan(count);
            expect(ranges[at]!.high).toBeGreaterThanOrEqual(Math.min(most, sum(everybody, counts)));
            judged++;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(judged).toBeGreaterThan(300);
  });
});
