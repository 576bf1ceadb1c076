import { type Actor, bodiesOf, cameFor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

/**
 * Who opens cases by hand, records what was done, waives and extends: coordinator or secretary of the forum; in a
 * record of the past the operator only.
 */
export function mayKeepCases(actor: Actor, forum: Pick<Forum, 'id' | 'kind'>): Verdict {
  if (actor.kind === 'system') return YES;
  const keeps =
    forum.kind === 'living'
      ? holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id)
      : holds(actor, 'operator', REFERENCE);
  return keeps ? YES : no(message('obligations.denied.keep'));
}

/** The names under which one-deed links are made. */
export const FULFIL_DEED = 'obligations.fulfil';
export const EXTEND_DEED = 'obligations.extend';

/**
 * Who says of a case that it was done, or makes its term longer as its rule allows: the keepers, somebody of the body
 * that owes it, or whoever comes by a link for exactly this deed on this case. For a case that is not there (null) the
 * answer is the same "no" as for another's.
 */
export function mayAnswer(
  actor: Actor,
  forum: Pick<Forum, 'id' | 'kind'>,
  deed: typeof FULFIL_DEED | typeof EXTEND_DEED,
  found: { readonly id: string; readonly body_id: string } | null,
): Verdict {
  if (mayKeepCases(actor, forum).may) return YES;
  if (found && isOwn(actor, forum, deed, found)) return YES;
  return no(message('obligations.denied.answer'));
}

const isOwn = (
  actor: Actor,
  forum: Pick<Forum, 'id'>,
  deed: string,
  found: { readonly id: string; readonly body_id: string },
): boolean =>
  ownBodies(actor, forum).includes(found.body_id) ||
  (cameFor(actor, deed, found.id) && actor.deed.body === found.body_id);

/** A country's calendar counts in every forum of the installation: its operator keeps it. */
export const mayKeepCalendar = (actor: Actor): Verdict =>
  actor.kind === 'system' || holds(actor, 'operator', REFERENCE) ? YES : no(message('obligations.denied.calendar'));

/** Before the public sees a body's first lateness: the keepers of the forum, and the body itself. */
export const seesAll = (actor: Actor, forum: Pick<Forum, 'id' | 'kind'>): boolean => mayKeepCases(actor, forum).may;
export const ownBodies = (actor: Actor, forum: Pick<Forum, 'id'>): readonly string[] => [
  ...new Set(['member', 'alternate', 'executor'].flatMap((role) => bodiesOf(actor, role, forum.id))),
];

/** Counting anew and reminding are the program's own work. */
export const isProgram = (actor: Actor): Verdict =>
  actor.kind === 'system' ? YES : no(message('obligations.denied.program'));

/** Whose deed each command is, for the page "who may do what". */
export const OBLIGATIONS_DOES: DeedsDeclared = {
  title: 'obligations.doing',
  deeds: [
    ...deedsOf(['operator'], ['obligations.does.calendar_day_add', 'obligations.does.calendar_day_withdraw']),
    ...deedsOf(
      ['member', 'alternate', 'executor', 'secretary', 'coordinator', 'link'],
      ['obligations.does.extend', 'obligations.does.fulfil'],
    ),
    ...deedsOf(
      ['secretary', 'coordinator'],
      [
        'obligations.does.open',
        'obligations.does.rule_write',
        'obligations.does.tell_by_phone',
        'obligations.does.waive',
      ],
    ),
    ...deedsOf(['program'], ['obligations.does.note_letter', 'obligations.does.recount', 'obligations.does.remind']),
  ],
};
