import type { Db } from '#core/db/database.ts';
import type { PlansTables } from '../../schema.ts';
import type { IndicatorRow, MeasureRow, TargetRow } from '../schema.ts';

/** The indicators of a measure with all their targets, those that an amendment ended too. */
export async function indicatorsOf(
  db: Db,
  measure: Pick<MeasureRow, 'forum_id' | 'id'>,
): Promise<{ readonly indicators: readonly IndicatorRow[]; readonly targets: readonly TargetRow[] }> {
  const tables = db.withTables<PlansTables>();
  const indicators = await tables
    .selectFrom('plans_indicators')
    .selectAll()
    .where('forum_id', '=', measure.forum_id)
    .where('measure_id', '=', measure.id)
    .orderBy('position')
    .orderBy('id')
    .execute();
  if (indicators.length === 0) return { indicators, targets: [] };
  const targets = await tables
    .selectFrom('plans_targets')
    .selectAll()
    .where('forum_id', '=', measure.forum_id)
    .where(
      'indicator_id',
      'in',
      indicators.map((row) => row.id),
    )
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return { indicators, targets };
}
