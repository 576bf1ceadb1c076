import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { mayWritePlans } from '../../access.ts';
import { entryUnlessDraft } from '../../plan/commands.ts';
import { isAdopted, stageOn } from '../../plan/rules.ts';
import type { PlansTables } from '../../schema.ts';
import { measureEntry, measureToChange } from '../commands.ts';
import { isSpokenOf } from '../queries.ts';
import type { IndicatorId, MeasureRow, TargetId } from '../schema.ts';
import {
  type Baseline,
  INDICATOR_ROWS,
  type Indicator,
  type IndicatorsInput,
  indicatorsShape,
  indicatorValues,
  type SetBaseline,
  setBaselineShape,
  toIndicator,
} from './forms.ts';
import { indicatorsOf } from './queries.ts';
import { indicatorErrors } from './rules.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<PlansTables>();
const access = (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum);

const baselineColumns = (baseline: Baseline | null) => ({
  baseline_value: baseline?.value ?? null,
  baseline_on: baseline?.on ?? null,
  baseline_source: baseline?.source ?? null,
  baseline_url: baseline?.url ?? null,
});

/** Makes the indicators of a measure exactly these, with their targets, as long as the plan is not adopted. */
export const writeIndicators = command({
  name: 'plans.indicators_write',
  input: indicatorsShape,
  access,
  run: async (ctx, input: IndicatorsInput) => {
    const found = await measureToChange(ctx, input.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    if (isAdopted(stageOn(head.stages, ctx.today)))
      return refuse('conflict', message('plans.measures.refused.adopted'));
    if (await isSpokenOf(ctx.db, measure)) return refuse('conflict', message('plans.measures.refused.spoken'));
    const known = await indicatorsOf(ctx.db, measure);
    const stand = known.indicators.map((row) => toIndicator(row, known.targets));
    if (!isAsSeen(input.seen, indicatorValues(stand), INDICATOR_ROWS)) return changedMeanwhile();
    const errors = indicatorErrors(input.indicators, measure);
    if (errors.length > 0) return refuseFields(errors);
    await replaceIndicators(ctx, measure, input.indicators);
    const params = { n: input.indicators.length };
    const entry = measureEntry(head.plan, measure, { kind: 'plans.indicators_written', params });
    return done({ plan: head.plan.slug, measure: measure.slug }, entryUnlessDraft(ctx, head, entry));
  },
});

/** Rows of the indicators, judged before; the import uses it inside its own command. */
async function replaceIndicators(
  ctx: Ctx,
  measure: Pick<MeasureRow, 'forum_id' | 'id'>,
  indicators: readonly Indicator[],
): Promise<void> {
  const { indicators: known } = await indicatorsOf(ctx.db, measure);
  const ids = known.map((row) => row.id);
  if (ids.length > 0)
    await tables(ctx)
      .deleteFrom('plans_targets')
      .where('forum_id', '=', measure.forum_id)
      .where('indicator_id', 'in', ids)
      .execute();
  const gone = ids.filter((id) => !indicators.some((one) => one.id === id));
  if (gone.length > 0)
    await tables(ctx)
      .deleteFrom('plans_indicators')
      .where('forum_id', '=', measure.forum_id)
      .where('id', 'in', gone)
      .execute();
  for (const [position, one] of indicators.entries()) await writeOne(ctx, measure, ids, one, position);
}

async function writeOne(
  ctx: Ctx,
  measure: Pick<MeasureRow, 'forum_id' | 'id'>,
  known: readonly IndicatorId[],
  one: Indicator,
  position: number,
): Promise<void> {
  const id = known.find((row) => row === one.id) ?? (uuidv7(ctx.now) as IndicatorId);
  const columns = {
    text: json(one.text),
    unit: one.unit && json(one.unit),
    direction: one.direction,
    ...baselineColumns(one.baseline),
    position,
  };
  if (known.includes(id))
    await tables(ctx)
      .updateTable('plans_indicators')
      .set(columns)
      .where('forum_id', '=', measure.forum_id)
      .where('id', '=', id)
      .execute();
  else
    await tables(ctx)
      .insertInto('plans_indicators')
      .values({ ...columns, forum_id: measure.forum_id, id, measure_id: measure.id })
      .execute();
  const targets = one.targets.map((target) => ({
    forum_id: measure.forum_id,
    id: target.id ?? (uuidv7(ctx.now) as TargetId),
    indicator_id: id,
    due_on: target.dueOn,
    value: target.value,
    from_day: null,
    to_day: null,
    amendment_in: null,
    amendment_out: null,
  }));
  if (targets.length > 0) await tables(ctx).insertInto('plans_targets').values(targets).execute();
}

/** Gives an indicator the baseline it never had. Where there is one, it stays: a baseline is what was known before. */
export const setBaseline = command({
  name: 'plans.baseline_set',
  input: setBaselineShape,
  access,
  run: async (ctx, input: SetBaseline) => {
    const found = await measureToChange(ctx, input.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    const { indicators } = await indicatorsOf(ctx.db, measure);
    const indicator = indicators.find((row) => row.id === input.indicator);
    if (!indicator) return refuse('not_found', message('plans.measures.indicators.unknown'));
    if (indicator.baseline_value !== null) return refuse('conflict', message('plans.measures.indicators.has_baseline'));
    await tables(ctx)
      .updateTable('plans_indicators')
      .set(baselineColumns(input.baseline))
      .where('forum_id', '=', measure.forum_id)
      .where('id', '=', indicator.id)
      .execute();
    const entry = measureEntry(head.plan, measure, {
      kind: 'plans.baseline_set',
      params: { indicator: choose(indicator.text, head.plan.language).text, source: input.baseline.source },
    });
    return done({ plan: head.plan.slug, measure: measure.slug }, entryUnlessDraft(ctx, head, entry));
  },
});
