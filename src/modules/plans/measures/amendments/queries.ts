import type { Db } from '#core/db/database.ts';
import type { PlanHead } from '../../plan/queries.ts';
import { indicatorsOf } from '../indicators/queries.ts';
import { amendmentsOf, cellsOf, numbersIn, withdrawalOf } from '../queries.ts';
import type { AmendmentRow, IndicatorRow, MeasureRow } from '../schema.ts';
import type { Standing } from './rules.ts';

/** Everything that an amendment of the measure is judged against. */
export async function standingOf(
  db: Db,
  head: PlanHead,
  measure: MeasureRow,
): Promise<Standing & { readonly amendments: readonly AmendmentRow[]; readonly indicators: readonly IndicatorRow[] }> {
  return {
    plan: head.plan,
    stages: head.stages,
    measure,
    amendments: await amendmentsOf(db, measure),
    withdrawal: (await withdrawalOf(db, measure)) ?? null,
    cells: await cellsOf(db, measure),
    ...(await indicatorsOf(db, measure)),
    numbers: await numbersIn(db, head.plan),
  };
}
