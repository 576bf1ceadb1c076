import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Completion } from '../evaluations/schema.ts';
import { activeOn, inPlanOn, measureOn, withdrawnOn } from '../measures/rules.ts';
import type { AmendmentRow, CellRow, ExecutorState, MeasureId, MeasureRow } from '../measures/schema.ts';
import { stageOn } from '../plan/rules.ts';
import type { PlanId, PlanRow, ReportDateRow } from '../plan/schema.ts';
import { keptVoice, reportOverdue } from '../reports/rules.ts';
import type { PlansTables } from '../schema.ts';
import { type CellVoices, measureSum, mergeAll, NOTHING, tallyOfMeasure } from './rules.ts';
import type { MeasureLine, PlanCardSeen, PlanOverview, PlanSeen, PointSeen } from './schema.ts';

/** The plans that a forum's readers meet: its own and the national ones, newest first, with their stage on the day. */
export async function plansSeen(db: Db, forum: Forum, day: PlainDate): Promise<readonly PlanSeen[]> {
  const tables = db.withTables<PlansTables>();
  const forums = forum.id === REFERENCE ? [REFERENCE] : [forum.id, REFERENCE];
  const [plans, stages] = [
    await tables
      .selectFrom('plans_plans')
      .selectAll()
      .where('forum_id', 'in', forums)
      .orderBy('created_at', 'desc')
      .execute(),
    await tables.selectFrom('plans_stages').selectAll().where('forum_id', 'in', forums).execute(),
  ];
  return plans.map((plan) => ({
    plan,
    stage: stageOn(
      stages.filter((stage) => stage.plan_id === plan.id),
      day,
    ),
    own: plan.forum_id === forum.id,
  }));
}

/** One plan by its address: the forum's own first, then a national one. */
export async function planSeen(db: Db, forum: Forum, slug: string, day: PlainDate): Promise<PlanSeen | null> {
  const tables = db.withTables<PlansTables>();
  const plans = await tables
    .selectFrom('plans_plans')
    .selectAll()
    .where('forum_id', 'in', [forum.id, REFERENCE])
    .where('slug', '=', slug)
    .execute();
  const plan = plans.find((row) => row.forum_id === forum.id) ?? plans[0];
  if (!plan) return null;
  const stages = await tables
    .selectFrom('plans_stages')
    .selectAll()
    .where('forum_id', '=', plan.forum_id)
    .where('plan_id', '=', plan.id)
    .execute();
  return { plan, stage: stageOn(stages, day), own: plan.forum_id === forum.id };
}

/** Cells that say the same, counted by the database: a measure with 80 executors comes as a handful of rows. */
interface CellGroup {
  readonly measure_id: MeasureId;
  readonly executor_state: ExecutorState | null;
  readonly executor_proven: boolean | null;
  readonly completion: Completion | null;
  readonly n: number;
}

async function cellGroups(db: Db, plan: PlanRow, day: PlainDate): Promise<ReadonlyMap<string, readonly CellGroup[]>> {
  const { rows } = await sql<CellGroup>`
    select c.measure_id, c.executor_state, c.executor_proven, e.completion, count(*) as n
    from plans_cells c
    left join (
      select distinct on (e.cell_id) e.cell_id, e.completion
      from plans_evaluations e
      join plans_cells of_plan on of_plan.forum_id = e.forum_id and of_plan.id = e.cell_id
      where e.forum_id = ${plan.forum_id} and of_plan.plan_id = ${plan.id} and e.publishes_on <= ${day}
      order by e.cell_id, e.publishes_on desc, e.id desc
    ) e on e.cell_id = c.id
    where c.forum_id = ${plan.forum_id} and c.plan_id = ${plan.id}
      and (c.from_day is null or c.from_day <= ${day}) and (c.to_day is null or c.to_day >= ${day})
    group by c.measure_id, c.executor_state, c.executor_proven, e.completion`.execute(db);
  return Map.groupBy(rows, (row) => row.measure_id);
}

/** The same voices, once for each cell of the group: the law counts cells. */
function voicesOf(groups: readonly CellGroup[], plan: PlanRow): readonly CellVoices[] {
  return groups.flatMap((group) => {
    const voices: CellVoices = {
      executor: keptVoice({ ...group, update_id: null, reported_on: null }, plan.executor_voice),
      civil: { word: group.completion ?? 'not_assessed', evaluation: null, on: null },
    };
    return Array.from({ length: Number(group.n) }, () => voices);
  });
}

/** A plan with all its measures, counted in both voices on a day. Reads five small results, whatever the number of cells. */
export async function planOverview(db: Db, seen: PlanSeen, day: PlainDate): Promise<PlanOverview> {
  const { plan } = seen;
  const tables = db.withTables<PlansTables>();
  const measures = await tables
    .selectFrom('plans_measures as m')
    .leftJoin('plans_withdrawals as w', (join) =>
      join.onRef('w.forum_id', '=', 'm.forum_id').onRef('w.measure_id', '=', 'm.id'),
    )
    .selectAll('m')
    .select('w.on_day as withdrawn_on')
    .where('m.forum_id', '=', plan.forum_id)
    .where('m.plan_id', '=', plan.id)
    .orderBy('m.position')
    .execute();
  const points = await tables
    .selectFrom('plans_points')
    .selectAll()
    .where('forum_id', '=', plan.forum_id)
    .where('plan_id', '=', plan.id)
    .orderBy('position')
    .execute();
  const amendments = await amendmentsOf(db, plan);
  const groups = await cellGroups(db, plan, day);
  const leads = await leadsOf(db, plan, day);
  const lines = measures
    .filter((measure) => inPlanOn(measure, day))
    .map((measure) =>
      lineOf(
        measure,
        plan,
        amendments.get(measure.id) ?? [],
        groups.get(measure.id) ?? [],
        leads.get(measure.id) ?? [],
        day,
      ),
    );
  const seenPoints: PointSeen[] = points.map((point) =>
    pointSeen(
      point,
      lines.filter((line) => line.point === point.id),
    ),
  );
  const loose = lines.filter((line) => line.point === null);
  if (loose.length > 0) seenPoints.push(pointSeen(null, loose));
  const tally = mergeAll(seenPoints.map((point) => point.tally));
  const places = await placesServed(db, plan);
  return { ...seen, points: seenPoints, tally, places, overdueReports: await overdueReports(db, plan, day) };
}

const pointSeen = (point: PointSeen['point'], measures: readonly MeasureLine[]): PointSeen => ({
  point,
  measures,
  tally: measures.length > 0 ? mergeAll(measures.map((line) => line.tally)) : NOTHING,
});

type MeasureWithEnd = MeasureRow & { readonly withdrawn_on: PlainDate | null };

function lineOf(
  row: MeasureWithEnd,
  plan: PlanRow,
  amendments: readonly AmendmentRow[],
  groups: readonly CellGroup[],
  bodies: readonly string[],
  day: PlainDate,
): MeasureLine {
  const measure = measureOn(row, amendments, day);
  const cells = voicesOf(groups, plan);
  const withdrawn = withdrawnOn(row.withdrawn_on ? { on_day: row.withdrawn_on } : null, day);
  const measureDay = { due: measure.due_on, withdrawn };
  return {
    id: row.id,
    slug: row.slug,
    number: measure.number,
    title: measure.title,
    point: row.point_id,
    due: measure.due_on,
    dueText: measure.due_text,
    withdrawn,
    amended: amendments.some((amendment) => amendment.effective_on <= day),
    local: row.local_executor,
    sum: measureSum(cells, measureDay, day),
    tally: tallyOfMeasure(cells, measureDay, day),
    bodies,
  };
}

async function amendmentsOf(db: Db, plan: PlanRow): Promise<ReadonlyMap<string, readonly AmendmentRow[]>> {
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('plans_amendments as a')
    .innerJoin('plans_measures as m', (join) =>
      join.onRef('m.forum_id', '=', 'a.forum_id').onRef('m.id', '=', 'a.measure_id'),
    )
    .selectAll('a')
    .where('a.forum_id', '=', plan.forum_id)
    .where('m.plan_id', '=', plan.id)
    .execute();
  return Map.groupBy(rows, (row) => row.measure_id);
}

/** The bodies of each measure, the lead first; at most the first five of many come along. */
async function leadsOf(db: Db, plan: PlanRow, day: PlainDate): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ measure_id: string; bodies: string[] }>`
    select measure_id, array_agg(body_id::text order by role = 'co', position) as bodies
    from plans_cells
    where forum_id = ${plan.forum_id} and plan_id = ${plan.id}
      and (from_day is null or from_day <= ${day}) and (to_day is null or to_day >= ${day})
    group by measure_id`.execute(db);
  return new Map(rows.map((row) => [row.measure_id, row.bodies]));
}

/** How many executors owe a report whose date has passed. */
async function overdueReports(db: Db, plan: PlanRow, day: PlainDate): Promise<number> {
  const tables = db.withTables<PlansTables>();
  const reportDates = await reportDatesOf(db, plan.forum_id, plan.id);
  if (!reportDates.some((date) => date.due_on < day)) return 0;
  const cells = await tables
    .selectFrom('plans_cells as c')
    .leftJoin('plans_withdrawals as w', (join) =>
      join.onRef('w.forum_id', '=', 'c.forum_id').onRef('w.measure_id', '=', 'c.measure_id'),
    )
    .select([
      'c.from_day',
      'c.to_day',
      'c.update_id',
      'c.executor_state',
      'c.executor_proven',
      'c.reported_on',
      'w.on_day',
    ])
    .where('c.forum_id', '=', plan.forum_id)
    .where('c.plan_id', '=', plan.id)
    .execute();
  return cells.filter((cell) => isOverdue(cell, plan, reportDates, day)).length;
}

type OwingCell = Pick<
  CellRow,
  'from_day' | 'to_day' | 'update_id' | 'executor_state' | 'executor_proven' | 'reported_on'
> & {
  readonly on_day: PlainDate | null;
};

const isOverdue = (cell: OwingCell, plan: PlanRow, reportDates: readonly ReportDateRow[], day: PlainDate): boolean =>
  activeOn(cell, day) &&
  reportOverdue({ reportDates, voice: keptVoice(cell, plan.executor_voice), cell, withdrawnOn: cell.on_day }, day) !==
    null;

export const reportDatesOf = (db: Db, forum: string, plan: PlanId): Promise<ReportDateRow[]> =>
  db
    .withTables<PlansTables>()
    .selectFrom('plans_report_dates')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('plan_id', '=', plan)
    .orderBy('due_on')
    .execute();

async function placesServed(db: Db, plan: PlanRow): Promise<readonly string[]> {
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('plans_measure_places as h')
    .innerJoin('plans_measures as m', (join) =>
      join.onRef('m.forum_id', '=', 'h.forum_id').onRef('m.id', '=', 'h.measure_id'),
    )
    .select('h.place_id')
    .distinct()
    .where('h.forum_id', '=', plan.forum_id)
    .where('m.plan_id', '=', plan.id)
    .execute();
  return rows.map((row) => row.place_id);
}

/** Every plan with its roll-up: for the list and the front page. */
export async function cardsOf(db: Db, forum: Forum, day: PlainDate): Promise<readonly PlanCardSeen[]> {
  const cards: PlanCardSeen[] = [];
  for (const seen of await plansSeen(db, forum, day))
    cards.push({ ...seen, tally: (await planOverview(db, seen, day)).tally });
  return cards;
}

/** The measures of a plan that serve a place; none for a place that is not there. */
export async function measuresHere(db: Db, plan: PlanRow, place: string | null): Promise<ReadonlySet<string>> {
  if (!place) return new Set();
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('plans_measure_places as h')
    .innerJoin('plans_measures as m', (join) =>
      join.onRef('m.forum_id', '=', 'h.forum_id').onRef('m.id', '=', 'h.measure_id'),
    )
    .select('h.measure_id')
    .where('h.forum_id', '=', plan.forum_id)
    .where('m.plan_id', '=', plan.id)
    .where('h.place_id', '=', place)
    .execute();
  return new Set(rows.map((row) => row.measure_id));
}
