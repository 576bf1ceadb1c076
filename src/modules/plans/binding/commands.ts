import type { Ctx } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { personOf } from '#core/way.ts';
import { mayWritePlans } from '../access.ts';
import { measureToChange } from '../measures/commands.ts';
import type { IndicatorId, IndicatorRow } from '../measures/schema.ts';
import { isAdopted, stageOn } from '../plan/rules.ts';
import type { ActualId } from '../reports/schema.ts';
import type { PlansTables } from '../schema.ts';
import type { FigureGiven } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<PlansTables>();

/** Values are typed with one decimal. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.05;

/**
 * A counted figure of another room becomes the baseline of an indicator, or one more value of civil society's voice. A value
 * that was typed before and is the same is left as it is and from now on has its proof; another baseline is never replaced.
 * Part of the caller's deed, which writes the entry.
 */
export async function bindFigure(ctx: Ctx, given: FigureGiven): Promise<Result<true>> {
  const may = mayWritePlans(ctx.actor, ctx.forum);
  if (!may.may) return refuse('forbidden', may.reason);
  const row = await tables(ctx)
    .selectFrom('plans_indicators')
    .selectAll()
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', given.indicator as IndicatorId)
    .executeTakeFirst();
  if (!row) return refuse('not_found', message('plans.measures.indicators.unknown'));
  // Locks the plan, so that two baselines cannot be given at once.
  const found = await measureToChange(ctx, row.measure_id);
  if (!found.ok) return found;
  if (given.as === 'baseline') return giveBaseline(ctx, row.id, given);
  if (!isAdopted(stageOn(found.value.head.stages, ctx.today)))
    return refuse('conflict', message('plans.reports.not_adopted'));
  await giveActual(ctx, row.id, given);
  return ok(true);
}

async function giveBaseline(
  ctx: Ctx,
  id: IndicatorRow['id'],
  { value, on, source }: FigureGiven,
): Promise<Result<true>> {
  const { baseline_value: now } = await tables(ctx)
    .selectFrom('plans_indicators')
    .select('baseline_value')
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (now !== null)
    return isSame(now, value) ? ok(true) : refuse('conflict', message('plans.measures.indicators.has_baseline'));
  await tables(ctx)
    .updateTable('plans_indicators')
    .set({ baseline_value: value, baseline_on: on, baseline_source: source, baseline_url: null })
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .execute();
  return ok(true);
}

async function giveActual(
  ctx: Ctx,
  id: IndicatorRow['id'],
  { value, numerator, base, on, source }: FigureGiven,
): Promise<void> {
  const typed = await tables(ctx)
    .selectFrom('plans_actuals')
    .select(['value', 'base'])
    .where('forum_id', '=', ctx.forum.id)
    .where('indicator_id', '=', id)
    .where('on_day', '=', on)
    .execute();
  if (typed.some((one) => isSame(one.value, value) && (one.base === null || one.base === base))) return;
  await tables(ctx)
    .insertInto('plans_actuals')
    .values({
      ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now) as ActualId, indicator_id: id, on_day: on },
      ...{ value, numerator, base, voice: 'civil', body_id: null, source, source_url: null },
      ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
    })
    .execute();
}
