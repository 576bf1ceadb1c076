import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

/**
 * Who may add and correct places and bodies: in a living forum its coordinator, secretary or an operator; in the
 * national register and in a record of the past only an operator.
 */
export function mayKeepPlaces(actor: Actor, forum: Pick<Forum, 'id' | 'kind'>): Verdict {
  if (actor.kind === 'system' || holds(actor, 'operator', forum.id)) return YES;
  if (forum.kind === 'reference') return no(message('places.denied.register'));
  if (forum.kind === 'record') return no(message('places.denied.record'));
  if (holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id)) return YES;
  return no(message('places.denied.keeper'));
}
