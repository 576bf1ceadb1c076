import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { mayWritePlans } from '../../access.ts';
import { enteredBy } from '../../plan/commands.ts';
import { isAdopted, stageOn } from '../../plan/rules.ts';
import type { PlansTables } from '../../schema.ts';
import { measureEntry, measureToChange } from '../commands.ts';
import { milestonesOf } from '../queries.ts';
import type { ClosureId, MeasureRow, MilestoneId } from '../schema.ts';
import { type ClosureInput, closureShape } from './forms.ts';

export interface Milestone {
  readonly id: MilestoneId | null;
  readonly title: Texts;
  readonly dueOn: PlainDate | null;
}

type Key = Pick<MeasureRow, 'forum_id' | 'id'>;

/** Makes the milestones of a measure that is not adopted yet exactly these, in this order. */
export async function replaceMilestones(ctx: Ctx, measure: Key, milestones: readonly Milestone[]): Promise<void> {
  const tables = ctx.db.withTables<PlansTables>();
  const known = await milestonesOf(ctx.db, measure);
  const gone = known.filter((row) => !milestones.some((one) => one.id === row.id)).map((row) => row.id);
  if (gone.length > 0)
    await tables
      .deleteFrom('plans_milestones')
      .where('forum_id', '=', measure.forum_id)
      .where('id', 'in', gone)
      .execute();
  for (const [position, milestone] of milestones.entries()) {
    const columns = { title: json(milestone.title), due_on: milestone.dueOn, position };
    if (known.some((row) => row.id === milestone.id))
      await tables
        .updateTable('plans_milestones')
        .set(columns)
        .where('forum_id', '=', measure.forum_id)
        .where('id', '=', milestone.id!)
        .execute();
    else
      await tables
        .insertInto('plans_milestones')
        .values({
          ...columns,
          forum_id: measure.forum_id,
          id: uuidv7(ctx.now) as MilestoneId,
          measure_id: measure.id,
        })
        .execute();
  }
}

/** Records that a milestone was reached: on which day, and what shows it. Said once; nothing is taken back. */
export const closeMilestone = command({
  name: 'plans.milestone_close',
  input: closureShape,
  access: (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum),
  run: async (ctx, input: ClosureInput) => {
    const found = await measureToChange(ctx, input.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    const milestone = (await milestonesOf(ctx.db, measure)).find((row) => row.id === input.milestone);
    if (!milestone) return refuse('not_found', message('plans.measures.milestones.unknown'));
    if (!isAdopted(stageOn(head.stages, ctx.today)))
      return refuse('conflict', message('plans.measures.milestones.not_adopted'));
    if (input.doneOn > ctx.today)
      return refuseFields([{ field: 'done_on', message: message('plans.measures.milestones.in_future') }]);
    const made = await ctx.db
      .withTables<PlansTables>()
      .insertInto('plans_milestone_closures')
      .values({
        forum_id: measure.forum_id,
        id: uuidv7(ctx.now) as ClosureId,
        milestone_id: milestone.id,
        done_on: input.doneOn,
        source: input.source,
        source_url: input.sourceUrl,
        entered_at: ctx.now,
        entered_by: enteredBy(ctx),
      })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('plans.measures.milestones.closed'));
    const entry = measureEntry(head.plan, measure, {
      kind: 'plans.milestone_closed',
      params: {
        milestone: choose(milestone.title, head.plan.language).text,
        day: input.doneOn,
      },
    });
    return done({ plan: head.plan.slug, measure: measure.slug }, entry);
  },
});
