import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

/** Who puts a finding to use in a plan: whoever writes the plans of a living forum. */
export function mayBind(actor: Actor, forum: Pick<Forum, 'id' | 'kind'>): Verdict {
  if (actor.kind === 'system') return YES;
  const writes = holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id);
  return forum.kind === 'living' && writes ? YES : no(message('surveys.findings.binding.denied'));
}

/** Whose deed each command on findings is, for the page "who may do what". */
export const FINDING_DEEDS: readonly DeedDeclared[] = [
  ...deedsOf(
    ['coordinator', 'secretary', 'analyst', 'operator'],
    ['surveys.does.write_finding', 'surveys.does.report_finding', 'surveys.does.withdraw_finding'],
  ),
  ...deedsOf(['coordinator', 'secretary'], ['surveys.findings.does.bind_finding']),
];
