import { type NewsItem, newsFeed } from '#core/feeds.ts';
import { type Answer, get, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { planOverview, reportDatesOf } from '../overview/queries.ts';
import { baseOf, isAnswer, readable } from '../overview/routes.ts';
import { newsWithoutWithheld } from '../withheld/rules.ts';
import { deadlinesCalendar, nameOf } from './api.ts';
import { happeningsOf, presentSlug } from './queries.ts';

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
  const base = `${web.origin}${baseOf(web, seen)}`;
  const present = slug && (await presentSlug(web.db, seen.plan, slug));
  if (present && present !== slug)
    return { kind: 'redirect', to: `${baseOf(web, seen)}/measures/${present}.atom${web.url.search}`, permanent: true };
  const overview = await planOverview(web.db, seen, web.today);
  const lines = new Map(overview.points.flatMap((point) => point.measures).map((line) => [line.id, line]));
  const one = slug === null ? null : [...lines.values()].find((line) => line.slug === slug);
  if (one === undefined) return refused({ kind: 'not_found', message: message('plans.overview.no_such_measure') });
  const title = one ? nameOf(web.lang, one) : web.lang.pick(seen.plan.title);
  const happenings = newsWithoutWithheld(
    await happeningsOf(web.db, seen.plan, one?.id ?? null, web.today),
    await web.withheld(seen.plan.forum_id),
  );
  const names = await bodyNames(
    web.db,
    web.forum.id,
    happenings.flatMap((h) => (h.body ? [h.body] : [])),
  );
  const items = happenings.flatMap((h): NewsItem[] => {
    // A measure that is not in the plan yet has no news.
    const line = lines.get(h.measure);
    if (!line) return [];
    const said = [h.body && web.lang.pick(names.get(h.body) ?? {}), h.text && web.lang.pick(h.text)];
    return [
      {
        id: h.id,
        day: h.day,
        title: `${nameOf(web.lang, line)}: ${web.lang.t(`plans.feeds.${h.what}`)}`,
        text: said.filter(Boolean).join(': '),
        href: `${base}/measures/${line.slug}`,
      },
    ];
  });
  const page = slug === null ? base : `${base}/measures/${slug}`;
  const facts = { title, author: web.lang.pick(web.forum.name), self: `${page}.atom`, page };
  return {
    kind: 'file',
    type: 'application/atom+xml; charset=utf-8',
    body: newsFeed(web.lang, facts, items, web.now),
    cacheable: true,
  };
}

export const feedRoutes: readonly Route[] = [calendar, news, measureNews];
