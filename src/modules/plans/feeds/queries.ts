import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { PlanRow } from '../plan/schema.ts';
import type { PlansTables } from '../schema.ts';
import type { Happened } from './schema.ts';

/** The newest so many are told; a feed is news, not the archive. */
const MOST = 60;

/** What happened in public to measures of a plan (of one of them, when named), newest first. Evaluations appear on the day they are published. */
export async function happeningsOf(
  db: Db,
  plan: PlanRow,
  measure: string | null,
  day: PlainDate,
): Promise<readonly Happened[]> {
  const { rows } = await sql<Happened>`
    with of_plan as (
      select forum_id, id from plans_measures
      where forum_id = ${plan.forum_id} and plan_id = ${plan.id} and (${measure}::uuid is null or id = ${measure}::uuid)
    )
    select u.id, u.on_day as day, 'report_' || u.state as what, u.measure_id as measure, c.body_id as body, u.text
    from plans_updates u
    join of_plan m on m.forum_id = u.forum_id and m.id = u.measure_id
    join plans_cells c on c.forum_id = u.forum_id and c.id = u.cell_id
    where u.on_day <= ${day}
    union all
    select e.id, e.publishes_on, 'evaluated', e.measure_id, e.author_body_id, e.finding
    from plans_evaluations e join of_plan m on m.forum_id = e.forum_id and m.id = e.measure_id
    where e.publishes_on <= ${day}
    union all
    select r.id, greatest(r.on_day, e.publishes_on), 'replied', e.measure_id, c.body_id, r.text
    from plans_replies r
    join plans_evaluations e on e.forum_id = r.forum_id and e.id = r.evaluation_id
    join plans_cells c on c.forum_id = e.forum_id and c.id = e.cell_id
    join of_plan m on m.forum_id = e.forum_id and m.id = e.measure_id
    where e.publishes_on <= ${day}
    union all
    select a.id, a.effective_on, 'amended', a.measure_id, null, a.reason
    from plans_amendments a join of_plan m on m.forum_id = a.forum_id and m.id = a.measure_id
    where a.effective_on <= ${day}
    union all
    select w.id, w.on_day, 'withdrawn', w.measure_id, null, w.reason
    from plans_withdrawals w join of_plan m on m.forum_id = w.forum_id and m.id = w.measure_id
    where w.on_day <= ${day}
    order by day desc, id desc
    limit ${MOST}`.execute(db);
  return rows;
}

/** The present address of the measure that an address of a plan leads to, or ever led to. */
export async function presentSlug(db: Db, plan: PlanRow, slug: string): Promise<string | null> {
  const row = await db
    .withTables<PlansTables>()
    .selectFrom('plans_addresses as a')
    .innerJoin('plans_measures as m', (join) =>
      join.onRef('m.forum_id', '=', 'a.forum_id').onRef('m.id', '=', 'a.measure_id'),
    )
    .select('m.slug')
    .where('a.forum_id', '=', plan.forum_id)
    .where('a.plan_id', '=', plan.id)
    .where('a.slug', '=', slug)
    .executeTakeFirst();
  return row?.slug ?? null;
}
