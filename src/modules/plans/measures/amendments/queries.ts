import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { PlanHead } from '../../plan/queries.ts';
import { indicatorsOf } from '../indicators/queries.ts';
import { amendmentsOf, cellsOf, numbersIn, withdrawalOf } from '../queries.ts';
import type { AmendmentId, AmendmentRow, IndicatorRow, MeasureRow } from '../schema.ts';
import type { Standing } from './rules.ts';

export interface StandingRows extends Standing {
  readonly amendments: readonly AmendmentRow[];
  readonly indicators: readonly IndicatorRow[];
}

/** An id for an amendment that is about to be checked. */
export const newAmendmentId = (now: Date): AmendmentId => uuidv7(now) as AmendmentId;

/** Everything that an amendment of the measure is judged against. */
export async function standingOf(db: Db, head: PlanHead, measure: MeasureRow): Promise<StandingRows> {
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
