import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { answersFor } from '../questions/access.ts';
import type { Consultation } from './schema.ts';

type Of = Pick<Forum, 'id' | 'kind'>;

/** Opens consultations, groups comments, enters what came on paper: who keeps the forum. */
export const mayKeep = (actor: Actor, forum: Of): Verdict =>
  forum.kind === 'living' &&
  (actor.kind === 'system' || holds(actor, 'secretary', forum.id) || holds(actor, 'coordinator', forum.id))
    ? YES
    : no(message('participation.consultations.denied.keep'));

/** Everybody comments for themselves; in the name of an organisation only who speaks for it. */
export function mayComment(actor: Actor, forum: Of, body: string | null): Verdict {
  if (forum.kind !== 'living') return no(message('participation.questions.denied.record'));
  if (body === null || actor.kind === 'system' || answersFor(actor, forum).includes(body)) return YES;
  return no(message('participation.consultations.denied.speak'));
}

/**
 * The response is the word of the organisation that owes it; where an office of the forum answers, of who keeps the
 * forum. What came on paper is entered by who keeps the forum.
 */
export function mayRespond(
  actor: Actor,
  forum: Of,
  consultation: Pick<Consultation, 'body' | 'office'>,
  paper: boolean,
): Verdict {
  const keeps = mayKeep(actor, forum).may;
  if (keeps && (paper || consultation.office !== null)) return YES;
  const speaks = actor.kind === 'system' || answersFor(actor, forum).includes(consultation.body);
  return speaks && !paper && forum.kind === 'living' ? YES : no(message('participation.consultations.denied.respond'));
}

/** Whose deed each command on consultations is. */
export const CONSULTATION_DOES: DeedsDeclared['deeds'] = [
  ...deedsOf(
    ['secretary', 'coordinator'],
    ['participation.does.open_consultation', 'participation.does.enter_comment'],
  ),
  ...deedsOf(['everybody'], ['participation.does.comment', 'participation.does.withdraw_comment']),
  ...deedsOf(
    ['moderator', 'secretary', 'coordinator'],
    ['participation.does.publish_comment', 'participation.does.refuse_comment'],
  ),
  ...deedsOf(
    ['secretary', 'coordinator'],
    ['participation.does.group_comments', 'participation.does.ungroup_comments'],
  ),
  ...deedsOf(
    ['member', 'alternate', 'executor'],
    ['participation.does.respond', 'participation.does.correct_response'],
  ),
];
