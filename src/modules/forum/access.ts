import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

type Where = Pick<Forum, 'id' | 'kind'>;

/** Who writes down decisions on seats and who holds them: staff of a living forum; in a record of the past the operator. */
export function mayKeepSeats(actor: Actor, forum: Where): Verdict {
  const named = mayNameSpeakers(actor, forum);
  if (named.may) return named;
  return forum.kind === 'living' && holds(actor, 'secretary', forum.id) ? YES : no(message('forum.denied.keep'));
}

/** A mandate gives power to act for an organisation: as with every other role, the coordinator gives it. */
export function mayNameSpeakers(actor: Actor, forum: Where): Verdict {
  if (actor.kind === 'system' || holds(actor, 'operator', forum.id)) return YES;
  return forum.kind === 'living' && holds(actor, 'coordinator', forum.id) ? YES : no(message('forum.denied.name'));
}

/** Any organisation may apply, also one without an account; a record of the past takes no applications. */
export const mayApply = (forum: Where): Verdict =>
  forum.kind === 'living' ? YES : no(message('forum.applications.refused_closed'));

/** Whose deed each command is, for the page "who may do what". */
export const FORUM_DOES: DeedsDeclared = {
  title: 'forum.doing',
  deeds: [
    ...deedsOf(['everybody'], ['forum.does.apply']),
    ...deedsOf(
      ['secretary', 'coordinator', 'operator'],
      [
        'forum.does.answer_application',
        'forum.does.close_seat',
        'forum.does.count_people',
        'forum.does.decide_composition',
        'forum.does.end_holding',
        'forum.does.end_interest',
        'forum.does.give_seat',
        'forum.does.make_group',
        'forum.does.join_group',
        'forum.does.leave_group',
        'forum.does.end_group',
        'forum.does.write_criteria',
      ],
    ),
    ...deedsOf(['member', 'alternate', 'secretary', 'coordinator', 'operator'], ['forum.does.declare_interest']),
    ...deedsOf(
      ['secretary', 'coordinator'],
      [
        'forum.does.document_write',
        'forum.does.text_write',
        'forum.does.rules_bind',
        'forum.does.version_open',
        'forum.does.version_propose',
        'forum.does.version_adopt',
        'forum.does.version_sign',
        'forum.does.version_discard',
        'forum.does.signature_mistake',
        'forum.does.founding_write',
        'forum.does.founding_publish',
        'forum.does.founding_adopt',
      ],
    ),
    ...deedsOf(
      ['coordinator', 'operator'],
      [
        'forum.does.end_mandate',
        'forum.does.name_speaker',
        'forum.does.record_election',
        'forum.does.import_seats',
        'forum.does.end_lead',
      ],
    ),
  ],
};
