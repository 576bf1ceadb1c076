import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodiesById } from '#modules/places/contract.ts';
import { executorCounts } from '../executors/queries.ts';
import { plansSeen } from '../overview/queries.ts';
import { isPublic } from '../plan/rules.ts';
import type { PlansTables } from '../schema.ts';

/** Every public page about plans below a forum ("/plans/local/measures/1.3"), for the map of the site. */
export async function publicPaths(db: Db, forum: Forum, day: PlainDate): Promise<readonly string[]> {
  const plans = (await plansSeen(db, forum, day)).filter((seen) => isPublic(seen.stage)).map((seen) => seen.plan);
  const paths = ['/plans', ...plans.flatMap(({ slug }) => [`/plans/${slug}`, `/plans/${slug}/report`])];
  paths.push(...plans.filter((plan) => plan.kind === 'national').map((plan) => `/plans/${plan.slug}/local`));
  for (const plan of plans) {
    const measures = await db
      .withTables<PlansTables>()
      .selectFrom('plans_measures')
      .select('slug')
      .where('forum_id', '=', plan.forum_id)
      .where('plan_id', '=', plan.id)
      .orderBy('position')
      .execute();
    paths.push(...measures.map(({ slug }) => `/plans/${plan.slug}/measures/${slug}`));
  }
  const counts = await executorCounts(db, forum, day);
  const bodies = await bodiesById(db, forum.id, [...counts.keys()]);
  return [...paths, '/executors', ...bodies.map((body) => `/executors/${body.slug}`)];
}
