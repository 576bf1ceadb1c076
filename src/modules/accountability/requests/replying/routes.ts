import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, post, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { casesOfSubjects } from '#modules/obligations/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { readAnswer, readLonger } from '../forms.ts';
import { CodePage } from '../pages/code-page.tsx';
import { requestByReplyCode } from '../queries.ts';
import { bodyName, crumbsOf } from '../routes.ts';
import { REQUEST_KIND } from '../rules.ts';
import type { Request } from '../schema.ts';
import { answerByCode, tellLonger } from './commands.ts';
import { ReplyForm } from './pages/reply-form.tsx';

/** A body answers without an account, by the code of its letter. The code stands in no address. */
export const replyingRoutes = (files: FileStore): readonly Route[] => [
  get('/requests/reply', async (web) => codePage(web, filled(web.lang))),
  post('/requests/reply', (web) =>
    withRequest(web, async (request, code) => formPage(web, request, code, filled(web.lang))),
  ),
  post('/requests/reply/answer', (web) => withRequest(web, (request, code) => answer(files, web, request, code))),
  post('/requests/reply/extension', (web) => withRequest(web, (request, code) => longer(web, request, code))),
];

function codePage(web: Web, of: Filled): Answer {
  const { lang, at } = web;
  const title = lang.t('accountability.requests.replying.look');
  const main = CodePage({
    ...{ of, title, lede: lang.t('accountability.requests.replying.look_lede'), action: at('/requests/reply') },
  });
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex: true, main }, status);
}

async function withRequest(web: Web, then: (request: Request, code: string) => Promise<Answer>): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const code = posted.value.text('code');
  const request = await requestByReplyCode(web.db, web.forum.id, code);
  if (request) return then(request, code);
  const unknown = message('accountability.requests.wrong.reply_code');
  return codePage(web, filled(web.lang, keep(posted.value), [{ field: 'code', message: unknown }]));
}

async function formPage(
  web: Web,
  request: Request,
  code: string,
  of: Filled,
  done: string | null = null,
): Promise<Answer> {
  const { db, forum, at, today, now } = web;
  // Whoever has the code speaks for the body: it sees its own clock.
  const eyes = { all: false, bodies: [request.body] };
  const clocks = await casesOfSubjects(db, forum.id, REQUEST_KIND, [request.id], { today, now }, eyes);
  const clock = clocks.get(request.id);
  const main = ReplyForm({
    ...{ of, request, code, done, body: await bodyName(web, request), dueOn: clock?.dueOn ?? null },
    longer: clock !== undefined && clock.closed === null && !request.extension,
    ...{ action: at('/requests/reply/answer'), extension: at('/requests/reply/extension') },
  });
  const title = web.lang.t('accountability.requests.replying.title');
  const status = of.errors.length > 0 ? 422 : 200;
  return page({ title, menu: 'accountability', noindex: true, secret: true, main }, status);
}

async function answer(files: FileStore, web: Web, request: Request, code: string): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const again = (errors: Parameters<typeof filled>[2]) =>
    formPage(web, request, code, filled(web.lang, keep(posted.value), errors));
  const given = readAnswer(posted.value, { language: web.lang.code, paper: false, today: web.today });
  if (!given.ok) return again(given.refusal.fields);
  const taken = await takeUploads(files, posted.value.files('files'), 'evidence');
  if (!taken.ok) return again(taken.refusal.fields);
  const made = await web.perform(answerByCode, { code, text: given.value.text, files: [...taken.value] });
  if (!made.ok) return refused(made.refusal);
  const done = web.lang.t(
    made.value.again ? 'accountability.requests.replying.again' : 'accountability.requests.replying.done',
  );
  return formPage(web, request, code, filled(web.lang), done);
}

async function longer(web: Web, request: Request, code: string): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = readLonger(posted.value);
  if (!given.ok) return formPage(web, request, code, filled(web.lang, {}, given.refusal.fields));
  const made = await web.perform(tellLonger, { code, ...given.value });
  if (!made.ok) return refused(made.refusal);
  const seen = (await requestByReplyCode(web.db, web.forum.id, code))!;
  const date = web.lang.date(made.value.due);
  return formPage(web, seen, code, filled(web.lang), web.lang.t('accountability.requests.replying.extended', { date }));
}
