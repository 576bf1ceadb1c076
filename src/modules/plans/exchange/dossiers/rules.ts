import type { PlainDate } from '#core/time/plain-date.ts';
import type { Body } from '#modules/places/contract.ts';
import type { Dossier } from '../../dossier/schema.ts';
import { activeOn, measureOn, targetsOn } from '../../measures/rules.ts';
import { OGP_VALUES } from '../../measures/schema.ts';
import { stagesInForce } from '../../plan/rules.ts';
import type { PlanRow, PointRow, ReportDateRow, StageRow } from '../../plan/schema.ts';
import type { MeasureDraft, PlanDraft, PointDraft } from '../schema.ts';

/** What stands beside the rows of a plan: bodies and places by id, addresses of measures that it localises. */
export interface Around {
  readonly body: (id: string) => Body | undefined;
  readonly placeSlug: (id: string) => string | undefined;
  readonly placesOf: (measure: string) => readonly string[];
  readonly kin: (id: string) => { readonly planSlug: string; readonly slug: string } | undefined;
}

export interface PlanRows {
  readonly plan: PlanRow;
  readonly stages: readonly StageRow[];
  readonly reportDates: readonly ReportDateRow[];
}

/** A plan that stands, as a file would give it. Of a stage entered twice the row that counts. */
export const planDraft = ({ plan, stages, reportDates }: PlanRows): PlanDraft => ({
  slug: plan.slug,
  kind: plan.kind,
  language: plan.language,
  title: plan.title,
  summary: plan.summary,
  rendering: plan.rendering,
  startsOn: plan.starts_on,
  endsOn: plan.ends_on,
  executorVoice: plan.executor_voice,
  reportedMeasures: plan.reported_measures,
  reportedPoints: plan.reported_points,
  reportedLocal: plan.reported_local,
  reportedSource: plan.reported_source,
  sourceUrl: plan.source_url,
  replyDays: plan.reply_days,
  extensionDays: plan.extension_days,
  stages: stagesInForce(stages).map((row) => ({
    stage: row.stage,
    fromDay: row.from_day,
    source: row.source,
    sourceUrl: row.source_url,
  })),
  reportDates: reportDates.map((row) => ({ dueOn: row.due_on, basis: row.basis })),
});

export const pointDraft = (row: PointRow): PointDraft => ({
  id: row.id,
  number: row.number,
  title: row.title,
  note: row.note,
});

/** A measure that stands, as it reads on the day: with every amendment that took effect, its executors and targets of that day. */
export function measureDraft(dossier: Dossier, day: PlainDate, around: Around): MeasureDraft {
  const now = measureOn(dossier.measure, dossier.amendments, day);
  const kin = now.localises_id ? around.kin(now.localises_id) : undefined;
  return {
    point: dossier.point && pointDraft(dossier.point),
    number: now.number,
    title: now.title,
    text: now.text,
    problem: now.problem,
    startsOn: now.starts_on,
    dueOn: now.due_on,
    dueText: now.due_text,
    budgetMinor: now.budget_minor,
    currency: now.budget_minor === null ? null : now.currency,
    legalBasis: now.legal_basis,
    sourceUrl: now.source_url,
    sourceNote: now.source_note,
    executorsText: now.executors_text,
    localExecutor: now.local_executor,
    localises: kin
      ? { address: `${kin.planSlug}/${kin.slug}`, forum: now.localises_forum_id!, id: now.localises_id! }
      : null,
    ogpValues: OGP_VALUES.filter((value) => now.ogp_values.includes(value)),
    tags: now.tags,
    places: placesOf(dossier, around),
    executors: executorsOf(dossier, day, around),
    milestones: milestonesOf(dossier),
    indicators: indicatorsOf(dossier, day),
    added: now.added_on ? { on: now.added_on, decision: now.added_decision ?? '', url: now.added_url } : null,
    withdrawal: dossier.withdrawal && {
      on: dossier.withdrawal.on_day,
      decision: dossier.withdrawal.decision,
      url: dossier.withdrawal.decision_url,
      reason: dossier.withdrawal.reason,
    },
  };
}

const placesOf = (dossier: Dossier, around: Around): MeasureDraft['places'] =>
  around
    .placesOf(dossier.measure.id)
    .flatMap((id) => {
      const slug = around.placeSlug(id);
      return slug ? [{ id, slug }] : [];
    })
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));

const executorsOf = (dossier: Dossier, day: PlainDate, around: Around): MeasureDraft['executors'] =>
  dossier.cells
    .filter((cell) => activeOn(cell, day))
    .map((cell) => {
      const body = around.body(cell.body_id);
      const known = body ?? { id: cell.body_id, slug: cell.body_id, kind: 'state_body' as const, name: {} };
      return { body: { id: known.id, slug: known.slug, kind: known.kind, name: known.name }, role: cell.role };
    });

const milestonesOf = (dossier: Dossier): MeasureDraft['milestones'] =>
  dossier.milestones.map((row) => {
    const closure = dossier.closures.find((one) => one.milestone_id === row.id);
    const done = closure ? { on: closure.done_on, source: closure.source, url: closure.source_url } : null;
    return { title: row.title, dueOn: row.due_on, done };
  });

const indicatorsOf = (dossier: Dossier, day: PlainDate): MeasureDraft['indicators'] =>
  dossier.indicators.map((row) => ({
    text: row.text,
    unit: row.unit,
    direction: row.direction,
    baselineValue: row.baseline_value,
    baselineOn: row.baseline_on,
    baselineSource: row.baseline_source,
    baselineUrl: row.baseline_url,
    targets: targetsOn(
      dossier.targets.filter((target) => target.indicator_id === row.id),
      day,
    ).map((target) => ({ dueOn: target.due_on, value: target.value })),
  }));
