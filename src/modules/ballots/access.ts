import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

type Where = Pick<Forum, 'id' | 'kind'>;

/** Who writes, opens, counts and closes ballots: coordinator or secretary of a living forum. */
export const mayKeepBallots = (actor: Actor, forum: Where): Verdict =>
  actor.kind === 'system' ||
  (forum.kind === 'living' && (holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id)))
    ? YES
    : no(message('ballots.denied.keep'));

/**
 * Who may come to the urn: whoever can speak for a seat. For which seat, and whether now, is said by the roll and the
 * mandates of the day.
 */
export function mayCome(actor: Actor, forum: Where): Verdict {
  if (actor.kind === 'link' || actor.kind === 'system') return YES;
  const speaks =
    (actor.kind === 'person' || actor.kind === 'assisted') &&
    actor.roles.some(
      ({ role, forum: of }) => (role === 'member' || role === 'alternate') && (of === null || of === forum.id),
    );
  return speaks && forum.kind === 'living' ? YES : no(message('ballots.denied.vote'));
}

/** Whose deed each command is, for the page "who may do what". */
export const BALLOTS_DOES: DeedsDeclared = {
  title: 'ballots.doing',
  deeds: [
    ...deedsOf(
      ['secretary', 'coordinator'],
      [
        'ballots.does.write',
        'ballots.does.prepare_urns',
        'ballots.does.open',
        'ballots.does.withdraw',
        'ballots.does.mark',
        'ballots.does.count',
        'ballots.does.close',
      ],
    ),
    ...deedsOf(['member', 'alternate', 'link'], ['ballots.does.vote', 'ballots.does.take_paper']),
    ...deedsOf(['everybody'], ['ballots.does.cast_secretly']),
  ],
};
