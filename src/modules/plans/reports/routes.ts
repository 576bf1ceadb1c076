import type { Refusal } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { withDeed } from '#core/http/deed-address.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodiesById, bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayEnterPaper, mayReport } from '../access.ts';
import { homeCrumb } from '../overview/routes.ts';
import { reportUpdate } from './commands.ts';
import { reportGiven } from './forms.ts';
import { ReportForm } from './pages/report-form.tsx';
import { type CellAt, cellAt, indicatorsAsked } from './queries.ts';

/** The cell that the form is about, when this person may report on it (or enter its paper). */
async function cellFor(web: Web, id: string, paper: boolean): Promise<CellAt | Answer> {
  const at = await cellAt(web.db, web.forum.id, id, web.today);
  const reason = message('plans.plan.may_not_report');
  if (!at) return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: reason });
  const verdict = paper ? mayEnterPaper(web.actor, web.forum.id) : mayReport(web.actor, at.cell);
  return verdict.may
    ? at
    : refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

const isAnswer = (value: CellAt | Answer): value is Answer => 'kind' in value;

const measurePath = (at: CellAt): string => `/plans/${at.planSlug}/measures/${at.measure.slug}`;

/** Leads to what was said: of a measure with many executors the page opens this one. */
export async function saidAt(
  web: Web,
  on: { readonly path: string; readonly body: string },
  done: 'update' | 'evaluation' | 'reply' | 'extension',
  anchor: string,
): Promise<Answer> {
  const [body] = await bodiesById(web.db, web.forum.id, [on.body]);
  const query = new URLSearchParams({ done, ...(body ? { executor: body.slug } : {}) });
  return redirect(`${web.at(on.path)}?${query}#${anchor}`);
}

async function formPage(web: Web, at: CellAt, of: Filled, paper: boolean, status: number): Promise<Answer> {
  const { lang, today } = web;
  const names = await bodyNames(web.db, web.forum.id, [at.cell.body_id]);
  const path = measurePath(at);
  const main = ReportForm({
    of,
    at,
    body: lang.pick(names.get(at.cell.body_id) ?? {}),
    indicators: await indicatorsAsked(web.db, web.forum.id, at.measure.id),
    today,
    paper,
    action: withDeed(web, `${path}/updates`),
    back: web.at(path),
  });
  const crumbs = [
    homeCrumb(web),
    { label: lang.pick(at.planTitle), href: web.at(`/plans/${at.planSlug}`) },
    { label: at.measure.number ?? lang.pick(at.measure.title), href: web.at(path) },
  ];
  return page({ title: lang.t('plans.reports.title'), menu: 'plans', crumbs, main, noindex: true }, status);
}

const newReport: Route = get('/plans/:plan/measures/:measure/updates/new', async (web) => {
  const paper = web.url.searchParams.get('way') === 'paper';
  const at = await cellFor(web, web.url.searchParams.get('cell') ?? '', paper);
  if (isAnswer(at)) return at;
  return formPage(web, at, filled(web.lang, { on_day: web.today }), paper, 200);
});

const publishReport = (files: FileStore): Route =>
  post('/plans/:plan/measures/:measure/updates', async (web) => {
    const read = await web.posted();
    if (!read.ok) return refused(read.refusal);
    const posted = read.value;
    const paper = posted.text('way') === 'paper';
    const at = await cellFor(web, posted.text('cell'), paper);
    if (isAnswer(at)) return at;
    const again = (refusal: Pick<Refusal, 'message' | 'fields'>) =>
      formPage(
        web,
        at,
        filled(web.lang, keep(posted), refusal.fields ?? [{ field: 'state', message: refusal.message }]),
        paper,
        422,
      );
    const indicators = await indicatorsAsked(web.db, web.forum.id, at.measure.id);
    const uploads = posted.files('files');
    const given = reportGiven(posted, {
      language: web.lang.code,
      today: web.today,
      indicators,
      paper,
      files: uploads.length,
    });
    if (!given.ok) return again(given.refusal);
    const taken = await takeUploads(files, uploads, 'evidence');
    if (!taken.ok) return again(taken.refusal);
    const scans = await takeUploads(files, paper ? posted.files('scan') : [], 'evidence');
    if (!scans.ok) return again(scans.refusal);
    const { paper: letter, ...report } = given.value;
    const published = await web.perform(reportUpdate, {
      ...report,
      evidence: [...report.evidence],
      actuals: [...report.actuals],
      cell: at.cell.id,
      files: [...taken.value],
      paper: letter && { ...letter, scan: scans.value[0] ?? null },
    });
    if (!published.ok) return again(published.refusal);
    return saidAt(web, { ...published.value, body: at.cell.body_id }, 'update', `update-${published.value.id}`);
  });

export const reportRoutes = (files: FileStore): readonly Route[] => [newReport, publishReport(files)];
