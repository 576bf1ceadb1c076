import type { Refusal } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { saidIn } from '../../voices/forms.ts';
import { mayAnswer, mayEnterPaper } from '../access.ts';
import { answerGiven } from '../forms.ts';
import { aroundOf, crumbsOf, questionAt } from '../routes.ts';
import { pathOf, withheldOf } from '../rules.ts';
import type { Question } from '../schema.ts';
import { answerQuestion } from './commands.ts';
import { AnswerForm } from './pages/answer-form.tsx';

/** The answer of the body: by account, by a link for this one answer, through a helper, or from paper by staff. */
export const answerRoutes = (files: FileStore): readonly Route[] => [
  get('/questions/:number/answer', async (web) => {
    const paper = web.url.searchParams.get('way') === 'paper';
    const question = await questionFor(web, paper);
    return 'kind' in question ? question : formPage(web, question, filled(web.lang), paper, 200);
  }),
  post('/questions/:number/answer', (web) => answer(files, web)),
];

/** The question of the address when this person may answer it and nobody has; the same "no" for all others. */
async function questionFor(web: Web, paper: boolean): Promise<Question | Answer> {
  const question = await questionAt(web);
  const may = question && (paper ? mayEnterPaper(web.actor, web.forum) : mayAnswer(web.actor, question, web.forum)).may;
  if (!question?.publication || !may)
    return refused({
      kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden',
      message: message('participation.questions.denied.answer'),
    });
  if (question.answer) return refused({ kind: 'conflict', message: message('participation.answers.already') });
  return question;
}

/** The form keeps the secret of the link by which somebody came. */
function actionOf(web: Web, question: Question): string {
  const secret = web.url.searchParams.get('deed');
  return `${web.at(pathOf(question))}/answer${secret ? `?${new URLSearchParams({ deed: secret })}` : ''}`;
}

async function formPage(web: Web, question: Question, of: Filled, paper: boolean, status: number): Promise<Answer> {
  const { lang } = web;
  const withheld = withheldOf(await web.withheld(web.forum.id), question);
  const main = AnswerForm({
    ...(await aroundOf(web, [question])),
    ...{ of, question, paper, today: web.today },
    withheld: withheld.question,
    action: actionOf(web, question),
    back: web.at(pathOf(question)),
  });
  const title = lang.t('participation.answers.title', { number: question.number });
  return page({ title, menu: 'questions', crumbs: crumbsOf(web, question), noindex: true, main }, status);
}

async function answer(files: FileStore, web: Web): Promise<Answer> {
  const read = await web.posted();
  if (!read.ok) return refused(read.refusal);
  const posted = read.value;
  const paper = posted.text('way') === 'paper';
  const question = await questionFor(web, paper);
  if ('kind' in question) return question;
  const again = ({ message: what, fields }: Pick<Refusal, 'message' | 'fields'>) => {
    const errors = fields ?? [{ field: 'text', message: what }];
    return formPage(web, question, filled(web.lang, keep(posted), errors), paper, 422);
  };
  const given = answerGiven(posted, { paper, today: web.today });
  if (!given.ok) return again(given.refusal);
  const scans = await takeUploads(files, paper ? posted.files('scan') : [], 'evidence');
  if (!scans.ok) return again(scans.refusal);
  const { text, paper: letter } = given.value;
  const answered = await web.perform(answerQuestion, {
    question: question.id,
    text: saidIn(web.lang.code, text),
    paper: letter && { ...letter, scan: scans.value[0] ?? null },
  });
  if (!answered.ok) return again(answered.refusal);
  return redirect(`${web.at(answered.value.path)}?done=answered#answer`);
}
