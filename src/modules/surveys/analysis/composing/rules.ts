import type { Sampling } from '../../schema.ts';
import type { Drawn } from '../../statistics/designs/schema.ts';
import { meanOf, medianOf } from '../../statistics/intervals/rules.ts';
import { mayPrint, printCounted, printDrawn } from '../../statistics/printing/rules.ts';
import type { Printed } from '../../statistics/printing/schema.ts';
import { suppress } from '../../statistics/suppression/rules.ts';
import type { Alike, Hidden, HiddenWhy, Planned, Published } from '../../statistics/suppression/schema.ts';
import { frequencies } from '../../statistics/tables/rules.ts';
import type { Cell, Frequencies, Grouped, Reply, Silence, Variable } from '../../statistics/tables/schema.ts';
import { PLACE } from '../variables/rules.ts';
import type { Asked, NotCounted } from '../variables/schema.ts';
import type { CrossResult, Distribution, Figure, NotShown, NumberResult, QuestionResult, Results } from './schema.ts';

/** What a publication is composed from. `numbers` are the answers of each number question. */
export interface Counts {
  readonly sampling: Sampling;
  readonly smallest: number;
  readonly population: number | null;
  readonly counted: number;
  readonly excluded: number;
  readonly modes: Readonly<Record<string, number>>;
  readonly asked: readonly Asked[];
  /** Facts and questions that tables are split by. */
  readonly splits: readonly Asked[];
  readonly people: readonly Alike[];
  readonly numbers: ReadonlyMap<string, readonly { readonly value: number; readonly units: number }[]>;
  readonly notCounted: readonly NotCounted[];
  /** For each question about communities what was said of each: place and answer. */
  readonly told: ReadonlyMap<string, readonly Alike[]>;
  /** Tables of this round that are out already, with what was hidden of them. */
  readonly published: readonly Published[];
}

/** What goes out, and what of it must be remembered for whatever is published later. */
export interface Composed {
  readonly results: Results;
  readonly printed: readonly Published[];
}

const variableOf = ({ name, unit, kind, codes }: Asked): Variable => ({
  ...{ name, unit, kind: kind === 'many' ? 'many' : 'one' },
  codes: codes.map(({ code }) => code),
});

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
  const dependent = dependentOf(counts.asked, hidden);
  const notShown = notShownOf(tables, suppressed.withheld, dependent);
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
        return one.unit === 'community' && one.kind !== 'number' ? [communitiesOf(one, counts)] : [];
      }),
      numbers: counts.asked
        .filter(({ kind, name }) => kind === 'number' && !dependent.has(name))
        .map((one) => numberOf(one, counts)),
      splits: counts.splits.map(({ name, words, codes }) => ({ name, words, codes })),
      crosses: shown
        .filter(({ columns }) => columns !== null)
        .map((table) => print.cross(table, byName.get(table.rows)!, byName.get(table.columns!)!)),
    },
  };
}

const isTabled = ({ kind, unit }: Asked): boolean => kind !== 'number' && unit !== 'community';

/**
 * Questions that were asked only of those who answered another one in some way: how many were asked is that answer's
 * count. Where a count of the other one is hidden, all of the question is left out, and of those that hang on it in turn.
 */
function dependentOf(asked: readonly Asked[], hidden: readonly Hidden[]): ReadonlySet<string> {
  const risky = new Set(hidden.filter(({ column }) => column === null).map(frequencyOf));
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
): readonly NotShown[] {
  const gone = new Set(withheld);
  return tables.flatMap(({ id, rows, columns }): NotShown[] => {
    if (dependent.has(rows)) return columns === null ? [{ rows, columns, why: 'dependent' }] : [];
    if (columns !== null && dependent.has(columns)) return [{ rows, columns, why: 'dependent' }];
    return gone.has(id) ? [{ rows, columns, why: 'unsafe' }] : [];
  });
}

const saysCode = (reply: Reply | undefined, code: string): boolean => typeof reply === 'object' && reply.includes(code);

/** How often each answer was given by some of the people; codes were checked when they were read. */
function countedIn(people: readonly Alike[], rows: Asked): Frequencies {
  const groups = people.map(({ replies, units }) => ({ reply: replies[rows.name] ?? 'missing', units, weight: units }));
  const found = frequencies(variableOf(rows), groups);
  if ('why' in found) throw new Error(`an answer that ${found.of} has not`);
  return found;
}

interface Printer {
  readonly question: (table: Planned, rows: Asked) => QuestionResult;
  readonly cross: (table: Planned, rows: Asked, columns: Asked) => CrossResult;
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
    const figures = rows.codes.map(({ code }, i): Figure => {
      const hiddenBy = whyHidden(table, code, column) ?? (noBase ? 'complement' : null);
      if (hiddenBy) return { code, yes: null, share: null, interval: null, hidden: hiddenBy };
      return {
        code,
        yes: found.cells[code]!.yes,
        share: shares[i]!.share,
        interval: shares[i]!.interval,
        hidden: null,
      };
    });
    const { what, why } = shares[0] ?? mayPrint({ ...drawingOf(counts), clusters: 0, n: found.bases.valid });
    return { n: noBase ? null : found.bases.valid, figures, what, why };
  };
  return {
    question: (table, rows) => {
      const found = countedIn(counts.people, rows);
      const spread = distribution(table, rows, null, found, counts.people);
      return {
        ...spread,
        ...{ name: rows.name, words: rows.words, kind: rows.kind === 'many' ? 'many' : 'one', unit: rows.unit },
        codes: rows.codes,
        bases: spread.n === null ? null : found.bases,
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
  };
}

/**
 * Of how many communities something is so. A community says what more than half of those say who answered for it; where
 * they do not agree, it is not known. Only where communities themselves were drawn by chance, or all were asked, does the
 * figure say anything of others.
 */
function communitiesOf(rows: Asked, { told, sampling }: Counts): QuestionResult {
  const places = new Map<string, Alike[]>();
  for (const one of told.get(rows.name) ?? []) {
    const place = one.replies[PLACE];
    if (typeof place === 'object' && place[0]) places.set(place[0], [...(places.get(place[0]) ?? []), one]);
  }
  const groups = [...places.values()].map((said): Grouped => {
    const answered = said.filter(({ replies }) => typeof replies[rows.name] === 'object');
    const total = sum(answered);
    const codes = rows.codes.filter(
      ({ code }) => 2 * sum(answered.filter(({ replies }) => saysCode(replies[rows.name], code))) > total,
    );
    const silent = total === 0 ? (said[0]?.replies[rows.name] as Silence) : 'unknown';
    return { reply: codes.length > 0 ? codes.map(({ code }) => code) : silent, units: 1, weight: 1 };
  });
  const found = frequencies(variableOf(rows), groups);
  if ('why' in found) throw new Error(`an answer that ${found.of} has not`);
  const drawing = {
    sampling: sampling === 'cluster' ? 'random' : sampling === 'random' ? 'purposive' : sampling,
  } as const;
  const shares = rows.codes.map(({ code }) =>
    printCounted(found.cells[code]!, { ...drawing, weighted: false, clusters: 0, population: null }),
  );
  const may = mayPrint({ ...drawing, weighted: false, clusters: 0, population: null, n: found.bases.valid });
  return {
    ...{
      name: rows.name,
      words: rows.words,
      kind: rows.kind === 'many' ? 'many' : 'one',
      unit: rows.unit,
      codes: rows.codes,
    },
    ...{ n: found.bases.valid, bases: found.bases, answers: found.answers, what: may.what, why: may.why },
    figures: rows.codes.map(({ code }, i) => ({
      ...{ code, yes: found.cells[code]!.yes, share: shares[i]!.share, interval: shares[i]!.interval, hidden: null },
    })),
  };
}

const sum = (people: readonly Alike[]): number => people.reduce((all, { units }) => all + units, 0);

const drawingOf = ({ sampling, population }: Counts) => ({ sampling, population, weighted: false });

/** One share with what may stand beside it; where communities were drawn first, people count by their community. */
function printed(counts: Counts, { yes, n }: Cell, people: readonly Alike[], rows: string, code: string): Printed {
  if (counts.sampling !== 'cluster') return printCounted({ yes, n }, { ...drawingOf(counts), clusters: 0 });
  const drawn = people.flatMap(({ replies, units }): readonly Drawn[] => {
    const reply = replies[rows];
    if (typeof reply !== 'object' || reply.length === 0) return [];
    const place = replies[PLACE];
    const cluster = typeof place === 'object' ? (place[0] ?? '') : '';
    const one: Drawn = { value: reply.includes(code) ? 1 : 0, weight: 1, cluster, stratum: null };
    return Array.from({ length: units }, () => one);
  });
  return printDrawn(drawn, { sampling: counts.sampling, population: counts.population });
}

function numberOf({ name, words, unit }: Asked, { numbers, smallest, sampling, population }: Counts): NumberResult {
  const values = (numbers.get(name) ?? []).flatMap(({ value, units }) => Array.from({ length: units }, () => value));
  const { why, what } = mayPrint({ sampling, population, weighted: false, clusters: 0, n: values.length });
  if (values.length < smallest) return { name, words, unit, n: null, mean: null, median: null, interval: null, why };
  const { mean, interval } = meanOf(values);
  return {
    name,
    words,
    unit,
    n: values.length,
    mean,
    median: medianOf(values),
    interval: what === 'interval' ? interval : null,
    why,
  };
}
