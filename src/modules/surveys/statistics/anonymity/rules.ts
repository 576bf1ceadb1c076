import { type Message, message } from '#core/i18n/message.ts';
import type { Anonymity, Asked, Combination, Remedy, Row } from './schema.ts';

const MOST_REMEDIES = 6;

/**
 * Whether rows of answers may go out: each combination of what a neighbour may know has at least k people (P. Samarati, L.
 * Sweeney, "Protecting privacy when disclosing information: k-anonymity and its enforcement", 1998), and within each at
 * least l different sensitive answers (A. Machanavajjhala and others, "l-diversity", 2006). Else what to merge or leave out.
 */
export function anonymityOf(rows: readonly Row[], asked: Asked): Anonymity {
  const classes = classesOf(rows, asked.quasi);
  const few = combinations(classes, asked.quasi).filter(({ n }) => n < asked.k);
  const alike = [...classes.values()].flatMap((members) =>
    asked.sensitive.flatMap((sensitive) => {
      const different = new Set(members.map((row) => row[sensitive] ?? '')).size;
      const combination = { of: partOf(members[0]!, asked.quasi), n: members.length };
      return different < asked.l ? [{ ...combination, sensitive, different }] : [];
    }),
  );
  const smallest = classes.size === 0 ? null : Math.min(...[...classes.values()].map(({ length }) => length));
  const verdict = asked.officeHolders ? 'office' : few.length > 0 ? 'few' : alike.length > 0 ? 'alike' : 'safe';
  return { verdict, smallest, few, alike, remedies: few.length > 0 ? remediesFor(rows, asked) : [] };
}

function classesOf(rows: readonly Row[], quasi: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, (row) => JSON.stringify(quasi.map((name) => row[name] ?? '')));
}

const partOf = (row: Row, quasi: readonly string[]): Row =>
  Object.fromEntries(quasi.map((name) => [name, row[name] ?? '']));

const combinations = (classes: ReadonlyMap<string, readonly Row[]>, quasi: readonly string[]): readonly Combination[] =>
  [...classes.values()]
    .map((members) => ({ of: partOf(members[0]!, quasi), n: members.length }))
    .sort((a, b) => a.n - b.n);

/** People in combinations of fewer than k. */
const exposed = (rows: readonly Row[], quasi: readonly string[], k: number): number =>
  [...classesOf(rows, quasi).values()].reduce((sum, { length }) => sum + (length < k ? length : 0), 0);

function remediesFor(rows: readonly Row[], { quasi, k }: Asked): readonly Remedy[] {
  const now = exposed(rows, quasi, k);
  const drops = quasi.map((variable): Remedy => {
    const others = quasi.filter((name) => name !== variable);
    return { what: 'drop', variable, left: exposed(rows, others, k) };
  });
  const merges = quasi.flatMap((variable) => {
    const sizes = [...Map.groupBy(rows, (row) => row[variable] ?? '')].sort(([, a], [, b]) => a.length - b.length);
    // The smallest with each other one; the rest would be a search through all pairs for little.
    const [small, ...rest] = sizes.map(([code]) => code);
    return rest.map((code): Remedy => {
      const merged = rows.map((row) => ((row[variable] ?? '') === small ? { ...row, [variable]: code } : row));
      return { what: 'merge', variable, codes: [small!, code], left: exposed(merged, quasi, k) };
    });
  });
  // A merge keeps more than a drop: of as helpful ones it comes first.
  return [...merges, ...drops]
    .filter(({ left }) => left < now)
    .sort((a, b) => a.left - b.left)
    .slice(0, MOST_REMEDIES);
}

/** Whether rows may go out, in one plain sentence. */
export function anonymitySaid({ verdict, few, alike }: Anonymity, k: number): Message {
  const people = few.reduce((sum, { n }) => sum + n, 0);
  if (verdict === 'few') return message('surveys.statistics.anonymity.few', { k, people, combinations: few.length });
  return verdict === 'alike'
    ? message('surveys.statistics.anonymity.alike', { combinations: alike.length })
    : message(`surveys.statistics.anonymity.${verdict}`);
}

/** What would help. `variable` and `codes` as readers know them, in their language. */
export function remedySaid({ what, left }: Remedy, variable: string, codes: string): Message {
  return what === 'drop'
    ? message('surveys.statistics.anonymity.drop', { variable, left })
    : message('surveys.statistics.anonymity.merge', { variable, codes, left });
}
