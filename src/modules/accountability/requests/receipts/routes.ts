import { type Answer, get, page, post, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { numberIn } from '../../reports/forms.ts';
import { namesOf } from '../../reports/routes.ts';
import { readJudged } from '../forms.ts';
import { CodePage } from '../pages/code-page.tsx';
import { requestsByCode } from '../queries.ts';
import { crumbsOf, seenOf } from '../routes.ts';
import { judgeAnswer } from './commands.ts';
import { StatusPage } from './pages/status-page.tsx';

/** What became of one's requests by the code of the receipt. The code stands in no address. */
export const receiptRoutes: readonly Route[] = [
  get('/requests/receipts', async (web) => codePage(web, filled(web.lang))),
  post('/requests/receipts', async (web) => {
    const posted = await web.posted();
    return posted.ok
      ? statusPage(web, posted.value.text('code'), filled(web.lang, keep(posted.value)))
      : refused(posted.refusal);
  }),
  post('/requests/receipts/judgement', (web) => judge(web)),
];

function codePage(web: Web, of: Filled): Answer {
  const { lang, at } = web;
  const title = lang.t('accountability.requests.receipt.look');
  const main = CodePage({
    ...{ of, title, lede: lang.t('accountability.requests.receipt.look_lede'), action: at('/requests/receipts') },
  });
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex: true, main }, status);
}

async function statusPage(web: Web, code: string, of: Filled, done: string | null = null): Promise<Answer> {
  const { lang, db, forum, at } = web;
  const requests = await requestsByCode(db, forum.id, code);
  const unknown = message('accountability.requests.wrong.code');
  if (requests.length === 0) return codePage(web, { ...of, errors: [{ field: 'code', message: unknown }] });
  const names = await namesOf(
    web,
    requests.map(({ body }) => body),
  );
  const main = StatusPage({
    ...{ of: filled(lang, {}, of.errors), at: (path: string) => at(path), code, done },
    requests: (await seenOf(web, requests)).map(({ request, state }) => ({
      ...{ request, state, body: names.get(request.body)?.name ?? '–' },
    })),
  });
  const title = lang.t('accountability.requests.receipt.yours');
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', noindex: true, secret: true, main }, status);
}

async function judge(web: Web): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const code = posted.value.text('code');
  const number = numberIn(posted.value.text('number'));
  if (number === null) return refused({ kind: 'not_found', message: message('accountability.requests.unknown') });
  const given = readJudged(posted.value, number);
  if (!given.ok) return statusPage(web, code, filled(web.lang, {}, given.refusal.fields));
  const made = await web.perform(judgeAnswer, { code, number, ...given.value });
  if (!made.ok) return refused(made.refusal);
  return statusPage(web, code, filled(web.lang), web.lang.t('accountability.requests.judging.done'));
}
