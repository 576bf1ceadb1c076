import type { Refusal } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { isId } from '#core/ids.ts';
import { bodiesById } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { namesOf } from '../../reports/routes.ts';
import { mayKeepRequests } from '../access.ts';
import { freshCode } from '../asking/commands.ts';
import { readAnswer, readDecision, readDelivery } from '../forms.ts';
import { waitingRequests } from '../queries.ts';
import { enterAnswer } from '../replying/commands.ts';
import { bodyName, clocksOf, crumbsOf, noRequest, requestAt } from '../routes.ts';
import { pathOf, stateOf } from '../rules.ts';
import type { Request, RequestAnswerId } from '../schema.ts';
import { decideRequest, deliverRequest, makeLetter, showAnswer } from './commands.ts';
import { DeskPage } from './pages/desk-page.tsx';
import { LetterPage } from './pages/letter-page.tsx';
import { QueuePage } from './pages/queue-page.tsx';

type Posted = Extract<Awaited<ReturnType<Web['posted']>>, { ok: true }>['value'];

/** What keepers do with requests: read, hand over, enter paper, decide what is shown. */
export const deskRoutes = (files: FileStore): readonly Route[] => [
  get('/requests/desk', (web) => guarded(web, () => queue(web))),
  get('/requests/:number/desk', (web) => withRequest(web, (request) => deskPage(web, request, filled(web.lang)))),
  post('/requests/:number/decision', (web) => withPosted(web, decide)),
  post('/requests/:number/letter', (web) => withRequest(web, (request) => letter(web, request))),
  post('/requests/:number/delivery', (web) => withPosted(web, deliver)),
  post('/requests/:number/answer', (web) => withPosted(web, (...of) => enter(files, ...of))),
  post('/requests/:number/showing', (web) => withPosted(web, show)),
];

async function guarded(web: Web, answer: () => Promise<Answer>): Promise<Answer> {
  const verdict = mayKeepRequests(web.actor, web.forum);
  if (verdict.may) return answer();
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

const withRequest = (web: Web, then: (request: Request) => Promise<Answer>): Promise<Answer> =>
  guarded(web, async () => {
    const request = await requestAt(web);
    return request ? then(request) : noRequest;
  });

const withPosted = (web: Web, then: (web: Web, request: Request, posted: Posted) => Promise<Answer>): Promise<Answer> =>
  withRequest(web, async (request) => {
    const posted = await web.posted();
    return posted.ok ? then(web, request, posted.value) : refused(posted.refusal);
  });

async function queue(web: Web): Promise<Answer> {
  const { lang, db, forum, at } = web;
  const requests = await waitingRequests(db, forum.id);
  const names = await namesOf(
    web,
    requests.map(({ body }) => body),
  );
  const main = QueuePage({ lang, at: (path: string) => at(path), requests, names });
  const title = lang.t('accountability.requests.desk.queue');
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web), noindex: true, secret: true, main });
}

const DONE = ['decided', 'delivered', 'entered', 'again', 'shown'] as const;

async function deskPage(web: Web, request: Request, of: Filled): Promise<Answer> {
  const { lang, at, url } = web;
  const done = DONE.find((one) => one === url.searchParams.get('done'));
  const clock = (await clocksOf(web, [request])).get(request.id);
  const main = DeskPage({
    ...{ of, at: (path: string) => at(path), here: at(pathOf(request)), request, today: web.today },
    ...{ state: stateOf(request, clock, web.today), body: await bodyName(web, request) },
    done: done ? lang.t(`accountability.requests.done.${done}`) : null,
  });
  const title = lang.t('accountability.requests.desk.title');
  const status = of.errors.length > 0 ? 422 : 200;
  const crumbs = crumbsOf(web, request);
  return page({ title, menu: 'accountability', crumbs, noindex: true, secret: true, main }, status);
}

const back = (web: Web, request: Request, done: (typeof DONE)[number]): Answer =>
  redirect(`${web.at(`${pathOf(request)}/desk`)}?done=${done}`);

const again = (web: Web, request: Request, posted: Posted, refusal: Refusal): Promise<Answer> | Answer =>
  refusal.fields ? deskPage(web, request, filled(web.lang, keep(posted), refusal.fields)) : refused(refusal);

async function decide(web: Web, request: Request, posted: Posted): Promise<Answer> {
  const given = readDecision(posted, web.lang.code);
  const made = given.ok ? await web.perform(decideRequest, { number: request.number, ...given.value }) : given;
  return made.ok ? back(web, request, 'decided') : again(web, request, posted, made.refusal);
}

/** The letter is shown once: its code is in this answer and on the paper, and nowhere else. */
async function letter(web: Web, request: Request): Promise<Answer> {
  const { lang, forum, at } = web;
  const code = freshCode();
  const made = await web.perform(makeLetter, { number: request.number, code });
  if (!made.ok) return refused(made.refusal);
  const [body] = await bodiesById(web.db, forum.id, [request.body]);
  const main = LetterPage({
    ...{ lang, forum: lang.pick(forum.name), body: await bodyName(web, request), email: body?.email ?? null },
    ...{ number: request.number, on: lang.date(request.receivedOn), text: request.text ?? {}, code },
    ...{ address: `${web.origin}${at('/requests/reply')}`, back: at(`${pathOf(request)}/desk`) },
  });
  const title = lang.t('accountability.requests.letter.title', { number: request.number });
  return page({ title, menu: 'accountability', crumbs: crumbsOf(web, request), noindex: true, secret: true, main });
}

async function deliver(web: Web, request: Request, posted: Posted): Promise<Answer> {
  const given = readDelivery(posted, web.today);
  const made = given.ok ? await web.perform(deliverRequest, { number: request.number, ...given.value }) : given;
  return made.ok ? back(web, request, 'delivered') : again(web, request, posted, made.refusal);
}

async function enter(files: FileStore, web: Web, request: Request, posted: Posted): Promise<Answer> {
  const given = readAnswer(posted, { language: web.lang.code, paper: true, today: web.today });
  if (!given.ok) return again(web, request, posted, given.refusal);
  const taken = await takeUploads(files, posted.files('files'), 'evidence');
  if (!taken.ok) return again(web, request, posted, taken.refusal);
  const scans = await takeUploads(files, posted.files('scan'), 'evidence');
  if (!scans.ok) return again(web, request, posted, scans.refusal);
  const paper = { ...given.value.paper!, scan: scans.value[0] ?? null };
  const made = await web.perform(enterAnswer, {
    ...{ number: request.number, text: given.value.text, files: [...taken.value], paper },
  });
  if (!made.ok) return again(web, request, posted, made.refusal);
  return back(web, request, made.value.again ? 'again' : 'entered');
}

async function show(web: Web, request: Request, posted: Posted): Promise<Answer> {
  const answer = posted.text('answer');
  if (!isId(answer)) return noRequest;
  const made = await web.perform(showAnswer, {
    ...{ number: request.number, answer: answer as RequestAnswerId, words: posted.text('words') === 'yes' },
    files: posted.all('files').filter(isId),
  });
  return made.ok ? back(web, request, 'shown') : refused(made.refusal);
}
