import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { REFERENCE } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { isPublic, stageOn } from '../plan/rules.ts';
import type { PlanId, PlanRow, StageRow } from '../plan/schema.ts';
import type { PlansTables } from '../schema.ts';
import { measureOn, type Numbered } from './rules.ts';
import type { AmendmentRow, CellRow, MeasureId, MeasureRow, MilestoneRow, WithdrawalRow } from './schema.ts';

const tables = (db: Db) => db.withTables<PlansTables>();
type Key = Pick<MeasureRow, 'forum_id' | 'id'>;

/** A measure by any address it ever had; its present one is `slug`. */
export const measureByAddress = (
  db: Db,
  plan: Pick<PlanRow, 'forum_id' | 'id'>,
  slug: string,
): Promise<MeasureRow | undefined> =>
  tables(db)
    .selectFrom('plans_addresses as a')
    .innerJoin('plans_measures as m', (on) =>
      on.onRef('m.forum_id', '=', 'a.forum_id').onRef('m.id', '=', 'a.measure_id'),
    )
    .selectAll('m')
    .where('a.forum_id', '=', plan.forum_id)
    .where('a.plan_id', '=', plan.id)
    .where('a.slug', '=', slug)
    .executeTakeFirst();

export const measureById = (db: Db, forum: string, id: MeasureId): Promise<MeasureRow | undefined> =>
  tables(db)
    .selectFrom('plans_measures')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('id', '=', id)
    .executeTakeFirst();

export const cellsOf = (db: Db, measure: Key): Promise<CellRow[]> =>
  tables(db)
    .selectFrom('plans_cells')
    .selectAll()
    .where('forum_id', '=', measure.forum_id)
    .where('measure_id', '=', measure.id)
    .orderBy('position')
    .orderBy('id')
    .execute();

export const milestonesOf = (db: Db, measure: Key): Promise<MilestoneRow[]> =>
  tables(db)
    .selectFrom('plans_milestones')
    .selectAll()
    .where('forum_id', '=', measure.forum_id)
    .where('measure_id', '=', measure.id)
    .orderBy('position')
    .orderBy('id')
    .execute();

export const amendmentsOf = (db: Db, measure: Key): Promise<AmendmentRow[]> =>
  tables(db)
    .selectFrom('plans_amendments')
    .selectAll()
    .where('forum_id', '=', measure.forum_id)
    .where('measure_id', '=', measure.id)
    .orderBy('effective_on')
    .orderBy('id')
    .execute();

export const withdrawalOf = (db: Db, measure: Key): Promise<WithdrawalRow | undefined> =>
  tables(db)
    .selectFrom('plans_withdrawals')
    .selectAll()
    .where('forum_id', '=', measure.forum_id)
    .where('measure_id', '=', measure.id)
    .executeTakeFirst();

export async function placesServed(db: Db, measure: Key): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('plans_measure_places')
    .select('place_id')
    .where('forum_id', '=', measure.forum_id)
    .where('measure_id', '=', measure.id)
    .execute();
  return rows.map((row) => row.place_id);
}

/** Has anything been said on the measure by an executor or an evaluator? Then its cells cannot be taken away. */
export async function isSpokenOf(db: Db, measure: Key): Promise<boolean> {
  const { rows } = await sql<{ said: boolean }>`
    select exists (select 1 from plans_updates where forum_id = ${measure.forum_id} and measure_id = ${measure.id})
      or exists (select 1 from plans_evaluations where forum_id = ${measure.forum_id} and measure_id = ${measure.id})
      as said`.execute(db);
  return rows[0]!.said;
}

/** Every address that leads to a measure of the plan. */
export async function addressesIn(
  db: Db,
  plan: Pick<PlanRow, 'forum_id' | 'id'>,
): Promise<ReadonlyMap<string, MeasureId>> {
  const rows = await tables(db)
    .selectFrom('plans_addresses')
    .select(['slug', 'measure_id'])
    .where('forum_id', '=', plan.forum_id)
    .where('plan_id', '=', plan.id)
    .execute();
  return new Map(rows.map((row) => [row.slug, row.measure_id]));
}

/** Every number that a measure of the plan ever had or will have, with its first day, in their order. */
export async function numbersIn(db: Db, plan: Pick<PlanRow, 'forum_id' | 'id'>): Promise<readonly Numbered[]> {
  const { rows } = await sql<Numbered>`
    select m.id as measure, m.number, null::date as since, m.id as row from plans_measures m
    where m.forum_id = ${plan.forum_id} and m.plan_id = ${plan.id} and m.number is not null
    union all
    select m.id, a.new_number, a.effective_on, a.id from plans_amendments a
    join plans_measures m on m.forum_id = a.forum_id and m.id = a.measure_id
    where m.forum_id = ${plan.forum_id} and m.plan_id = ${plan.id} and a.new_number is not null
    order by since nulls first, row`.execute(db);
  return rows;
}

/** A measure of a national plan, as it can be chosen as the one that a local measure carries out. */
export interface Localisable {
  readonly forum: string;
  readonly id: MeasureId;
  readonly plan: Texts;
  readonly number: string | null;
  readonly title: Texts;
}

/** Measures of the national plans that are public, as they read on the day. */
export async function localisables(db: Db, day: PlainDate): Promise<readonly Localisable[]> {
  const t = tables(db);
  const plans = await t.selectFrom('plans_plans').selectAll().where('forum_id', '=', REFERENCE).execute();
  const stages = await t.selectFrom('plans_stages').selectAll().where('forum_id', '=', REFERENCE).execute();
  const open = plans.filter((plan) => isPublic(stageOn(stagesFor(stages, plan.id), day)));
  if (open.length === 0) return [];
  const ids = open.map((plan) => plan.id);
  const measures = await t
    .selectFrom('plans_measures')
    .selectAll()
    .where('forum_id', '=', REFERENCE)
    .where('plan_id', 'in', ids)
    .orderBy('position')
    .execute();
  const amendments = await t
    .selectFrom('plans_amendments')
    .selectAll()
    .where('forum_id', '=', REFERENCE)
    .where('effective_on', '<=', day)
    .execute();
  return measures.map((measure) => {
    const now = measureOn(
      measure,
      amendments.filter((amendment) => amendment.measure_id === measure.id),
      day,
    );
    const plan = open.find((row) => row.id === measure.plan_id)!;
    return { forum: REFERENCE, id: measure.id, plan: plan.title, number: now.number, title: now.title };
  });
}

const stagesFor = (stages: readonly StageRow[], plan: PlanId) => stages.filter((stage) => stage.plan_id === plan);

/**
 * The measures that a measure carries out, one after another, as far as the chain goes (20 at most); the first is
 * `id` itself. Empty when there is no such measure in these forums.
 */
export async function localisesChain(
  db: Db,
  forums: readonly string[],
  id: MeasureId,
): Promise<readonly { id: MeasureId; plan: PlanId; forum: string }[]> {
  const { rows } = await sql<{ id: MeasureId; plan: PlanId; forum: string }>`
    with recursive chain (forum_id, id, plan_id, next_forum, next_id, depth) as (
      select forum_id, id, plan_id, localises_forum_id, localises_id, 1 from plans_measures
      where forum_id in (${sql.join(forums)}) and id = ${id}
      union all
      select m.forum_id, m.id, m.plan_id, m.localises_forum_id, m.localises_id, c.depth + 1
      from plans_measures m join chain c on m.forum_id = c.next_forum and m.id = c.next_id
      where c.depth < 20
    )
    select id, plan_id as plan, forum_id as forum from chain order by depth`.execute(db);
  return rows;
}
