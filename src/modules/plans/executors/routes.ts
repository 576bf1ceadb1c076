import { get, page, type Route, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodiesById, bodyBySlug } from '#modules/places/contract.ts';
import { homeCrumb } from '../overview/routes.ts';
import { ExecutorPage } from './pages/executor-page.tsx';
import { ExecutorsList } from './pages/executors-list.tsx';
import { cellLines, executorCounts } from './queries.ts';

const executors: Route = get('/executors', async (web) => {
  const { lang, at } = web;
  const counts = await executorCounts(web.db, web.forum, web.today);
  const bodies = await bodiesById(web.db, web.forum.id, [...counts.keys()]);
  const seen = bodies
    .map((body) => ({ slug: body.slug, name: lang.pick(body.name), measures: counts.get(body.id) ?? 0 }))
    .sort((a, b) => lang.compare(a.name, b.name));
  const title = lang.t('plans.executors.title');
  return page({ title, menu: 'plans', crumbs: [homeCrumb(web)], main: ExecutorsList({ lang, executors: seen, at }) });
});

const executor: Route = get('/executors/:body', async (web) => {
  const body = await bodyBySlug(web.db, web.forum.id, web.params.body ?? '');
  if (!body) return refused({ kind: 'not_found', message: message('plans.executors.no_such_body') });
  const { lang, today, at } = web;
  const cells = await cellLines(web.db, web.forum, { bodies: [body.id] }, today);
  const name = lang.choose(body.name);
  const crumbs = [homeCrumb(web), { label: lang.t('plans.executors.title'), href: at('/executors') }];
  const main = ExecutorPage({ lang, today, name, bodyHref: at(`/bodies/${body.slug}`), cells, at });
  return page({ title: name.text, menu: 'plans', crumbs, main });
});

export const executorRoutes: readonly Route[] = [executors, executor];
