import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { type FieldError, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { placesById } from '#modules/places/contract.ts';
import { mayWritePlans } from '../../access.ts';
import { entryUnlessDraft } from '../../plan/commands.ts';
import type { PlanId } from '../../plan/schema.ts';
import type { PlansTables } from '../../schema.ts';
import { measureEntry, measureToChange } from '../commands.ts';
import { type Marks, type MeasureMarks, markValues, measureMarksShape, toInput } from '../forms.ts';
import { localisesChain, placesServed } from '../queries.ts';
import type { MeasureId, MeasureRow } from '../schema.ts';

/** Places that the forum does not know, and a localised measure that is unknown, of the same plan, or leads in a circle. */
export async function markErrors(ctx: Ctx, plan: PlanId, self: MeasureId | null, marks: Marks): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  const known = await placesById(ctx.db, ctx.forum.id, marks.places as Parameters<typeof placesById>[2]);
  if (known.length < new Set(marks.places).size)
    errors.push({ field: 'places', message: message('plans.measures.wrong.place_unknown') });
  const what = marks.localises && (await localisesFault(ctx, plan, self, marks.localises.id));
  if (what) errors.push({ field: 'localises', message: what });
  return errors;
}

async function localisesFault(ctx: Ctx, plan: PlanId, self: MeasureId | null, goal: MeasureId) {
  if (goal === self) return message('plans.measures.wrong.localises_self');
  const chain = await localisesChain(ctx.db, [ctx.forum.id, REFERENCE], goal);
  const first = chain[0];
  if (!first) return message('plans.measures.wrong.localises_unknown');
  if (chain.some((link) => link.id === self)) return message('plans.measures.wrong.localises_circle');
  if (first.plan === plan) return message('plans.measures.wrong.localises_same_plan');
  return null;
}

export const markColumns = (marks: Marks) => ({
  legal_basis: marks.legalBasis,
  source_url: marks.sourceUrl,
  source_note: marks.sourceNote,
  budget_public: marks.budgetPublic,
  local_executor: marks.localExecutor,
  localises_forum_id: marks.localises?.forum ?? null,
  localises_id: marks.localises?.id ?? null,
  ogp_values: json(marks.ogpValues),
  tags: json(marks.tags),
});

/** Makes the places that a measure serves exactly these. */
export async function replacePlaces(
  ctx: Ctx,
  measure: Pick<MeasureRow, 'forum_id' | 'id'>,
  places: readonly string[],
): Promise<void> {
  const tables = ctx.db.withTables<PlansTables>();
  const before = await placesServed(ctx.db, measure);
  const gone = before.filter((place) => !places.includes(place));
  const come = [...new Set(places)].filter((place) => !before.includes(place));
  if (gone.length > 0)
    await tables
      .deleteFrom('plans_measure_places')
      .where('forum_id', '=', measure.forum_id)
      .where('measure_id', '=', measure.id)
      .where('place_id', 'in', gone)
      .execute();
  if (come.length > 0)
    await tables
      .insertInto('plans_measure_places')
      .values(come.map((place) => ({ forum_id: measure.forum_id, measure_id: measure.id, place_id: place })))
      .execute();
}

/** Corrects what is said about a measure beside the plan's words: places, what it localises, values, tags, source. */
export const markMeasure = command({
  name: 'plans.measure_mark',
  input: measureMarksShape,
  access: (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum),
  run: async (ctx, input: MeasureMarks) => {
    const found = await measureToChange(ctx, input.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    const stands = toInput(measure, { cells: [], milestones: [], places: await placesServed(ctx.db, measure) });
    if (!isAsSeen(input.seen, markValues(stands))) return changedMeanwhile();
    const errors = await markErrors(ctx, head.plan.id, measure.id, input);
    if (errors.length > 0) return refuseFields(errors);
    await ctx.db
      .withTables<PlansTables>()
      .updateTable('plans_measures')
      .set(markColumns(input))
      .where('forum_id', '=', measure.forum_id)
      .where('id', '=', measure.id)
      .execute();
    await replacePlaces(ctx, measure, input.places);
    const entry = measureEntry(head.plan, measure, { kind: 'plans.measure_marked', params: {} });
    return done({ plan: head.plan.slug, measure: measure.slug }, entryUnlessDraft(ctx, head, entry));
  },
});
