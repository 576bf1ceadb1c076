import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodyBySlug, placeBySlug } from '#modules/places/contract.ts';
import { pageOf } from '#ui/pager.tsx';
import { mayAuthor, mayReadPlan } from '../access.ts';
import { chosenOf, fitting } from './forms.ts';
import { PlanPage } from './pages/plan-page.tsx';
import { PlanReport } from './pages/plan-report.tsx';
import { PlansList } from './pages/plans-list.tsx';
import { cardsOf, measuresHere, overviewAt, planSeen } from './queries.ts';
import type { Named, PlanOverview, PlanSeen } from './schema.ts';

/** The plan of the address, when this reader may see it. */
export const readable = (web: Web): Promise<PlanSeen | Answer> => found(web, planSeen);

async function found<Seen extends PlanSeen>(
  web: Web,
  ask: (db: Db, forum: Forum, slug: string, day: PlainDate) => Promise<Seen | null>,
): Promise<Seen | Answer> {
  const seen = await ask(web.db, web.forum, web.params.plan ?? '', web.today);
  // A draft is not there for strangers: the answer does not say that it exists.
  if (!seen || !mayReadPlan(web.actor, seen.plan.forum_id, seen.stage).may) {
    return refused({ kind: 'not_found', message: message('plans.overview.no_such_plan') });
  }
  return seen;
}

export const isAnswer = (value: PlanSeen | Answer): value is Answer => 'kind' in value;

export const baseOf = (web: Web, seen: PlanSeen): string => web.at(`/plans/${seen.plan.slug}`);

export const homeCrumb = (web: Web) => ({ label: web.lang.t('plans.overview.menu'), href: web.at('/plans') });

const plansList: Route = get('/plans', async (web) => {
  const cards = await cardsOf(web.db, web.forum, web.today);
  const plans = cards.filter((seen) => mayReadPlan(web.actor, seen.plan.forum_id, seen.stage).may);
  const title = web.lang.t('plans.overview.list_title');
  const { lang, today, at } = web;
  return page({
    title,
    menu: 'plans',
    main: PlansList({ lang, today, plans, at, mayAuthor: mayAuthor(web.actor, web.forum.id).may }),
  });
});

const plan: Route = get('/plans/:plan', async (web) => {
  const overview = await found(web, overviewAt);
  if (isAnswer(overview)) return overview;
  const chosen = chosenOf(web.url.searchParams);
  const body = chosen.executor ? ((await bodyBySlug(web.db, web.forum.id, chosen.executor))?.id ?? null) : undefined;
  const here = chosen.place
    ? await measuresHere(web.db, overview.plan, (await placeBySlug(web.db, web.forum.id, chosen.place))?.id ?? null)
    : null;
  const base = baseOf(web, overview);
  const { lang, today, url } = web;
  const title = lang.pick(overview.plan.title);
  const alternates = [
    { type: 'application/atom+xml', href: `${base}.atom`, title },
    { type: 'text/csv', href: `${base}.csv`, title },
    { type: 'text/calendar', href: `${base}.ics`, title },
  ];
  const pageNumber = pageOf(url);
  const main = PlanPage({
    lang,
    today,
    url,
    overview,
    fitting: fitting(overview, { chosen, body, here }),
    pageNumber,
    ...optionsOf(web, overview),
    base,
    mayAuthor: mayAuthor(web.actor, overview.plan.forum_id).may,
    notice: url.searchParams.has('done') ? lang.t('plans.overview.saved') : null,
  });
  return page({ title, menu: 'plans', crumbs: [homeCrumb(web)], main, alternates });
});

/** Executors and communities of the plan, by name, as choices of the filter. */
function optionsOf({ lang }: Web, overview: PlanOverview) {
  const options = (named: readonly Named[]) =>
    named
      .map(({ slug, name }) => ({ value: slug, label: lang.pick(name) }))
      .sort((a, b) => lang.compare(a.label, b.label));
  return { bodies: options(overview.bodies), places: options(overview.places) };
}

const report: Route = get('/plans/:plan/report', async (web) => {
  const overview = await found(web, overviewAt);
  if (isAnswer(overview)) return overview;
  const { lang, today, forum } = web;
  const base = baseOf(web, overview);
  const main = PlanReport({
    lang,
    today,
    overview,
    forum: { ...forum, name: lang.pick(forum.name), motto: lang.pick(forum.motto) },
    base,
    address: `${web.origin}${base}`,
  });
  return page({ title: lang.pick(overview.plan.title), menu: 'plans', main, bare: true });
});

export const overviewRoutes: readonly Route[] = [plansList, report, plan];
