import type { Entry } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { freeSlug, slugOf } from '#core/i18n/names.ts';
import { choose } from '#core/i18n/texts.ts';
import { mayWritePlans } from '../access.ts';
import type { PlansTables } from '../schema.ts';
import {
  type PlanAbout,
  type PlanEdit,
  type PlanInput,
  planAboutShape,
  planAboutValues,
  planEditShape,
  planShape,
  planValues,
  RESERVED,
} from './forms.ts';
import { hangingOn, lockPlan, type PlanHead, takenSlugs } from './queries.ts';
import { isAdopted, isPublic, planErrors, stageOn } from './rules.ts';
import type { PlanId, PlanRow } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<PlansTables>();
const access = (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum);

/** A plan's name in the public record: in the words of the plan itself. */
export const planName = (plan: Pick<PlanRow, 'title' | 'language'>): string => choose(plan.title, plan.language).text;

export const planObject = (plan: Pick<PlanRow, 'id' | 'slug'>): Entry['object'] => ({
  type: 'plan',
  id: plan.id,
  path: `/plans/${plan.slug}`,
});

/** The plan for a change of its parts, locked; of this very forum only. */
export async function planToChange(ctx: Ctx, id: PlanId): Promise<Result<PlanHead>> {
  const head = await lockPlan(ctx.db, ctx.forum.id, id);
  return head ? ok(head) : refuse('not_found', message('plans.plan.refused.unknown'));
}

/** Who wrote a row: a person's id, null for links and the program itself. */
export const enteredBy = (ctx: Ctx): string | null => (ctx.actor.kind === 'person' ? ctx.actor.id : null);

/** A draft is private: what happens to it is not in the public record. */
export const entryUnlessDraft = (ctx: Ctx, head: PlanHead, entry: Entry): Entry | null =>
  isPublic(stageOn(head.stages, ctx.today)) ? entry : null;

const ownColumns = (input: PlanInput | PlanEdit) => ({
  language: input.language,
  title: json(input.title),
  rendering: input.rendering,
  starts_on: input.startsOn,
  ends_on: input.endsOn,
  reply_days: input.replyDays,
  extension_days: input.extensionDays,
});

const aboutColumns = (input: PlanInput | PlanAbout) => ({
  summary: input.summary && json(input.summary),
  executor_voice: input.executorVoice,
  reported_measures: input.reportedMeasures,
  reported_points: input.reportedPoints,
  reported_local: input.reportedLocal,
  reported_source: input.reportedSource,
  source_url: input.sourceUrl,
});

const isNational = (ctx: Ctx, input: PlanInput): boolean =>
  ctx.forum.id === REFERENCE || (ctx.forum.demonstration && input.national === true);

/** Begins a draft. In the reference forum it is a national plan, elsewhere a local one. */
export const createPlan = command({
  name: 'plans.plan_create',
  input: planShape,
  access,
  run: async (ctx, input: PlanInput) => {
    const errors = [...planErrors(input)];
    const wanted = input.slug ?? (slugOf(choose(input.title, input.language).text) || 'plan');
    const taken = await takenSlugs(ctx.db, [ctx.forum.id, REFERENCE], wanted);
    const isTaken = (slug: string): boolean => taken.has(slug) || RESERVED.includes(slug);
    if (input.slug && isTaken(input.slug))
      errors.push({ field: 'slug', message: message('plans.plan.wrong.slug_taken', { slug: input.slug }) });
    if (errors.length > 0) return refuseFields(errors);
    const row = { id: uuidv7(ctx.now) as PlanId, slug: freeSlug(wanted, isTaken) };
    const made = await tables(ctx)
      .insertInto('plans_plans')
      .values({
        ...row,
        ...ownColumns(input),
        ...aboutColumns(input),
        forum_id: ctx.forum.id,
        kind: isNational(ctx, input) ? 'national' : 'local',
        created_at: ctx.now,
      })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('plans.plan.refused.meanwhile'));
    return done(row, null);
  },
});

/** Corrects what the plan itself says, as long as it is not adopted. */
export const editPlan = command({
  name: 'plans.plan_edit',
  input: planEditShape,
  access,
  run: async (ctx, input: PlanEdit) => {
    const found = await planToChange(ctx, input.plan);
    if (!found.ok) return found;
    const { plan, stages } = found.value;
    if (isAdopted(stageOn(stages, ctx.today))) return refuse('conflict', message('plans.plan.refused.adopted'));
    if (!isAsSeen(input.seen, planValues(plan))) return changedMeanwhile();
    const errors = [...planErrors(input)];
    const hanging = await hangingOn(ctx.db, plan);
    if (input.language !== plan.language && hanging.measures > 0)
      errors.push({ field: 'language', message: message('plans.plan.wrong.language_fixed') });
    if (errors.length > 0) return refuseFields(errors);
    await update(ctx, plan.id, { ...ownColumns(input), ...aboutColumns(input) });
    return done(
      { slug: plan.slug },
      entryUnlessDraft(ctx, found.value, {
        kind: 'plans.plan_edited',
        object: planObject(plan),
        params: { plan: choose(input.title, input.language).text },
      }),
    );
  },
});

/** Changes what is said about a plan: summary, source, reported totals, whether executors are asked. */
export const describePlan = command({
  name: 'plans.plan_about',
  input: planAboutShape,
  access,
  run: async (ctx, input: PlanAbout) => {
    const found = await planToChange(ctx, input.plan);
    if (!found.ok) return found;
    const { plan } = found.value;
    if (!isAsSeen(input.seen, planAboutValues(plan))) return changedMeanwhile();
    if (input.executorVoice === 'not_asked' && plan.executor_voice === 'asked') {
      const { updates } = await hangingOn(ctx.db, plan);
      if (updates > 0)
        return refuseFields([{ field: 'executor_voice', message: message('plans.plan.wrong.already_reported') }]);
    }
    await update(ctx, plan.id, aboutColumns(input));
    return done(
      { slug: plan.slug },
      entryUnlessDraft(ctx, found.value, {
        kind: 'plans.plan_edited',
        object: planObject(plan),
        params: { plan: planName(plan) },
      }),
    );
  },
});

const update = (ctx: Ctx, id: PlanId, set: ReturnType<typeof aboutColumns> & Partial<ReturnType<typeof ownColumns>>) =>
  tables(ctx).updateTable('plans_plans').set(set).where('forum_id', '=', ctx.forum.id).where('id', '=', id).execute();
