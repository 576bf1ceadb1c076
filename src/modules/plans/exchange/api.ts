import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { type Cell, csv } from '#core/sheets/csv.ts';
import { xlsx } from '#core/sheets/excel.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import { measureJson } from '../dossier/api.ts';
import { storyOf } from '../dossier/rules.ts';
import type { Dossier } from '../dossier/schema.ts';
import { stageOn } from '../plan/rules.ts';
import type { PlanRow } from '../plan/schema.ts';
import { withoutUntickedMoney } from '../shown/rules.ts';
import { withheldOf } from '../withheld/queries.ts';
import { withoutWithheld } from '../withheld/rules.ts';
import { measureCells, pointCells } from './cells/rules.ts';
import { COLUMNS } from './columns/schema.ts';
import { type WholePlan, wholePlan } from './dossiers/queries.ts';
import { type Around, measureDraft, planDraft, pointDraft } from './dossiers/rules.ts';
import { planCells } from './heads/forms.ts';
import { aroundOf } from './queries.ts';
import type { Cells } from './schema.ts';

/** Who asks for a file, on which day; `mark` stands in every row of a demonstration. */
export interface Wanted {
  readonly db: Db;
  readonly forum: Forum;
  readonly today: PlainDate;
  readonly mark: string;
}

/** A plan ready to be written down: its rows with all that stands around them. */
export interface Loaded {
  readonly whole: WholePlan;
  readonly around: Around;
  readonly day: PlainDate;
  readonly mark: string;
}

export async function loadPlan(wanted: Wanted, plan: PlanRow): Promise<Loaded> {
  const all = await wholePlan(wanted.db, plan, wanted.today);
  const withheld = await withheldOf(wanted.db, plan, wanted.forum);
  const whole = {
    ...all,
    dossiers: all.dossiers.map((dossier) => withoutWithheld(withoutUntickedMoney(dossier), withheld)),
  };
  const around = await aroundOf(wanted, whole, await bodiesOf(wanted.db, wanted.forum.id));
  return { whole, around, day: wanted.today, mark: wanted.mark };
}

/**
 * The rows of a plan in our own columns: a measure each, in the order of the plan; an area has a row of its own only
 * where the order of the measures would not tell its place. What a file can bring in is written as it reads today, so
 * that an export brought in again is the same; the voices stand beside it.
 */
export function planRows(loaded: Loaded): readonly Cells[] {
  const { whole, around, day, mark } = loaded;
  const plan = planCells(planDraft(whole));
  const rows: Cells[] = [];
  const row = (cells: Cells): void => void rows.push({ ...plan, ...cells, demonstration: mark });
  let next = 0;
  const pointsBefore = (index: number): void => {
    for (; next < index; next += 1) row(pointCells(pointDraft(whole.points[next]!)));
  };
  for (const dossier of whole.dossiers) {
    const index = whole.points.findIndex((point) => point.id === dossier.measure.point_id);
    if (index >= next) {
      pointsBefore(index);
      next = index + 1;
    }
    row({ ...measureCells(measureDraft(dossier, day, around)), ...voiceCells(dossier, day) });
  }
  pointsBefore(whole.points.length);
  if (rows.length === 0) row({});
  return rows;
}

/** What the two voices say of the measure, with the counts without which a word is never shown; unknown is no zero. */
function voiceCells(dossier: Dossier, day: PlainDate): Cells {
  const { sum, now } = storyOf(dossier, day);
  const amended = dossier.amendments.filter((one) => one.effective_on <= day).map((one) => one.effective_on);
  return {
    amended_on: amended.join('; '),
    executors_total: String(sum.executor.total),
    executor_says: sum.executor.word,
    executors_known: String(sum.executor.known),
    executors_complete: String(sum.executor.complete),
    executors_unproven: String(sum.executor.unproven),
    civil_finds: sum.civil.word,
    civil_known: String(sum.civil.known),
    civil_complete: String(sum.civil.complete),
    late: now.due_on === null ? 'unknown' : sum.late ? 'yes' : 'no',
  };
}

/** Columns of a file with several forums; with one, the forum goes without saying. */
const columnsOf = (rows: readonly Cells[]): readonly string[] =>
  COLUMNS.filter((column) => column !== 'forum' || rows.some((row) => row.forum !== undefined));

/** Our own file of plans as CSV. */
export function plansCsv(rows: readonly Cells[]): string {
  const columns = columnsOf(rows);
  return csv(
    rows.map((row) => columns.map((column) => row[column] ?? '')),
    columns,
    { bom: true },
  );
}

const DAYS = new Set(['starts_on', 'due_on', 'added_on', 'withdrawn_on', 'plan_starts_on', 'plan_ends_on']);
const NUMBERS = new Set(['executors_total', 'executors_known', 'executors_complete', 'civil_known', 'civil_complete']);
const WIDE = /^(title|text|problem|plan_title|plan_summary|executors_text|indicators)_?/;

function excelCell(column: string, text: string): Cell {
  if (text === '') return null;
  if (DAYS.has(column)) return { day: text as PlainDate };
  return NUMBERS.has(column) ? Number(text) : text;
}

/** The same rows as an Excel workbook, the header in view; null when a cell holds more than Excel can. */
export async function plansXlsx(rows: readonly Cells[], name: string): Promise<Uint8Array | null> {
  const columns = columnsOf(rows);
  if (rows.some((row) => Object.values(row).some((text) => text.length > 32_000))) return null;
  const widths = columns.map((column) => (WIDE.test(column) ? 50 : 18));
  const cells = rows.map((row) => columns.map((column) => excelCell(column, row[column] ?? '')));
  return xlsx([{ name, header: columns, rows: cells, widths }]);
}

/** A whole plan for machines: what its pages say, as data. `null` is unknown and never zero; texts are objects by language. */
export function planJson(loaded: Loaded, forum: Forum, origin: string): string {
  const { whole, around, day } = loaded;
  const named = (id: string) => around.body(id);
  const measures = whole.dossiers.map((dossier) => {
    const ids = [...dossier.cells.map((cell) => cell.body_id), ...dossier.evaluations.map((one) => one.author_body_id)];
    const bodies = ids.flatMap((id) => named(id) ?? []).map(({ id, slug, name }) => ({ id, slug, name }));
    const seen: Dossier = { ...dossier, bodies };
    const draft = measureDraft(dossier, day, around);
    return {
      ...measureJson(seen, storyOf(seen, day), forum, day, origin),
      slug: dossier.measure.slug,
      point: draft.point && { number: draft.point.number, title: draft.point.title },
      problem: draft.problem,
      budget: draft.budgetMinor === null ? null : { minor: draft.budgetMinor, currency: draft.currency },
      executors_text: draft.executorsText,
      source_note: draft.sourceNote,
      localises: draft.localises?.address ?? null,
      ogp_values: draft.ogpValues,
      tags: draft.tags,
      places: draft.places.map((place) => place.slug),
      milestones: draft.milestones.map(({ title, dueOn, done }) => ({ title, due_on: dueOn, done })),
    };
  });
  return JSON.stringify({ demonstration: forum.demonstration, as_of: day, ...planFacts(whole, day), measures });
}

function planFacts(whole: WholePlan, day: PlainDate) {
  const plan = planDraft(whole);
  return {
    slug: plan.slug,
    kind: plan.kind,
    stage: stageOn(whole.stages, day),
    language: plan.language,
    title: plan.title,
    summary: plan.summary,
    rendering: plan.rendering,
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    executor_voice: plan.executorVoice,
    reported: {
      measures: plan.reportedMeasures,
      points: plan.reportedPoints,
      local: plan.reportedLocal,
      source: plan.reportedSource,
    },
    loaded_measures: whole.dossiers.length,
    source_url: plan.sourceUrl,
    reply_days: plan.replyDays,
    extension_days: plan.extensionDays,
    stages: plan.stages.map(({ stage, fromDay, source, sourceUrl }) => ({
      ...{ stage, from: fromDay, source, source_url: sourceUrl },
    })),
    report_dates: plan.reportDates.map(({ dueOn, basis }) => ({ due_on: dueOn, basis })),
    points: whole.points.map(({ number, title, note }) => ({ number, title, note })),
  };
}
