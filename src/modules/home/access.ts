import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import { REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

const isOperator = (actor: Actor): boolean => actor.kind === 'system' || holds(actor, 'operator', REFERENCE);

/**
 * Opening a forum, bringing the demonstration in and taking it away are matters of the installation. Whoever only looks
 * through a demonstration person's eyes is no operator: anybody can look.
 */
export function mayRunInstallation(actor: Actor): Verdict {
  return isOperator(actor) ? YES : no(message('home.refused.operator_only'));
}

/** Coordinator or secretary of this forum: whose desk holds the whole forum's work. */
export const keepsForum = (actor: Actor, forum: string): boolean =>
  holds(actor, 'coordinator', forum) || holds(actor, 'secretary', forum);

/** Reported facts are entered by those who keep the forum's record. */
export function mayEnterFacts(actor: Actor, forum: string): Verdict {
  return isOperator(actor) || keepsForum(actor, forum) ? YES : no(message('home.refused.record_keepers_only'));
}

/** What strangers see of a forum is decided by its coordinator, or by who runs the installation. */
export function mayOpen(actor: Actor, forum: string): Verdict {
  return isOperator(actor) || holds(actor, 'coordinator', forum) ? YES : no(message('home.refused.open_only'));
}

/** A demand to take something down is written down and answered by those who keep the forum's record. */
export const mayWithhold = (actor: Actor, forum: string): Verdict =>
  isOperator(actor) || keepsForum(actor, forum) ? YES : no(message('home.refused.withhold_only'));

/** A desk is somebody's: visitors have none. */
export const maySitAtDesk = (actor: Actor): Verdict =>
  actor.kind === 'person' || actor.kind === 'assisted' ? YES : no(message('home.refused.desk'));

/** Whose deed each command is, for the page "who may do what". */
export const HOME_DOES: DeedsDeclared = {
  title: 'home.doing',
  deeds: [
    ...deedsOf(
      ['coordinator', 'operator'],
      [
        'home.does.announce_opening',
        'home.does.give_back',
        'home.does.keep_back',
        'home.does.open_to_all',
        'home.does.set_caution',
        'home.does.show_part',
      ],
    ),
    ...deedsOf(
      ['operator'],
      ['home.does.answer_duty', 'home.does.ask_example', 'home.does.open_forum', 'home.does.remove_demonstration'],
    ),
    ...deedsOf(
      ['secretary', 'coordinator', 'operator'],
      ['home.does.decide_demand', 'home.does.enter_demand', 'home.does.enter_facts'],
    ),
    ...deedsOf(['account'], ['home.does.mark_seen']),
  ],
};
