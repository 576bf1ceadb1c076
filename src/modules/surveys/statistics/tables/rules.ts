import {
  type BaseKind,
  type Bases,
  type Cell,
  type CrossGrouped,
  type CrossTable,
  type Frequencies,
  type Grouped,
  type NoTable,
  type Reply,
  SILENCES,
  type Silence,
  type Variable,
} from './schema.ts';

/** Codes that somebody chose, or none where the reply is a silence. An empty list of codes is no answer. */
const codesOf = (reply: Reply): readonly string[] => (typeof reply === 'string' ? [] : reply);
const silenceOf = (reply: Reply): Silence | null =>
  typeof reply === 'string' ? reply : reply.length === 0 ? 'missing' : null;

/** Everybody once, in units or by weight. */
function basesOf(groups: readonly Grouped[], of: 'units' | 'weight'): Bases {
  const count = { valid: 0, missing: 0, refused: 0, unknown: 0, not_applicable: 0 };
  for (const group of groups) count[silenceOf(group.reply) ?? 'valid'] += group[of];
  const asked = count.valid + count.missing + count.refused + count.unknown;
  return { ...count, asked, interviewed: asked + count.not_applicable };
}

/**
 * How often each answer was given, of the base that is named. Of many answers a unit counts once for each code, however
 * often it stands in the reply. A code that the variable has not is named, never dropped.
 */
export function frequencies(
  variable: Variable,
  groups: readonly Grouped[],
  base: BaseKind = 'valid',
): Frequencies | NoTable {
  const strange = strangeCode(
    variable,
    groups.map(({ reply }) => reply),
  );
  return strange ?? counted(variable, groups, base);
}

function counted(variable: Variable, groups: readonly Grouped[], base: BaseKind): Frequencies {
  const [bases, heavy] = [basesOf(groups, 'units'), basesOf(groups, 'weight')];
  const units = new Map<string, number>(variable.codes.map((code) => [code, 0]));
  const weights = new Map(units);
  for (const { reply, units: some, weight } of groups)
    for (const code of new Set(codesOf(reply))) {
      units.set(code, units.get(code)! + some);
      weights.set(code, weights.get(code)! + weight);
    }
  const cell = (code: string): Cell => ({
    yes: units.get(code)!,
    n: bases[base],
    weighted: heavy[base] > 0 ? weights.get(code)! / heavy[base] : null,
  });
  return {
    ...{ variable, base, bases },
    cells: Object.fromEntries(variable.codes.map((code) => [code, cell(code)])),
    answers: [...units.values()].reduce((sum, some) => sum + some, 0),
  };
}

/**
 * Rows among the units of each column: question by question, place, group, sex or class of age. Both count the same
 * units, or there is no table. Where a unit may be in several columns, the columns overlap and do not sum to all.
 */
export function crossTable(
  rows: Variable,
  columns: Variable,
  groups: readonly CrossGrouped[],
  base: BaseKind = 'valid',
): CrossTable | NoTable {
  if (rows.unit !== columns.unit) return { why: 'units', of: columns.name };
  const strange =
    strangeCode(
      rows,
      groups.map(({ reply }) => reply),
    ) ??
    strangeCode(
      columns,
      groups.map(({ column }) => column),
    );
  if (strange) return strange;
  const inColumn = new Map<string, CrossGrouped[]>(columns.codes.map((code) => [code, []]));
  const outside: Record<Silence, number> = { missing: 0, refused: 0, unknown: 0, not_applicable: 0 };
  for (const group of groups) {
    const silence = silenceOf(group.column);
    if (silence) outside[silence] += group.units;
    for (const code of new Set(codesOf(group.column))) inColumn.get(code)!.push(group);
  }
  const by = [...inColumn].map(([code, some]): [string, Frequencies] => [code, counted(rows, some, base)]);
  return { rows, columns, base, by: Object.fromEntries(by), all: counted(rows, groups, base), outside };
}

function strangeCode({ name, codes, kind }: Variable, replies: readonly Reply[]): NoTable | null {
  const known = new Set(codes);
  const strange = replies.some(
    (reply) => codesOf(reply).some((code) => !known.has(code)) || (kind === 'one' && codesOf(reply).length > 1),
  );
  return strange ? { why: 'code', of: name } : null;
}

/** Class of age by the first years of classes in rising order: `classOf(34, [18, 30, 60])` is 1; below the first: null. */
export function classOf(value: number, starts: readonly number[]): number | null {
  const at = starts.findLastIndex((start) => value >= start);
  return at < 0 ? null : at;
}

/** "18-29", "60+": the code of a class. */
export const classCode = (starts: readonly number[], at: number): string =>
  at + 1 < starts.length ? `${starts[at]}-${starts[at + 1]! - 1}` : `${starts[at]}+`;

/** A key for units that replied alike, for grouping them one by one. */
export const replyKey = (reply: Reply): string =>
  SILENCES.includes(reply as Silence)
    ? `!${reply as Silence}`
    : [...new Set(reply as readonly string[])].sort().join(' ');
