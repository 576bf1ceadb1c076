import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { fixed } from '#core/db/fixed.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Completion } from '../evaluations/schema.ts';
import { type AmendmentFacts, inPlanOn, measureOn, withdrawnOn } from '../measures/rules.ts';
import type { ExecutorState, MeasureId, MeasureRow } from '../measures/schema.ts';
import { stageOn } from '../plan/rules.ts';
import type { PlanId, PlanRow, PointRow, ReportDateRow, StageRow } from '../plan/schema.ts';
import { keptVoice, reportOverdue } from '../reports/rules.ts';
import type { PlansTables } from '../schema.ts';
import { askedSum, type CellVoices, measureSum, mergeAll, NOTHING, tallyOfMeasure } from './rules.ts';
import type { MeasureLine, Named, PlanCardSeen, PlanOverview, PlanSeen, PointSeen } from './schema.ts';

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

/** The plan under an address word with its stages: the forum's own first, then a national one. */
const planNamed = (forum: string, slug: string) => sql`
  select to_json(p) as plan, (select coalesce(json_agg(s), '[]') from plans_stages s
      where s.forum_id = p.forum_id and s.plan_id = p.id) as stages, p.forum_id, p.id
    from plans_plans p
    where p.forum_id in (${forum}, ${REFERENCE}) and p.slug = ${slug}
    order by p.forum_id = ${REFERENCE}
    limit 1`;

interface PlanFound {
  readonly plan: PlanRow;
  readonly stages: readonly StageRow[];
}

const seenOf = ({ plan, stages }: PlanFound, forum: Forum, day: PlainDate): PlanSeen => ({
  plan,
  stage: stageOn(stages, day),
  own: plan.forum_id === forum.id,
});

/** One plan by its address. */
export async function planSeen(db: Db, forum: Forum, slug: string, day: PlainDate): Promise<PlanSeen | null> {
  const [found] = (await sql<PlanFound>`${planNamed(forum.id, slug)}`.execute(db)).rows;
  return found ? seenOf(found, forum, day) : null;
}

/** What the list shows of a measure; its long texts are not read here. */
type MeasureListed = Pick<
  MeasureRow,
  'id' | 'slug' | 'number' | 'title' | 'point_id' | 'due_on' | 'due_text' | 'local_executor' | 'added_on'
> & {
  readonly withdrawn_on: PlainDate | null;
  /** The bodies that are executors on the day, the lead first. */
  readonly bodies: readonly string[];
};

/** Cells that say the same, counted by the database: a measure with 80 executors comes as a handful of rows. */
interface CellGroup {
  readonly measure_id: MeasureId;
  readonly executor_state: ExecutorState | null;
  readonly executor_proven: boolean | null;
  readonly reported_on: PlainDate | null;
  readonly from_day: PlainDate | null;
  readonly to_day: PlainDate | null;
  readonly completion: Completion | null;
  readonly n: number;
}

/** Everything of one plan that its overview counts, in one answer of the database. */
interface Sheet {
  readonly measures: readonly MeasureListed[];
  readonly points: readonly PointRow[];
  readonly amendments: readonly (AmendmentFacts & { readonly measure_id: MeasureId })[];
  readonly groups: readonly CellGroup[];
  readonly reportDates: readonly Pick<ReportDateRow, 'due_on'>[];
  readonly bodies: readonly Named[];
  readonly places: readonly Named[];
}

/**
 * Evaluations are looked up cell by cell, by their index: a join is a third faster when the planner knows the sizes of
 * the tables, and takes seconds when it does not (after an import, before the embedded database is tidied at night).
 */
function sheetOf(plan: { readonly forum: RawBuilder<unknown>; readonly id: RawBuilder<unknown> }, day: PlainDate) {
  const ofPlan = sql`forum_id = ${plan.forum} and plan_id = ${plan.id}`;
  const active = sql`(c.from_day is null or c.from_day <= ${day}) and (c.to_day is null or c.to_day >= ${day})`;
  const parts = sql`
    cells as materialized (select * from plans_cells c where ${ofPlan} and ${active}),
    measures as materialized (select * from plans_measures where ${ofPlan})`;
  const columns = sql`
      (select coalesce(json_agg(t), '[]') from (
        select m.id, m.slug, m.number, m.title, m.point_id, m.due_on, m.due_text, m.local_executor, m.added_on,
          w.on_day as withdrawn_on, coalesce(c.bodies, '{}') as bodies
        from measures m
        left join plans_withdrawals w on w.forum_id = m.forum_id and w.measure_id = m.id
        left join (select measure_id, array_agg(body_id order by role = 'co', position) as bodies
          from cells group by measure_id) c on c.measure_id = m.id
        order by m.position) t) as measures,
      (select coalesce(json_agg(t order by t.position), '[]') from plans_points t where ${ofPlan}) as points,
      (select coalesce(json_agg(t), '[]') from plans_amendments t
        where t.forum_id = ${plan.forum} and t.measure_id in (select id from measures)) as amendments,
      (select coalesce(json_agg(t), '[]') from (
        select c.measure_id, c.executor_state, c.executor_proven, c.reported_on, c.from_day, c.to_day, e.completion,
          count(*) as n
        from cells c
        left join lateral (select e.completion from plans_evaluations e
          where e.forum_id = c.forum_id and e.cell_id = c.id and e.publishes_on <= ${day}
          order by e.publishes_on desc, e.id desc limit 1) e on true
        group by c.measure_id, c.executor_state, c.executor_proven, c.reported_on, c.from_day, c.to_day, e.completion
      ) t) as groups,
      (select coalesce(json_agg(t order by t.due_on), '[]') from plans_report_dates t where ${ofPlan}) as "reportDates",
      (select coalesce(json_agg(json_build_object('id', b.id, 'slug', b.slug, 'name', b.name)), '[]')
        from places_public_bodies b where b.id in (select body_id from cells)) as bodies,
      (select coalesce(json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name)), '[]')
        from places_public_places p where p.id in (select place_id from plans_measure_places
          where forum_id = ${plan.forum} and measure_id in (select id from measures))) as places`;
  return { parts, columns };
}

/** The same voices, once for each cell of the group: the law counts cells. */
function voicesOf(groups: readonly CellGroup[], plan: PlanRow): readonly CellVoices[] {
  return groups.flatMap((group) => {
    const voices: CellVoices = {
      executor: keptVoice({ ...group, update_id: null }, plan.executor_voice),
      civil: { word: group.completion ?? 'not_assessed', evaluation: null, on: null },
    };
    return Array.from({ length: group.n }, () => voices);
  });
}

/** A plan with all its measures, counted in both voices on a day. */
export async function planOverview(db: Db, seen: PlanSeen, day: PlainDate): Promise<PlanOverview> {
  const { parts, columns } = sheetOf({ forum: sql`${seen.plan.forum_id}`, id: sql`${seen.plan.id}` }, day);
  const [sheet] = (await sql<Sheet>`with ${parts} select ${columns}`.execute(db)).rows;
  return overviewOf(seen, sheet!, day);
}

/** The same by the plan's address, found and counted in one answer of the database: its own page. */
export async function overviewAt(db: Db, forum: Forum, slug: string, day: PlainDate): Promise<PlanOverview | null> {
  const [found] = await readSheet(db, { forum: forum.id, slug, day });
  return found ? overviewOf(seenOf(found, forum, day), found, day) : null;
}

interface Asked extends Readonly<Record<string, unknown>> {
  readonly forum: string;
  readonly slug: string;
  readonly day: PlainDate;
}

const readSheet = fixed(({ forum, slug, day }: Asked) => {
  const { parts, columns } = sheetOf({ forum: sql`(select forum_id from plan)`, id: sql`(select id from plan)` }, day);
  return sql<Sheet & PlanFound>`
    with plan as materialized (${planNamed(forum, slug)}), ${parts} select plan.plan, plan.stages, ${columns} from plan`;
});

function overviewOf(seen: PlanSeen, sheet: Sheet, day: PlainDate): PlanOverview {
  const { plan } = seen;
  const amendments = Map.groupBy(sheet.amendments, (row) => row.measure_id);
  const groups = Map.groupBy(sheet.groups, (row) => row.measure_id);
  const lines = sheet.measures
    .filter((measure) => inPlanOn(measure, day))
    .map((measure) => lineOf(measure, plan, amendments.get(measure.id) ?? [], groups.get(measure.id) ?? [], day));
  const byPoint = Map.groupBy(lines, (line) => line.point);
  const points = sheet.points.map((point) => pointSeen(point, byPoint.get(point.id) ?? []));
  const loose = byPoint.get(null);
  if (loose) points.push(pointSeen(null, loose));
  const tally = mergeAll(points.map((point) => point.tally));
  const executors = new Set(lines.flatMap((line) => line.bodies));
  const bodies = sheet.bodies.filter((body) => executors.has(body.id));
  const { places } = sheet;
  return { ...seen, points, tally, bodies, places, overdueReports: overdueReports(sheet, plan, day) };
}

const pointSeen = (point: PointSeen['point'], measures: readonly MeasureLine[]): PointSeen => ({
  point,
  measures,
  tally: measures.length > 0 ? mergeAll(measures.map((line) => line.tally)) : NOTHING,
});

/** What an amendment may change and a list does not show. */
const UNREAD = { text: {}, starts_on: null, budget_minor: null, currency: null };

function lineOf(
  row: MeasureListed,
  plan: PlanRow,
  amendments: readonly AmendmentFacts[],
  groups: readonly CellGroup[],
  day: PlainDate,
): MeasureLine {
  const measure = measureOn({ ...row, ...UNREAD }, amendments, day);
  const cells = voicesOf(groups, plan);
  const withdrawn = withdrawnOn(row.withdrawn_on ? { on_day: row.withdrawn_on } : null, day);
  const sum = measureSum(cells, { due: measure.due_on, withdrawn }, day);
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
    sum: askedSum(plan.executor_voice, sum),
    tally: tallyOfMeasure(cells, sum, withdrawn),
    bodies: row.bodies,
  };
}

/** How many executors owe a report whose date has passed. */
function overdueReports({ measures, groups, reportDates }: Sheet, plan: PlanRow, day: PlainDate): number {
  if (!reportDates.some((date) => date.due_on < day)) return 0;
  const ends = new Map(measures.map((measure) => [measure.id, measure.withdrawn_on]));
  const owing = groups.filter((cell) => {
    const voice = keptVoice({ ...cell, update_id: null }, plan.executor_voice);
    return reportOverdue({ reportDates, voice, cell, withdrawnOn: ends.get(cell.measure_id) ?? null }, day) !== null;
  });
  return owing.reduce((sum, cell) => sum + cell.n, 0);
}

export const reportDatesOf = (db: Db, forum: string, plan: PlanId): Promise<ReportDateRow[]> =>
  db
    .withTables<PlansTables>()
    .selectFrom('plans_report_dates')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('plan_id', '=', plan)
    .orderBy('due_on')
    .execute();

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
