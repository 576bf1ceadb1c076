import { type SqlBool, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { EvaluationLine, EvaluationsWanted } from './schema.ts';

const MOST = 200;

/** Evaluations whose reply window is open on the day and unanswered, the soonest end first. */
export const repliesAwaited = (db: Db, forum: Forum, wanted: EvaluationsWanted, day: PlainDate) =>
  lines(db, forum, wanted, sql<SqlBool>`e.reply_until >= ${day} and r.id is null`, sql`e.reply_until, e.id`);

/** Evaluations that were sent since a day, the newest first. */
export const evaluationsSince = (db: Db, forum: Forum, wanted: EvaluationsWanted, since: PlainDate) =>
  lines(db, forum, wanted, sql<SqlBool>`e.sent_on >= ${since}`, sql`e.sent_on desc, e.id desc`);

async function lines(
  db: Db,
  forum: Forum,
  wanted: EvaluationsWanted,
  which: ReturnType<typeof sql<SqlBool>>,
  order: ReturnType<typeof sql>,
): Promise<readonly EvaluationLine[]> {
  const { rows } = await sql<EvaluationLine>`
    select e.id, e.cell_id as cell, p.slug as "planSlug", m.slug, ${latest('new_number')} as number, ${latest('new_title')} as title,
      c.body_id as body, e.author_body_id as author, e.completion, e.sent_on as "sentOn", e.reply_until as "replyUntil",
      e.publishes_on as "publishesOn", x.id is not null as extended, r.on_day as "repliedOn"
    from plans_evaluations e
    join plans_cells c on c.forum_id = e.forum_id and c.id = e.cell_id
    join plans_measures m on m.forum_id = e.forum_id and m.id = e.measure_id
    join plans_plans p on p.forum_id = m.forum_id and p.id = m.plan_id
    left join plans_replies r on r.forum_id = e.forum_id and r.evaluation_id = e.id
    left join plans_reply_extensions x on x.forum_id = e.forum_id and x.evaluation_id = e.id
    where e.forum_id = ${forum.id} and ${ofWhom(wanted)} and ${which}
    order by ${order}
    limit ${MOST}`.execute(db);
  return rows;
}

/** Number and title as they read when the evaluation was sent. */
const latest = (column: 'new_number' | 'new_title') => sql`
  coalesce((select b.${sql.ref(column)} from plans_amendments b
    where b.forum_id = e.forum_id and b.measure_id = e.measure_id and b.effective_on <= e.sent_on
      and b.${sql.ref(column)} is not null
    order by b.effective_on desc, b.id desc limit 1), m.${sql.ref(column.slice(4))})`;

function ofWhom(wanted: EvaluationsWanted) {
  if (wanted === 'all') return sql<SqlBool>`true`;
  if ('of' in wanted) return sql<SqlBool>`c.body_id = any(${[...wanted.of]}::uuid[])`;
  return sql<SqlBool>`e.author_body_id = any(${[...wanted.by]}::uuid[])`;
}
