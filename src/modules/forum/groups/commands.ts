import type { EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { mayKeepSeats } from '../access.ts';
import { enteredBy, lockedSeating } from '../seating/commands.ts';
import { endFault } from '../seating/rules.ts';
import { sittingOn } from '../seats/rules.ts';
import type { Seating } from '../seats/schema.ts';
import { groupEndShape, groupShape, joiningShape, leavingShape } from './forms.ts';
import { workingGroupsOf } from './queries.ts';
import { joinFault, memberSpan } from './rules.ts';
import type { Group, GroupId, GroupMember, GroupMemberId, GroupTables } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<GroupTables>();
const keeper = (ctx: Ctx) => mayKeepSeats(ctx.actor, ctx.forum);

const groupObject = ({ id, number }: Pick<Group, 'id' | 'number'>): EntryObject => ({
  ...{ type: 'working_group', id, path: `/members/groups/${number}` },
});
const nameIn = (ctx: Ctx, name: Texts): string => choose(name, ctx.lang).text;

/** A working group by a decision, for a task, from a day and perhaps until a day. */
export const makeGroup = command({
  name: 'forum.make_group',
  input: groupShape,
  access: keeper,
  run: async (ctx, input) => {
    const { name, task, decision, url, from, to } = input;
    if ((await lockedSeating(ctx)).compositions.length === 0)
      return refuse('conflict', message('forum.groups.refused_no_seats'));
    if (to !== null && to < from)
      return refuseFields([{ field: 'to', message: message('forum.wrong.to_before_from') }]);
    const number = Math.max(0, ...(await workingGroupsOf(ctx.db, ctx.forum.id)).map((one) => one.number)) + 1;
    const id = uuidv7(ctx.now) as GroupId;
    await tables(ctx)
      .insertInto('forum_groups')
      .values({
        ...{ ...enteredBy(ctx), id, number, name: json(name), task: json(task), decision, url },
        ...{ from_day: from, to_day: to },
      })
      .execute();
    return done(
      { id, number },
      {
        ...{ kind: 'forum.group_made', object: groupObject({ id, number }) },
        params: { group: nameIn(ctx, name), decision, day: from },
      },
    );
  },
});

/** The organisation behind who joins: who holds the seat on that day, or the one from outside. */
function bodyOf(seating: Seating, { seat, body }: Pick<GroupMember, 'seat' | 'body'>, day: Group['from']) {
  return seat ? (sittingOn(seating, { id: seat }, day)?.holding?.body ?? null) : body;
}

/** A seat joins the group, or an expert from outside; one of them leads it. */
export const joinGroup = command({
  name: 'forum.join_group',
  input: joiningShape,
  access: keeper,
  run: async (ctx, input) => {
    const seating = await lockedSeating(ctx);
    const group = (await workingGroupsOf(ctx.db, ctx.forum.id)).find((one) => one.id === input.group);
    if (!group) return refuse('not_found', message('forum.groups.refused_none'));
    const { from, leads } = input;
    const who =
      'seat' in input.who
        ? { seat: input.who.seat, body: null, post: null }
        : { seat: null, body: input.who.body, post: input.who.post };
    const body = bodyOf(seating, who, from);
    const name = body && (await bodyNames(ctx.db, ctx.forum.id, [body])).get(body);
    if (!body || !name)
      return refuseFields([
        who.seat
          ? { field: 'seat', message: message('forum.groups.wrong_vacant', { day: from }) }
          : { field: 'body', message: message('forum.wrong.no_body') },
      ]);
    const fault = joinFault(group, { ...who, leads, from });
    if (fault) return refuseFields([fault]);
    const id = uuidv7(ctx.now) as GroupMemberId;
    await tables(ctx)
      .insertInto('forum_group_members')
      .values({
        ...{ ...enteredBy(ctx), id, group_id: group.id, seat_id: who.seat, body_id: who.body },
        ...{ post: who.post && json(who.post), leads, from_day: from },
      })
      .execute();
    return done(
      { id, number: group.number },
      {
        ...{ kind: 'forum.group_joined', object: groupObject(group), bodies: [body] },
        params: { group: nameIn(ctx, group.name), body: nameIn(ctx, name), day: from, as: leads ? 'lead' : 'member' },
      },
    );
  },
});

/** Somebody works in the group no more. */
export const leaveGroup = command({
  name: 'forum.leave_group',
  input: leavingShape,
  access: keeper,
  run: async (ctx, input) => {
    const seating = await lockedSeating(ctx);
    const groups = await workingGroupsOf(ctx.db, ctx.forum.id);
    const group = groups.find(({ members }) => members.some(({ id }) => id === input.member));
    const member = group?.members.find(({ id }) => id === input.member);
    if (!group || !member) return refuse('not_found', message('forum.groups.refused_none'));
    if (member.last !== null) return refuse('conflict', message('forum.refused.ended_already'));
    const fault = endFault(memberSpan(group, member), input.last);
    if (fault) return refuseFields([fault]);
    await tables(ctx)
      .insertInto('forum_group_member_ends')
      .values({ ...enteredBy(ctx), member_id: member.id, last_day: input.last })
      .execute();
    const body = bodyOf(seating, member, member.from);
    const name = body && (await bodyNames(ctx.db, ctx.forum.id, [body])).get(body);
    return done(
      { number: group.number },
      {
        ...{ kind: 'forum.group_left', object: groupObject(group), bodies: body ? [body] : [] },
        params: { group: nameIn(ctx, group.name), body: name ? nameIn(ctx, name) : '–', day: input.last },
      },
    );
  },
});

/** A decision ends the group; who worked in it does so no longer than it stands. */
export const endGroup = command({
  name: 'forum.end_group',
  input: groupEndShape,
  access: keeper,
  run: async (ctx, input) => {
    await lockedSeating(ctx);
    const group = (await workingGroupsOf(ctx.db, ctx.forum.id)).find((one) => one.id === input.group);
    if (!group) return refuse('not_found', message('forum.groups.refused_none'));
    if (group.end) return refuse('conflict', message('forum.refused.ended_already'));
    const fault = endFault(group, input.last);
    if (fault) return refuseFields([fault]);
    const { last, decision } = input;
    await tables(ctx)
      .insertInto('forum_group_ends')
      .values({ ...enteredBy(ctx), group_id: group.id, last_day: last, decision })
      .execute();
    return done(
      { number: group.number },
      {
        ...{ kind: 'forum.group_ended', object: groupObject(group) },
        params: { group: nameIn(ctx, group.name), decision, day: last },
      },
    );
  },
});

export const GROUP_COMMANDS = [makeGroup, joinGroup, leaveGroup, endGroup];
