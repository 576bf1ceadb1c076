import { type Answer, get, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { baseOf, isAnswer, readable } from '../../overview/routes.ts';
import { isPublic } from '../../plan/rules.ts';
import { type Loaded, loadPlan, planJson, planRows, plansCsv, plansXlsx } from '../api.ts';
import { ogpCsv } from '../ogp/api.ts';

const CSV = 'text/csv; charset=utf-8';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Without a name it opens where it is read: machines ask for it, people look at it. */
type Written = { readonly body: string | Uint8Array; readonly name?: string } | null;

/** One way of taking a plan away, for readers who may see it; a draft is made anew for each of its authors. */
const take = (path: string, type: string, write: (web: Web, loaded: Loaded) => Promise<Written> | Written): Route =>
  get(path, async (web): Promise<Answer> => {
    const seen = await readable(web);
    if (isAnswer(seen)) return seen;
    const mark = web.forum.demonstration ? web.lang.t('plans.exchange.demonstration') : '';
    const loaded = await loadPlan({ db: web.db, forum: web.forum, today: web.today, mark }, seen.plan);
    const written = await write(web, loaded);
    if (!written) return refused({ kind: 'too_large', message: message('plans.exchange.refused.excel_cell') });
    return { kind: 'file', type, ...written, cacheable: isPublic(seen.stage) };
  });

const slugOf = (loaded: Loaded): string => loaded.whole.plan.slug;

/** A plan as a file: our own columns (what an import reads again without a difference), all of it, OGP's columns. */
export const takingRoutes: readonly Route[] = [
  take('/plans/:plan.csv', CSV, (_web, loaded) => ({
    body: plansCsv(planRows(loaded)),
    name: `${slugOf(loaded)}.csv`,
  })),
  take('/plans/:plan.xlsx', EXCEL, async (_web, loaded) => {
    const body = await plansXlsx(planRows(loaded), slugOf(loaded));
    return body && { body, name: `${slugOf(loaded)}.xlsx` };
  }),
  take('/plans/:plan.json', 'application/json', (web, loaded) => ({
    body: planJson(loaded, web.forum, web.url.origin),
  })),
  take('/plans/:plan/ogp.csv', CSV, (web, loaded) => {
    const base = `${web.url.origin}${baseOf(web, { plan: loaded.whole.plan } as Parameters<typeof baseOf>[1])}`;
    const body = ogpCsv(loaded, web.forum, (slug) => `${base}/measures/${slug}`);
    return { body, name: `${slugOf(loaded)}-ogp.csv` };
  }),
];
