import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { MOST, Reading } from '../../forms.ts';
import { stageFault, stageOrder } from '../../plan/rules.ts';
import type { StageId } from '../../plan/schema.ts';
import { EXECUTOR_VOICES, PLAN_KINDS, STAGES } from '../../plan/schema.ts';
import { lines, textCells, unlines } from '../cells/rules.ts';
import type { Cells, PlanDraft, Remark, StageDraft } from '../schema.ts';

const count = (value: number | null): string => (value === null ? '' : String(value));

/** What is said of a plan, as its cells in our file. */
export const planCells = (plan: PlanDraft): Cells => ({
  plan: plan.slug,
  plan_kind: plan.kind,
  plan_language: plan.language,
  ...textCells('plan_title', plan.title),
  ...textCells('plan_summary', plan.summary),
  plan_rendering: plan.rendering ? 'yes' : 'no',
  plan_starts_on: plan.startsOn ?? '',
  plan_ends_on: plan.endsOn ?? '',
  plan_executor_voice: plan.executorVoice,
  plan_reported_measures: count(plan.reportedMeasures),
  plan_reported_points: count(plan.reportedPoints),
  plan_reported_local: count(plan.reportedLocal),
  plan_reported_source: plan.reportedSource ?? '',
  plan_source_url: plan.sourceUrl ?? '',
  plan_reply_days: String(plan.replyDays),
  plan_extension_days: String(plan.extensionDays),
  plan_stages: lines(plan.stages.map((row) => row.stage)),
  plan_stage_days: lines(plan.stages.map((row) => row.fromDay)),
  plan_stage_sources: lines(plan.stages.map((row) => row.source)),
  plan_stage_urls: lines(plan.stages.map((row) => row.sourceUrl)),
  plan_report_days: lines(plan.reportDates.map((row) => row.dueOn)),
  plan_report_bases: lines(plan.reportDates.map((row) => row.basis)),
});

/** The language in which the words of a plan are kept, as the file says; null where it does not. */
const languageIn = (cells: Cells): LanguageCode | null =>
  LANGUAGES.find((known) => known === cells.plan_language) ?? null;

/** A plan from its cells. What the file does not say comes from `otherwise`. */
export function readPlanCells(
  cells: Cells,
  otherwise: PlanDraft,
): { readonly draft: PlanDraft; readonly errors: readonly (Remark & { readonly field: string })[] } {
  const read = new Reading({ text: (name) => cells[name] ?? '' });
  const has = (column: string): boolean => cells[column] !== undefined && cells[column] !== '';
  const language = languageIn(cells) ?? otherwise.language;
  const title = read.texts('plan_title', 'line', MOST.title) ?? otherwise.title;
  if (!title[language]) read.wrong(`plan_title_${language}`, message('plans.plan.wrong.no_title', { language }));
  const draft: PlanDraft = {
    slug: has('plan') ? (read.line('plan', 80) ?? '') : otherwise.slug,
    kind: has('plan_kind') ? read.choice('plan_kind', PLAN_KINDS, otherwise.kind) : otherwise.kind,
    language,
    title,
    summary: read.texts('plan_summary', 'prose', MOST.text) ?? otherwise.summary,
    rendering: has('plan_rendering') ? cells.plan_rendering === 'yes' : otherwise.rendering,
    startsOn: read.day('plan_starts_on') ?? otherwise.startsOn,
    endsOn: read.day('plan_ends_on') ?? otherwise.endsOn,
    executorVoice: read.choice('plan_executor_voice', EXECUTOR_VOICES, otherwise.executorVoice),
    reportedMeasures: read.count('plan_reported_measures', 1, 100_000) ?? otherwise.reportedMeasures,
    reportedPoints: read.count('plan_reported_points', 1, 10_000) ?? otherwise.reportedPoints,
    reportedLocal: read.count('plan_reported_local', 0, 100_000) ?? otherwise.reportedLocal,
    reportedSource: read.line('plan_reported_source') ?? otherwise.reportedSource,
    sourceUrl: read.url('plan_source_url') ?? otherwise.sourceUrl,
    replyDays: read.count('plan_reply_days', 1, 60) ?? otherwise.replyDays,
    extensionDays: read.count('plan_extension_days', 0, 60) ?? otherwise.extensionDays,
    stages: has('plan_stages') ? readStages(read, cells) : otherwise.stages,
    reportDates: has('plan_report_days') ? readReportDates(read, cells) : otherwise.reportDates,
  };
  if (draft.startsOn && draft.endsOn && draft.endsOn < draft.startsOn)
    read.wrong('plan_ends_on', message('plans.plan.wrong.ends_before_start'));
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(draft.slug))
    read.wrong('plan', message('plans.plan.wrong.not_slug', { found: draft.slug.slice(0, 60) }));
  const errors = read.errors.map((error) => ({ field: error.field, column: null, message: error.message }));
  return { draft, errors };
}

/** Item by item of several lists whose lines belong together. */
function items(cells: Cells, columns: readonly string[]): readonly Cells[] {
  const lists = columns.map((column) => [column, unlines(cells[column] ?? '')] as const);
  const n = Math.max(0, ...lists.map(([, list]) => list.length));
  return Array.from({ length: n }, (_, i) =>
    Object.fromEntries(lists.map(([column, list]) => [column, list[i] ?? ''])),
  );
}

function readStages(whole: Reading, cells: Cells): readonly StageDraft[] {
  const columns = ['plan_stages', 'plan_stage_days', 'plan_stage_sources', 'plan_stage_urls'];
  const stages: StageDraft[] = [];
  for (const item of items(cells, columns)) {
    const read = new Reading({ text: (name) => item[name] ?? '' });
    const stage = STAGES.find((known) => known === item.plan_stages);
    if (!stage) read.wrong('plan_stages', message('plans.exchange.wrong.no_stage', { found: item.plan_stages ?? '' }));
    const fromDay = read.neededDay('plan_stage_days', message('plans.plan.wrong.no_from_day'));
    const source = read.needed('plan_stage_sources', message('plans.plan.wrong.no_stage_source'));
    const sourceUrl = read.url('plan_stage_urls');
    for (const error of read.errors) whole.wrong(error.field, error.message);
    if (stage && fromDay) stages.push({ stage, fromDay, source, sourceUrl });
  }
  const rows = stages.map((row, i) => ({ id: String(i) as StageId, stage: row.stage, from_day: row.fromDay }));
  for (const [i, row] of rows.entries()) {
    const fault = stageFault(rows.slice(0, i), row.stage, row.from_day);
    if (fault) whole.wrong('plan_stages', message('plans.exchange.wrong.stages', { day: row.from_day }));
  }
  return [...stages].sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage));
}

function readReportDates(whole: Reading, cells: Cells): PlanDraft['reportDates'] {
  const dates = new Map<string, PlanDraft['reportDates'][number]>();
  for (const item of items(cells, ['plan_report_days', 'plan_report_bases'])) {
    const read = new Reading({ text: (name) => item[name] ?? '' });
    const dueOn = read.neededDay('plan_report_days', message('plans.plan.wrong.no_report_day'));
    const basis = read.needed('plan_report_bases', message('plans.plan.wrong.no_basis'));
    for (const error of read.errors) whole.wrong(error.field, error.message);
    if (dueOn) dates.set(dueOn, { dueOn, basis });
  }
  return [...dates.values()];
}
