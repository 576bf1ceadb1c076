import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { isPublic, stageOn } from '../plan/rules.ts';
import type { PlanId, PlanRow } from '../plan/schema.ts';
import type { PlansTables } from '../schema.ts';
import type { LocalShare } from './schema.ts';

/**
 * The measures of a national plan with what answers each here: measures of the forum's own public plans that
 * localise it. Drafts do not count.
 */
export async function localAnswers(
  db: Db,
  forum: Forum,
  national: PlanRow,
  day: PlainDate,
): Promise<ReadonlyMap<string, LocalShare['answers']>> {
  const { rows } = await sql<{
    localises_id: string;
    plan_id: PlanId;
    plan_slug: string;
    slug: string;
    number: string | null;
    title: Texts;
  }>`
    select m.localises_id, m.plan_id, p.slug as plan_slug, m.slug, m.number, m.title
    from plans_measures m
    join plans_plans p on p.forum_id = m.forum_id and p.id = m.plan_id
    join plans_measures n on n.id = m.localises_id and n.forum_id = m.localises_forum_id
    where m.forum_id = ${forum.id} and n.forum_id = ${national.forum_id} and n.plan_id = ${national.id}
    order by m.position`.execute(db);
  if (rows.length === 0) return new Map();
  const stages = await db
    .withTables<PlansTables>()
    .selectFrom('plans_stages')
    .selectAll()
    .where('forum_id', '=', forum.id)
    .execute();
  const shown = rows.filter((row) =>
    isPublic(
      stageOn(
        stages.filter((stage) => stage.plan_id === row.plan_id),
        day,
      ),
    ),
  );
  const answers = shown.map((row) => ({
    key: row.localises_id,
    planSlug: row.plan_slug,
    slug: row.slug,
    number: row.number,
    title: row.title,
  }));
  return Map.groupBy(answers, (answer) => answer.key);
}
