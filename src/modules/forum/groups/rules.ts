import type { FieldError } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { countsOn, earlier, overlap } from '../seats/rules.ts';
import type { Span } from '../seats/schema.ts';
import type { Group, GroupMember } from './schema.ts';

const wrong = (field: string, what: Message): FieldError => ({ field, message: what });

/** When somebody worked in the group: never longer than the group stands. */
export const memberSpan = (group: Span, member: Span): Span => ({
  from: member.from,
  last: earlier(member.last, group.last),
});

/** Who works in the group on that day, its lead first. */
export const workingOn = (group: Group, day: PlainDate): readonly GroupMember[] =>
  group.members
    .filter((one) => countsOn(memberSpan(group, one), day))
    .toSorted((a, b) => Number(b.leads) - Number(a.leads));

/** Why somebody cannot join the group from that day; null: they can. */
export function joinFault(group: Group, asked: Omit<GroupMember, 'id' | 'last'>): FieldError | null {
  const { from } = asked;
  if (from < group.from) return wrong('from', message('forum.wrong.too_early', { day: group.from }));
  if (group.last !== null && from > group.last)
    return wrong('from', message('forum.wrong.too_late', { day: group.last }));
  const span = memberSpan(group, { from, last: null });
  const there = group.members.filter((one) => overlap(span, memberSpan(group, one)));
  const same = there.find(
    (one) =>
      one.seat === asked.seat && one.body === asked.body && JSON.stringify(one.post) === JSON.stringify(asked.post),
  );
  if (same) return wrong('seat', message('forum.groups.wrong_there', { day: same.from }));
  const lead = asked.leads && there.find((one) => one.leads);
  return lead ? wrong('leads', message('forum.groups.wrong_lead', { day: lead.from })) : null;
}
