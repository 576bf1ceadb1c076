import { type Answer, get, page, type Route, type Web } from '#core/http/route.ts';
import { printed } from '#core/papers/answer.ts';
import { crumbsOf, type Read, readAt, unknown } from '../reading/routes.ts';
import { outcomeCounts, pathOf } from '../rules.ts';
import { reportCsv, reportJson } from './api.ts';
import { ReportPage, ReportPrint } from './pages/report-page.tsx';
import { reportPaper } from './pages/report-paper.tsx';
import { reportRows } from './rules.ts';

/** "You said, we did" as a page, on paper, as a document, a table and data. */
export const reportRoutes: readonly Route[] = [
  get('/consultations/:label/report', (web) =>
    drawn(web, async (web, read, report) => {
      const here = web.at(`${pathOf(read.consultation)}/report`);
      const title = web.lang.t('participation.consultations.report.title');
      return page({
        ...{ title, menu: 'questions', crumbs: crumbsOf(web, read.consultation) },
        main: ReportPage(report),
        alternates: [
          { type: 'text/csv', href: `${here}.csv`, title: 'CSV' },
          { type: 'application/json', href: `${here}.json`, title: 'JSON' },
        ],
      });
    }),
  ),
  get('/consultations/:label/report/print', (web) =>
    drawn(web, async (web, { consultation }, report) => {
      const address = `${web.origin}${web.at(`${pathOf(consultation)}/report`)}`;
      const title = web.lang.t('participation.consultations.report.title');
      return page({ title, main: ReportPrint({ ...report, forum: web.forum, address }), bare: true, noindex: true });
    }),
  ),
  get('/consultations/:label/report.docx', (web) =>
    drawn(web, (web, { consultation }, report) => {
      const address = `${web.origin}${web.at(`${pathOf(consultation)}/report`)}`;
      const paper = reportPaper({ ...report, forum: web.forum, address });
      return printed(web, 'docx', [paper], `${web.forum.slug}-${consultation.label.toLowerCase()}`);
    }),
  ),
  get('/consultations/:label/report.csv', (web) =>
    drawn(web, async (web, { consultation }, { rows }) => ({
      ...{ kind: 'file', type: 'text/csv; charset=utf-8', body: reportCsv(web.lang, rows) },
      ...{ name: `${web.forum.slug}-${consultation.label.toLowerCase()}.csv`, cacheable: true },
    })),
  ),
  get('/consultations/:label/report.json', (web) =>
    drawn(web, async (_web, { consultation }, { rows }) => ({
      ...{ kind: 'file', type: 'application/json; charset=utf-8', body: reportJson(consultation, rows) },
      cacheable: true,
    })),
  ),
];

type Report = Parameters<typeof ReportPage>[0];

async function drawn(web: Web, answer: (web: Web, read: Read, report: Report) => Promise<Answer>): Promise<Answer> {
  const read = await readAt(web);
  if (!read) return unknown;
  const { consultation, draft, placed, units } = read;
  return answer(web, read, {
    ...{ lang: web.lang, at: (path: string) => web.at(path), consultation, counts: outcomeCounts(units) },
    title: draft ? web.lang.pick(draft.title) : web.lang.t('participation.consultations.gone_draft'),
    rows: reportRows(consultation, placed, await web.withheld(web.forum.id)),
    comments: units.reduce((sum, { comments }) => sum + comments.length, 0),
  });
}
