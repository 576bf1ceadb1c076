import type { Forum } from '#core/forum.ts';
import { momentOf } from '#core/time/local-hour.ts';
import { addDays, dayIn, type PlainDate } from '#core/time/plain-date.ts';
import type { JobKind } from './job.ts';

/** One day's run of a daily job in one forum. */
export interface DailyRun {
  readonly kind: JobKind;
  readonly forum: Forum;
  readonly day: PlainDate;
  readonly at: Date;
}

/** The forums in which a daily job runs. */
const forumsOf = (kind: JobKind, forums: readonly Forum[]): readonly Forum[] =>
  forums.filter((forum) => (forum.kind === 'reference') === (kind.scope === 'installation'));

/** Today's runs whose hour has come, wherever today is. A day that passed while nothing ran is not made up for. */
export function dailyRunsBy(now: Date, kinds: readonly JobKind[], forums: readonly Forum[]): readonly DailyRun[] {
  return runsOn(0, now, kinds, forums).filter((run) => run.at <= now);
}

/** The moment after `now` at which the next daily job falls due; null: there is no daily job. */
export function nextDailyAfter(now: Date, kinds: readonly JobKind[], forums: readonly Forum[]): Date | null {
  const moments = [0, 1].flatMap((days) => runsOn(days, now, kinds, forums)).map((run) => run.at.getTime());
  const later = moments.filter((at) => at > now.getTime());
  return later.length > 0 ? new Date(Math.min(...later)) : null;
}

function runsOn(days: number, now: Date, kinds: readonly JobKind[], forums: readonly Forum[]): readonly DailyRun[] {
  return kinds.flatMap((kind) => {
    const { dailyAt } = kind;
    if (dailyAt === undefined) return [];
    return forumsOf(kind, forums).map((forum) => {
      const day = addDays(dayIn(forum.zone, now), days);
      return { kind, forum, day, at: momentOf(forum.zone, day, dailyAt) };
    });
  });
}
