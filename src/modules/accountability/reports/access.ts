import { type Actor, bodiesOf, cameFor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { ENTER_DEED } from './rules.ts';
import type { ReportLine } from './schema.ts';

type Of = Pick<Forum, 'id' | 'kind'>;

/** Coordinator and secretary say how often reports are owed, and enter those that came on paper. */
export function mayKeepReports(actor: Actor, forum: Of): Verdict {
  const keeps = holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id);
  return actor.kind === 'system' || (keeps && forum.kind === 'living')
    ? YES
    : no(message('accountability.reports.denied.keep'));
}

/** The municipality itself: by account, through a helper, or by a link for exactly this report. */
export function mayEnter(actor: Actor, report: Pick<ReportLine, 'id' | 'body'> | null, forum: Of): Verdict {
  const own = report && reportingBodies(actor, forum).includes(report.body);
  const sent = report && cameFor(actor, ENTER_DEED, report.id) && actor.deed.body === report.body;
  return report && (actor.kind === 'system' || own || sent) ? YES : no(message('accountability.reports.denied.enter'));
}

/** The bodies for which somebody reports here. */
export const reportingBodies = (actor: Actor, forum: Pick<Forum, 'id'>): readonly string[] => [
  ...new Set(['member', 'alternate', 'executor'].flatMap((role) => bodiesOf(actor, role, forum.id))),
];

/** Whoever was there says how it was, without an account; a record of the past has nobody to say it to. */
export const maySay = ({ kind }: Pick<Forum, 'kind'>): Verdict =>
  kind === 'living' ? YES : no(message('accountability.reports.denied.record'));

/** Who reads what residents wrote before others do. */
export function mayModerate(actor: Actor, forum: Of): Verdict {
  const moderates = ['moderator', 'secretary', 'coordinator'].some((role) => holds(actor, role, forum.id));
  return actor.kind === 'system' || (moderates && forum.kind === 'living')
    ? YES
    : no(message('accountability.reports.denied.moderate'));
}

export const isProgram = (actor: Actor): Verdict =>
  actor.kind === 'system' ? YES : no(message('accountability.reports.denied.program'));

/** Whose deed each command on reports is, for the page "who may do what". */
export const REPORT_DOES: readonly DeedDeclared[] = [
  ...deedsOf(['everybody'], ['accountability.reports.does.say']),
  ...deedsOf(['moderator', 'secretary', 'coordinator'], ['accountability.reports.does.decide']),
  ...deedsOf(['member', 'alternate', 'executor', 'link'], ['accountability.reports.does.enter']),
  ...deedsOf(['secretary', 'coordinator'], ['accountability.reports.does.set_rule']),
  ...deedsOf(['program'], ['accountability.reports.does.keep']),
];
