import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

/** Papers come from those who keep ballots, so that nobody finds two kinds of them in the box. */
export const mayPrintSlips = (actor: Actor, forum: Pick<Forum, 'id' | 'kind'>): Verdict =>
  forum.kind === 'living' &&
  (['coordinator', 'secretary', 'operator'] as const).some((role) => holds(actor, role, forum.id))
    ? YES
    : no(message('ballots.slips.denied'));
