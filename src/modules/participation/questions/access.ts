import { type Actor, bodiesOf, cameFor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { ANSWER_DEED } from './rules.ts';
import type { Question } from './schema.ts';

type Of = Pick<Forum, 'id' | 'kind'>;

/** Everybody asks, without an account; a record of the past has nobody to answer. */
export const mayAsk = ({ kind }: Pick<Forum, 'kind'>): Verdict =>
  kind === 'living' ? YES : no(message('participation.questions.denied.record'));

/** Who reads what residents wrote before others do. */
export function mayModerate(actor: Actor, forum: Of): Verdict {
  const moderates = ['moderator', 'secretary', 'coordinator'].some((role) => holds(actor, role, forum.id));
  return actor.kind === 'system' || (moderates && forum.kind === 'living')
    ? YES
    : no(message('participation.questions.denied.moderate'));
}

/** Enter an answer that came on paper: staff, never the body itself. */
export const mayEnterPaper = (actor: Actor, forum: Of): Verdict =>
  actor.kind === 'system' || holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id)
    ? YES
    : no(message('participation.questions.denied.answer'));

/** The bodies for which somebody answers here. */
export const answersFor = (actor: Actor, forum: Pick<Forum, 'id'>): readonly string[] => [
  ...new Set(['executor', 'member', 'alternate'].flatMap((role) => bodiesOf(actor, role, forum.id))),
];

/** The body that owes the answer, by account, through a helper, or by a link for exactly this answer. */
export function mayAnswer(actor: Actor, question: Pick<Question, 'id' | 'publication'>, forum: Of): Verdict {
  const body = question.publication?.body;
  const speaks = body !== undefined && (actor.kind === 'system' || answersFor(actor, forum).includes(body));
  const sent = cameFor(actor, ANSWER_DEED, question.id) && (actor.deed.body === null || actor.deed.body === body);
  return speaks || sent ? YES : no(message('participation.questions.denied.answer'));
}

/** Whose deed each command is, for the page "who may do what". */
export const PARTICIPATION_DOES: DeedsDeclared = {
  title: 'participation.doing',
  deeds: [
    ...deedsOf(['everybody'], ['participation.does.ask', 'participation.does.withdraw']),
    ...deedsOf(['moderator', 'secretary', 'coordinator'], ['participation.does.publish', 'participation.does.refuse']),
    ...deedsOf(['member', 'alternate', 'executor', 'link'], ['participation.does.answer']),
  ],
};
