import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

type Where = Pick<Forum, 'id' | 'kind'>;

/** Who writes questionnaires and declares rounds: staff and analysts of a living forum; in a record of the past the operator. */
export function mayKeepSurveys(actor: Actor, forum: Where): Verdict {
  if (actor.kind === 'system' || holds(actor, 'operator', forum.id)) return YES;
  const staff = (['coordinator', 'secretary', 'analyst'] as const).some((role) => holds(actor, role, forum.id));
  return forum.kind === 'living' && staff ? YES : no(message('surveys.denied.keep'));
}

/** Whose deed each command is, for the page "who may do what". */
export const SURVEYS_DOES: DeedsDeclared = {
  title: 'surveys.doing',
  deeds: [
    ...deedsOf(
      ['coordinator', 'secretary', 'analyst', 'operator'],
      ['surveys.does.write_questionnaire', 'surveys.does.freeze_edition'],
    ),
  ],
};
