import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import { day, type PlainDate } from '#core/time/plain-date.ts';
import type { DeedDescribed } from '#modules/identity/contract.ts';
import type { CellId, CellRow, IndicatorId, MeasureId, UpdateId } from '../measures/schema.ts';
import { isAdopted, stageOn } from '../plan/rules.ts';
import type { ExecutorVoiceAsked, PlanId, StageRow } from '../plan/schema.ts';
import type { PlansTables } from '../schema.ts';
import type { EvidenceRow, UpdateRow } from './schema.ts';

/** A day after all amendments: links that last name a measure as its address does, by the newest number. */
export const NEWEST = day('2199-12-31');

/** A measure by the name it bears on a day. */
export interface MeasureNamed {
  readonly id: MeasureId;
  readonly slug: string;
  readonly number: string | null;
  readonly title: Texts;
}

/** A cell with what one must know to report on it or to judge it. */
export interface CellAt {
  readonly cell: CellRow;
  readonly planId: PlanId;
  readonly planSlug: string;
  readonly planTitle: Texts;
  readonly asked: ExecutorVoiceAsked;
  readonly replyDays: number;
  readonly extensionDays: number;
  readonly stages: readonly StageRow[];
  readonly measure: MeasureNamed;
  readonly withdrawnOn: PlainDate | null;
}

/** The name of a measure (`m`: its alias in the statement) with what amendments in effect by the day made of it. */
export const measureNamed = (m: string, on: PlainDate): RawBuilder<MeasureNamed> => sql`
  jsonb_build_object('id', ${column(m, 'id')}, 'slug', ${column(m, 'slug')},
    'number', ${newest(m, 'number', on)}, 'title', ${newest(m, 'title', on)})`;

const column = (m: string, name: string): RawBuilder<unknown> => sql.ref(`${m}.${name}`);

const newest = (m: string, name: 'number' | 'title', on: PlainDate): RawBuilder<unknown> => sql`
  coalesce((select a.${sql.ref(`new_${name}`)} from plans_amendments a
    where a.forum_id = ${column(m, 'forum_id')} and a.measure_id = ${column(m, 'id')} and a.effective_on <= ${on}
      and a.${sql.ref(`new_${name}`)} is not null
    order by a.effective_on desc, a.id desc limit 1), ${column(m, name)})`;

/** A cell of this forum's own plans by id, on a day; null when there is none (an id of another forum is none). */
export async function cellAt(db: Db, forum: string, cell: string, on: PlainDate): Promise<CellAt | null> {
  if (!isId(cell)) return null;
  const { rows } = await sql<CellAt>`
    select to_jsonb(c) as cell, p.id as "planId", p.slug as "planSlug", p.title as "planTitle", p.executor_voice as asked,
      p.reply_days as "replyDays", p.extension_days as "extensionDays",
      coalesce((select jsonb_agg(to_jsonb(s)) from plans_stages s where s.forum_id = p.forum_id and s.plan_id = p.id), '[]') as stages,
      ${measureNamed('m', on)} as measure, w.on_day as "withdrawnOn"
    from plans_cells c
    join plans_measures m on m.forum_id = c.forum_id and m.id = c.measure_id
    join plans_plans p on p.forum_id = c.forum_id and p.id = c.plan_id
    left join plans_withdrawals w on w.forum_id = c.forum_id and w.measure_id = c.measure_id
    where c.forum_id = ${forum} and c.id = ${cell}`.execute(db);
  return rows[0] ?? null;
}

export interface IndicatorAsked {
  readonly id: IndicatorId;
  readonly text: Texts;
  readonly unit: Texts | null;
}

/** The indicators of a measure, as a form asks for their values. */
export const indicatorsAsked = (db: Db, forum: string, measure: MeasureId): Promise<readonly IndicatorAsked[]> =>
  db
    .withTables<PlansTables>()
    .selectFrom('plans_indicators')
    .select(['id', 'text', 'unit'])
    .where('forum_id', '=', forum)
    .where('measure_id', '=', measure)
    .orderBy('position')
    .execute();

/** Waits for other words on the same cell: of two at once each sees what the other said. */
export const lockCell = (db: Db, forum: string, cell: CellId) =>
  sql`select 1 from plans_cells where forum_id = ${forum} and id = ${cell} for update`.execute(db);

/** The update that speaks for a cell (latest day, last entered) and how much evidence it brought. */
export async function speakingUpdate(db: Db, forum: string, cell: CellId) {
  const { rows } = await sql<{
    id: UpdateId;
    state: 'not_started' | 'under_way' | 'complete';
    on_day: PlainDate;
    evidence: number;
  }>`
    select u.id, u.state, u.on_day,
      (select count(*) from plans_evidence e where e.forum_id = u.forum_id and e.update_id = u.id) as evidence
    from plans_updates u where u.forum_id = ${forum} and u.cell_id = ${cell}
    order by u.on_day desc, u.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The update that a cell keeps as its newest word, with its evidence; null for none. */
export async function updateSaid(db: Db, forum: string, update: UpdateId | null): Promise<UpdateSaid | null> {
  if (!update) return null;
  const { rows } = await sql<UpdateSaid>`
    select to_jsonb(u) as row, coalesce((select jsonb_agg(to_jsonb(e) order by e.position) from plans_evidence e
      where e.forum_id = u.forum_id and e.update_id = u.id), '[]') as evidence
    from plans_updates u where u.forum_id = ${forum} and u.id = ${update}`.execute(db);
  return rows[0] ?? null;
}

export interface UpdateSaid {
  readonly row: UpdateRow;
  readonly evidence: readonly EvidenceRow[];
}

/** What a one-deed link to report on a cell is for; null when there is nothing to report on now. */
export async function describeReport(db: Db, forum: Forum, cell: string): Promise<DeedDescribed | null> {
  const at = await cellAt(db, forum.id, cell, NEWEST);
  if (!at || at.asked === 'not_asked' || at.withdrawnOn || !isAdopted(stageOn(at.stages, NEWEST))) return null;
  return {
    body: at.cell.body_id,
    formPath: `/plans/${at.planSlug}/measures/${at.measure.slug}/updates/new?cell=${at.cell.id}`,
    purpose: message('plans.deed.report', { number: at.measure.number ?? '–' }),
  };
}
