import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, type Kept, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { rowsIn, rowsWritten } from '../../forms.ts';
import { type PlanHead, reportDatesOf } from '../queries.ts';
import { again, planToWrite, writingPage } from '../routes.ts';
import { isAdopted, stageOn } from '../rules.ts';
import { writeReportDates } from './commands.ts';
import { DATE_ROWS, dateValues, readReportDates } from './forms.ts';
import { ReportDatesPage } from './pages/report-dates-page.tsx';

const FREE_ROWS = 3;

function show(web: Web, head: PlanHead, values: Kept, written: number, errors: Filled['errors'] = []): Answer {
  const main = ReportDatesPage({
    of: filled(web.lang, values, errors),
    plan: web.at(`/plans/${head.plan.slug}`),
    name: web.lang.pick(head.plan.title),
    rows: written + FREE_ROWS,
    firstEmpty: written,
    adopted: isAdopted(stageOn(head.stages, web.today)),
    today: web.today,
    saved: web.url.searchParams.get('done') === 'saved',
  });
  const status = errors.length > 0 ? 422 : 200;
  return page(writingPage(web, head, web.lang.t('plans.plan.report_dates.title'), main), status);
}

async function write(web: Web): Promise<Answer> {
  const head = await planToWrite(web);
  if (!head.ok) return refused(head.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readReportDates(posted.value, head.value.plan.id);
  if (!read.ok) {
    const written = rowsWritten(posted.value, 'date');
    return again(read, (errors) => show(web, head.value, keep(posted.value), written, errors));
  }
  const made = await web.perform(writeReportDates, read.value);
  if (made.ok) return redirect(`${web.at(`/plans/${made.value.slug}/report-dates`)}?done=saved`);
  if (isChangedMeanwhile(made.refusal)) {
    const now = await standing(web, head.value);
    const of = mergedWith(web.lang, now, keep(posted.value), { lists: DATE_ROWS });
    return show(web, head.value, of.values, rowsIn(of.values, 'date'), of.errors);
  }
  const { dates, seen } = read.value;
  const values = { ...dateValues(dates), [SEEN]: seen ?? '' };
  return again(made, (errors) => show(web, head.value, values, dates.length, errors));
}

async function standing(web: Web, head: PlanHead) {
  const rows = await reportDatesOf(web.db, head.plan);
  return dateValues(rows.map((row) => ({ dueOn: row.due_on, basis: row.basis })));
}

export const reportDateRoutes: readonly Route[] = [
  get('/plans/:plan/report-dates', async (web) => {
    const head = await planToWrite(web);
    if (!head.ok) return refused(head.refusal);
    const values = await standing(web, head.value);
    return show(web, head.value, withSeen(values, DATE_ROWS), rowsIn(values, 'date'));
  }),
  post('/plans/:plan/report-dates', write),
];
