import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { mayWritePlans } from '../../access.ts';
import { keepReports } from '../../clocks/commands.ts';
import { enteredBy } from '../../plan/commands.ts';
import { isAdopted, stageOn } from '../../plan/rules.ts';
import type { PlansTables } from '../../schema.ts';
import { measureEntry, measureToChange } from '../commands.ts';
import { amendmentsOf } from '../queries.ts';
import { beganOn } from '../rules.ts';
import type { WithdrawalId } from '../schema.ts';
import { type WithdrawalInput, withdrawalShape } from './forms.ts';

/** Ends a measure from a day on, by a decision. It stays readable with all that was said on it, and is counted apart. */
export const withdrawMeasure = command({
  name: 'plans.measure_withdraw',
  input: withdrawalShape,
  access: (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum),
  run: async (ctx, input: WithdrawalInput) => {
    const found = await measureToChange(ctx, input.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    if (!isAdopted(stageOn(head.stages, ctx.today)))
      return refuse('conflict', message('plans.measures.withdrawals.not_adopted'));
    const wrong = (what: ReturnType<typeof message>) => refuseFields([{ field: 'on_day', message: what }]);
    const began = beganOn(measure, head.stages);
    if (began && input.onDay < began) return wrong(message('plans.measures.withdrawals.before_began', { day: began }));
    const last = (await amendmentsOf(ctx.db, measure)).at(-1);
    if (last && input.onDay < last.effective_on)
      return wrong(message('plans.measures.withdrawals.before_amendment', { day: last.effective_on }));
    const made = await ctx.db
      .withTables<PlansTables>()
      .insertInto('plans_withdrawals')
      .values({
        forum_id: measure.forum_id,
        id: uuidv7(ctx.now) as WithdrawalId,
        measure_id: measure.id,
        on_day: input.onDay,
        decision: input.decision,
        decision_url: input.decisionUrl,
        reason: input.reason && json(input.reason),
        entered_at: ctx.now,
        entered_by: enteredBy(ctx),
      })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('plans.measures.withdrawals.twice'));
    await keepReports(ctx, head.plan.id);
    const entry = measureEntry(head.plan, measure, {
      kind: 'plans.measure_withdrawn',
      params: { day: input.onDay, decision: input.decision },
    });
    return done({ plan: head.plan.slug, measure: measure.slug }, entry);
  },
});
