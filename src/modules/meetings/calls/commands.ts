import type { EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { personOf } from '#core/way.ts';
import { rulesOn, workingGroupsOf } from '#modules/forum/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { mayKeepMeetings } from '../access.ts';
import { itemsOf } from '../agenda/queries.ts';
import { deskOut } from '../desk/handing/queries.ts';
import { approvedOn } from '../minutes/queries.ts';
import type { MeetingId, MeetingTables } from '../schema.ts';
import { callShape, cancelShape, changeShape, inviteShape } from './forms.ts';
import { breachRows, meetingOf, meetingsOf } from './queries.ts';
import { breachesOf, isKnown, knownInvitation, lastBefore, meetingPath, stateOf } from './rules.ts';
import type { BreachFound, Call, Meeting } from './schema.ts';

export const tables = (ctx: Ctx) => ctx.db.withTables<MeetingTables>();
export const wrong = (field: string, what: Message) => refuseFields([{ field, message: what }]);
const keeper = (ctx: Ctx) => mayKeepMeetings(ctx.actor, ctx.forum);

/** Columns of every row that somebody writes. */
export const enteredBy = (ctx: Ctx) => ({
  ...{ forum_id: ctx.forum.id, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
});

/** A meeting as the public record names it. */
export const meetingObject = (meeting: Pick<Meeting, 'id' | 'number'>): EntryObject => ({
  ...{ type: 'meeting', id: meeting.id, path: meetingPath(meeting) },
});

/** In the forum's first language, as the record says it. */
export const saidIn = (ctx: Ctx, texts: Texts): string => choose(texts, ctx.forum.languages[0] ?? ctx.lang).text;

/** Takes the next number of its kind; whoever takes one waits for who took the one before. */
export async function nextNumber(ctx: Ctx, kind: MeetingTables['meetings_numbers']['kind']): Promise<number> {
  const row = await tables(ctx)
    .insertInto('meetings_numbers')
    .values({ forum_id: ctx.forum.id, kind, last: 1 })
    .onConflict((on) =>
      on.columns(['forum_id', 'kind']).doUpdateSet((is) => ({ last: is('meetings_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

/**
 * The meeting of the deed with its row locked: two deeds on one meeting see each other. Refused: there is none, it was
 * called off, its minutes were approved and stay as they are, or a desk in a hall has it (`also_out`: then too).
 */
export async function lockMeeting(ctx: Ctx, id: MeetingId, also?: 'also_out'): Promise<Result<Meeting>> {
  await tables(ctx)
    .selectFrom('meetings_meetings')
    .select('id')
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const meeting = await meetingOf(ctx.db, ctx.forum.id, { id });
  if (!meeting) return refuse('not_found', message('meetings.refused.no_meeting'));
  if (meeting.cancelled) return refuse('conflict', message('meetings.refused.cancelled'));
  const approved = await approvedOn(ctx.db, ctx.forum.id, id);
  if (approved) return refuse('conflict', message('meetings.refused.approved', { day: approved }));
  if (!also && (await deskOut(ctx.db, ctx.forum.id, id)))
    return refuse('conflict', message('meetings.desk.refused.out', { number: meeting.number }));
  return ok(meeting);
}

/** Writes down what of the rules was not kept, each once. */
export async function keepBreaches(ctx: Ctx, meeting: MeetingId, found: readonly BreachFound[]): Promise<void> {
  const known = await breachRows(ctx.db, ctx.forum.id, meeting);
  for (const { kind, document, article, params } of found.filter((one) => !isKnown(known, one)))
    await tables(ctx)
      .insertInto('meetings_breaches')
      .values({
        ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now), meeting_id: meeting, kind, document, article },
        ...{ params: json(params), on_day: ctx.today, entered_at: ctx.now },
      })
      .execute();
}

/** What this call does not keep, by the rules of the day of the meeting. */
async function judged(ctx: Ctx, call: Call, invited: PlainDate | null, meeting: MeetingId | null) {
  const all = await meetingsOf(ctx.db, ctx.forum.id);
  const items = meeting ? (await itemsOf(ctx.db, ctx.forum.id, meeting)).length : 0;
  const rules = await rulesOn(ctx.db, ctx.forum.id, call.on);
  return breachesOf({ call, rules, invited, before: lastBefore(all, call.on, meeting), items });
}

export const insertCall = (ctx: Ctx, meeting: MeetingId, call: Call) =>
  tables(ctx)
    .insertInto('meetings_calls')
    .values({
      ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), meeting_id: meeting, kind: call.kind, title: json(call.title) },
      ...{ on_day: call.on, hour: call.hour, until_day: call.until, place: call.place && json(call.place) },
      ...{
        place_id: call.placeId,
        link: call.link,
        group_id: call.group,
        convener: call.convener,
        members: call.members,
      },
      ...{ body_id: call.body, language: call.language, urgent: call.urgent, reason: call.reason },
      entered_on: ctx.today,
    })
    .execute();

export async function insertMeeting(ctx: Ctx, afterwards: boolean): Promise<Pick<Meeting, 'id' | 'number'>> {
  const [id, number] = [uuidv7(ctx.now) as MeetingId, await nextNumber(ctx, 'meeting')];
  await tables(ctx)
    .insertInto('meetings_meetings')
    .values({ ...enteredBy(ctx), id, number, afterwards, entered_on: ctx.today })
    .execute();
  return { id, number };
}

export const insertInvitation = (ctx: Ctx, meeting: MeetingId, on: PlainDate) =>
  tables(ctx)
    .insertInto('meetings_invitations')
    .values({ ...enteredBy(ctx), meeting_id: meeting, on_day: on, entered_on: ctx.today })
    .execute();

export const isKnownBody = async (ctx: Ctx, body: string): Promise<boolean> =>
  (await bodyNames(ctx.db, ctx.forum.id, [body])).has(body);

/** A working group of the forum calls its own members; other meetings name none. */
async function groupFault(ctx: Ctx, { group }: Call) {
  if (group === null) return null;
  const known = (await workingGroupsOf(ctx.db, ctx.forum.id)).some(({ id }) => id === group);
  return known ? null : wrong('group', message('meetings.wrong.no_group'));
}

/**
 * Begins a meeting: a draft that only its keepers see, until the invitation goes out. One on a day that has passed is
 * entered afterwards and says so for ever; everybody sees it at once.
 */
export const callMeeting = command({
  name: 'meetings.call',
  input: callShape,
  access: keeper,
  run: async (ctx, { call, invited }) => {
    if (!(await isKnownBody(ctx, call.body))) return wrong('body', message('meetings.wrong.no_body'));
    const unknown = await groupFault(ctx, call);
    if (unknown) return unknown;
    const afterwards = (call.until ?? call.on) < ctx.today;
    if (invited && (invited > call.on || invited > ctx.today))
      return wrong('invited', message('meetings.wrong.invited_late'));
    const made = await insertMeeting(ctx, afterwards);
    await insertCall(ctx, made.id, call);
    if (!afterwards) return done(made, null);
    await insertInvitation(ctx, made.id, invited ?? call.on);
    // Its agenda and papers of that time are not known here.
    const found = (await judged(ctx, call, invited, null)).filter(({ kind }) => kind !== 'agenda');
    await keepBreaches(ctx, made.id, found);
    return done(made, {
      ...{ kind: 'meetings.entered', object: meetingObject(made) },
      params: { number: made.number, title: saidIn(ctx, call.title), day: call.on },
    });
  },
});

/** Other words, another day or place: a draft is corrected, a meeting that members know of is moved, with the reason. */
export const changeCall = command({
  name: 'meetings.change_call',
  input: changeShape,
  access: keeper,
  run: async (ctx, { meeting: id, call }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    const meeting = found.value;
    if (meeting.begun) return refuse('conflict', message('meetings.refused.begun'));
    if (!(await isKnownBody(ctx, call.body))) return wrong('body', message('meetings.wrong.no_body'));
    const unknown = await groupFault(ctx, call);
    if (unknown) return unknown;
    if ((call.until ?? call.on) < ctx.today && !meeting.afterwards) return wrong('on', message('meetings.wrong.past'));
    const isMoved = call.on !== meeting.call.on || call.hour !== meeting.call.hour || call.until !== meeting.call.until;
    if (meeting.invitedOn && isMoved && (!call.reason || call.reason === meeting.call.reason))
      return wrong('reason', message('meetings.wrong.no_move_reason'));
    await insertCall(ctx, id, call);
    if (!meeting.invitedOn) return done({ number: meeting.number }, null);
    // Members hear of the new day today, unless it is entered afterwards.
    const told = isMoved && !meeting.afterwards ? ctx.today : knownInvitation(meeting);
    await keepBreaches(ctx, id, await judged(ctx, call, told, id));
    return done(
      { number: meeting.number },
      {
        ...{ kind: 'meetings.changed', object: meetingObject(meeting) },
        params: { number: meeting.number, moved: isMoved ? 'yes' : 'no', day: call.on, reason: call.reason ?? '–' },
      },
    );
  },
});

/** The invitation goes out: from now on everybody sees the meeting, and what of the rules was not kept. */
export const invite = command({
  name: 'meetings.invite',
  input: inviteShape,
  access: keeper,
  run: async (ctx, { meeting: id }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    const meeting = found.value;
    if (meeting.invitedOn) return refuse('conflict', message('meetings.refused.invited', { day: meeting.invitedOn }));
    if ((meeting.call.until ?? meeting.call.on) < ctx.today)
      return refuse('conflict', message('meetings.refused.day_passed', { day: meeting.call.on }));
    const breaches = await judged(ctx, meeting.call, ctx.today, id);
    await insertInvitation(ctx, id, ctx.today);
    await keepBreaches(ctx, id, breaches);
    return done(
      { number: meeting.number },
      {
        ...{ kind: 'meetings.invited', object: meetingObject(meeting) },
        params: {
          ...{ number: meeting.number, title: saidIn(ctx, meeting.call.title), day: meeting.call.on },
          breaches: breaches.length,
        },
      },
    );
  },
});

/** The meeting is called off, with the reason; its number and day stay readable. A draft is dropped. */
export const cancelMeeting = command({
  name: 'meetings.cancel',
  input: cancelShape,
  access: keeper,
  run: async (ctx, { meeting: id, reason }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    const meeting = found.value;
    const state = stateOf(meeting);
    if (state !== 'draft' && state !== 'called') return refuse('conflict', message('meetings.refused.begun'));
    await tables(ctx)
      .insertInto('meetings_cancellations')
      .values({ ...enteredBy(ctx), meeting_id: id, on_day: ctx.today, reason })
      .execute();
    const { number } = meeting;
    if (!meeting.invitedOn) return done({ number }, null);
    const params = { number, day: meeting.call.on, reason };
    return done({ number }, { kind: 'meetings.cancelled', object: meetingObject(meeting), params });
  },
});
