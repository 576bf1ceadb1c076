import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

/**
 * Who writes documents, binds rules and enters what the assembly decided: coordinator or secretary of the forum; in a
 * record of the past the operator only. What is adopted is the assembly's deed; they only enter it.
 */
export function mayKeepDocuments(actor: Actor, forum: Pick<Forum, 'id' | 'kind'>): Verdict {
  if (actor.kind === 'system') return YES;
  const keeps =
    forum.kind === 'living'
      ? holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id)
      : holds(actor, 'operator', REFERENCE);
  return keeps ? YES : no(message('forum.documents.denied.keep'));
}
