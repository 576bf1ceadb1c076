import { holds } from '#core/actor.ts';
import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { deedLinkPage } from '#modules/identity/contract.ts';
import { casesOfSubjects, ownBodies, seesAll } from '#modules/obligations/contract.ts';
import { bodiesById } from '#modules/places/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayEnter, mayKeepReports, mayModerate, maySay, reportingBodies } from './access.ts';
import { reportsCsv } from './api.ts';
import { numberIn } from './forms.ts';
import { periodWords } from './pages/parts/state.tsx';
import { ReportPage } from './pages/report-page.tsx';
import { type ReportSeen, ReportsList } from './pages/reports-list.tsx';
import { reportByNumber, reportLines, rulesOf, waitingVoices } from './queries.ts';
import { ENTER_DEED, pathOf, REPORT_KIND, stateOn } from './rules.ts';
import type { Period, Report, ReportLine } from './schema.ts';

/** So many periods stand beside each other. */
const PERIODS = 6;

/** What everybody reads: who reported when, one report with all that was said of it, and the table. */
export const reportRoutes: readonly Route[] = [
  get('/reports', (web) => listPage(web)),
  get('/reports.csv', async (web) => {
    const seen = await seenOf(web, await reportLines(web.db, web.forum.id, null));
    const names = await namesOf(
      web,
      seen.map(({ line }) => line.body),
    );
    const body = reportsCsv(web.lang, seen, names);
    return { kind: 'file', type: 'text/csv; charset=utf-8', name: `${web.forum.slug}-reports.csv`, body };
  }),
  get('/reports/:number', async (web) => {
    const report = await reportAt(web);
    return report ? reportPage(web, report) : noReport;
  }),
];

export const noReport: Answer = refused({ kind: 'not_found', message: message('accountability.reports.unknown') });

export async function reportAt(web: Web): Promise<Report | null> {
  const number = numberIn(web.params.number);
  return number === null ? null : reportByNumber(web.db, web.forum.id, number);
}

export const crumbsOf = (web: Web, line?: ReportLine) => [
  { label: web.lang.t('accountability.reports.title'), href: web.at('/reports') },
  ...(line
    ? [{ label: web.lang.t('accountability.reports.one', { number: line.number }), href: web.at(pathOf(line)) }]
    : []),
];

/** Names and pages of bodies by id. */
export async function namesOf(web: Web, ids: readonly string[]) {
  const bodies = await bodiesById(web.db, web.forum.id, [...new Set(ids)]);
  const shown = web.sight.shows('places');
  return new Map(
    bodies.map(({ id, name, slug }) => [
      id as string,
      { name: web.lang.pick(name), href: shown ? web.at(`/bodies/${slug}`) : null },
    ]),
  );
}

/** Reports with their state on this day, as far as these eyes see it: a first lateness is told to the body before. */
async function seenOf(web: Web, lines: readonly ReportLine[]): Promise<readonly ReportSeen[]> {
  const clocks = await clocksOf(web, lines);
  return lines.map((line) => ({ line, state: stateOn(line, clocks.get(line.id), web.today) }));
}

async function clocksOf({ db, forum, actor, today, now, sight }: Web, lines: readonly ReportLine[]) {
  const eyes = { all: seesAll(actor, forum), bodies: ownBodies(actor, forum) };
  const ids = sight.shows('obligations') ? lines.map(({ id }) => id as string) : [];
  return casesOfSubjects(db, forum.id, REPORT_KIND, ids, { today, now }, eyes);
}

const DONE = ['entered', 'said', 'set'] as const;
const doneOf = ({ lang, url }: Web): string | null => {
  const done = DONE.find((one) => one === url.searchParams.get('done'));
  return done ? lang.t(`accountability.reports.done.${done}`) : null;
};

async function listPage(web: Web): Promise<Answer> {
  const { lang, db, forum, actor, at, today } = web;
  const seen = await seenOf(web, await reportLines(db, forum.id, null));
  const periods = [...new Map<string, Period>(seen.map(({ line }) => [line.from, line])).values()].slice(0, PERIODS);
  const byBody = Map.groupBy(seen, ({ line }) => line.body);
  const names = await namesOf(web, [...byBody.keys()]);
  const bodies = [...byBody]
    .map(([id, reports]) => ({
      ...{ id, name: names.get(id)?.name ?? '–', href: names.get(id)?.href ?? null },
      reports: new Map(reports.map((one) => [one.line.from as string, one])),
    }))
    .toSorted((a, b) => lang.compare(a.name, b.name));
  const rules = await rulesOf(db, forum.id);
  const waiting = mayModerate(actor, forum).may ? (await waitingVoices(db, forum.id)).length : 0;
  const main = ReportsList({
    ...{ lang, at: (path: string) => at(path), periods, bodies, done: doneOf(web) },
    shows: web.sight.shows,
    rule: rules.findLast(({ firstYear }) => firstYear <= Number(today.slice(0, 4))) ?? rules[0] ?? null,
    setting: mayKeepReports(actor, forum).may ? at('/reports/rule') : null,
    moderation: waiting > 0 ? { href: at('/reports/voices'), n: waiting } : null,
  });
  return page({
    ...{ title: lang.t('accountability.reports.title'), description: lang.t('accountability.reports.lede') },
    ...{ menu: 'accountability', main },
    alternates: [{ type: 'text/csv', href: at('/reports.csv'), title: 'CSV' }],
  });
}

/** The page of a report; `saying`: the form of whoever was there, as it was refused a moment ago. */
export async function reportPage(web: Web, report: Report, saying?: Filled): Promise<Answer> {
  const { lang, forum, actor, at } = web;
  const clock = (await clocksOf(web, [report])).get(report.id);
  const body = (await namesOf(web, [report.body])).get(report.body) ?? { name: '–', href: null };
  const main = ReportPage({
    ...{ lang, forum: forum.id, at: (path: string) => at(path), report, body, done: doneOf(web) },
    state: stateOn(report, clock, web.today),
    rule: (await rulesOf(web.db, forum.id)).find(({ id }) => id === report.rule) ?? null,
    clock: clock?.number ?? null,
    keeps: mayKeepReports(actor, forum).may || reportingBodies(actor, forum).includes(report.body),
    deeds: deedsOf(web, report),
    withheld: await web.withheld(forum.id),
    takeDown:
      holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id)
        ? (type, id) => at(`/withheld/new?${new URLSearchParams({ type, id })}`)
        : null,
    saying:
      report.doneOn && maySay(forum).may
        ? { of: saying ?? filled(lang), action: at(`${pathOf(report)}/voices`) }
        : null,
  });
  const title = lang.t('accountability.reports.of', { body: body.name, period: periodWords(lang, report) });
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), main }, saying ? 422 : 200);
}

function deedsOf({ actor, forum, at }: Web, report: Report) {
  const staff = mayKeepReports(actor, forum).may;
  const form = at(`${pathOf(report)}/entry`);
  return {
    enter: mayEnter(actor, report, forum).may && forum.kind === 'living' ? form : null,
    link: staff && !report.doneOn ? at(deedLinkPage(ENTER_DEED, report.id)) : null,
    paper: staff ? `${form}?way=paper` : null,
  };
}
