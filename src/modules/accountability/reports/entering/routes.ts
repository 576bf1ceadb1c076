import type { Refusal } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { withDeed } from '#core/http/deed-address.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayEnter, mayKeepReports } from '../access.ts';
import { enterReport } from '../commands.ts';
import { readEntry } from '../forms.ts';
import { EntryForm } from '../pages/entry-form.tsx';
import { crumbsOf, namesOf, reportAt } from '../routes.ts';
import { pathOf } from '../rules.ts';
import type { Report } from '../schema.ts';

/** The municipality enters its report: by account, by a link for this one report, through a helper, or staff from paper. */
export const enteringRoutes = (files: FileStore): readonly Route[] => [
  get('/reports/:number/entry', async (web) => {
    const paper = web.url.searchParams.get('way') === 'paper';
    const report = await reportFor(web, paper);
    return 'kind' in report ? report : formPage(web, report, filled(web.lang), paper);
  }),
  post('/reports/:number/entry', (web) => enter(files, web)),
];

/** The report of the address when this person may enter it; the same "no" for all others. */
async function reportFor(web: Web, paper: boolean): Promise<Report | Answer> {
  const report = await reportAt(web);
  const verdict = paper ? mayKeepReports(web.actor, web.forum) : mayEnter(web.actor, report, web.forum);
  if (report && verdict.may) return report;
  return refused({
    kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden',
    message: message('accountability.reports.denied.enter'),
  });
}

async function formPage(web: Web, line: Report, of: Filled, paper: boolean): Promise<Answer> {
  const body = (await namesOf(web, [line.body])).get(line.body)?.name ?? '–';
  const main = EntryForm({
    ...{ of, line, body, paper, today: web.today, back: web.at(pathOf(line)) },
    action: withDeed(web, `${pathOf(line)}/entry`),
  });
  const title = web.lang.t('accountability.reports.entering.title');
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web, line), noindex: true, main }, status);
}

async function enter(files: FileStore, web: Web): Promise<Answer> {
  const read = await web.posted();
  if (!read.ok) return refused(read.refusal);
  const posted = read.value;
  const paper = posted.text('way') === 'paper';
  const report = await reportFor(web, paper);
  if ('kind' in report) return report;
  const again = ({ message: what, fields }: Pick<Refusal, 'message' | 'fields'>) =>
    formPage(web, report, filled(web.lang, keep(posted), fields ?? [{ field: 'held_on', message: what }]), paper);
  const given = readEntry(posted, { language: web.lang.code, paper, today: web.today });
  if (!given.ok) return again(given.refusal);
  const scans = await takeUploads(files, paper ? posted.files('scan') : [], 'evidence');
  if (!scans.ok) return again(scans.refusal);
  const reports = await takeUploads(files, posted.files('report_file'), 'evidence');
  if (!reports.ok) return again(reports.refusal);
  const photos = await takeUploads(files, posted.files('photos'), 'photo');
  if (!photos.ok) return again(photos.refusal);
  const { paper: letter, ...entry } = given.value;
  const made = await web.perform(enterReport, {
    ...{ ...entry, report: report.id, report_files: [...reports.value], photos: [...photos.value] },
    paper: letter && { ...letter, scan: scans.value[0] ?? null },
  });
  if (!made.ok) return again(made.refusal);
  return redirect(`${web.at(made.value.path)}?done=entered`);
}
