import { type Actor, cameFor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { mayCheck } from '../checklists/access.ts';
import { reportingBodies } from '../reports/access.ts';
import { REPLY_DEED } from './rules.ts';
import type { Card } from './schema.ts';

type Of = Pick<Forum, 'id' | 'kind'>;

/** Coordinator and secretary write the formula, decide the remarks and enter replies that came on paper. */
export function mayKeepCards(actor: Actor, forum: Of): Verdict {
  const keeps = holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id);
  return actor.kind === 'system' || (keeps && forum.kind === 'living')
    ? YES
    : no(message('accountability.scorecards.denied.keep'));
}

/** Whoever checks what is published counts it and sends it to the body. */
export const maySend = (actor: Actor, forum: Of): Verdict =>
  mayCheck(actor, forum).may ? YES : no(message('accountability.scorecards.denied.send'));

/** The body itself: by account, through a helper, or by a link for exactly this scorecard. */
export function mayReply(actor: Actor, card: Pick<Card, 'id' | 'body'> | null, forum: Of): Verdict {
  const own = card && reportingBodies(actor, forum).includes(card.body);
  const sent = card && cameFor(actor, REPLY_DEED, card.id) && actor.deed.body === card.body;
  return card && (actor.kind === 'system' || own || sent) ? YES : no(message('accountability.scorecards.denied.reply'));
}

/** Before it is public a scorecard is read by its body and by those who made it. */
export const mayReadEarly = (actor: Actor, card: Pick<Card, 'id' | 'body'>, forum: Of): boolean =>
  maySend(actor, forum).may || mayReply(actor, card, forum).may;

/** Whose deed each command on scorecards is, for the page "who may do what". */
export const SCORECARD_DOES: readonly DeedDeclared[] = [
  ...deedsOf(
    ['secretary', 'coordinator'],
    ['accountability.scorecards.does.set_formula', 'accountability.scorecards.does.decide'],
  ),
  ...deedsOf(['analyst', 'secretary', 'coordinator'], ['accountability.scorecards.does.send']),
  ...deedsOf(['member', 'alternate', 'executor', 'link'], ['accountability.scorecards.does.reply']),
];
