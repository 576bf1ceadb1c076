import type { Refusal } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { withDeed } from '#core/http/deed-address.ts';
import { type Answer, get, page, post, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayAuthor, mayEnterPaper, mayExtendReply, mayReply } from '../access.ts';
import { extendReply, reply } from '../evaluations/commands.ts';
import { reasonGiven, replyGiven } from '../evaluations/forms.ts';
import { type EvaluationAt, evaluationAt } from '../evaluations/queries.ts';
import { crumbsOf, denied, isAnswer, pathOf } from '../evaluations/routes.ts';
import { mayExtend, windowOf } from '../evaluations/rules.ts';
import { saidAt } from '../reports/routes.ts';
import { withheldOf } from '../withheld/queries.ts';
import { ExtensionForm, ReplyForm } from './pages/reply-form.tsx';

/** The evaluation of the address when this person may do the deed on it. */
async function evaluationFor(web: Web, may: (at: EvaluationAt) => { may: boolean }): Promise<EvaluationAt | Answer> {
  const at = await evaluationAt(web.db, web.forum.id, web.params.evaluation ?? '', web.today);
  return at && may(at).may ? at : denied(web, message('plans.plan.may_not_reply'));
}

const mayAnswer = (web: Web, paper: boolean) => (at: EvaluationAt) =>
  paper ? mayEnterPaper(web.actor, web.forum.id) : mayReply(web.actor, at.evaluation, at.cell);

async function replyPage(web: Web, at: EvaluationAt, of: Filled, paper: boolean, status: number): Promise<Answer> {
  const { lang } = web;
  const names = await bodyNames(web.db, web.forum.id, [at.evaluation.author_body_id]);
  const main = ReplyForm({
    of,
    at,
    author: lang.pick(names.get(at.evaluation.author_body_id) ?? {}),
    withheld: await withheldOf(web.db, at.cell, web.forum),
    keeper: mayAuthor(web.actor, at.cell.forum_id).may,
    paper,
    deed: web.url.searchParams.get('deed'),
    today: web.today,
    action: withDeed(web, `${pathOf(at)}/evaluations/${at.evaluation.id}/reply`),
    back: web.at(pathOf(at)),
  });
  return page(
    { title: lang.t('plans.evaluations.reply_title'), menu: 'plans', crumbs: crumbsOf(web, at), main, noindex: true },
    status,
  );
}

const newReply: Route = get('/plans/:plan/measures/:measure/evaluations/:evaluation/reply', async (web) => {
  const paper = web.url.searchParams.get('way') === 'paper';
  const at = await evaluationFor(web, mayAnswer(web, paper));
  if (isAnswer(at)) return at;
  if (at.reply) return refused({ kind: 'conflict', message: message('plans.evaluations.replied_already') });
  return replyPage(web, at, filled(web.lang), paper, 200);
});

const publishReply = (files: FileStore): Route =>
  post('/plans/:plan/measures/:measure/evaluations/:evaluation/reply', async (web) => {
    const read = await web.posted();
    if (!read.ok) return refused(read.refusal);
    const posted = read.value;
    const paper = posted.text('way') === 'paper';
    const at = await evaluationFor(web, mayAnswer(web, paper));
    if (isAnswer(at)) return at;
    const again = (refusal: Pick<Refusal, 'message' | 'fields'>) =>
      replyPage(
        web,
        at,
        filled(web.lang, keep(posted), refusal.fields ?? [{ field: 'text', message: refusal.message }]),
        paper,
        422,
      );
    const answer = replyGiven(posted, { paper, today: web.today });
    if (!answer.ok) return again(answer.refusal);
    const scans = await takeUploads(files, paper ? posted.files('scan') : [], 'evidence');
    if (!scans.ok) return again(scans.refusal);
    const { text, paper: letter } = answer.value;
    const published = await web.perform(reply, {
      evaluation: at.evaluation.id,
      text: { [web.lang.code]: text },
      paper: letter && { ...letter, scan: scans.value[0] ?? null },
    });
    if (!published.ok) return again(published.refusal);
    return saidAt(web, { ...published.value, body: at.cell.body_id }, 'reply', `evaluation-${at.evaluation.id}`);
  });

const extensionPage = (web: Web, at: EvaluationAt, of: Filled, status: number): Answer => {
  const base = pathOf(at);
  const main = ExtensionForm({
    of,
    at,
    action: web.at(`${base}/evaluations/${at.evaluation.id}/extension`),
    back: web.at(base),
  });
  return page(
    {
      title: web.lang.t('plans.evaluations.extension_title'),
      menu: 'plans',
      crumbs: crumbsOf(web, at),
      main,
      noindex: true,
    },
    status,
  );
};

const newExtension: Route = get('/plans/:plan/measures/:measure/evaluations/:evaluation/extension', async (web) => {
  const at = await evaluationFor(web, (found) => mayExtendReply(web.actor, found.cell));
  if (isAnswer(at)) return at;
  if (!mayExtend(windowOf(at), web.today))
    return refused({ kind: 'conflict', message: message('plans.evaluations.no_extension') });
  return extensionPage(web, at, filled(web.lang), 200);
});

const extend: Route = post('/plans/:plan/measures/:measure/evaluations/:evaluation/extension', async (web) => {
  const read = await web.posted();
  if (!read.ok) return refused(read.refusal);
  const at = await evaluationFor(web, (found) => mayExtendReply(web.actor, found.cell));
  if (isAnswer(at)) return at;
  const again = (refusal: Refusal): Answer =>
    extensionPage(
      web,
      at,
      filled(web.lang, keep(read.value), refusal.fields ?? [{ field: 'reason', message: refusal.message }]),
      422,
    );
  const reason = reasonGiven(read.value);
  if (!reason.ok) return again(reason.refusal);
  const extended = await web.perform(extendReply, { evaluation: at.evaluation.id, reason: reason.value });
  if (!extended.ok) return again(extended.refusal);
  return saidAt(web, { ...extended.value, body: at.cell.body_id }, 'extension', `evaluation-${at.evaluation.id}`);
});

export const replyRoutes = (files: FileStore): readonly Route[] => [
  newReply,
  publishReply(files),
  newExtension,
  extend,
];
