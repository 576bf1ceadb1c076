import { get, page, type Route, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { planOverview } from '../overview/queries.ts';
import { baseOf, homeCrumb, isAnswer, readable } from '../overview/routes.ts';
import { LocalSharePage } from './pages/local-share.tsx';
import { localAnswers } from './queries.ts';

export const localShare: Route = get('/plans/:plan/local', async (web) => {
  const seen = await readable(web);
  if (isAnswer(seen)) return seen;
  // Of a local plan nothing reaches us: it is ours.
  if (seen.plan.kind !== 'national')
    return refused({ kind: 'not_found', message: message('plans.localising.not_national') });
  const overview = await planOverview(web.db, seen, web.today);
  const answers = await localAnswers(web.db, web.forum, seen.plan, web.today);
  const shares = overview.points
    .flatMap((point) => point.measures)
    .filter((measure) => measure.local !== 'no')
    .map((measure) => ({ measure, answers: answers.get(measure.id) ?? [] }));
  const { lang, at } = web;
  const base = baseOf(web, seen);
  const main = LocalSharePage({ lang, seen, shares, base, at });
  const crumbs = [homeCrumb(web), { label: lang.pick(seen.plan.title), href: base }];
  return page({ title: lang.t('plans.localising.title'), menu: 'plans', crumbs, main });
});
