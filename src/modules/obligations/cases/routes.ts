import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { deedLinkPage } from '#modules/identity/contract.ts';
import { bodiesById, bodyNames } from '#modules/places/contract.ts';
import { MESSAGE_SCRIPT } from '#ui/message.tsx';
import { pageOf } from '#ui/pager.tsx';
import { EXTEND_DEED, FULFIL_DEED, mayKeepCases, ownBodies, seesAll } from '../access.ts';
import { withheldOf } from '../answers/queries.ts';
import { explanationOf } from '../clocks/queries.ts';
import { type Moment, stateOn } from '../rules.ts';
import { STATES } from '../schema.ts';
import { caseJson, casesCalendar, daysJson } from './api.ts';
import { CasePage } from './pages/case-page.tsx';
import { CasesList, PAGE_SIZE } from './pages/cases-list.tsx';
import { caseByNumber, caseCounts, casesPage, casesTotal, nextMoment, owingBodies } from './queries.ts';
import { HAPPENED, type Happened, resultOf } from './rules.ts';
import { type CaseLine, type CaseSeen, type CasesAsked, type Eyes, PUBLIC_EYES } from './schema.ts';

/** How many lines a file holds at most. */
const MOST_IN_FILE = 5_000;

const momentOf = (web: Web): Moment => ({ today: web.today, now: web.now });

const eyesOf = ({ actor, forum }: Web): Eyes => ({ all: seesAll(actor, forum), bodies: ownBodies(actor, forum) });

/** What the address asks for; what it does not understand is no filter. */
function asked({ url }: Web): CasesAsked {
  const state = STATES.find((known) => known === url.searchParams.get('state')) ?? null;
  const body = url.searchParams.get('body');
  return { state, body: isId(body) ? body : null };
}

const happened = ({ url }: Web): Happened | null =>
  HAPPENED.find((known) => known === url.searchParams.get('done')) ?? null;

async function list(web: Web): Promise<Answer> {
  const { db, forum, lang, url } = web;
  const moment = momentOf(web);
  const eyes = eyesOf(web);
  const wanted = asked(web);
  const nth = pageOf(url);
  const lines = await casesPage(db, forum.id, wanted, moment, eyes, {
    size: PAGE_SIZE,
    skip: (nth - 1) * PAGE_SIZE,
  });
  const counts = await caseCounts(db, forum.id, wanted.body, moment, eyes);
  const owing = await owingBodies(db, forum.id);
  const names = await bodyNames(db, forum.id, [...owing]);
  const main = CasesList({
    ...{ lang, url, moment, names, zone: forum.zone, at: (path) => web.at(path) },
    ...{ lines, counts, page: nth },
    total: await casesTotal(db, forum.id, wanted, moment, eyes, counts),
    bodies: owing
      .map((id) => ({ value: id, label: lang.pick(names.get(id) ?? {}) }))
      .sort((a, b) => lang.compare(a.label, b.label)),
    mayKeep: mayKeepCases(web.actor, forum).may,
  });
  const next = await nextMoment(db, forum.id, moment);
  const answer = page({
    ...{ title: lang.t('obligations.title'), description: lang.t('obligations.lede'), menu: 'obligations', main },
    alternates: [
      { type: 'text/calendar', href: web.at('/obligations.ics'), title: lang.t('obligations.calendar_feed') },
      { type: 'application/json', href: web.at('/obligations.json'), title: lang.t('obligations.json') },
    ],
  });
  return next && answer.kind === 'page' ? { ...answer, validUntil: next } : answer;
}

async function machine(
  web: Web,
  write: (lines: readonly CaseLine[], names: Awaited<ReturnType<typeof bodyNames>>) => Answer,
): Promise<Answer> {
  const { db, forum } = web;
  const { state, body } = asked(web);
  const one = { size: MOST_IN_FILE, skip: 0 };
  const lines = await casesPage(db, forum.id, { state, body }, momentOf(web), PUBLIC_EYES, one);
  const bodies = [...new Set(lines.map((line) => line.body))];
  return write(lines, await bodyNames(db, forum.id, bodies));
}

const json = (web: Web): Promise<Answer> =>
  machine(web, (lines, names) => {
    const { lang, forum, today } = web;
    const cases = lines.map((line) => caseJson(lang, line, names, momentOf(web), addressOf(web, line.number)));
    return file(
      'application/json',
      JSON.stringify({ forum: forum.slug, on: today, demonstration: forum.demonstration, cases }),
    );
  });

const ics = (web: Web): Promise<Answer> =>
  machine(web, (lines, names) => {
    const { lang, forum, now } = web;
    const title = `${lang.t('obligations.title')}: ${lang.pick(forum.name)}`;
    const address = (line: { readonly number: number }) => addressOf(web, line.number);
    return file('text/calendar; charset=utf-8', casesCalendar(lang, title, lines, names, address, now));
  });

const addressOf = (web: Web, number: number): string => `${web.origin}${web.at(`/obligations/${number}`)}`;
const file = (type: string, body: string): Answer => ({ kind: 'file', type, body, cacheable: true });

/** The case of the address, as far as whoever asks may see it. */
export async function caseOf(web: Web, eyes: Eyes = eyesOf(web)): Promise<CaseSeen | null> {
  const number = web.params.number ?? '';
  return /^[1-9]\d{0,8}$/.test(number) ? caseByNumber(web.db, web.forum.id, Number(number), momentOf(web), eyes) : null;
}

const NOT_THERE: Answer = refused({ kind: 'not_found', message: message('obligations.refused.no_such') });

async function one(web: Web): Promise<Answer> {
  const number = web.params.number ?? '';
  if (number.endsWith('.json')) return oneJson({ ...web, params: { number: number.slice(0, -5) } });
  const seen = await caseOf(web);
  if (!seen) return NOT_THERE;
  const { lang, forum, db } = web;
  const moment = momentOf(web);
  const explained = await explanationOf(db, forum, rowOf(web, seen));
  const [body] = await bodiesById(db, forum.id, [seen.body]);
  const mayKeep = mayKeepCases(web.actor, forum).may;
  const open = !seen.closed && stateOn(seen, moment) !== 'overdue' && stateOn(seen, moment) !== 'never';
  const did = happened(web);
  const to = web.langOf(forum.languages[0] ?? lang.code);
  const address = `${web.origin}/${to.code}/${forum.slug}/obligations/${seen.number}`;
  const names = { forum: to.pick(forum.name), body: body ? to.pick(body.name) : '' };
  const main = CasePage({
    ...{ lang, moment, seen, mayKeep, zone: forum.zone, at: (path) => web.at(path), forum: forum.id },
    own: ownBodies(web.actor, forum).includes(seen.body),
    withheld: await withheldOf(db, forum),
    links: {
      fulfil: web.at(deedLinkPage(FULFIL_DEED, seen.id)),
      extend: web.at(deedLinkPage(EXTEND_DEED, seen.id)),
    },
    done: did && lang.t(`obligations.happened.${did}`),
    result: did && { to, text: resultOf(to, did, seen, { ...names, address }), subject: names.forum },
    explained: explained.ok ? explained.value : null,
    body: body ? { name: body.name, slug: body.slug } : null,
    mayExtend: open && seen.extension !== null && seen.extended < seen.extension.most,
  });
  const answer = page({
    ...{ title: `${lang.t('obligations.case', { number: seen.number })}`, menu: 'obligations', main },
    ...(did ? { script: MESSAGE_SCRIPT } : {}),
    crumbs: [{ label: lang.t('obligations.title'), href: web.at('/obligations') }],
    alternates: [
      { type: 'application/json', href: web.at(`/obligations/${seen.number}.json`), title: lang.t('obligations.json') },
    ],
  });
  const within = seen.dueAt && !seen.closed && seen.dueAt > web.now ? seen.dueAt : null;
  return within && answer.kind === 'page' ? { ...answer, validUntil: within } : answer;
}

const rowOf = (web: Web, seen: CaseSeen) => ({
  ...{ forum_id: web.forum.id, id: seen.id, trigger_on: seen.triggerOn, trigger_at: seen.triggerAt, span: seen.span },
});

async function oneJson(web: Web): Promise<Answer> {
  const seen = await caseOf(web, PUBLIC_EYES);
  if (!seen) return NOT_THERE;
  const { lang, db, forum } = web;
  const explained = await explanationOf(db, forum, rowOf(web, seen));
  const names = await bodyNames(db, forum.id, [seen.body]);
  const line = caseJson(lang, seen, names, momentOf(web), addressOf(web, seen.number));
  const days = explained.ok ? daysJson(lang, explained.value) : null;
  return file('application/json', JSON.stringify({ ...line, received: seen.triggerOn, span: seen.span, days }));
}

/** What is owed here: list, files, and the page of each case. */
export const caseRoutes: readonly Route[] = [
  get('/obligations', list),
  get('/obligations.json', json),
  get('/obligations.ics', ics),
  get('/obligations/:number', one),
];
