import ical from 'ical-generator';
import { oneLine } from '#core/feeds.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { MeasureLine, PlanOverview } from '../overview/schema.ts';
import type { ReportDateRow } from '../plan/schema.ts';

/**
 * The deadlines of a plan for anyone's calendar (RFC 5545): every measure that stands and has a due day, and the days
 * on which reports are due. Whole days, so that no zone shifts them.
 */
export function deadlinesCalendar(
  lang: Lang,
  overview: PlanOverview,
  reportDates: readonly ReportDateRow[],
  addressOf: (slug: string | null) => string,
  now: Date,
): string {
  const title = oneLine(lang.pick(overview.plan.title));
  const calendar = ical({
    // The library escapes the texts of events, but not the name of the calendar.
    name: title.replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Ortaq', product: 'plans', language: lang.code.toUpperCase() },
  });
  for (const line of overview.points.flatMap((seen) => seen.measures)) {
    if (!line.due || line.withdrawn) continue;
    const summary = lang.t('plans.feeds.due', { title: nameOf(lang, line) });
    calendar.createEvent({
      id: `${line.id}@ortaq`,
      ...wholeDay(line.due),
      stamp: now,
      summary,
      url: addressOf(line.slug),
    });
  }
  for (const date of reportDates) {
    const summary = lang.t('plans.feeds.report', { title });
    calendar.createEvent({
      id: `${date.id}@ortaq`,
      ...wholeDay(date.due_on),
      stamp: now,
      summary,
      url: addressOf(null),
    });
  }
  return calendar.toString();
}

const wholeDay = (day: PlainDate) => ({
  start: new Date(`${day}T00:00:00Z`),
  end: new Date(`${addDays(day, 1)}T00:00:00Z`),
  allDay: true,
});

/** "1.1 Terminals": a measure by its number and title, in one line. */
export const nameOf = (lang: Lang, line: Pick<MeasureLine, 'number' | 'title'>): string =>
  oneLine([line.number, lang.pick(line.title)].filter(Boolean).join(' '));
