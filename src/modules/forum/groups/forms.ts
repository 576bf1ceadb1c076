import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape, textsShape as textsUpTo } from '#core/shapes.ts';
import { MOST, Reading, textsShape, urlShape } from '../forms.ts';
import type { SeatId } from '../seats/schema.ts';
import type { GroupId, GroupMemberId } from './schema.ts';

/** How long the task of a group may be, in characters. */
const MOST_OF_TASK = 1_000;

export const groupShape = v.object({
  ...{ name: textsShape, task: textsUpTo(MOST_OF_TASK), decision: lineShape(MOST.number), url: urlShape },
  ...{ from: dayShape, to: v.nullable(dayShape) },
});
export type GroupInput = v.InferOutput<typeof groupShape>;

/** A seat, or an organisation from outside with or without an office; exactly one of the two. */
export const joiningShape = v.object({
  group: idShape<GroupId>(),
  who: v.union([v.object({ seat: idShape<SeatId>() }), v.object({ body: idShape(), post: v.nullable(textsShape) })]),
  ...{ leads: v.boolean(), from: dayShape },
});
export type JoiningInput = v.InferOutput<typeof joiningShape>;

export const leavingShape = v.object({ member: idShape<GroupMemberId>(), last: dayShape });
export const groupEndShape = v.object({
  ...{ group: idShape<GroupId>(), last: dayShape, decision: lineShape(MOST.number) },
});

/** What the group is for, since when, by which decision. */
export function readGroup(posted: Posted): Result<GroupInput> {
  const read = new Reading(posted);
  const [name, task] = [read.texts('name'), read.texts('task', MOST_OF_TASK)];
  if (Object.keys(name).length === 0) read.wrong('name_az', message('forum.groups.wrong_name'));
  if (Object.keys(task).length === 0) read.wrong('task_az', message('forum.groups.wrong_task'));
  return read.end({
    ...{ name, task, from: read.neededDay('from'), to: read.day('to'), url: read.url('url') },
    decision: read.needed('decision', MOST.number, message('forum.wrong.no_number')),
  });
}

/** Who joins; the office is kept in the language of the page. */
export function readJoining(posted: Posted, group: GroupId, page: LanguageCode): Result<JoiningInput> {
  const read = new Reading(posted);
  const [seat, body, post] = [read.line('seat', 40), read.line('body', 40), read.line('post', MOST.name)];
  if ((seat === '') === (body === '')) read.wrong('seat', message('forum.groups.wrong_who'));
  const who: JoiningInput['who'] =
    body === ''
      ? { seat: read.id('seat', message('forum.groups.wrong_who')) as SeatId }
      : { body: read.id('body', message('forum.wrong.no_body')), post: post === '' ? null : { [page]: post } };
  return read.end({ group, who, leads: posted.text('leads') === 'yes', from: read.neededDay('from') });
}

export function readLeaving(posted: Posted, member: GroupMemberId): Result<v.InferOutput<typeof leavingShape>> {
  const read = new Reading(posted);
  return read.end({ member, last: read.neededDay('last') });
}

export function readGroupEnd(posted: Posted, group: GroupId): Result<v.InferOutput<typeof groupEndShape>> {
  const read = new Reading(posted);
  const decision = read.needed('decision', MOST.number, message('forum.wrong.no_number'));
  return read.end({ group, last: read.neededDay('last'), decision });
}
