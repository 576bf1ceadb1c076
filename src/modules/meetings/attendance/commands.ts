import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { FileFactsShape } from '#core/files/facts.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { mayKeepMeetings } from '../access.ts';
import { enteredBy, lockMeeting, meetingObject, tables } from '../calls/commands.ts';
import type { Meeting } from '../calls/schema.ts';
import { oweMinutes } from '../minutes/owed/commands.ts';
import type { ItemId, MeetingId } from '../schema.ts';
import { type AttendanceInput, asideShape, attendanceShape, guestShape, momentShape, noteShape } from './forms.ts';
import { guestsOf, hallOf, quorumAt } from './queries.ts';
import { attendanceFaults, isThere, standsAt } from './rules.ts';
import type { Hall } from './schema.ts';

const sheetShape = v.object({ meeting: idShape<MeetingId>(), file: FileFactsShape });
const keeper = (ctx: Ctx) => mayKeepMeetings(ctx.actor, ctx.forum);
const NO_ITEM = () => refuse('not_found', message('meetings.refused.no_item'));

/** The public record says that somebody came or left, never who: numbers, and the quorum. */
const countsOf = (hall: Hall, from: ItemId | null) => {
  const there = [...standsAt(hall, from).values()].filter(({ way }) => isThere(way)).length;
  const quorum = quorumAt(hall, from);
  return { there, all: hall.electorate.rows.length, quorum: quorum ? (quorum.met ? 'yes' : 'no') : 'unknown' };
};

/**
 * Who is there from an item on, or from the beginning. Nothing is overwritten: what is said now counts from now on.
 * Refused whole, with the article, when it is not as the rules allow.
 */
async function keepAttendance(ctx: Ctx, meeting: Meeting, input: AttendanceInput): Promise<Result<Hall>> {
  const hall = await hallOf(ctx.db, ctx.forum.id, meeting);
  if (input.from && !hall.items.some((one) => one.id === input.from)) return NO_ITEM();
  const now = standsAt(hall, input.from);
  const known = input.rows.filter((row) => now.has(row.key));
  if (known.length < input.rows.length) return refuse('bad_input', message('meetings.refused.no_elector'));
  const changed = known.filter((row) => {
    const stand = now.get(row.key);
    const isNew = !hall.said.some((one) => one.key === row.key);
    return isNew || stand?.way !== row.way || stand.carriedBy !== row.carriedBy;
  });
  const then = new Map([...now, ...known.map(({ key, way, carriedBy }) => [key, { way, carriedBy }] as const)]);
  const faults = attendanceFaults(hall.electorate, then);
  if (faults.length > 0) return refuseFields(faults);
  for (const row of changed)
    await tables(ctx)
      .insertInto('meetings_attendances')
      .values({
        ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), meeting_id: meeting.id, key: row.key, way: row.way },
        ...{ carried_by: row.carriedBy, from_item: input.from },
      })
      .execute();
  return { ok: true, value: await hallOf(ctx.db, ctx.forum.id, meeting) };
}

export const attend = command({
  name: 'meetings.attend',
  input: attendanceShape,
  access: keeper,
  run: async (ctx, input) => {
    const found = await lockMeeting(ctx, input.meeting);
    if (!found.ok) return found;
    if (!found.value.begun) return refuse('conflict', message('meetings.refused.not_begun'));
    const kept = await keepAttendance(ctx, found.value, input);
    if (!kept.ok) return kept;
    const counts = countsOf(kept.value, input.from);
    return done(counts, {
      ...{ kind: 'meetings.attended', object: meetingObject(found.value) },
      params: { number: found.value.number, ...counts },
    });
  },
});

/** A member stands aside in one item, said at the meeting; or that was said by mistake. */
export const standAside = command({
  name: 'meetings.stand_aside',
  input: asideShape,
  access: keeper,
  run: async (ctx, input) => {
    const found = await lockMeeting(ctx, input.meeting);
    if (!found.ok) return found;
    const { electorate, items } = await hallOf(ctx.db, ctx.forum.id, found.value);
    const item = items.find((one) => one.id === input.item);
    const seat = electorate.rows.find((one) => one.key === input.key);
    if (!item) return NO_ITEM();
    if (!seat) return refuse('bad_input', message('meetings.refused.no_elector'));
    await tables(ctx)
      .insertInto('meetings_recusals')
      .values({ ...enteredBy(ctx), id: uuidv7(ctx.now), item_id: item.id, key: seat.key, aside: input.aside })
      .execute();
    return done(null, {
      ...{ kind: 'meetings.stood_aside', object: meetingObject(found.value) },
      params: { number: found.value.number, item: item.number, seat: seat.number, aside: input.aside ? 'yes' : 'no' },
    });
  },
});

/** The meeting, or an item of it, begins. */
export const begin = command({
  name: 'meetings.begin',
  input: momentShape,
  access: keeper,
  run: async (ctx, { meeting: id, item: asked, hour }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    const meeting = found.value;
    const state = beginFault(ctx, meeting, asked);
    if (state) return state;
    const item = await itemAsked(ctx, meeting, asked);
    if (asked && !item) return NO_ITEM();
    if (item?.begun) return refuse('conflict', message('meetings.refused.item_begun'));
    await insertMoment(ctx, meeting, asked, 'begun', hour);
    const params = momentParams(meeting, item?.number ?? null);
    return done({ number: meeting.number }, { kind: 'meetings.begun', object: meetingObject(meeting), params });
  },
});

function beginFault(ctx: Ctx, meeting: Meeting, item: ItemId | null) {
  if (!meeting.invitedOn) return refuse('conflict', message('meetings.refused.not_called'));
  if (ctx.today < meeting.call.on)
    return refuse('conflict', message('meetings.refused.too_early', { day: meeting.call.on }));
  if (meeting.ended) return refuse('conflict', message('meetings.refused.ended'));
  if (item && !meeting.begun) return refuse('conflict', message('meetings.refused.not_begun'));
  return !item && meeting.begun ? refuse('conflict', message('meetings.refused.begun')) : null;
}

const itemAsked = async (ctx: Ctx, meeting: Meeting, item: ItemId | null) =>
  (await hallOf(ctx.db, ctx.forum.id, meeting)).items.find((one) => one.id === item);

const insertMoment = (ctx: Ctx, meeting: Meeting, item: ItemId | null, what: 'begun' | 'ended', hour: string | null) =>
  tables(ctx)
    .insertInto('meetings_moments')
    .values({
      ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), meeting_id: meeting.id, item_id: item, what, hour },
      // Of a meeting entered afterwards the day of the meeting counts, not that of the writing.
      on_day: meeting.afterwards ? (meeting.call.until ?? meeting.call.on) : ctx.today,
    })
    .execute();

const momentParams = (meeting: Meeting, item: number | null) => ({ number: meeting.number, item: item ?? 0 });

/** The meeting, or an item of it, ends. From the end of a meeting on its minutes are owed. */
export const end = command({
  name: 'meetings.end',
  input: momentShape,
  access: keeper,
  run: async (ctx, { meeting: id, item: asked, hour }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    const meeting = found.value;
    if (!meeting.begun) return refuse('conflict', message('meetings.refused.not_begun'));
    if (meeting.ended) return refuse('conflict', message('meetings.refused.ended'));
    const item = await itemAsked(ctx, meeting, asked);
    if (asked && !item) return NO_ITEM();
    if (item && !item.begun) return refuse('conflict', message('meetings.refused.item_not_begun'));
    if (item?.ended) return refuse('conflict', message('meetings.refused.item_ended'));
    await insertMoment(ctx, meeting, asked, 'ended', hour);
    const owed = asked ? null : await oweMinutes(ctx, meeting);
    if (owed && !owed.ok) return owed;
    const params = momentParams(meeting, item?.number ?? null);
    return done({ number: meeting.number }, { kind: 'meetings.ended', object: meetingObject(meeting), params });
  },
});

/** Guests, experts, observers and press, by organisation or office. Names are for staff; the record tells the number. */
export const keepGuest = command({
  name: 'meetings.keep_guest',
  input: guestShape,
  access: keeper,
  run: async (ctx, input) => {
    const found = await lockMeeting(ctx, input.meeting);
    if (!found.ok) return found;
    const there = await guestsOf(ctx.db, ctx.forum.id, input.meeting);
    if (input.guest && !there.some((one) => one.id === input.guest))
      return refuse('not_found', message('meetings.refused.no_guest'));
    const guest = input.guest ?? uuidv7(ctx.now);
    await tables(ctx)
      .insertInto('meetings_guests')
      .values({
        ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), meeting_id: input.meeting, guest_id: guest, kind: input.kind },
        ...{ words: input.words, people: input.people, n: input.n },
      })
      .execute();
    return done(
      { guest },
      {
        ...{ kind: 'meetings.guest_kept', object: meetingObject(found.value) },
        params: { number: found.value.number, n: input.n },
      },
    );
  },
});

/** The secretary's words on an item or the whole meeting; what the assembly said about a finding. Later words replace earlier ones. */
export const keepNote = command({
  name: 'meetings.keep_note',
  input: noteShape,
  access: keeper,
  run: async (ctx, input) => {
    const found = await lockMeeting(ctx, input.meeting);
    if (!found.ok) return found;
    const item = await itemAsked(ctx, found.value, input.item);
    if (input.item && !item) return NO_ITEM();
    if (input.kind === 'said' && item?.kind !== 'finding')
      return refuse('bad_input', message('meetings.refused.no_finding'));
    await tables(ctx)
      .insertInto('meetings_notes')
      .values({
        ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), meeting_id: input.meeting, item_id: input.item },
        ...{ kind: input.kind, words: json(input.words) },
      })
      .execute();
    return done(null, null);
  },
});

/** Keeps the signed attendance sheet as a picture. It is never public: the page shows counts. */
export const keepSheet = command({
  name: 'meetings.keep_sheet',
  input: sheetShape,
  access: keeper,
  run: async (ctx, { meeting, file }) => {
    const found = await lockMeeting(ctx, meeting);
    if (!found.ok) return found;
    await tables(ctx)
      .insertInto('meetings_sheets')
      .values({
        ...enteredBy(ctx),
        id: uuidv7(ctx.now),
        meeting_id: meeting,
        file_id: await insertFile(ctx, file, false),
      })
      .execute();
    return done(null, null);
  },
});
