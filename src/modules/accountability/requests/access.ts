import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

type Of = Pick<Forum, 'id' | 'kind'>;

/** Anybody asks, and whoever has a code says what belongs to it; a record of the past is asked nothing. */
export const mayAsk = ({ kind }: Pick<Forum, 'kind'>): Verdict =>
  kind === 'living' ? YES : no(message('accountability.requests.denied.record'));

/** Who reads requests and answers before others do, hands them over and enters what came on paper. */
export function mayKeepRequests(actor: Actor, forum: Of): Verdict {
  const keeps = ['moderator', 'secretary', 'coordinator'].some((role) => holds(actor, role, forum.id));
  return actor.kind === 'system' || (keeps && forum.kind === 'living')
    ? YES
    : no(message('accountability.requests.denied.keep'));
}

/** Whose deed each command on requests is, for the page "who may do what". */
export const REQUEST_DOES: readonly DeedDeclared[] = [
  ...deedsOf(
    ['everybody'],
    [
      ...(['accountability.requests.does.ask', 'accountability.requests.does.judge'] as const),
      ...(['accountability.requests.does.answer', 'accountability.requests.does.extend'] as const),
    ],
  ),
  ...deedsOf(
    ['moderator', 'secretary', 'coordinator'],
    [
      ...(['accountability.requests.does.decide', 'accountability.requests.does.letter'] as const),
      ...(['accountability.requests.does.deliver', 'accountability.requests.does.enter'] as const),
      'accountability.requests.does.show',
    ],
  ),
];
