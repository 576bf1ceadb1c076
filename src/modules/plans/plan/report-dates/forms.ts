import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import { type List, SEEN } from '#core/errors/seen.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Reading, rowsOf, seenShape } from '../../forms.ts';
import type { PlanId } from '../schema.ts';

export const reportDatesShape = v.object({
  plan: idShape<PlanId>(),
  dates: v.pipe(v.array(v.object({ dueOn: dayShape, basis: lineShape() })), v.maxLength(200)),
  seen: seenShape,
});
export type ReportDatesInput = v.InferOutput<typeof reportDatesShape>;

/** Rows `date_0_due_on`, `date_0_basis`: an emptied row takes the date away. */
export function readReportDates(posted: Posted, plan: PlanId): Result<ReportDatesInput> {
  const read = new Reading(posted);
  const dates: ReportDatesInput['dates'] = [];
  for (const row of rowsOf(posted, 'date')) {
    const dueOn = read.day(`${row}_due_on`);
    const basis = read.line(`${row}_basis`);
    if (!dueOn) {
      if (basis) read.wrong(`${row}_due_on`, message('plans.plan.wrong.no_report_day'));
      continue;
    }
    if (!basis) read.wrong(`${row}_basis`, message('plans.plan.wrong.no_basis'));
    if (dates.some((date) => date.dueOn === dueOn))
      read.wrong(`${row}_due_on`, message('plans.plan.wrong.day_twice', { found: dueOn }));
    dates.push({ dueOn, basis: basis ?? '' });
  }
  return read.end({ plan, dates, seen: posted.text(SEEN) });
}

/** A day stands once: it tells the rows of the form apart. */
export const DATE_ROWS: readonly List[] = [{ prefix: 'date', key: 'due_on' }];

/** What stands in the rows of report dates. */
export const dateValues = (dates: readonly { dueOn: PlainDate; basis: string }[]): Record<string, string> =>
  Object.fromEntries(
    dates.flatMap((date, i) => [
      [`date_${i}_due_on`, date.dueOn],
      [`date_${i}_basis`, date.basis],
    ]),
  );
