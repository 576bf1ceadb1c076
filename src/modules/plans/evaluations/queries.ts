import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { DeedDescribed } from '#modules/identity/contract.ts';
import type { CellRow, MeasureId } from '../measures/schema.ts';
import { type MeasureNamed, measureNamed, NEWEST } from '../reports/queries.ts';
import type { EvidenceRow } from '../reports/schema.ts';
import type { PlansTables } from '../schema.ts';
import type { EvaluationRow, ReplyExtensionRow, ReplyRow } from './schema.ts';

/** An evaluation with the cell it judges and what came of its window. */
export interface EvaluationAt {
  readonly evaluation: EvaluationRow;
  readonly cell: CellRow;
  readonly reply: ReplyRow | null;
  readonly extension: ReplyExtensionRow | null;
  readonly evidence: readonly EvidenceRow[];
  readonly replyDays: number;
  readonly extensionDays: number;
  readonly planSlug: string;
  readonly planTitle: Texts;
  readonly measure: MeasureNamed;
}

/** An evaluation of this forum's own plans by id, on a day; null when there is none. */
export async function evaluationAt(
  db: Db,
  forum: string,
  evaluation: string,
  on: PlainDate,
): Promise<EvaluationAt | null> {
  if (!isId(evaluation)) return null;
  const { rows } = await sql<EvaluationAt>`
    select to_jsonb(e) as evaluation, to_jsonb(c) as cell,
      (select to_jsonb(r) from plans_replies r where r.forum_id = e.forum_id and r.evaluation_id = e.id) as reply,
      (select to_jsonb(x) from plans_reply_extensions x where x.forum_id = e.forum_id and x.evaluation_id = e.id) as extension,
      coalesce((select jsonb_agg(to_jsonb(v) order by v.position) from plans_evidence v
        where v.forum_id = e.forum_id and v.evaluation_id = e.id), '[]') as evidence,
      p.reply_days as "replyDays", p.extension_days as "extensionDays", p.slug as "planSlug", p.title as "planTitle",
      ${measureNamed('m', on)} as measure
    from plans_evaluations e
    join plans_cells c on c.forum_id = e.forum_id and c.id = e.cell_id
    join plans_measures m on m.forum_id = e.forum_id and m.id = e.measure_id
    join plans_plans p on p.forum_id = e.forum_id and p.id = m.plan_id
    where e.forum_id = ${forum} and e.id = ${evaluation}`.execute(db);
  return rows[0] ?? null;
}

/** Which evaluation a kept file is evidence of; null when it is of none. */
export async function evaluationOfFile(db: Db, forum: string, file: string): Promise<string | null> {
  const row = await db
    .withTables<PlansTables>()
    .selectFrom('plans_evidence')
    .select('evaluation_id')
    .where('forum_id', '=', forum)
    .where('file_id', '=', file)
    .where('evaluation_id', 'is not', null)
    .executeTakeFirst();
  return row?.evaluation_id ?? null;
}

/** Waits for another deed on the same evaluation: a reply and an extension at once see each other. */
export const lockEvaluation = (db: Db, forum: string, evaluation: string) =>
  sql`select 1 from plans_evaluations where forum_id = ${forum} and id = ${evaluation} for update`.execute(db);

/** All bodies that are or were executors of a measure: none of them judges it. */
export const executorsOf = (db: Db, forum: string, measure: MeasureId): Promise<readonly Pick<CellRow, 'body_id'>[]> =>
  db
    .withTables<PlansTables>()
    .selectFrom('plans_cells')
    .select('body_id')
    .where('forum_id', '=', forum)
    .where('measure_id', '=', measure)
    .execute();

/** What a one-deed link to reply to an evaluation is for; null when a reply was given. */
export async function describeReply(db: Db, forum: Forum, evaluation: string): Promise<DeedDescribed | null> {
  const at = await evaluationAt(db, forum.id, evaluation, NEWEST);
  if (!at || at.reply) return null;
  return {
    body: at.cell.body_id,
    formPath: `/plans/${at.planSlug}/measures/${at.measure.slug}/evaluations/${at.evaluation.id}/reply`,
    purpose: message('plans.deed.reply', { number: at.measure.number ?? '–' }),
  };
}
