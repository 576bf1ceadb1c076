import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { refusalGiven, saidIn } from '../../voices/forms.ts';
import { mayModerate } from '../access.ts';
import { publicationGiven } from '../forms.ts';
import { bodiesAsked } from '../names/queries.ts';
import { waitingQuestions } from '../queries.ts';
import { aroundOf, crumbsOf, noQuestion, questionAt } from '../routes.ts';
import { pathOf, stateOf } from '../rules.ts';
import type { Question } from '../schema.ts';
import { publishQuestion, refuseQuestion } from './commands.ts';
import { ModerationPage } from './pages/moderation-page.tsx';
import { QueuePage } from './pages/queue-page.tsx';

/** What residents wrote before others read it: for moderators and those who keep the forum. */
export const moderationRoutes: readonly Route[] = [
  get('/questions/moderation', (web) => guarded(web, () => queuePage(web))),
  get('/questions/:number/moderation', (web) => guarded(web, () => onePage(web))),
  post('/questions/:number/publication', (web) => guarded(web, () => publish(web))),
  post('/questions/:number/refusal', (web) => guarded(web, () => refuse(web))),
];

async function guarded(web: Web, answer: () => Promise<Answer>): Promise<Answer> {
  const verdict = mayModerate(web.actor, web.forum);
  if (verdict.may) return answer();
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

async function queuePage(web: Web): Promise<Answer> {
  const { lang } = web;
  const questions = await waitingQuestions(web.db, web.forum.id);
  const done = web.url.searchParams.get('done') === 'refused' ? lang.t('participation.moderation.refused') : null;
  const main = QueuePage({ ...(await aroundOf(web, questions)), questions, done });
  const title = lang.t('participation.moderation.title');
  return page({ title, menu: 'questions', crumbs: crumbsOf(web), noindex: true, main });
}

interface Forms {
  readonly publishing?: Filled;
  readonly refusing?: Filled;
}

async function onePage(web: Web, forms: Forms = {}): Promise<Answer> {
  const { lang, db, forum, today } = web;
  const question = await questionAt(web);
  if (!question) return noQuestion;
  if (stateOf(question) !== 'waiting')
    return refused({ kind: 'conflict', message: message('participation.moderation.decided') });
  const { publishing, refusing } = forms;
  const main = ModerationPage({
    ...(await aroundOf(web, [question])),
    question,
    publishing: publishing ?? filled(lang, { text: lang.pick(question.text ?? {}) }),
    refusing: refusing ?? filled(lang),
    bodies: question.body ? [] : await bodiesAsked(db, forum, lang, today),
    path: web.at(pathOf(question)),
  });
  const title = lang.t('participation.questions.one', { number: question.number });
  const status = publishing || refusing ? 422 : 200;
  return page(
    { title, menu: 'questions', crumbs: [...crumbsOf(web), queueCrumb(web)], noindex: true, secret: true, main },
    status,
  );
}

const queueCrumb = ({ lang, at }: Web) => ({
  label: lang.t('participation.moderation.title'),
  href: at('/questions/moderation'),
});

async function publish(web: Web): Promise<Answer> {
  const [posted, question] = [await web.posted(), await questionAt(web)];
  if (!posted.ok) return refused(posted.refusal);
  if (!question) return noQuestion;
  const given = publicationGiven(posted.value);
  const done = given.ok ? await web.perform(publishQuestion, { number: question.number, ...given.value }) : given;
  if (done.ok) return redirect(`${web.at(pathOf(question))}?done=published`);
  if (!done.refusal.fields) return refused(done.refusal);
  return onePage(web, { publishing: filled(web.lang, keep(posted.value), done.refusal.fields) });
}

async function refuse(web: Web): Promise<Answer> {
  const [posted, question] = [await web.posted(), await questionAt(web)];
  if (!posted.ok) return refused(posted.refusal);
  if (!question) return noQuestion;
  const given = refusalGiven(posted.value);
  const done = given.ok ? await web.perform(refuseQuestion, inputOf(web, question, given.value)) : given;
  if (done.ok) return redirect(web.at('/questions/moderation?done=refused'));
  if (!done.refusal.fields) return refused(done.refusal);
  return onePage(web, { refusing: filled(web.lang, keep(posted.value), done.refusal.fields) });
}

const inputOf = (
  { lang }: Web,
  { number }: Question,
  { rule, sentence }: Extract<ReturnType<typeof refusalGiven>, { ok: true }>['value'],
) => ({
  ...{ number, rule },
  why: saidIn(lang.code, sentence),
});
