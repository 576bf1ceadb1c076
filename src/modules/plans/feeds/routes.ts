import { type Answer, get, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { planOverview, reportDatesOf } from '../overview/queries.ts';
import { baseOf, isAnswer, readable } from '../overview/routes.ts';
import type { MeasureLine } from '../overview/schema.ts';
import { deadlinesCalendar, newsFeed } from './api.ts';
import { happeningsOf } from './queries.ts';

const calendar: Route = get('/plans/:plan.ics', async (web) => {
  const seen = await readable(web);
  if (isAnswer(seen)) return seen;
  const overview = await planOverview(web.db, seen, web.today);
  const dates = await reportDatesOf(web.db, seen.plan.forum_id, seen.plan.id);
  const base = `${web.origin}${baseOf(web, seen)}`;
  const addressOf = (slug: string | null): string => (slug ? `${base}/measures/${slug}` : base);
  const body = deadlinesCalendar(web.lang, overview, dates, addressOf, web.now);
  return { kind: 'file', type: 'text/calendar; charset=utf-8', body, cacheable: true };
});

const news: Route = get('/plans/:plan.atom', async (web) => feedOf(web, null));

const measureNews: Route = get('/plans/:plan/measures/:measure.atom', async (web) =>
  feedOf(web, web.params.measure ?? ''),
);

async function feedOf(web: Web, slug: string | null): Promise<Answer> {
  const seen = await readable(web);
  if (isAnswer(seen)) return seen;
  const overview = await planOverview(web.db, seen, web.today);
  const lines = new Map(overview.points.flatMap((point) => point.measures).map((line) => [line.id, line]));
  const one = slug === null ? null : [...lines.values()].find((line) => line.slug === slug);
  if (one === undefined) return refused({ kind: 'not_found', message: message('plans.overview.no_such_measure') });
  const base = `${web.origin}${baseOf(web, seen)}`;
  const title = one ? titleOf(web, one) : web.lang.pick(seen.plan.title);
  const self = `${web.origin}${web.url.pathname}`;
  const happenings = await happeningsOf(web.db, seen.plan, one?.id ?? null, web.today);
  const names = await bodyNames(
    web.db,
    web.forum.id,
    happenings.flatMap((h) => (h.body ? [h.body] : [])),
  );
  const items = happenings.map((h) => ({
    id: h.id,
    day: h.day,
    title: `${titleOf(web, lines.get(h.measure)!)}: ${web.lang.t(`plans.feeds.${h.what}`)}`,
    text: [h.body ? web.lang.pick(names.get(h.body) ?? {}) : '', h.text ? web.lang.pick(h.text) : '']
      .filter(Boolean)
      .join(': '),
    href: `${base}/measures/${lines.get(h.measure)!.slug}`,
  }));
  const page = slug === null ? base : `${base}/measures/${slug}`;
  return {
    kind: 'file',
    type: 'application/atom+xml; charset=utf-8',
    body: newsFeed(web.lang, title, self, page, items, web.now),
    cacheable: true,
  };
}

const titleOf = (web: Web, line: MeasureLine): string =>
  [line.number, web.lang.pick(line.title)].filter(Boolean).join(' ');

export const feedRoutes: readonly Route[] = [calendar, news, measureNews];
