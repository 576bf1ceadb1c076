import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type FieldError, refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import { mayWritePlans } from '../../access.ts';
import type { PlansTables } from '../../schema.ts';
import { entryUnlessDraft, planName, planObject, planToChange } from '../commands.ts';
import { pointsOf, usedPoints } from '../queries.ts';
import { isAdopted, stageOn } from '../rules.ts';
import type { PlanRow, PointId, PointRow } from '../schema.ts';
import { POINT_ROWS, type PointsInput, pointsShape, pointValues } from './forms.ts';

/** Writes the whole list of a plan's points. Once the plan is adopted, points may only come after those that stand. */
export const writePoints = command({
  name: 'plans.points_write',
  input: pointsShape,
  access: (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum),
  run: async (ctx, input: PointsInput) => {
    const found = await planToChange(ctx, input.plan);
    if (!found.ok) return found;
    const { plan, stages } = found.value;
    const known = await pointsOf(ctx.db, plan);
    if (!isAsSeen(input.seen, pointValues(known), POINT_ROWS)) return changedMeanwhile();
    const errors = [
      ...listErrors(known, input, plan),
      ...removalErrors(known, input, plan, await usedPoints(ctx.db, plan)),
    ];
    if (errors.length > 0) return refuseFields(errors);
    const adopted = isAdopted(stageOn(stages, ctx.today));
    if (adopted && !onlyAdds(known, input)) return refuse('conflict', message('plans.plan.refused.points_adopted'));
    await write(ctx, plan, known, input);
    return done(
      { slug: plan.slug },
      entryUnlessDraft(ctx, found.value, {
        kind: 'plans.points_written',
        object: planObject(plan),
        params: { plan: planName(plan), n: input.points.length },
      }),
    );
  },
});

/** Every point is named in the plan's own language, no number stands twice, and ids are of this plan. */
function listErrors(known: readonly PointRow[], input: PointsInput, plan: PlanRow): FieldError[] {
  const errors: FieldError[] = [];
  const numbers = new Set<string>();
  for (const [i, point] of input.points.entries()) {
    const { number, title, id } = point;
    if (!title[plan.language])
      errors.push({
        field: `point_${i}_title_${plan.language}`,
        message: message('plans.plan.wrong.no_title', { language: plan.language }),
      });
    if (number && numbers.has(number))
      errors.push({ field: `point_${i}_number`, message: message('plans.plan.wrong.point_twice', { number }) });
    if (number) numbers.add(number);
    if (id && !known.some((row) => row.id === id))
      errors.push({ field: `point_${i}_number`, message: message('plans.plan.refused.meanwhile') });
  }
  return errors;
}

function removalErrors(
  known: readonly PointRow[],
  input: PointsInput,
  plan: PlanRow,
  used: ReadonlySet<PointId>,
): FieldError[] {
  const kept = new Set(input.points.map((point) => point.id));
  return known.flatMap((point) =>
    kept.has(point.id) || !used.has(point.id)
      ? []
      : [
          {
            field: 'points',
            message: message('plans.plan.wrong.point_used', { title: choose(point.title, plan.language).text }),
          },
        ],
  );
}

const same = (a: Texts, b: Texts): boolean => a.az === b.az && a.en === b.en && a.ru === b.ru;

const onlyAdds = (known: readonly PointRow[], input: PointsInput): boolean =>
  known.every((row, i) => {
    const point = input.points[i];
    return point?.id === row.id && point.number === row.number && same(point.title, row.title);
  });

async function write(ctx: Ctx, plan: PlanRow, known: readonly PointRow[], input: PointsInput): Promise<void> {
  const tables = ctx.db.withTables<PlansTables>();
  const kept = input.points.flatMap((point) => point.id ?? []);
  const gone = known.filter((row) => !kept.includes(row.id)).map((row) => row.id);
  const ofPlan = { forum_id: plan.forum_id, plan_id: plan.id };
  if (gone.length > 0)
    await tables.deleteFrom('plans_points').where('forum_id', '=', plan.forum_id).where('id', 'in', gone).execute();
  // Numbers may change places, and two points never bear the same one even for a moment.
  if (kept.length > 0)
    await tables
      .updateTable('plans_points')
      .set({ number: null })
      .where('forum_id', '=', plan.forum_id)
      .where('id', 'in', kept)
      .execute();
  for (const [position, point] of input.points.entries()) {
    const columns = { number: point.number, title: json(point.title), note: point.note, position };
    if (point.id)
      await tables
        .updateTable('plans_points')
        .set(columns)
        .where('forum_id', '=', plan.forum_id)
        .where('id', '=', point.id)
        .execute();
    else
      await tables
        .insertInto('plans_points')
        .values({ ...ofPlan, ...columns, id: uuidv7(ctx.now) as PointId })
        .execute();
  }
}
