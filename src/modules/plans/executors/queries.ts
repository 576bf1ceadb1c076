import { type SqlBool, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Completion } from '../evaluations/schema.ts';
import { measureOn, withdrawnOn } from '../measures/rules.ts';
import type { AmendmentRow, CellRow, MeasureRow } from '../measures/schema.ts';
import type { CellLine } from '../overview/schema.ts';
import { isInPlanOn, isPublicOn } from '../plan/publicity/queries.ts';
import type { ExecutorVoiceAsked, ReportDateRow } from '../plan/schema.ts';
import { keptVoice, reportNext, reportOverdue } from '../reports/rules.ts';
import type { PlansTables } from '../schema.ts';

/** Which cells: of bodies, serving a place, or all of the forum's own plans. */
export type CellsWanted = { readonly bodies: readonly string[] } | { readonly place: string } | 'own';

interface JoinedCell extends CellRow {
  readonly plan_slug: string;
  readonly plan_title: Texts;
  readonly executor_voice: ExecutorVoiceAsked;
  readonly withdrawn_on: PlainDate | null;
  readonly completion: Completion | null;
}

/**
 * Active cells of public plans with both voices on a day, by due day (unknown ones last). Reads of the forum's own
 * plans and of the national ones.
 */
export async function cellLines(
  db: Db,
  forum: Forum,
  wanted: CellsWanted,
  day: PlainDate,
): Promise<readonly CellLine[]> {
  const cells = await joinedCells(db, forum, wanted, day);
  if (cells.length === 0) return [];
  const tables = db.withTables<PlansTables>();
  const plans = [...new Set(cells.map((cell) => cell.plan_id))];
  const measures = [...new Set(cells.map((cell) => cell.measure_id))];
  const forums = [...new Set([forum.id, REFERENCE])];
  const rows = await tables
    .selectFrom('plans_measures')
    .selectAll()
    .where('forum_id', 'in', forums)
    .where('id', 'in', measures)
    .execute();
  const amendments = await tables
    .selectFrom('plans_amendments')
    .selectAll()
    .where('forum_id', 'in', forums)
    .where('measure_id', 'in', measures)
    .execute();
  const dates = await tables
    .selectFrom('plans_report_dates')
    .selectAll()
    .where('forum_id', 'in', forums)
    .where('plan_id', 'in', plans)
    .execute();
  const measureById = new Map(rows.map((row) => [row.id, row]));
  return cells
    .map((cell) => lineOf(cell, measureById.get(cell.measure_id)!, amendments, dates, day))
    .sort((a, b) => byDue(placeOf(a), placeOf(b)));
}

/** Unknown due days stand at the end and withdrawn measures after them; what falls due together stays in the plan's order. */
const placeOf = (line: CellLine): string => (line.withdrawn ? 'withdrawn' : (line.due ?? 'unknown'));
const byDue = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function lineOf(
  cell: JoinedCell,
  row: MeasureRow,
  amendments: readonly AmendmentRow[],
  dates: readonly ReportDateRow[],
  day: PlainDate,
): CellLine {
  const measure = measureOn(
    row,
    amendments.filter((amendment) => amendment.measure_id === row.id),
    day,
  );
  const voice = keptVoice(cell, cell.executor_voice);
  const reportDates = dates.filter((date) => date.plan_id === cell.plan_id);
  const owed = { reportDates, voice, cell, withdrawnOn: cell.withdrawn_on };
  return {
    id: cell.id,
    forumId: cell.forum_id,
    measure: row.id,
    planSlug: cell.plan_slug,
    planTitle: cell.plan_title,
    slug: row.slug,
    number: measure.number,
    title: measure.title,
    role: cell.role,
    body: cell.body_id,
    due: measure.due_on,
    dueText: measure.due_text,
    withdrawn: withdrawnOn(cell.withdrawn_on ? { on_day: cell.withdrawn_on } : null, day),
    voices: { executor: voice, civil: { word: cell.completion ?? 'not_assessed', evaluation: null, on: null } },
    overdue: reportOverdue(owed, day),
    reportDue: reportNext(owed, day),
  };
}

async function joinedCells(db: Db, forum: Forum, wanted: CellsWanted, day: PlainDate): Promise<readonly JoinedCell[]> {
  const which =
    wanted === 'own'
      ? sql<SqlBool>`c.forum_id = ${forum.id}`
      : 'bodies' in wanted
        ? sql<SqlBool>`c.body_id = any(${[...wanted.bodies]}::uuid[])`
        : sql<SqlBool>`exists (select 1 from plans_measure_places p where p.forum_id = c.forum_id and p.measure_id = c.measure_id and p.place_id = ${wanted.place})`;
  const { rows } = await sql<JoinedCell>`
    select c.*, p.slug as plan_slug, p.title as plan_title, p.executor_voice, w.on_day as withdrawn_on, e.completion
    from plans_cells c
    join plans_plans p on p.forum_id = c.forum_id and p.id = c.plan_id
    join plans_measures m on m.forum_id = c.forum_id and m.id = c.measure_id
    left join plans_withdrawals w on w.forum_id = c.forum_id and w.measure_id = c.measure_id
    left join lateral (
      select e.completion from plans_evaluations e
      where e.forum_id = c.forum_id and e.cell_id = c.id and e.publishes_on <= ${day}
      order by e.publishes_on desc, e.id desc limit 1
    ) e on true
    where c.forum_id in (${forum.id}, ${REFERENCE}) and ${which} and ${isPublicOn('p', day)}
      and ${isInPlanOn('m', day)}
      and (c.from_day is null or c.from_day <= ${day}) and (c.to_day is null or c.to_day >= ${day})
    order by p.created_at desc, p.id, m.position, c.position`.execute(db);
  return rows;
}

/**
 * The bodies that are executors in public plans that this forum reads, each with the number of measures that stand:
 * a body whose only measure was withdrawn is there with nought.
 */
export async function executorCounts(db: Db, forum: Forum, day: PlainDate): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ body_id: string; n: number }>`
    select c.body_id, count(distinct c.measure_id) filter (where w.on_day is null or w.on_day > ${day}) as n
    from plans_cells c
    join plans_plans p on p.forum_id = c.forum_id and p.id = c.plan_id
    join plans_measures m on m.forum_id = c.forum_id and m.id = c.measure_id
    left join plans_withdrawals w on w.forum_id = c.forum_id and w.measure_id = c.measure_id
    where c.forum_id in (${forum.id}, ${REFERENCE}) and ${isPublicOn('p', day)}
      and ${isInPlanOn('m', day)}
      and (c.from_day is null or c.from_day <= ${day}) and (c.to_day is null or c.to_day >= ${day})
    group by c.body_id`.execute(db);
  return new Map(rows.map((row) => [row.body_id, row.n]));
}
