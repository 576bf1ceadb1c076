import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type FieldError, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { freeSlug } from '#core/i18n/names.ts';
import { choose } from '#core/i18n/texts.ts';
import { mayWritePlans } from '../../access.ts';
import { keepReports } from '../../clocks/commands.ts';
import { entryUnlessDraft, planToChange } from '../../plan/commands.ts';
import { type PlanHead, pointsOf } from '../../plan/queries.ts';
import { isAdopted, isPublic, stageBegan, stageOn } from '../../plan/rules.ts';
import type { PlanRow } from '../../plan/schema.ts';
import type { PlansTables } from '../../schema.ts';
import { addressFor, type Found, insertAddress, measureEntry, measureToChange } from '../commands.ts';
import { executorErrors, insertCells, replaceCells } from '../executors/commands.ts';
import {
  MEASURE_ROWS,
  type MeasureEdit,
  type MeasureInput,
  measureEditShape,
  measureRefShape,
  measureShape,
  measureValues,
  type NewMeasure,
  toInput,
} from '../forms.ts';
import { markColumns, markErrors, replacePlaces } from '../marks/commands.ts';
import { replaceMilestones } from '../milestones/commands.ts';
import { addressesIn, cellsOf, isSpokenOf, milestonesOf, numbersIn, placesServed } from '../queries.ts';
import { addressOf, holderOf, RESERVED, wordErrors } from '../rules.ts';
import type { MeasureId, MeasureRow } from '../schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<PlansTables>();
const access = (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum);

/** The same, as long as the plan is not adopted; after that the refusal names the way. */
async function measureToWrite(ctx: Ctx, id: MeasureId): Promise<Result<Found>> {
  const found = await measureToChange(ctx, id);
  if (!found.ok || !isAdopted(stageOn(found.value.head.stages, ctx.today))) return found;
  return refuse('conflict', message('plans.measures.refused.adopted'));
}

/** Everything that is wrong with a measure's facts, against the plan and against what else exists. */
async function factErrors(ctx: Ctx, plan: PlanRow, self: MeasureId | null, input: MeasureInput): Promise<FieldError[]> {
  const points = await pointsOf(ctx.db, plan);
  const { number } = input;
  const taken = number !== null && holderOf(await numbersIn(ctx.db, plan), number, self, null) !== null;
  return [
    ...wordErrors(input, plan),
    ...(input.point && !points.some((point) => point.id === input.point)
      ? [{ field: 'point', message: message('plans.measures.wrong.point_unknown') }]
      : []),
    ...(taken ? [{ field: 'number', message: message('plans.measures.wrong.number_taken', { number }) }] : []),
    ...(await executorErrors(ctx, input.executors)),
    ...(await markErrors(ctx, plan.id, self, input)),
  ];
}

const wordColumns = (input: MeasureInput) => ({
  point_id: input.point,
  number: input.number,
  title: json(input.title),
  text: json(input.text),
  problem: input.problem && json(input.problem),
  starts_on: input.startsOn,
  due_on: input.dueOn,
  due_text: input.dueText,
  budget_minor: input.budgetMinor,
  currency: input.currency,
  executors_text: input.executorsText,
});

/**
 * Writes the rows of a new measure, judged before: the import uses it row by row inside its own command. `position`
 * is its place in the plan. Gives its id and address.
 */
async function insertMeasure(
  ctx: Ctx,
  plan: PlanRow,
  input: MeasureInput & Pick<NewMeasure, 'added'>,
  position: number,
): Promise<{ readonly id: MeasureId; readonly slug: string }> {
  const id = uuidv7(ctx.now) as MeasureId;
  const taken = await addressesIn(ctx.db, plan);
  const wanted = addressOf(input.number, choose(input.title, plan.language).text);
  const slug = freeSlug(wanted, (s) => taken.has(s) || RESERVED.includes(s));
  const key = { forum_id: plan.forum_id, id, plan_id: plan.id };
  await tables(ctx)
    .insertInto('plans_measures')
    .values({
      ...key,
      ...wordColumns(input),
      ...markColumns(input),
      slug,
      position,
      added_on: input.added?.on ?? null,
      added_decision: input.added?.decision ?? null,
      added_url: input.added?.decisionUrl ?? null,
      created_at: ctx.now,
    })
    .execute();
  await insertAddress(ctx, plan, id, slug);
  await insertCells(ctx, key, input.executors, { day: input.added?.on ?? null, amendment: null, position: 0 });
  await replaceMilestones(ctx, key, input.milestones);
  await replacePlaces(ctx, key, input.places);
  return { id, slug };
}

/** Adds a measure: freely before the plan is adopted, after that by a decision and from its day on. */
export const createMeasure = command({
  name: 'plans.measure_create',
  input: measureShape,
  access,
  run: async (ctx, input: NewMeasure) => {
    const found = await planToChange(ctx, input.plan);
    if (!found.ok) return found;
    const { plan } = found.value;
    const errors = [...addedErrors(ctx, found.value, input.added), ...(await factErrors(ctx, plan, null, input))];
    if (errors.length > 0) return refuseFields(errors);
    const last = await tables(ctx)
      .selectFrom('plans_measures')
      .select((is) => is.fn.max('position').as('position'))
      .where('forum_id', '=', plan.forum_id)
      .where('plan_id', '=', plan.id)
      .executeTakeFirst();
    const made = await insertMeasure(ctx, plan, input, (last?.position ?? -1) + 1);
    await keepReports(ctx, plan.id);
    const entry = measureEntry(
      plan,
      { ...made, number: input.number, title: input.title },
      {
        kind: 'plans.measure_added',
        params: {
          decision: input.added?.decision ?? '',
        },
      },
    );
    return done({ ...made, plan: plan.slug }, entryUnlessDraft(ctx, found.value, entry));
  },
});

function addedErrors(ctx: Ctx, head: PlanHead, added: NewMeasure['added']): FieldError[] {
  const adopted = isAdopted(stageOn(head.stages, ctx.today));
  if (!adopted) return added ? [{ field: 'added_on', message: message('plans.measures.wrong.added_to_draft') }] : [];
  if (!added) return [{ field: 'added_decision', message: message('plans.measures.wrong.no_added_decision') }];
  const from = stageBegan(head.stages, 'adopted');
  return from && added.on < from
    ? [{ field: 'added_on', message: message('plans.measures.wrong.added_before', { day: from }) }]
    : [];
}

/** The facts of a measure from its rows. */
export const factsOf = async (db: Ctx['db'], measure: MeasureRow): Promise<MeasureInput> =>
  toInput(measure, {
    cells: await cellsOf(db, measure),
    milestones: await milestonesOf(db, measure),
    places: await placesServed(db, measure),
  });

/** Corrects a measure as a whole, as long as the plan is not adopted. */
export const editMeasure = command({
  name: 'plans.measure_edit',
  input: measureEditShape,
  access,
  run: async (ctx, input: MeasureEdit) => {
    const found = await measureToWrite(ctx, input.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    const { plan } = head;
    if (!isAsSeen(input.seen, measureValues(await factsOf(ctx.db, measure)), MEASURE_ROWS)) return changedMeanwhile();
    const errors = await factErrors(ctx, plan, measure.id, input);
    if (errors.length > 0) return refuseFields(errors);
    const slug = await addressFor(ctx, plan, measure, input);
    await tables(ctx)
      .updateTable('plans_measures')
      .set({ ...wordColumns(input), ...markColumns(input), slug })
      .where('forum_id', '=', measure.forum_id)
      .where('id', '=', measure.id)
      .execute();
    if (!isPublic(stageOn(head.stages, ctx.today))) await forgetAddresses(ctx, measure);
    await insertAddress(ctx, plan, measure.id, slug);
    await replaceCells(ctx, measure, input.executors);
    await replaceMilestones(ctx, measure, input.milestones);
    await replacePlaces(ctx, measure, input.places);
    const now = { ...measure, slug, number: input.number, title: input.title };
    return done(
      { plan: plan.slug, measure: slug },
      entryUnlessDraft(ctx, head, measureEntry(plan, now, { kind: 'plans.measure_edited', params: {} })),
    );
  },
});

/** Nobody has cited an address of a draft yet, so another measure may get it. */
const forgetAddresses = (ctx: Ctx, measure: MeasureRow) =>
  tables(ctx)
    .deleteFrom('plans_addresses')
    .where('forum_id', '=', measure.forum_id)
    .where('measure_id', '=', measure.id)
    .execute();

/** Takes a measure out of a plan that is not adopted, with all that was written under it. */
export const removeMeasure = command({
  name: 'plans.measure_remove',
  input: measureRefShape,
  access,
  run: async (ctx, input: { measure: MeasureId }) => {
    const found = await measureToWrite(ctx, input.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    if (await isSpokenOf(ctx.db, measure)) return refuse('conflict', message('plans.measures.refused.spoken'));
    await removeRows(ctx, measure);
    const entry = measureEntry(head.plan, measure, { kind: 'plans.measure_removed', params: {} });
    const gone = { ...entry, object: { ...entry.object, path: `/plans/${head.plan.slug}` } };
    return done({ plan: head.plan.slug }, entryUnlessDraft(ctx, head, gone));
  },
});

async function removeRows(ctx: Ctx, measure: MeasureRow): Promise<void> {
  const t = tables(ctx);
  const indicators = t
    .selectFrom('plans_indicators')
    .select('id')
    .where('forum_id', '=', measure.forum_id)
    .where('measure_id', '=', measure.id);
  await t
    .deleteFrom('plans_targets')
    .where('forum_id', '=', measure.forum_id)
    .where('indicator_id', 'in', indicators)
    .execute();
  const parts = ['plans_indicators', 'plans_milestones', 'plans_cells', 'plans_measure_places'] as const;
  for (const table of [...parts, 'plans_addresses'] as const)
    await t.deleteFrom(table).where('forum_id', '=', measure.forum_id).where('measure_id', '=', measure.id).execute();
  await t.deleteFrom('plans_measures').where('forum_id', '=', measure.forum_id).where('id', '=', measure.id).execute();
}
