import type { Refusal } from '#core/errors/result.ts';
import type { FileReader } from '#core/files/routes.ts';
import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, post, type Route, refused, type Web } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { calendarOf } from '#core/time/calendars/known.ts';
import { dueAfterWorkingDays } from '#core/time/working-days.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { evaluatesFor, mayAuthor, mayEvaluate, mayReadEvaluation } from '../access.ts';
import { homeCrumb } from '../overview/routes.ts';
import { type CellAt, cellAt, indicatorsAsked, updateSaid } from '../reports/queries.ts';
import { saidAt } from '../reports/routes.ts';
import { withheldOf } from '../withheld/queries.ts';
import { evaluate } from './commands.ts';
import { type EvaluationGiven, evaluationGiven } from './forms.ts';
import { EvaluationForm } from './pages/evaluation-form.tsx';
import { evaluationAt, evaluationOfFile, executorsOf } from './queries.ts';
import { TIES } from './schema.ts';

export const isAnswer = (value: object): value is Answer => 'kind' in value;

export const denied = (web: Web, reason: Message): Answer =>
  refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: reason });

interface Judging {
  readonly at: CellAt;
  readonly organisations: readonly string[];
}

/** The cell with the organisations for which this person may judge it. */
async function judging(web: Web, id: string): Promise<Judging | Answer> {
  const at = await cellAt(web.db, web.forum.id, id, web.today);
  if (!at) return denied(web, message('plans.plan.may_not_evaluate'));
  const executors = await executorsOf(web.db, web.forum.id, at.measure.id);
  const mine = evaluatesFor(web.actor, web.forum.id);
  const organisations = mine.filter((body) => mayEvaluate(web.actor, body, at.cell, executors).may);
  if (organisations.length > 0) return { at, organisations };
  return denied(web, message(mine.length > 0 ? 'plans.plan.may_not_judge_own' : 'plans.plan.may_not_evaluate'));
}

export const pathOf = (at: Pick<CellAt, 'planSlug' | 'measure'>): string =>
  `/plans/${at.planSlug}/measures/${at.measure.slug}`;

export const crumbsOf = (web: Web, at: Pick<CellAt, 'planSlug' | 'planTitle' | 'measure'>) => [
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
    said: await updateSaid(web.db, web.forum.id, at.cell.update_id),
    withheld: await withheldOf(web.db, at.cell, web.forum),
    keeper: mayAuthor(web.actor, at.cell.forum_id).may,
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
    const given = evaluationGiven(posted, {
      organisations: judge.organisations,
      indicators,
      today: web.today,
      files: uploads.length,
    });
    if (!given.ok) return again(given.refusal);
    const taken = await takeUploads(files, uploads, 'evidence');
    if (!taken.ok) return again(taken.refusal);
    const { finding, method, ties, funderPublic, evidence, actuals, ...judged } = given.value;
    const { code } = web.lang;
    const sent = await web.perform(evaluate, {
      ...judged,
      cell: judge.at.cell.id,
      finding: { [code]: finding },
      method: { [code]: method },
      ties: { [code]: tiesText(web.lang, ties, funderPublic) },
      ...(funderPublic ? {} : { funderTie: { [code]: ties.funder } }),
      evidence: [...evidence],
      actuals: [...actuals],
      files: [...taken.value],
    });
    if (!sent.ok) return again(sent.refusal);
    const on = { ...sent.value, body: judge.at.cell.body_id };
    return saidAt(web, on, 'evaluation', `evaluation-${sent.value.id}`);
  });

/** The three ties as one text, each after its name; of the funder only that it was said, unless it was ticked. */
const tiesText = (lang: Lang, ties: EvaluationGiven['ties'], funderPublic: boolean): string =>
  TIES.map((tie) => {
    const text = tie === 'funder' && !funderPublic ? lang.t('plans.evaluations.funder_kept') : ties[tie];
    return lang.t('plans.evaluations.tie_line', { to: lang.t(`plans.evaluations.tie_to.${tie}`), text });
  }).join('\n');

/** The evidence of an evaluation is read by whom the evaluation is read: first by those concerned, later by everybody. */
export const readsEvidence: FileReader = async ({ db, forum, file, actor, today }) => {
  const evaluation = await evaluationOfFile(db, forum, file);
  const at = evaluation && (await evaluationAt(db, forum, evaluation, today));
  return at ? mayReadEvaluation(actor, at.evaluation, at.cell, today).may : false;
};

export const evaluationRoutes = (files: FileStore): readonly Route[] => [newEvaluation, sendEvaluation(files)];
