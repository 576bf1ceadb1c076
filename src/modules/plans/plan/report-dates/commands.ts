import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type FieldError, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { mayWritePlans } from '../../access.ts';
import { keepReports } from '../../clocks/commands.ts';
import type { PlansTables } from '../../schema.ts';
import { entryUnlessDraft, planName, planObject, planToChange } from '../commands.ts';
import { reportDatesOf } from '../queries.ts';
import { isAdopted, stageOn } from '../rules.ts';
import type { ReportDateId, ReportDateRow } from '../schema.ts';
import { DATE_ROWS, dateValues, type ReportDatesInput, reportDatesShape } from './forms.ts';

/**
 * Writes the whole list of days on which executors owe a report. Once the plan is adopted, what fell due stays due:
 * days that are past are neither taken away nor put in.
 */
export const writeReportDates = command({
  name: 'plans.report_dates_write',
  input: reportDatesShape,
  access: (ctx: Ctx) => mayWritePlans(ctx.actor, ctx.forum),
  run: async (ctx, input: ReportDatesInput) => {
    const found = await planToChange(ctx, input.plan);
    if (!found.ok) return found;
    const { plan, stages } = found.value;
    const known = await reportDatesOf(ctx.db, plan);
    const stand = dateValues(known.map((row) => ({ dueOn: row.due_on, basis: row.basis })));
    if (!isAsSeen(input.seen, stand, DATE_ROWS)) return changedMeanwhile();
    const adopted = isAdopted(stageOn(stages, ctx.today));
    const errors = [...twice(input), ...(adopted ? pastErrors(known, input, ctx.today) : [])];
    if (errors.length > 0) return refuseFields(errors);
    const tables = ctx.db.withTables<PlansTables>();
    await tables
      .deleteFrom('plans_report_dates')
      .where('forum_id', '=', plan.forum_id)
      .where('plan_id', '=', plan.id)
      .execute();
    const rows = input.dates.map((date) => ({
      forum_id: plan.forum_id,
      id: known.find((row) => row.due_on === date.dueOn)?.id ?? (uuidv7(ctx.now) as ReportDateId),
      plan_id: plan.id,
      due_on: date.dueOn,
      basis: date.basis,
    }));
    if (rows.length > 0) await tables.insertInto('plans_report_dates').values(rows).execute();
    await keepReports(ctx, plan.id);
    return done(
      { slug: plan.slug },
      entryUnlessDraft(ctx, found.value, {
        kind: 'plans.report_dates_written',
        object: planObject(plan),
        params: { plan: planName(plan), n: rows.length },
      }),
    );
  },
});

function twice(input: ReportDatesInput): FieldError[] {
  const seen = new Set<PlainDate>();
  return input.dates.flatMap((date, i) => {
    const again = seen.has(date.dueOn);
    seen.add(date.dueOn);
    const what = message('plans.plan.wrong.day_twice', { found: date.dueOn });
    return again ? [{ field: `date_${i}_due_on`, message: what }] : [];
  });
}

function pastErrors(known: readonly ReportDateRow[], input: ReportDatesInput, today: PlainDate): FieldError[] {
  const before = new Set(known.map((row) => row.due_on));
  const after = new Set(input.dates.map((date) => date.dueOn));
  const gone = known.flatMap((row) =>
    row.due_on < today && !after.has(row.due_on)
      ? [{ field: 'dates', message: message('plans.plan.wrong.was_due', { day: row.due_on }) }]
      : [],
  );
  const come = input.dates.flatMap((date, i) =>
    date.dueOn < today && !before.has(date.dueOn)
      ? [{ field: `date_${i}_due_on`, message: message('plans.plan.wrong.due_in_past', { day: date.dueOn }) }]
      : [],
  );
  return [...gone, ...come];
}
