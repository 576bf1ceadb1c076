import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { PlanId } from '../plan/schema.ts';
import { measureNamed } from '../reports/queries.ts';
import type { CellFacts } from './schema.ts';

/** The cells of a plan, or one of them, with what decides which reports they owe. */
export async function cellFacts(
  db: Db,
  forum: string,
  plan: PlanId,
  cell: string | null,
  today: PlainDate,
): Promise<readonly CellFacts[]> {
  const { rows } = await sql<CellFacts>`
    select c.id, c.body_id, c.from_day, c.to_day, c.executor_state, c.executor_proven, w.on_day as withdrawn,
      coalesce((select jsonb_agg(u.on_day) from plans_updates u where u.forum_id = c.forum_id and u.cell_id = c.id), '[]')
        as reported,
      ${measureNamed('m', today)} as measure, '/plans/' || p.slug || '/measures/' || m.slug as path
    from plans_cells c
    join plans_measures m on m.forum_id = c.forum_id and m.id = c.measure_id
    join plans_plans p on p.forum_id = c.forum_id and p.id = c.plan_id
    left join plans_withdrawals w on w.forum_id = c.forum_id and w.measure_id = c.measure_id
    where c.forum_id = ${forum} and c.plan_id = ${plan} and ${cell ? sql`c.id = ${cell}` : sql`true`}
    order by c.id`.execute(db);
  return rows;
}

/** The plans of a forum, for the nightly look. */
export async function planIds(db: Db, forum: string): Promise<readonly PlanId[]> {
  const { rows } = await sql<{ id: PlanId }>`select id from plans_plans where forum_id = ${forum} order by id`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/** The evaluations of a plan, oldest first: their reply windows are clocks. */
export async function evaluationIds(db: Db, forum: string, plan: PlanId): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from plans_evaluations e
    join plans_cells c on c.forum_id = e.forum_id and c.id = e.cell_id
    where e.forum_id = ${forum} and c.plan_id = ${plan} order by e.id`.execute(db);
  return rows.map((row) => row.id);
}
