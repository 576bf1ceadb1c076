import type { Forum } from '#core/forum.ts';
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

/**
 * The moment at which clocks in the zone show this hour on this day. Where summer time skips the hour, the moment
 * an hour later; where it comes twice, the first.
 */
export function momentOf(zone: string, day: PlainDate, hour: number): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  // The offset just before and after: at most one change lies between.
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((at) => offsetOf(zone, at));
  const fitting = offsets.map((offset) => wanted - offset).filter((at) => at + offsetOf(zone, at) === wanted);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wanted - offsets[0]!);
}

/** Milliseconds by which the zone's clocks are ahead of UTC at that moment. */
function offsetOf(zone: string, at: number): number {
  const parts = partsIn(zone).formatToParts(at);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    (at - (at % 1000))
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}
