import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { planOverview, plansSeen, reportDatesOf } from '../overview/queries.ts';
import type { PlanCardSeen } from '../overview/schema.ts';
import { isPublic, nextReport } from '../plan/rules.ts';
import { dueLines } from './rules.ts';
import type { DueLine, Front, ReportsDue } from './schema.ts';

/** What a forum's front page says of its plans on a day. */
export async function frontOf(db: Db, forum: Forum, day: PlainDate): Promise<Front> {
  const cards: PlanCardSeen[] = [];
  const late: DueLine[] = [];
  const next: DueLine[] = [];
  const reports: ReportsDue[] = [];
  for (const seen of await plansSeen(db, forum, day)) {
    if (!isPublic(seen.stage)) continue;
    const overview = await planOverview(db, seen, day);
    cards.push({ ...seen, tally: overview.tally });
    if (!seen.own) continue;
    const lines = dueLines(overview, day);
    late.push(...lines.late);
    next.push(...lines.next);
    if (seen.stage !== 'in_force') continue;
    const dates = await reportDatesOf(db, seen.plan.forum_id, seen.plan.id);
    const on = nextReport(
      dates.map((date) => date.due_on),
      day,
    );
    if (on) reports.push({ planSlug: seen.plan.slug, planTitle: seen.plan.title, on });
  }
  return { cards, late, next, reports };
}
