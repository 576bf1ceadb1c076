import { Feed } from 'feed';
import ical from 'ical-generator';
import type { Lang } from '#core/i18n/lang.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { PlanOverview } from '../overview/schema.ts';
import type { ReportDateRow } from '../plan/schema.ts';
import type { NewsItem } from './schema.ts';

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
  const title = lang.pick(overview.plan.title);
  const calendar = ical({
    name: title,
    prodId: { company: 'Ortaq', product: 'plans', language: lang.code.toUpperCase() },
  });
  for (const line of overview.points.flatMap((seen) => seen.measures)) {
    if (!line.due || line.withdrawn) continue;
    const summary = lang.t('plans.feeds.due', { number: line.number ?? '', title: lang.pick(line.title) });
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

/** News of a plan or of one measure as Atom (RFC 4287), newest first. */
export function newsFeed(
  lang: Lang,
  title: string,
  self: string,
  page: string,
  news: readonly NewsItem[],
  now: Date,
): string {
  const feed = new Feed({
    id: page,
    title,
    link: page,
    language: lang.code,
    updated: news[0] ? new Date(`${news[0].day}T00:00:00Z`) : now,
    copyright: '',
    generator: 'Ortaq',
    feedLinks: { atom: self },
  });
  for (const happening of news) {
    const date = new Date(`${happening.day}T00:00:00Z`);
    feed.addItem({
      id: `urn:uuid:${happening.id}`,
      title: happening.title,
      link: happening.href,
      date,
      description: happening.text,
    });
  }
  return feed.atom1();
}
