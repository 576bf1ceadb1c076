import { sql } from 'kysely';
import type { Ctx } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { freeSlug } from '#core/i18n/names.ts';
import { choose } from '#core/i18n/texts.ts';
import { addressesIn } from '../../measures/queries.ts';
import { addressOf, RESERVED } from '../../measures/rules.ts';
import type { AddressRow, MeasureId, MeasureRow } from '../../measures/schema.ts';
import { enteredBy } from '../../plan/commands.ts';
import type {
  PlanId,
  PlanRow,
  PointId,
  PointRow,
  ReportDateId,
  ReportDateRow,
  StageId,
  StageRow,
} from '../../plan/schema.ts';
import type { PlansTables } from '../../schema.ts';
import type { Part } from '../judging/schema.ts';
import type { MeasureDraft, PlanDraft, PointDraft } from '../schema.ts';
import { writeParts } from './parts/commands.ts';
import { insertRows } from './rows/commands.ts';
import type { PartWritten, Written } from './schema.ts';

/** Writes what one plan of a file came to, in few statements however many rows it has. `bodyId` leads from an address word to the body. */
export async function writePart(ctx: Ctx, part: Part, bodyId: (slug: string) => string): Promise<Result<PartWritten>> {
  const plan = part.here?.plan ?? (await insertPlan(ctx, part.plan));
  if (!plan) return refuse('conflict', message('plans.exchange.refused.meanwhile'));
  const pointId = await writePoints(ctx, plan, part);
  const measures = await writeMeasures(ctx, plan, part, pointId);
  await writeParts(ctx, { forum_id: plan.forum_id, id: plan.id }, measures, bodyId);
  return ok({ plan, measures });
}

/** Null: somebody took the address meanwhile. */
async function insertPlan(ctx: Ctx, draft: PlanDraft): Promise<PlanRow | null> {
  const id = uuidv7(ctx.now) as PlanId;
  const row: PlanRow = {
    forum_id: ctx.forum.id,
    id,
    slug: draft.slug,
    kind: draft.kind,
    title: draft.title,
    summary: draft.summary,
    language: draft.language,
    rendering: draft.rendering,
    starts_on: draft.startsOn,
    ends_on: draft.endsOn,
    executor_voice: draft.executorVoice,
    reported_measures: draft.reportedMeasures,
    reported_points: draft.reportedPoints,
    reported_local: draft.reportedLocal,
    reported_source: draft.reportedSource,
    source_url: draft.sourceUrl,
    reply_days: draft.replyDays,
    extension_days: draft.extensionDays,
    created_at: ctx.now,
  };
  const taken = await insertRows(ctx, 'plans_plans', [row], 'on conflict do nothing');
  if (taken === 0) return null;
  const stages: StageRow[] = draft.stages.map((stage) => ({
    forum_id: row.forum_id,
    id: uuidv7(ctx.now) as StageId,
    plan_id: id,
    stage: stage.stage,
    from_day: stage.fromDay,
    source: stage.source,
    source_url: stage.sourceUrl,
    entered_at: ctx.now,
    entered_by: enteredBy(ctx),
  }));
  const dates: ReportDateRow[] = draft.reportDates.map((date) => ({
    forum_id: row.forum_id,
    id: uuidv7(ctx.now) as ReportDateId,
    plan_id: id,
    due_on: date.dueOn,
    basis: date.basis,
  }));
  await insertRows(ctx, 'plans_stages', stages);
  await insertRows(ctx, 'plans_report_dates', dates);
  return row;
}

/** New areas come after those that stand; gives the id of an area that a measure names. */
async function writePoints(ctx: Ctx, plan: PlanRow, part: Part): Promise<(point: PointDraft | null) => PointId | null> {
  const last = Math.max(-1, ...(part.here?.points ?? []).map((point) => point.position));
  const ids = new Map<PointDraft, PointId>();
  const made: PointRow[] = part.points
    .filter((point) => point.id === null)
    .map((point, i) => {
      const id = uuidv7(ctx.now) as PointId;
      ids.set(point, id);
      const { number, title, note } = point;
      return { forum_id: plan.forum_id, id, plan_id: plan.id, number, title, note, position: last + 1 + i };
    });
  await insertRows(ctx, 'plans_points', made);
  for (const point of part.points)
    if (point.id !== null)
      await ctx.db
        .withTables<PlansTables>()
        .updateTable('plans_points')
        .set({ number: point.number, title: json(point.title), note: point.note })
        .where('forum_id', '=', plan.forum_id)
        .where('id', '=', point.id)
        .execute();
  return (point) => (point === null ? null : (point.id ?? ids.get(point) ?? null));
}

/** The words and marks of a measure: what a file says and may change. */
const measureColumns = (draft: MeasureDraft, point: PointId | null) => ({
  point_id: point,
  number: draft.number,
  title: draft.title,
  text: draft.text,
  problem: draft.problem,
  starts_on: draft.startsOn,
  due_on: draft.dueOn,
  due_text: draft.dueText,
  budget_minor: draft.budgetMinor,
  currency: draft.currency,
  legal_basis: draft.legalBasis,
  source_url: draft.sourceUrl,
  source_note: draft.sourceNote,
  executors_text: draft.executorsText,
  local_executor: draft.localExecutor,
  localises_forum_id: draft.localises?.forum ?? null,
  localises_id: draft.localises?.id ?? null,
  ogp_values: draft.ogpValues,
  tags: draft.tags,
});

async function writeMeasures(
  ctx: Ctx,
  plan: PlanRow,
  part: Part,
  pointId: (point: PointDraft | null) => PointId | null,
): Promise<readonly Written[]> {
  const taken = new Map(part.here ? await addressesIn(ctx.db, plan) : []);
  const last = Math.max(-1, ...(part.here?.measures ?? []).map((one) => one.position));
  const addresses: AddressRow[] = [];
  const written = part.measures.map((one): Written => {
    const id = one.here?.id ?? (uuidv7(ctx.now) as MeasureId);
    const keeps = one.here && one.here.draft.number === one.draft.number;
    if (keeps) return { ...one, id, slug: one.here!.slug };
    const wanted = addressOf(one.draft.number, choose(one.draft.title, plan.language).text);
    const slug = freeSlug(wanted, (s) => RESERVED.includes(s) || (taken.get(s) ?? id) !== id);
    taken.set(slug, id);
    addresses.push({ forum_id: plan.forum_id, plan_id: plan.id, slug, measure_id: id });
    return { ...one, id, slug };
  });
  const fresh = written.filter((one) => one.here === null);
  const rows = fresh.map(
    (one, i): MeasureRow => ({
      ...measureColumns(one.draft, pointId(one.draft.point)),
      forum_id: plan.forum_id,
      id: one.id,
      plan_id: plan.id,
      slug: one.slug,
      position: last + 1 + i,
      added_on: one.draft.added?.on ?? null,
      added_decision: one.draft.added?.decision ?? null,
      added_url: one.draft.added?.url ?? null,
      // A file never makes money public: that is ticked in the measure's own form.
      budget_public: false,
      created_at: ctx.now,
    }),
  );
  await insertRows(ctx, 'plans_measures', rows);
  const changed = written.filter((one) => one.here !== null);
  await updateMeasures(
    ctx,
    plan,
    changed.map((one) => ({ id: one.id, slug: one.slug, ...measureColumns(one.draft, pointId(one.draft.point)) })),
  );
  await insertRows(ctx, 'plans_addresses', addresses, 'on conflict do nothing');
  return written;
}

type Changed = Pick<MeasureRow, 'id' | 'slug'> & ReturnType<typeof measureColumns>;

const MONEY: readonly string[] = ['budget_minor', 'currency'];

/** All changed measures in one statement. */
async function updateMeasures(ctx: Ctx, plan: PlanRow, rows: readonly Changed[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).filter((column) => column !== 'id');
  // Exports hold no budget that is not public, so that its absence says nothing.
  const kept = (column: string) =>
    MONEY.includes(column)
      ? sql`case when m.budget_public or x.budget_minor is not null then x.${sql.ref(column)} else m.${sql.ref(column)} end`
      : sql`x.${sql.ref(column)}`;
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${kept(column)}`));
  await sql`
    update plans_measures m set ${set}
    from jsonb_populate_recordset(null::plans_measures, ${json(rows)}) x
    where m.forum_id = ${plan.forum_id} and m.id = x.id`.execute(ctx.db);
}
