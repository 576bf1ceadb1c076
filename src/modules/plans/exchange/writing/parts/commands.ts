import { sql } from 'kysely';
import type { Ctx } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type {
  CellId,
  CellRow,
  ClosureId,
  IndicatorId,
  IndicatorRow,
  MeasurePlaceRow,
  MilestoneClosureRow,
  MilestoneId,
  MilestoneRow,
  TargetId,
  TargetRow,
  WithdrawalId,
  WithdrawalRow,
} from '../../../measures/schema.ts';
import { enteredBy } from '../../../plan/commands.ts';
import type { PlanRow } from '../../../plan/schema.ts';
import type { IndicatorDraft } from '../../schema.ts';
import { deleteRows, insertRows, rowsOfMeasures } from '../rows/commands.ts';
import type { Written } from '../schema.ts';

type Key = Pick<PlanRow, 'forum_id' | 'id'>;

/** Does the file give this part of the measure anew: because the measure is new, or because it changes? */
const gives =
  (columns: RegExp) =>
  (one: Written): boolean =>
    one.here === null || [...one.changed].some((column) => columns.test(column));

const idsOf = (measures: readonly Written[]): readonly string[] =>
  measures.flatMap((one) => (one.here === null ? [] : [one.id]));

/** Executors, milestones, indicators, places and ends of measures, each kind in a few statements. */
export async function writeParts(
  ctx: Ctx,
  plan: Key,
  measures: readonly Written[],
  bodyId: (slug: string) => string,
): Promise<void> {
  await writeCells(ctx, plan, measures.filter(gives(/^executor(s|_roles)$/)), bodyId);
  await writeMilestones(ctx, plan, measures.filter(gives(/^milestone/)));
  await writeIndicators(ctx, plan, measures.filter(gives(/^indicator/)));
  await writePlaces(ctx, plan, measures.filter(gives(/^places$/)));
  await insertRows(
    ctx,
    'plans_withdrawals',
    measures.flatMap((one) => withdrawalOf(ctx, plan, one)),
  );
}

/** A cell that stays keeps its id. */
async function writeCells(
  ctx: Ctx,
  plan: Key,
  measures: readonly Written[],
  bodyId: (slug: string) => string,
): Promise<void> {
  const stand = await rowsOfMeasures(ctx, 'plans_cells', plan.forum_id, idsOf(measures));
  const rows = measures.flatMap((one) =>
    one.draft.executors.map(({ body, role }, position): CellRow => {
      const body_id = body.id ?? bodyId(body.slug);
      const known = stand.get(one.id)?.find((cell) => cell.body_id === body_id);
      return {
        forum_id: plan.forum_id,
        id: known?.id ?? (uuidv7(ctx.now) as CellId),
        measure_id: one.id,
        plan_id: plan.id,
        body_id,
        role,
        position,
        from_day: one.draft.added?.on ?? null,
        to_day: null,
        amendment_in: null,
        amendment_out: null,
        update_id: null,
        executor_state: null,
        executor_proven: null,
        reported_on: null,
      };
    }),
  );
  await deleteGone(ctx, 'plans_cells', plan, stand, rows);
  await insertRows(ctx, 'plans_cells', rows, { update: ['role', 'position'] });
}

/** Rows that stood and are not among the new ones. */
async function deleteGone(
  ctx: Ctx,
  table: 'plans_cells' | 'plans_milestones' | 'plans_indicators',
  plan: Key,
  stand: ReadonlyMap<string, readonly { readonly id: string }[]>,
  rows: readonly { readonly id: string }[],
): Promise<void> {
  const kept = new Set(rows.map((row) => row.id));
  const gone = [...stand.values()].flat().filter((row) => !kept.has(row.id));
  await deleteRows(
    ctx,
    table,
    plan.forum_id,
    gone.map((row) => row.id),
  );
}

async function writeMilestones(ctx: Ctx, plan: Key, measures: readonly Written[]): Promise<void> {
  const stand = await rowsOfMeasures(ctx, 'plans_milestones', plan.forum_id, idsOf(measures));
  const closures: MilestoneClosureRow[] = [];
  const rows = measures.flatMap((one) =>
    one.draft.milestones.map(({ title, dueOn, done }, position): MilestoneRow => {
      const id = stand.get(one.id)?.[position]?.id ?? (uuidv7(ctx.now) as MilestoneId);
      if (done && one.here === null)
        closures.push({
          forum_id: plan.forum_id,
          id: uuidv7(ctx.now) as ClosureId,
          milestone_id: id,
          done_on: done.on,
          source: done.source,
          source_url: done.url,
          entered_at: ctx.now,
          entered_by: enteredBy(ctx),
        });
      return { forum_id: plan.forum_id, id, measure_id: one.id, title, due_on: dueOn, position };
    }),
  );
  await deleteGone(ctx, 'plans_milestones', plan, stand, rows);
  await insertRows(ctx, 'plans_milestones', rows, { update: ['title', 'due_on', 'position'] });
  await insertRows(ctx, 'plans_milestone_closures', closures);
}

const indicatorRow = (plan: Key, one: Written, draft: IndicatorDraft, id: IndicatorId, position: number) =>
  ({
    forum_id: plan.forum_id,
    id,
    measure_id: one.id,
    text: draft.text,
    unit: draft.unit,
    direction: draft.direction,
    baseline_value: draft.baselineValue,
    baseline_on: draft.baselineOn,
    baseline_source: draft.baselineSource,
    baseline_url: draft.baselineUrl,
    position,
  }) satisfies IndicatorRow;

async function writeIndicators(ctx: Ctx, plan: Key, measures: readonly Written[]): Promise<void> {
  const stand = await rowsOfMeasures(ctx, 'plans_indicators', plan.forum_id, idsOf(measures));
  const targets: TargetRow[] = [];
  const rows = measures.flatMap((one) =>
    one.draft.indicators.map((draft, position) => {
      const id = stand.get(one.id)?.[position]?.id ?? (uuidv7(ctx.now) as IndicatorId);
      for (const { dueOn, value } of draft.targets)
        targets.push({
          forum_id: plan.forum_id,
          id: uuidv7(ctx.now) as TargetId,
          indicator_id: id,
          due_on: dueOn,
          value,
          from_day: null,
          to_day: null,
          amendment_in: null,
          amendment_out: null,
        });
      return indicatorRow(plan, one, draft, id, position);
    }),
  );
  const before = [...stand.values()].flat().map((row) => row.id);
  if (before.length > 0)
    await sql`
      delete from plans_targets where forum_id = ${plan.forum_id}
        and indicator_id in (select value::uuid from jsonb_array_elements_text(${json(before)}))`.execute(ctx.db);
  await deleteGone(ctx, 'plans_indicators', plan, stand, rows);
  await insertRows(ctx, 'plans_indicators', rows, {
    update: [
      ...['text', 'unit', 'direction', 'position'],
      ...['baseline_value', 'baseline_on', 'baseline_source', 'baseline_url'],
    ],
  });
  await insertRows(ctx, 'plans_targets', targets);
}

async function writePlaces(ctx: Ctx, plan: Key, measures: readonly Written[]): Promise<void> {
  const changed = idsOf(measures);
  if (changed.length > 0)
    await sql`
      delete from plans_measure_places where forum_id = ${plan.forum_id}
        and measure_id in (select value::uuid from jsonb_array_elements_text(${json(changed)}))`.execute(ctx.db);
  const rows = measures.flatMap((one) =>
    one.draft.places.map(
      (place): MeasurePlaceRow => ({ forum_id: plan.forum_id, measure_id: one.id, place_id: place.id }),
    ),
  );
  await insertRows(ctx, 'plans_measure_places', rows);
}

function withdrawalOf(ctx: Ctx, plan: Key, one: Written): readonly WithdrawalRow[] {
  const { withdrawal } = one.draft;
  if (withdrawal === null || one.here !== null) return [];
  return [
    {
      forum_id: plan.forum_id,
      id: uuidv7(ctx.now) as WithdrawalId,
      measure_id: one.id,
      on_day: withdrawal.on,
      decision: withdrawal.decision,
      decision_url: withdrawal.url,
      reason: withdrawal.reason,
      entered_at: ctx.now,
      entered_by: enteredBy(ctx),
    },
  ];
}
