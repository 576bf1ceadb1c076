import type { PlainDate } from '#core/time/plain-date.ts';
import { fullyComplete, type MeasureSum } from '../overview/rules.ts';
import type { PlanOverview } from '../overview/schema.ts';
import type { DueLine } from './schema.ts';

/** Everybody says that it is done, or at least nobody who spoke says otherwise: nothing of it is waited for. */
const isDone = ({ executor, civil }: MeasureSum): boolean =>
  (fullyComplete(executor) || fullyComplete(civil)) &&
  (executor.known === 0 || fullyComplete(executor)) &&
  (civil.known === 0 || civil.complete === civil.known);

const byDue = (a: DueLine, b: DueLine): number => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);

/** Measures of a plan in force that are late, or fall due today or later; withdrawn ones and unknown due days are neither. */
export function dueLines(
  overview: PlanOverview,
  day: PlainDate,
): { readonly late: readonly DueLine[]; readonly next: readonly DueLine[] } {
  if (overview.stage !== 'in_force') return { late: [], next: [] };
  const standing = overview.points
    .flatMap((point) => point.measures)
    .flatMap((line): DueLine[] =>
      line.due === null || line.withdrawn ? [] : [{ ...line, due: line.due, planSlug: overview.plan.slug }],
    )
    .sort(byDue);
  return {
    late: standing.filter((line) => line.sum.late),
    next: standing.filter((line) => line.due >= day && !isDone(line.sum)),
  };
}
