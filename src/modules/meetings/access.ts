import { type Actor, bodiesOf, cameFor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { REMARK_DEED, remarkObject } from './minutes/rules.ts';

type Where = Pick<Forum, 'id' | 'kind'>;

/** Who calls and records meetings: staff of a living forum; in a record of the past the operator. */
export function mayKeepMeetings(actor: Actor, forum: Where): Verdict {
  if (actor.kind === 'system' || holds(actor, 'operator', forum.id)) return YES;
  const staff = holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id);
  return forum.kind === 'living' && staff ? YES : no(message('meetings.denied.keep'));
}

/** A meeting with residents is also recorded by the helper who was there. */
export function mayRecordVillage(actor: Actor, forum: Where): Verdict {
  const staff = mayKeepMeetings(actor, forum);
  if (staff.may) return staff;
  return forum.kind === 'living' && holds(actor, 'helper', forum.id) ? YES : no(message('meetings.denied.village'));
}

/** The organisations for which whoever asks speaks as a member. */
export const memberBodies = (actor: Actor, forum: Pick<Forum, 'id'>): readonly string[] =>
  (['member', 'alternate'] as const).flatMap((role) => bodiesOf(actor, role, forum.id));

/** The organisation for which somebody came by a link to remark on the minutes of this meeting; null: by none. */
export const remarksFor = (actor: Actor, meeting: string): string | null =>
  actor.kind === 'link' && actor.deed.body && cameFor(actor, REMARK_DEED, remarkObject(meeting, actor.deed.body))
    ? actor.deed.body
    : null;

/** Who sees what is for members only: the address of an online meeting. */
export const seesAsMember = (actor: Actor, forum: Where): boolean =>
  mayKeepMeetings(actor, forum).may || memberBodies(actor, forum).length > 0;

const STAFF = ['secretary', 'coordinator', 'operator'];

/** Whose deed each command is, for the page "who may do what". */
export const MEETINGS_DOES: DeedsDeclared = {
  title: 'meetings.doing',
  deeds: [
    ...deedsOf(STAFF, [
      ...(['meetings.does.call', 'meetings.does.change_call', 'meetings.does.invite', 'meetings.does.cancel'] as const),
      ...(['meetings.does.write_item', 'meetings.does.remove_item', 'meetings.does.move_item'] as const),
      ...(['meetings.does.attend', 'meetings.does.stand_aside', 'meetings.does.begin', 'meetings.does.end'] as const),
      ...(['meetings.does.keep_guest', 'meetings.does.keep_note', 'meetings.does.keep_sheet'] as const),
      ...(['meetings.does.decide', 'meetings.does.keep_outcome', 'meetings.does.give_task'] as const),
      ...(['meetings.does.circulate', 'meetings.does.answer_remark', 'meetings.does.approve'] as const),
      ...(['meetings.does.publish_minutes', 'meetings.does.correct_minutes'] as const),
    ]),
    ...deedsOf(STAFF, ['meetings.desk.does.take_out', 'meetings.desk.does.recall', 'meetings.desk.does.bring_in']),
    ...deedsOf(['helper', ...STAFF], ['meetings.does.record_village']),
    ...deedsOf(['member', 'alternate', ...STAFF], ['meetings.does.end_task']),
    ...deedsOf(['member', 'alternate', 'link', ...STAFF], ['meetings.does.remark']),
  ],
};
