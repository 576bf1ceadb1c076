import { holds } from '#core/actor.ts';
import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { casesOfSubjects, ownBodies, seesAll } from '#modules/obligations/contract.ts';
import { pageOf } from '#ui/pager.tsx';
import { numberIn } from '../reports/forms.ts';
import { namesOf } from '../reports/routes.ts';
import { mayAsk, mayKeepRequests } from './access.ts';
import { type RequestSeen, requestsCsv } from './api.ts';
import { RequestPage } from './pages/request-page.tsx';
import { RequestsList } from './pages/requests-list.tsx';
import { publicRequests, requestByNumber, waitingRequests } from './queries.ts';
import { pathOf, REQUEST_KIND, stateOf } from './rules.ts';
import type { Request } from './schema.ts';

const SIZE = 20;

/** What everybody reads: the list, the table, one request. */
export const requestRoutes: readonly Route[] = [
  get('/requests', (web) => listPage(web)),
  get('/requests.csv', async (web) => {
    const seen = await seenOf(web, await publicRequests(web.db, web.forum.id));
    const names = await namesOf(
      web,
      seen.map(({ request }) => request.body),
    );
    const body = requestsCsv(web.lang, seen, names);
    return { kind: 'file', type: 'text/csv; charset=utf-8', name: `${web.forum.slug}-requests.csv`, body };
  }),
  get('/requests/:number', async (web) => {
    const request = await requestAt(web);
    return request ? onePage(web, request) : noRequest;
  }),
];

export const noRequest: Answer = refused({ kind: 'not_found', message: message('accountability.requests.unknown') });

export async function requestAt(web: Web): Promise<Request | null> {
  const number = numberIn(web.params.number);
  return number === null ? null : requestByNumber(web.db, web.forum.id, number);
}

export const crumbsOf = (web: Web, request?: Request) => [
  { label: web.lang.t('accountability.requests.title'), href: web.at('/requests') },
  ...(request
    ? [{ label: web.lang.t('accountability.requests.one', { number: request.number }), href: web.at(pathOf(request)) }]
    : []),
];

/** The clocks as far as these eyes see them: a first lateness is told to the body before everybody sees it. */
export async function clocksOf({ db, forum, actor, today, now, sight }: Web, requests: readonly Request[]) {
  const eyes = { all: seesAll(actor, forum), bodies: ownBodies(actor, forum) };
  const ids = sight.shows('obligations') ? requests.map(({ id }) => id as string) : [];
  return casesOfSubjects(db, forum.id, REQUEST_KIND, ids, { today, now }, eyes);
}

/** Requests with their states on this day. */
export async function seenOf(web: Web, requests: readonly Request[]): Promise<readonly RequestSeen[]> {
  const clocks = await clocksOf(web, requests);
  return requests.map((request) => {
    const clock = clocks.get(request.id);
    return { request, state: stateOf(request, clock, web.today), dueOn: clock?.dueOn ?? null };
  });
}

export const bodyName = async (web: Web, { body }: Request): Promise<string> =>
  (await namesOf(web, [body])).get(body)?.name ?? '–';

async function listPage(web: Web): Promise<Answer> {
  const { lang, url, db, forum, actor, at } = web;
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const all = await seenOf(web, await publicRequests(db, forum.id));
  const names = await namesOf(
    web,
    all.map(({ request }) => request.body),
  );
  const [state, body] = [asked('state'), isId(asked('body')) ? asked('body') : ''];
  const found = all.filter(
    (one) => (state === '' || one.state === state) && (body === '' || one.request.body === body),
  );
  const current = pageOf(url);
  const keeps = mayKeepRequests(actor, forum).may;
  const main = RequestsList({
    ...{ lang, at: (path: string) => at(path), url, names, total: found.length, page: current, size: SIZE },
    seen: found.slice((current - 1) * SIZE, current * SIZE),
    bodies: [...names]
      .map(([value, { name }]) => ({ value, label: name }))
      .toSorted((a, b) => lang.compare(a.label, b.label)),
    withheld: await web.withheld(forum.id),
    shows: web.sight.shows,
    asks: mayAsk(forum).may,
    waiting: keeps ? { href: at('/requests/desk'), n: (await waitingRequests(db, forum.id)).length } : null,
  });
  return page({
    ...{ title: lang.t('accountability.requests.title'), description: lang.t('accountability.requests.lede') },
    ...{ menu: 'accountability', main },
    alternates: [{ type: 'text/csv', href: at('/requests.csv'), title: 'CSV' }],
  });
}

async function onePage(web: Web, request: Request): Promise<Answer> {
  const { lang, forum, actor, at } = web;
  const clock = (await clocksOf(web, [request])).get(request.id);
  const keeper = holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id);
  const main = RequestPage({
    ...{ lang, forum: forum.id, at: (path: string) => at(path), request, state: stateOf(request, clock, web.today) },
    body: (await namesOf(web, [request.body])).get(request.body) ?? { name: '–', href: null },
    clock: clock ? { number: clock.number, dueOn: clock.dueOn } : null,
    desk: mayKeepRequests(actor, forum).may ? at(`${pathOf(request)}/desk`) : null,
    withheld: await web.withheld(forum.id),
    takeDown: keeper ? (type, id) => at(`/withheld/new?${new URLSearchParams({ type, id })}`) : null,
    done: null,
  });
  const title = lang.t('accountability.requests.one', { number: request.number });
  const noindex = !request.decision?.accepted;
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex, main });
}
