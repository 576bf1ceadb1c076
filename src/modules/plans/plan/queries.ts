import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { PlansTables } from '../schema.ts';
import type { PlanId, PlanRow, PointId, PointRow, ReportDateRow, StageRow } from './schema.ts';

const tables = (db: Db) => db.withTables<PlansTables>();

/** A plan with all rows of its stages. */
export interface PlanHead {
  readonly plan: PlanRow;
  readonly stages: readonly StageRow[];
}

/** A plan of exactly this forum, for those who write it. */
export async function ownPlan(db: Db, forum: string, slug: string): Promise<PlanHead | null> {
  const plan = await tables(db)
    .selectFrom('plans_plans')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return plan ? { plan, stages: await stagesOf(db, plan) } : null;
}

/** The same by id, locked until the transaction ends: whoever changes parts of a plan takes turns. */
export async function lockPlan(db: Db, forum: string, id: PlanId): Promise<PlanHead | null> {
  const plan = await tables(db)
    .selectFrom('plans_plans')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return plan ? { plan, stages: await stagesOf(db, plan) } : null;
}

const stagesOf = (db: Db, plan: Pick<PlanRow, 'forum_id' | 'id'>): Promise<StageRow[]> =>
  tables(db)
    .selectFrom('plans_stages')
    .selectAll()
    .where('forum_id', '=', plan.forum_id)
    .where('plan_id', '=', plan.id)
    .orderBy('id')
    .execute();

export const pointsOf = (db: Db, plan: Pick<PlanRow, 'forum_id' | 'id'>): Promise<PointRow[]> =>
  tables(db)
    .selectFrom('plans_points')
    .selectAll()
    .where('forum_id', '=', plan.forum_id)
    .where('plan_id', '=', plan.id)
    .orderBy('position')
    .orderBy('id')
    .execute();

export const reportDatesOf = (db: Db, plan: Pick<PlanRow, 'forum_id' | 'id'>): Promise<ReportDateRow[]> =>
  tables(db)
    .selectFrom('plans_report_dates')
    .selectAll()
    .where('forum_id', '=', plan.forum_id)
    .where('plan_id', '=', plan.id)
    .orderBy('due_on')
    .execute();

/** Points that have measures: they cannot be taken away. */
export async function usedPoints(db: Db, plan: Pick<PlanRow, 'forum_id' | 'id'>): Promise<ReadonlySet<PointId>> {
  const rows = await tables(db)
    .selectFrom('plans_measures')
    .select('point_id')
    .distinct()
    .where('forum_id', '=', plan.forum_id)
    .where('plan_id', '=', plan.id)
    .where('point_id', 'is not', null)
    .execute();
  return new Set(rows.flatMap((row) => row.point_id ?? []));
}

/** What hangs on a plan already: some deeds are possible only while nothing does. */
export interface Hanging {
  readonly measures: number;
  readonly updates: number;
  /** The first day of an amendment, a withdrawal or an added measure. */
  readonly firstChange: StageRow['from_day'] | null;
}

export async function hangingOn(db: Db, plan: Pick<PlanRow, 'forum_id' | 'id'>): Promise<Hanging> {
  const { rows } = await sql<Hanging>`
    select
      (select count(*) from plans_measures m where m.forum_id = ${plan.forum_id} and m.plan_id = ${plan.id}) as measures,
      (select count(*) from plans_updates u join plans_cells c on c.forum_id = u.forum_id and c.id = u.cell_id
        where c.forum_id = ${plan.forum_id} and c.plan_id = ${plan.id}) as updates,
      (select min(least(m.added_on,
          (select min(a.effective_on) from plans_amendments a where a.forum_id = m.forum_id and a.measure_id = m.id),
          (select min(w.on_day) from plans_withdrawals w where w.forum_id = m.forum_id and w.measure_id = m.id)))
        from plans_measures m where m.forum_id = ${plan.forum_id} and m.plan_id = ${plan.id}) as "firstChange"
  `.execute(db);
  const row = rows[0]!;
  return { measures: Number(row.measures), updates: Number(row.updates), firstChange: row.firstChange };
}

/** Is this address taken, by a plan of the forum or by a national one that would be hidden behind it? */
export async function takenSlugs(db: Db, forums: readonly string[], like: string): Promise<ReadonlySet<string>> {
  const rows = await tables(db)
    .selectFrom('plans_plans')
    .select('slug')
    .where('forum_id', 'in', forums)
    .where('slug', 'like', `${like}%`)
    .execute();
  return new Set(rows.map((row) => row.slug));
}
