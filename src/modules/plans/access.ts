import { type Actor, bodiesOf, cameFor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { isJudgeInOwnCause, isPublished } from './evaluations/rules.ts';
import type { EvaluationRow } from './evaluations/schema.ts';
import type { CellRow } from './measures/schema.ts';
import { isPublic } from './plan/rules.ts';
import type { Stage } from './plan/schema.ts';

/** The names under which one-deed links are made. */
export const REPORT_DEED = 'plans.report_update';
export const REPLY_DEED = 'plans.reply';

type Cell = Pick<CellRow, 'forum_id' | 'id' | 'body_id'>;

const verdict = (may: boolean, reason: () => Message): Verdict => (may ? YES : no(reason()));

/**
 * Who writes plans: coordinator or secretary of the forum that the rows are of; the operator of the installation for
 * national plans. `forum` is the forum_id of the rows, not of the page.
 */
export function mayAuthor(actor: Actor, forum: string): Verdict {
  if (actor.kind === 'system') return YES;
  if (forum === REFERENCE)
    return verdict(holds(actor, 'operator', REFERENCE), () => message('plans.plan.may_not_author_national'));
  const may = holds(actor, 'coordinator', forum) || holds(actor, 'secretary', forum);
  return verdict(may, () => message('plans.plan.may_not_author'));
}

/** The same asked of a forum: a record of the past is entered by the operator only, nobody else writes plans there. */
export function mayWritePlans(actor: Actor, forum: Pick<Forum, 'id' | 'kind'>): Verdict {
  if (forum.kind !== 'record') return mayAuthor(actor, forum.id);
  if (actor.kind === 'system' || holds(actor, 'operator', forum.id)) return YES;
  return no(message('plans.plan.may_not_author_record'));
}

/** A draft is read by those who write it; everything later by everybody. */
export const mayReadPlan = (actor: Actor, forum: string, stage: Stage): Verdict =>
  isPublic(stage) ? YES : mayAuthor(actor, forum);

/** The bodies for which somebody speaks here: as the executor's reporter, a member's representative or its alternate. */
export const bodiesSpokenFor = (actor: Actor, forum: string): readonly string[] => [
  ...new Set(['executor', 'member', 'alternate'].flatMap((role) => bodiesOf(actor, role, forum))),
];

const speaksFor = (actor: Actor, body: string, forum: string): boolean => bodiesSpokenFor(actor, forum).includes(body);

/** Report on a cell: somebody of the executor, or the holder of a link for exactly this deed on this cell. */
export function mayReport(actor: Actor, cell: Cell): Verdict {
  if (actor.kind === 'system' || speaksFor(actor, cell.body_id, cell.forum_id)) return YES;
  return verdict(linkFor(actor, REPORT_DEED, cell.id, cell.body_id), () => message('plans.plan.may_not_report'));
}

/** Enter a report or a reply that came on paper: staff, never the body itself. */
export const mayEnterPaper = (actor: Actor, forum: string): Verdict => mayAuthor(actor, forum);

const linkFor = (actor: Actor, deed: string, object: string, body: string): boolean =>
  cameFor(actor, deed, object) && (actor.deed.body === null || actor.deed.body === body);

/**
 * Evaluate a cell for an organisation: its evaluator, and never an organisation that is or was an executor of the
 * measure. `cells` are all cells of the measure.
 */
export function mayEvaluate(
  actor: Actor,
  organisation: string,
  cell: Pick<CellRow, 'forum_id'>,
  cells: readonly Pick<CellRow, 'body_id'>[],
): Verdict {
  const evaluates = actor.kind === 'system' || bodiesOf(actor, 'evaluator', cell.forum_id).includes(organisation);
  if (!evaluates) return no(message('plans.plan.may_not_evaluate'));
  return verdict(!isJudgeInOwnCause(organisation, cells), () => message('plans.plan.may_not_judge_own'));
}

/** The organisations for which the actor evaluates in this forum. */
export const evaluatesFor = (actor: Actor, forum: string): readonly string[] => bodiesOf(actor, 'evaluator', forum);

/** Reply to an evaluation: the executor it judges, by account or by a link for exactly this deed. */
export function mayReply(actor: Actor, evaluation: Pick<EvaluationRow, 'id'>, cell: Cell): Verdict {
  if (actor.kind === 'system' || speaksFor(actor, cell.body_id, cell.forum_id)) return YES;
  return verdict(linkFor(actor, REPLY_DEED, evaluation.id, cell.body_id), () => message('plans.plan.may_not_reply'));
}

/** Take the one extension of the reply window: the executor itself, or staff at its request. */
export const mayExtendReply = (actor: Actor, cell: Cell): Verdict =>
  verdict(
    actor.kind === 'system' || speaksFor(actor, cell.body_id, cell.forum_id) || mayAuthor(actor, cell.forum_id).may,
    () => message('plans.plan.may_not_reply'),
  );

/** Before it is published an evaluation is seen by its author, by the executor it judges, and by staff. */
export function mayReadEvaluation(
  actor: Actor,
  evaluation: Pick<EvaluationRow, 'id' | 'author_body_id' | 'publishes_on'>,
  cell: Cell,
  day: PlainDate,
): Verdict {
  if (isPublished(evaluation, day)) return YES;
  const concerned =
    bodiesOf(actor, 'evaluator', cell.forum_id).includes(evaluation.author_body_id) ||
    mayReply(actor, evaluation, cell).may ||
    mayAuthor(actor, cell.forum_id).may;
  return verdict(concerned, () => message('plans.plan.not_published_yet'));
}

/** Whose deed each command is, for the page "who may do what". */
export const PLANS_DOES: DeedsDeclared = {
  title: 'plans.doing',
  deeds: [
    ...deedsOf(
      ['secretary', 'coordinator'],
      [
        'plans.does.actuals_record',
        'plans.does.baseline_set',
        'plans.does.indicators_write',
        'plans.does.judge_import',
        'plans.does.keep_clocks',
        'plans.does.measure_amend',
        'plans.does.measure_create',
        'plans.does.measure_edit',
        'plans.does.measure_mark',
        'plans.does.measure_remove',
        'plans.does.measure_withdraw',
        'plans.does.milestone_close',
        'plans.does.plan_about',
        'plans.does.plan_create',
        'plans.does.plan_edit',
        'plans.does.points_write',
        'plans.does.report_dates_write',
        'plans.does.stage_enter',
        'plans.does.write_import',
      ],
    ),
    ...deedsOf(['evaluator'], ['plans.does.evaluate']),
    ...deedsOf(['member', 'alternate', 'executor', 'secretary', 'coordinator'], ['plans.does.extend_reply']),
    ...deedsOf(['member', 'alternate', 'executor', 'link'], ['plans.does.reply', 'plans.does.report_update']),
  ],
};
