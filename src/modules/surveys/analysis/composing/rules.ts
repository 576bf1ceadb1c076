import type { Drawn } from '../../statistics/designs/schema.ts';
import { mayPrint, printCounted, printDrawn } from '../../statistics/printing/rules.ts';
import type { Printed } from '../../statistics/printing/schema.ts';
import { maySumUp, suppress } from '../../statistics/suppression/rules.ts';
import type { Alike, Hidden, HiddenWhy, Planned } from '../../statistics/suppression/schema.ts';
import type { Cell, Frequencies } from '../../statistics/tables/schema.ts';
import { AGE } from '../variables/rules.ts';
import type { Asked } from '../variables/schema.ts';
import { communitiesOf } from './communities/rules.ts';
import { numberOf, withoutSums } from './numbers/rules.ts';
import type { Composed, Counts, CrossResult, Distribution, NotShown, QuestionResult } from './schema.ts';
import { countedIn, distributionOf, headOf, placeIn, saysCode, variableOf } from './shares/rules.ts';

/** Tables in the order of their worth: each question alone, then split by each column. */
function planned(asked: readonly Asked[], splits: readonly Asked[]): readonly Planned[] {
  const rows = asked.filter((one) => isTabled(one) && !one.name.startsWith('@'));
  const crossed = splits.flatMap((by) =>
    rows.filter(({ name }) => name !== by.name).map((row) => tableOf(row.name, by.name)),
  );
  return [...rows.map(({ name }) => tableOf(name, null)), ...crossed];
}
const tableOf = (rows: string, columns: string | null): Planned => ({
  ...{ id: columns === null ? rows : `${rows} × ${columns}`, rows, columns },
});

/** Everything that may be printed of a round, and nothing from which a hidden count follows. */
export function compose(counts: Counts): Composed {
  const variables = [
    ...new Map([...counts.asked, ...counts.splits].filter(isTabled).map((one) => [one.name, one])).values(),
  ];
  const byName = new Map(variables.map((one) => [one.name, one]));
  const out = new Set(counts.published.map(({ table }) => table.id));
  const tables = planned(counts.asked, counts.splits).filter(
    ({ rows, columns }) => columns === null || byName.get(rows)!.unit === byName.get(columns)!.unit,
  );
  const suppressed = suppress({
    ...{ variables: variables.map(variableOf), people: counts.people, threshold: counts.smallest },
    ...{ published: counts.published, tables: tables.filter(({ id }) => !out.has(id)) },
  });
  const hidden = [...counts.published.flatMap((one) => one.hidden), ...suppressed.hidden];
  const all = [...counts.published.map(({ table }) => table), ...tables];
  const summed = !isClassHidden(all, hidden, suppressed.withheld);
  const dependent = dependentOf(counts.asked, hidden, summed);
  const notShown = notShownOf(tables, suppressed.withheld, dependent, counts.asked);
  const shown = tables.filter(
    ({ rows, columns }) =>
      !notShown.some((one) => one.rows === rows && (one.columns === null || one.columns === columns)),
  );
  const print = printer(counts, hidden);
  const count = (why: Hidden['why']): number => hidden.filter((one) => one.why === why).length;
  return {
    printed: shown.map((table) => ({
      table,
      hidden: hidden.filter((one) => (one.column === null ? frequencyOf(one) : one.table) === table.id),
    })),
    results: {
      ...{ sampling: counts.sampling, smallest: counts.smallest, counted: counts.counted, excluded: counts.excluded },
      ...{ modes: counts.modes, notShown, notCounted: counts.notCounted },
      hidden: { small: count('small'), all: count('all'), complement: count('complement') },
      questions: counts.asked.flatMap((one): readonly QuestionResult[] => {
        if (isTabled(one)) return shown.filter(({ id }) => id === one.name).map((table) => print.question(table, one));
        return isOfPlaces(one) && !dependent.has(one.name) ? [print.places(one)] : [];
      }),
      numbers: counts.asked
        .filter(({ kind, name }) => kind === 'number' && !dependent.has(name))
        .map((one) => (one.about === 'age' && !summed ? withoutSums(one, counts) : numberOf(one, counts))),
      splits: counts.splits.map(({ name, words, codes }) => ({ name, words, codes })),
      crosses: shown
        .filter(({ columns }) => columns !== null)
        .map((table) => print.cross(table, byName.get(table.rows)!, byName.get(table.columns!)!)),
    },
  };
}

const isTabled = ({ kind, unit }: Asked): boolean => kind !== 'number' && unit !== 'community';
const isOfPlaces = ({ kind, unit }: Asked): boolean => kind !== 'number' && unit === 'community';

/** Mean and median of all ages would help to find how many are of a class of age that is hidden, or left out wholly. */
const isClassHidden = (tables: readonly Planned[], hidden: readonly Hidden[], withheld: readonly string[]): boolean =>
  !maySumUp(hidden, AGE, null) ||
  tables.some(
    ({ id, columns }) =>
      columns === AGE && (withheld.includes(id) || hidden.some(({ table, row }) => table === id && row === null)),
  );

/**
 * Questions that were asked only of those who answered another one in some way: how many were asked is that answer's
 * count. Where a count of the other one is hidden, all of the question is left out, and of those that hang on it in turn.
 * `summed`: no class of age is hidden.
 */
function dependentOf(asked: readonly Asked[], hidden: readonly Hidden[], summed: boolean): ReadonlySet<string> {
  const ages = summed ? [] : asked.filter(({ about }) => about === 'age').map(({ name }) => name);
  const risky = new Set([...hidden.filter(({ column }) => column === null).map(frequencyOf), ...ages]);
  const found = new Set<string>();
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { name, hangsOn } of asked) if (hangsOn.some((on) => risky.has(on) || found.has(on))) found.add(name);
  }
  return found;
}

/** The question of which a hidden count among all units is: frequencies are one for all its tables. */
const frequencyOf = ({ table }: Hidden): string => table.replace(/^\*/, '').replace(/=.*$/, '');

function notShownOf(
  tables: readonly Planned[],
  withheld: readonly string[],
  dependent: ReadonlySet<string>,
  asked: readonly Asked[],
): readonly NotShown[] {
  const gone = new Set(withheld);
  const untabled = asked
    .filter((one) => !isTabled(one) && dependent.has(one.name))
    .map(({ name, words }): NotShown => ({ rows: name, columns: null, why: 'dependent', words }));
  const ofTables = tables.flatMap(({ id, rows, columns }): NotShown[] => {
    if (dependent.has(rows)) return columns === null ? [{ rows, columns, why: 'dependent' }] : [];
    if (columns !== null && dependent.has(columns)) return [{ rows, columns, why: 'dependent' }];
    return gone.has(id) ? [{ rows, columns, why: 'unsafe' }] : [];
  });
  return [...ofTables, ...untabled];
}

interface Printer {
  readonly question: (table: Planned, rows: Asked) => QuestionResult;
  readonly cross: (table: Planned, rows: Asked, columns: Asked) => CrossResult;
  readonly places: (rows: Asked) => QuestionResult;
}

function printer(counts: Counts, hidden: readonly Hidden[]): Printer {
  const whyHidden = ({ id, rows }: Planned, row: string | null, column: string | null): HiddenWhy | null =>
    hidden.find(
      (one) =>
        one.row === row && one.column === column && (column === null ? frequencyOf(one) === rows : one.table === id),
    )?.why ?? null;
  const distribution = (
    table: Planned,
    rows: Asked,
    column: string | null,
    found: Frequencies,
    people: readonly Alike[],
  ): Distribution => {
    const noBase = whyHidden(table, null, column) !== null;
    const shares = rows.codes.map(({ code }) => printed(counts, found.cells[code]!, people, rows.name, code));
    return distributionOf(rows, found, shares, {
      may: shares[0] ?? mayPrint({ ...drawingOf(counts), clusters: 0, n: found.bases.valid }),
      noBase,
      hidden: (code) => whyHidden(table, code, column) ?? (noBase ? 'complement' : null),
    });
  };
  return {
    question: (table, rows) => {
      const found = countedIn(counts.people, rows);
      const spread = distribution(table, rows, null, found, counts.people);
      return {
        ...{ ...headOf(rows), ...spread, bases: spread.n === null ? null : found.bases },
        answers: spread.figures.some(({ yes }) => yes === null) ? null : found.answers,
      };
    },
    cross: (table, rows, columns) => ({
      ...{ rows: rows.name, columns: columns.name },
      by: columns.codes.map(({ code }) => {
        const there = counts.people.filter(({ replies }) => saysCode(replies[columns.name], code));
        return { code, ...distribution(table, rows, code, countedIn(there, rows), there) };
      }),
    }),
    places: (rows) => communitiesOf(rows, counts),
  };
}

const drawingOf = ({ sampling, population }: Counts) => ({ sampling, population, weighted: false });

/** One share with what may stand beside it; where communities were drawn first, people count by their community. */
function printed(counts: Counts, { yes, n }: Cell, people: readonly Alike[], rows: string, code: string): Printed {
  if (counts.sampling !== 'cluster') return printCounted({ yes, n }, { ...drawingOf(counts), clusters: 0 });
  const drawn = people.flatMap(({ replies, units }): readonly Drawn[] => {
    const reply = replies[rows];
    if (typeof reply !== 'object' || reply.length === 0) return [];
    const cluster = placeIn({ replies }) ?? '';
    const one: Drawn = { value: reply.includes(code) ? 1 : 0, weight: 1, cluster, stratum: null };
    return Array.from({ length: units }, () => one);
  });
  return printDrawn(drawn, { sampling: counts.sampling, population: counts.population });
}
