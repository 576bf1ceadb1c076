import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { mayWritePlans } from '../../access.ts';
import { keepReports } from '../../clocks/commands.ts';
import { enteredBy } from '../../plan/commands.ts';
import { dayBefore, isAdopted, stageOn } from '../../plan/rules.ts';
import type { PlansTables } from '../../schema.ts';
import { addressFor, insertAddress, measureEntry, measureToChange } from '../commands.ts';
import { executorErrors, insertCells } from '../executors/commands.ts';
import { measureOn } from '../rules.ts';
import type { AmendmentId, MeasureRow, TargetId } from '../schema.ts';
import { type AmendmentInput, amendmentShape, amendmentValues, TARGET_ROWS } from './forms.ts';
import { standingOf } from './queries.ts';
import { amendmentErrors, currentOf, type Standing } from './rules.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<PlansTables>();

/**
 * Changes a measure of an adopted plan by a decision, from a day on. The row keeps its first text; executors and
 * targets that leave keep theirs with a last day; the address follows the number and the old one leads on.
 */
export const amendMeasure = command({
  name: 'plans.measure_amend',
  input: amendmentShape,
  access: (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum),
  run: async (ctx, input: AmendmentInput) => {
    const found = await measureToChange(ctx, input.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    const { plan } = head;
    if (!isAdopted(stageOn(head.stages, ctx.today)))
      return refuse('conflict', message('plans.measures.amendments.not_adopted'));
    const standing = await standingOf(ctx.db, head, measure);
    const at = { plan: plan.slug, measure: measure.slug };
    // The same checked form sent twice: what it asks for is done already.
    if (input.id && standing.amendments.some((row) => row.id === input.id)) return done(at, null);
    if (!isAsSeen(input.seen, amendmentValues(currentOf(standing)), TARGET_ROWS)) return changedMeanwhile();
    const errors = [...amendmentErrors(input, standing), ...(await executorErrors(ctx, input.executorsIn))];
    if (errors.length > 0) return refuseFields(errors);
    const id = input.id ?? (uuidv7(ctx.now) as AmendmentId);
    await insertAmendment(ctx, measure, input, id);
    await moveExecutors(ctx, measure, input, id, standing);
    await moveTargets(ctx, measure, input, id);
    const slug = await follow(ctx, head.plan, measure, input, standing);
    await keepReports(ctx, plan.id);
    const now = measureOn(measure, standing.amendments, input.effectiveOn);
    const entry = measureEntry(
      plan,
      { ...measure, slug, number: now.number, title: now.title },
      { kind: 'plans.measure_amended', params: { day: input.effectiveOn, decision: input.decision } },
    );
    return done({ ...at, measure: slug }, { ...entry, bodies: bodiesTouched(input, standing) });
  },
});

const bodiesTouched = (input: AmendmentInput, standing: Standing): readonly string[] => [
  ...input.executorsIn.map((executor) => executor.body),
  ...standing.cells.filter((cell) => input.executorsOut.includes(cell.id)).map((cell) => cell.body_id),
];

const insertAmendment = (ctx: Ctx, measure: MeasureRow, input: AmendmentInput, id: AmendmentId) =>
  tables(ctx)
    .insertInto('plans_amendments')
    .values({
      forum_id: measure.forum_id,
      id,
      measure_id: measure.id,
      effective_on: input.effectiveOn,
      decision: input.decision,
      decision_url: input.decisionUrl,
      reason: input.reason && json(input.reason),
      new_number: input.number,
      new_title: input.title && json(input.title),
      new_text: input.text && json(input.text),
      new_starts_on: input.startsOn,
      new_due_on: input.dueOn,
      new_budget_minor: input.budgetMinor,
      new_currency: input.currency,
      entered_at: ctx.now,
      entered_by: enteredBy(ctx),
    })
    .execute();

async function moveExecutors(
  ctx: Ctx,
  measure: MeasureRow,
  input: AmendmentInput,
  amendment: AmendmentId,
  standing: Standing,
): Promise<void> {
  if (input.executorsOut.length > 0)
    await tables(ctx)
      .updateTable('plans_cells')
      .set({ to_day: dayBefore(input.effectiveOn), amendment_out: amendment })
      .where('forum_id', '=', measure.forum_id)
      .where('id', 'in', input.executorsOut)
      .execute();
  const position = Math.max(-1, ...standing.cells.map((cell) => cell.position)) + 1;
  await insertCells(ctx, measure, input.executorsIn, { day: input.effectiveOn, amendment, position });
}

async function moveTargets(
  ctx: Ctx,
  measure: MeasureRow,
  input: AmendmentInput,
  amendment: AmendmentId,
): Promise<void> {
  if (input.targetsOut.length > 0)
    await tables(ctx)
      .updateTable('plans_targets')
      .set({ to_day: dayBefore(input.effectiveOn), amendment_out: amendment })
      .where('forum_id', '=', measure.forum_id)
      .where('id', 'in', input.targetsOut)
      .execute();
  if (input.targetsIn.length > 0)
    await tables(ctx)
      .insertInto('plans_targets')
      .values(
        input.targetsIn.map((target) => ({
          forum_id: measure.forum_id,
          id: uuidv7(ctx.now) as TargetId,
          indicator_id: target.indicator,
          due_on: target.dueOn,
          value: target.value,
          from_day: input.effectiveOn,
          to_day: null,
          amendment_in: amendment,
          amendment_out: null,
        })),
      )
      .execute();
}

/** A new number makes a new address at once; the old one leads there for ever. */
async function follow(
  ctx: Ctx,
  plan: Parameters<typeof addressFor>[1],
  measure: MeasureRow,
  input: AmendmentInput,
  standing: Standing,
): Promise<string> {
  if (input.number === null) return measure.slug;
  const before = measureOn(measure, standing.amendments, input.effectiveOn);
  const now = { ...measure, number: before.number, title: before.title };
  const slug = await addressFor(ctx, plan, now, { number: input.number, title: input.title ?? before.title });
  await insertAddress(ctx, plan, measure.id, slug);
  await tables(ctx)
    .updateTable('plans_measures')
    .set({ slug })
    .where('forum_id', '=', measure.forum_id)
    .where('id', '=', measure.id)
    .execute();
  return slug;
}
