import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

/** Who looks whether something is published, and writes it down: coordinator, secretary, analyst. */
export function mayCheck(actor: Actor, forum: Pick<Forum, 'id' | 'kind'>): Verdict {
  const checks = ['coordinator', 'secretary', 'analyst'].some((role) => holds(actor, role, forum.id));
  return actor.kind === 'system' || (checks && forum.kind === 'living')
    ? YES
    : no(message('accountability.checklists.denied.check'));
}

/** Whose deed each command on checklists is, for the page "who may do what". */
export const CHECKLIST_DOES: readonly DeedDeclared[] = deedsOf(
  ['analyst', 'secretary', 'coordinator'],
  ['accountability.checklists.does.check', 'accountability.checklists.does.see_page'],
);
