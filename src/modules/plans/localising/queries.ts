import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { isPublicOn, standsOn } from '../plan/publicity/queries.ts';
import type { PlanRow } from '../plan/schema.ts';
import { type MeasureNamed, measureNamed } from '../reports/queries.ts';
import type { LocalShare } from './schema.ts';

/**
 * The measures of a national plan with what answers each here: measures of the forum's own public plans that
 * localise it and stand, by the name they bear on the day. Drafts and withdrawn ones do not count.
 */
export async function localAnswers(
  db: Db,
  forum: Forum,
  national: PlanRow,
  day: PlainDate,
): Promise<ReadonlyMap<string, LocalShare['answers']>> {
  const { rows } = await sql<{ answered: string; planSlug: string; measure: MeasureNamed }>`
    select m.localises_id as answered, p.slug as "planSlug", ${measureNamed('m', day)} as measure
    from plans_measures m
    join plans_plans p on p.forum_id = m.forum_id and p.id = m.plan_id
    join plans_measures n on n.forum_id = m.localises_forum_id and n.id = m.localises_id
    where m.forum_id = ${forum.id} and n.forum_id = ${national.forum_id} and n.plan_id = ${national.id}
      and ${isPublicOn('p', day)} and ${standsOn('m', day)}
    order by p.created_at, m.position`.execute(db);
  const answers = rows.map(({ answered, planSlug, measure }) => ({ answered, planSlug, ...measure }));
  return Map.groupBy(answers, (answer) => answer.answered);
}
