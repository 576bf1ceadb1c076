import type { Refusal } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { calendarOf } from '#core/time/calendars/known.ts';
import { dueAfterWorkingDays } from '#core/time/working-days.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { evaluatesFor, mayEnterPaper, mayEvaluate, mayExtendReply, mayReply } from '../access.ts';
import { homeCrumb } from '../overview/routes.ts';
import { type CellAt, cellAt, indicatorsAsked } from '../reports/queries.ts';
import { withDeed } from '../reports/routes.ts';
import { evaluate, extendReply, reply } from './commands.ts';
import { evaluationGiven, needed, replyGiven, TIES } from './forms.ts';
import { EvaluationForm } from './pages/evaluation-form.tsx';
import { ExtensionForm, ReplyForm } from './pages/reply-form.tsx';
import { type EvaluationAt, evaluationAt, executorsOf } from './queries.ts';

const isAnswer = (value: object): value is Answer => 'kind' in value;

const denied = (web: Web, reason: Message): Answer =>
  refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: reason });

interface Judging {
  readonly at: CellAt;
  readonly organisations: readonly string[];
}

/** The cell with the organisations for which this person may judge it. */
async function judging(web: Web, id: string): Promise<Judging | Answer> {
  const at = await cellAt(web.db, web.forum.id, id);
  if (!at) return denied(web, message('plans.plan.may_not_evaluate'));
  const executors = await executorsOf(web.db, web.forum.id, at.measure.id);
  const mine = evaluatesFor(web.actor, web.forum.id);
  const organisations = mine.filter((body) => mayEvaluate(web.actor, body, at.cell, executors).may);
  if (organisations.length > 0) return { at, organisations };
  return denied(web, message(mine.length > 0 ? 'plans.plan.may_not_judge_own' : 'plans.plan.may_not_evaluate'));
}

const pathOf = (at: Pick<CellAt, 'planSlug' | 'measure'>): string =>
  `/plans/${at.planSlug}/measures/${at.measure.slug}`;

const crumbsOf = (web: Web, at: Pick<CellAt, 'planSlug' | 'planTitle' | 'measure'>) => [
  homeCrumb(web),
  { label: web.lang.pick(at.planTitle), href: web.at(`/plans/${at.planSlug}`) },
  { label: at.measure.number ?? web.lang.pick(at.measure.title), href: web.at(pathOf(at)) },
];

async function evaluationPage(web: Web, { at, organisations }: Judging, of: Filled, status: number): Promise<Answer> {
  const { lang } = web;
  const names = await bodyNames(web.db, web.forum.id, [...organisations, at.cell.body_id]);
  const nameOf = (id: string): string => lang.pick(names.get(id) ?? {});
  const calendar = calendarOf(web.forum.country);
  const window = calendar ? dueAfterWorkingDays(calendar, web.today, at.replyDays) : null;
  const main = EvaluationForm({
    of,
    at,
    body: nameOf(at.cell.body_id),
    organisations: organisations.map((value) => ({ value, label: nameOf(value) })),
    indicators: await indicatorsAsked(web.db, web.forum.id, at.measure.id),
    replyUntil: window?.ok ? window.value.due : null,
    action: web.at(`${pathOf(at)}/evaluations`),
    back: web.at(pathOf(at)),
  });
  return page(
    { title: lang.t('plans.evaluations.title'), menu: 'plans', crumbs: crumbsOf(web, at), main, noindex: true },
    status,
  );
}

const newEvaluation: Route = get('/plans/:plan/measures/:measure/evaluations/new', async (web) => {
  const judge = await judging(web, web.url.searchParams.get('cell') ?? '');
  return isAnswer(judge) ? judge : evaluationPage(web, judge, filled(web.lang), 200);
});

const sendEvaluation = (files: FileStore): Route =>
  post('/plans/:plan/measures/:measure/evaluations', async (web) => {
    const read = await web.posted();
    if (!read.ok) return refused(read.refusal);
    const posted = read.value;
    const judge = await judging(web, posted.text('cell'));
    if (isAnswer(judge)) return judge;
    const again = (refusal: Pick<Refusal, 'message' | 'fields'>) =>
      evaluationPage(
        web,
        judge,
        filled(web.lang, keep(posted), refusal.fields ?? [{ field: 'completion', message: refusal.message }]),
        422,
      );
    const indicators = await indicatorsAsked(web.db, web.forum.id, judge.at.measure.id);
    const uploads = posted.files('files');
    const read2 = evaluationGiven(posted, {
      organisations: judge.organisations,
      indicators,
      today: web.today,
      files: uploads.length,
    });
    if ('errors' in read2)
      return again({ message: message('errors.fields', { n: read2.errors.length }), fields: read2.errors });
    const taken = await takeUploads(files, uploads, 'evidence');
    if (!taken.ok) return again(taken.refusal);
    const { given } = read2;
    const { lang } = web;
    const ties = TIES.map((tie) =>
      lang.t('plans.evaluations.tie_line', { to: lang.t(`plans.evaluations.tie_to.${tie}`), text: given.ties[tie] }),
    ).join(' ');
    const sent = await web.perform(evaluate, {
      cell: judge.at.cell.id,
      organisation: given.organisation,
      completion: given.completion,
      scales: given.scales,
      finding: { [lang.code]: given.finding },
      method: { [lang.code]: given.method },
      ties: { [lang.code]: ties },
      evidence: [...given.evidence],
      actuals: [...given.actuals],
      files: [...taken.value],
    });
    if (!sent.ok) return again(sent.refusal);
    return redirect(`${web.at(sent.value.path)}?done=evaluation#evaluation-${sent.value.id}`);
  });

/** The evaluation of the address when this person may do the deed on it. */
async function evaluationFor(web: Web, may: (at: EvaluationAt) => { may: boolean }): Promise<EvaluationAt | Answer> {
  const at = await evaluationAt(web.db, web.forum.id, web.params.evaluation ?? '');
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
    paper,
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
    const answer = replyGiven(posted, paper);
    if ('errors' in answer)
      return again({ message: message('errors.fields', { n: answer.errors.length }), fields: answer.errors });
    const scans = await takeUploads(files, paper ? posted.files('scan') : [], 'evidence');
    if (!scans.ok) return again(scans.refusal);
    const { text, paperRef } = answer.given;
    const published = await web.perform(reply, {
      evaluation: at.evaluation.id,
      text: { [web.lang.code]: text },
      paper: paperRef === null ? null : { ref: paperRef, scan: scans.value[0] ?? null },
    });
    if (!published.ok) return again(published.refusal);
    return redirect(`${web.at(published.value.path)}?done=reply#evaluation-${at.evaluation.id}`);
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
  return isAnswer(at) ? at : extensionPage(web, at, filled(web.lang), 200);
});

const extend: Route = post('/plans/:plan/measures/:measure/evaluations/:evaluation/extension', async (web) => {
  const read = await web.posted();
  if (!read.ok) return refused(read.refusal);
  const at = await evaluationFor(web, (found) => mayExtendReply(web.actor, found.cell));
  if (isAnswer(at)) return at;
  const errors: Parameters<typeof needed>[3] = [];
  const reason = needed(read.value, 'reason', 1_000, errors);
  if (errors.length > 0) return extensionPage(web, at, filled(web.lang, keep(read.value), errors), 422);
  const extended = await web.perform(extendReply, { evaluation: at.evaluation.id, reason });
  if (!extended.ok)
    return extensionPage(
      web,
      at,
      filled(web.lang, keep(read.value), [{ field: 'reason', message: extended.refusal.message }]),
      422,
    );
  return redirect(`${web.at(extended.value.path)}?done=extension#evaluation-${at.evaluation.id}`);
});

export const evaluationRoutes = (files: FileStore): readonly Route[] => [
  newEvaluation,
  sendEvaluation(files),
  newReply,
  publishReply(files),
  newExtension,
  extend,
];
