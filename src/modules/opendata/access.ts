import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import { REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

/** Roles of the people who keep or make a forum's record: their signature says something to others. */
const SIGNERS = ['coordinator', 'secretary', 'member', 'alternate', 'evaluator', 'executor'] as const;

/** A member of the forum may put a signature of their own under a head of its log. */
export const mayConfirm = (actor: Actor, forum: string): Verdict =>
  actor.kind === 'system' || holds(actor, 'operator', REFERENCE) || SIGNERS.some((role) => holds(actor, role, forum))
    ? YES
    : no(message('opendata.refused.members_only'));

/** What an entry says is erased by the operator only: the law asks the operator, and the entry stays. */
export const mayErase = (actor: Actor): Verdict =>
  actor.kind === 'system' || holds(actor, 'operator', REFERENCE) ? YES : no(message('opendata.refused.operator_only'));

/** Whose deed each command is, for the page "who may do what". */
export const OPENDATA_DOES: DeedsDeclared = {
  title: 'opendata.doing',
  deeds: [
    ...deedsOf(
      ['member', 'alternate', 'executor', 'evaluator', 'secretary', 'coordinator', 'operator'],
      ['opendata.does.confirm_checkpoint'],
    ),
    ...deedsOf(['operator'], ['opendata.does.erase_entry_content']),
  ],
};
