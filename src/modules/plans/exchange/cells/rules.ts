import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { withoutEnd } from '#core/i18n/trim.ts';
import type { Cells, MeasureDraft, PointDraft } from '../schema.ts';

/** Stands in a list for "nothing said": an empty line would be lost by spreadsheets. */
const NOTHING = '–';

/**
 * A list in one cell, a line for each item: line 2 of one column belongs to line 2 of the others of its group. A
 * backslash keeps line breaks and itself apart; a list in which nothing is said is an empty cell.
 */
export function lines(items: readonly (string | null)[]): string {
  return items.every((item) => item === null) ? '' : items.map(line).join('\n');
}

function line(item: string | null): string {
  if (item === null) return NOTHING;
  const kept = item.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return kept === NOTHING ? `\\${NOTHING}` : kept;
}

/** Takes `lines` apart again: unlines(lines(x)) is x, but for a list of nothing, which is empty. */
export const unlines = (cell: string): readonly (string | null)[] =>
  cell.trim() === '' ? [] : withoutEnd(cell.replaceAll('\r', ''), /\n/).split('\n').map(unline);

function unline(written: string): string | null {
  const text = written.trim();
  if (text === NOTHING || text === '') return null;
  return text.replace(/\\([\\n–])/g, (_all, kept: string) => (kept === 'n' ? '\n' : kept));
}

/** A list of short words in one cell: "Open Data; Youth". */
export const words = (items: readonly string[]): string =>
  items.map((item) => item.replaceAll('\\', '\\\\').replaceAll(';', '\\;')).join('; ');

export function unwords(cell: string): readonly string[] {
  const items: string[] = [''];
  for (const [piece] of cell.matchAll(/\\[\\;]|[;\n]|[^\\;\n]+|\\/g)) {
    if (piece === ';' || piece === '\n') items.push('');
    else items[items.length - 1] += piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}

/** `title_az`, `title_en`, `title_ru`. */
export const textCells = (name: string, texts: Texts | null): Record<string, string> =>
  Object.fromEntries(LANGUAGES.map((language) => [`${name}_${language}`, texts?.[language] ?? '']));

/** The same for a list of texts. */
const textLines = (name: string, list: readonly (Texts | null)[]): Record<string, string> =>
  Object.fromEntries(LANGUAGES.map((l) => [`${name}_${l}`, lines(list.map((texts) => texts?.[l] ?? null))]));

/** Minor units as people write money: 1250050 is "12500.50". Digits only, because large sums are no binary fractions. */
export function money(minor: number | null): string {
  if (minor === null) return '';
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Takes exactly `money` back; null for anything else. */
export function moneyOf(text: string): number | null {
  if (!/^\d{1,14}\.\d\d$/.test(text)) return null;
  const minor = Number(text.replace('.', ''));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** A number exactly as a program writes it ("1.125", "-3", "1e+21"); null for anything else, which people wrote. */
export function numberOf(text: string): number | null {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) && String(value) === text ? value : null;
}

export const pointCells = (point: PointDraft | null): Record<string, string> => ({
  point_no: point?.number ?? '',
  ...textCells('point', point?.title ?? null),
  point_note: point?.note ?? '',
});

/** A measure as its cells in our file: what the export writes, and what an import compares with. */
export const measureCells = (m: MeasureDraft): Cells => ({
  ...pointCells(m.point),
  measure_no: m.number ?? '',
  ...textCells('title', m.title),
  ...textCells('text', m.text),
  ...textCells('problem', m.problem),
  starts_on: m.startsOn ?? '',
  due_on: m.dueOn ?? '',
  due_text: m.dueText ?? '',
  budget: money(m.budgetMinor),
  currency: m.currency ?? '',
  legal_basis: m.legalBasis ?? '',
  source_url: m.sourceUrl ?? '',
  source_note: m.sourceNote ?? '',
  ...executorCells(m.executors),
  executors_text: m.executorsText ?? '',
  local_executor: m.localExecutor,
  localises: m.localises?.address ?? '',
  ogp_values: words(m.ogpValues),
  tags: words(m.tags),
  places: words(m.places.map((place) => place.slug)),
  ...milestoneCells(m.milestones),
  ...indicatorCells(m.indicators),
  added_on: m.added?.on ?? '',
  added_decision: m.added?.decision ?? '',
  added_url: m.added?.url ?? '',
  withdrawn_on: m.withdrawal?.on ?? '',
  withdrawal_decision: m.withdrawal?.decision ?? '',
  withdrawal_url: m.withdrawal?.url ?? '',
  ...textCells('withdrawal_reason', m.withdrawal?.reason ?? null),
});

const executorCells = (executors: MeasureDraft['executors']): Cells => ({
  executors: lines(executors.map(({ body }) => body.slug)),
  executor_roles: lines(executors.map(({ role }) => role)),
  executor_kinds: lines(executors.map(({ body }) => body.kind)),
  ...textLines(
    'executor_names',
    executors.map(({ body }) => body.name),
  ),
});

const milestoneCells = (milestones: MeasureDraft['milestones']): Cells => ({
  ...textLines(
    'milestones',
    milestones.map(({ title }) => title),
  ),
  milestone_days: lines(milestones.map(({ dueOn }) => dueOn)),
  milestones_done: lines(milestones.map(({ done }) => done?.on ?? null)),
  milestone_sources: lines(milestones.map(({ done }) => done?.source ?? null)),
  milestone_urls: lines(milestones.map(({ done }) => done?.url ?? null)),
});

const number = (value: number | null): string | null => (value === null ? null : String(value));

const indicatorCells = (indicators: MeasureDraft['indicators']): Cells => ({
  ...textLines(
    'indicators',
    indicators.map(({ text }) => text),
  ),
  ...textLines(
    'indicator_units',
    indicators.map(({ unit }) => unit),
  ),
  indicator_directions: lines(indicators.map(({ direction }) => direction)),
  indicator_baselines: lines(indicators.map((one) => number(one.baselineValue))),
  indicator_baseline_days: lines(indicators.map((one) => one.baselineOn)),
  indicator_baseline_sources: lines(indicators.map((one) => one.baselineSource)),
  indicator_baseline_urls: lines(indicators.map((one) => one.baselineUrl)),
  indicator_targets: lines(
    indicators.map((one) =>
      one.targets.length === 0 ? null : words(one.targets.map((t) => `${t.dueOn} = ${t.value}`)),
    ),
  ),
});
