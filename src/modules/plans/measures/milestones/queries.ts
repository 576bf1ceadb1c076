import type { Db } from '#core/db/database.ts';
import type { PlansTables } from '../../schema.ts';
import { milestonesOf } from '../queries.ts';
import type { MeasureRow, MilestoneRow } from '../schema.ts';

/** The milestones of a measure that nobody has closed. */
export async function openMilestones(
  db: Db,
  measure: Pick<MeasureRow, 'forum_id' | 'id'>,
): Promise<readonly MilestoneRow[]> {
  const milestones = await milestonesOf(db, measure);
  if (milestones.length === 0) return [];
  const closed = await db
    .withTables<PlansTables>()
    .selectFrom('plans_milestone_closures')
    .select('milestone_id')
    .where('forum_id', '=', measure.forum_id)
    .where(
      'milestone_id',
      'in',
      milestones.map((row) => row.id),
    )
    .execute();
  return milestones.filter((row) => !closed.some((closure) => closure.milestone_id === row.id));
}
