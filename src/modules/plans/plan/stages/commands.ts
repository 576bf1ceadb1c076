import type { Entry } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type FieldError, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { mayWritePlans } from '../../access.ts';
import { keepReports } from '../../clocks/commands.ts';
import type { PlansTables } from '../../schema.ts';
import { enteredBy, planName, planObject, planToChange } from '../commands.ts';
import { hangingOn, type PlanHead } from '../queries.ts';
import { isPublic, type StageFault, stageBegan, stageFault } from '../rules.ts';
import type { StageId, StageRow } from '../schema.ts';
import { type StageInput, stageShape } from './forms.ts';

/**
 * Enters a stage with its day and source, or corrects the day of a stage entered before (the older row stays).
 * A plan is adopted with measures only, never after what changed it, and what has begun is not taken back.
 */
export const enterStage = command({
  name: 'plans.stage_enter',
  input: stageShape,
  access: (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum),
  run: async (ctx, input: StageInput) => {
    const found = await planToChange(ctx, input.plan);
    if (!found.ok) return found;
    const { plan, stages } = found.value;
    const errors = [
      ...stageErrors(stageFault(stages, input.stage, input.fromDay)),
      ...(input.stage === 'adopted' ? await adoptionErrors(ctx, found.value, input.fromDay) : []),
    ];
    if (errors.length > 0) return refuseFields(errors);
    const row: StageRow = {
      forum_id: ctx.forum.id,
      id: uuidv7(ctx.now) as StageId,
      plan_id: plan.id,
      stage: input.stage,
      from_day: input.fromDay,
      source: input.source,
      source_url: input.sourceUrl,
      entered_at: ctx.now,
      entered_by: enteredBy(ctx),
    };
    await ctx.db.withTables<PlansTables>().insertInto('plans_stages').values(row).execute();
    await keepReports(ctx, plan.id);
    const entry: Entry = {
      kind: 'plans.stage_entered',
      object: planObject(plan),
      params: { plan: planName(plan), stage: input.stage, day: input.fromDay, source: input.source },
    };
    return done({ slug: plan.slug }, isPublic(input.stage) ? entry : null);
  },
});

function stageErrors(fault: StageFault | null): FieldError[] {
  if (!fault) return [];
  if (fault.fault === 'same') return [{ field: 'from_day', message: message('plans.plan.wrong.stage_same') }];
  if (fault.fault === 'skips')
    return [{ field: 'stage', message: message('plans.plan.wrong.stage_skips', { missing: fault.missing }) }];
  const params = { other: fault.other, day: fault.day };
  const what =
    fault.fault === 'before'
      ? message('plans.plan.wrong.stage_before', params)
      : message('plans.plan.wrong.stage_after', params);
  return [{ field: 'from_day', message: what }];
}

async function adoptionErrors(ctx: Ctx, head: PlanHead, day: StageRow['from_day']): Promise<FieldError[]> {
  const hanging = await hangingOn(ctx.db, head.plan);
  if (hanging.measures === 0) return [{ field: 'stage', message: message('plans.plan.wrong.nothing_to_adopt') }];
  const wrong = (what: Message): FieldError[] => [{ field: 'from_day', message: what }];
  const began = stageBegan(head.stages, 'adopted');
  if (began && began <= ctx.today && day > ctx.today) return wrong(message('plans.plan.wrong.adopted_already'));
  if (hanging.firstChange && hanging.firstChange < day)
    return wrong(message('plans.plan.wrong.changed_before', { day: hanging.firstChange }));
  return [];
}
