import { type Ctx, command, done, no, type Verdict, YES } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { wayOf } from '#core/way.ts';
import { rulesOn } from '#modules/forum/contract.ts';
import { mayKeepMeetings, memberBodies, remarksFor } from '../access.ts';
import { itemsOf } from '../agenda/queries.ts';
import { enteredBy, isKnownBody, keepBreaches, lockMeeting, meetingObject, wrong } from '../calls/commands.ts';
import { meetingOf } from '../calls/queries.ts';
import { isOfMembers, meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import { composeMinutes } from './composing/queries.ts';
import {
  approvalShape,
  circulationShape,
  correctionShape,
  publicationShape,
  remarkAnswerShape,
  remarkShape,
} from './forms.ts';
import { minutesDone } from './owed/commands.ts';
import { remarksOf, stagesOf } from './queries.ts';
import type { MinutesTables } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<MinutesTables>();
const keeper = (ctx: Ctx) => mayKeepMeetings(ctx.actor, ctx.forum);
const object = (meeting: Meeting) => ({ ...meetingObject(meeting), path: `${meetingPath(meeting)}/minutes` });

/** The draft goes round to the members; remarks are taken until a day. What was owed is done, late or in time. */
export const circulate = command({
  name: 'meetings.circulate',
  input: circulationShape,
  access: keeper,
  run: async (ctx, { meeting: id, until }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    const meeting = found.value;
    if (!meeting.ended) return refuse('conflict', message('meetings.refused.not_ended'));
    if ((await stagesOf(ctx.db, ctx.forum.id, id)).circulated)
      return refuse('conflict', message('meetings.refused.circulated'));
    if (until < ctx.today) return wrong('until', message('meetings.wrong.until_past'));
    await tables(ctx)
      .insertInto('meetings_stages')
      .values({
        ...{ ...enteredBy(ctx), meeting_id: id, stage: 'circulated', on_day: ctx.today, until_day: until },
        ...{ how: null, by_meeting: null, content: null },
      })
      .execute();
    const due = await minutesDone(ctx, meeting);
    if (!due.ok) return due;
    const rule = (await rulesOn(ctx.db, ctx.forum.id, meeting.call.on)).book.rules.minutes;
    if (rule && due.value && ctx.today > due.value && !meeting.afterwards) {
      const { document, article } = rule;
      await keepBreaches(ctx, id, [{ kind: 'minutes', document, article, params: { due: due.value, on: ctx.today } }]);
    }
    return done(
      { number: meeting.number },
      {
        ...{ kind: 'meetings.minutes_circulated', object: object(meeting) },
        params: { number: meeting.number, until },
      },
    );
  },
});

/** A member of the organisation, who was sent a link for it, or staff for what was said or written elsewhere. */
function mayRemark(ctx: Ctx, meeting: string, body: string): Verdict {
  if (remarksFor(ctx.actor, meeting) === body) return YES;
  const staff = keeper(ctx);
  return staff.may || memberBodies(ctx.actor, ctx.forum).includes(body) ? YES : no(message('meetings.denied.remark'));
}

/** A member remarks on minutes that went round, until the day given; staff enters later what came in time. */
export const remark = command({
  name: 'meetings.remark',
  input: remarkShape,
  access: (ctx: Ctx, input) => mayRemark(ctx, input.meeting, input.body),
  assisted: 'meetings.log.minutes_remarked',
  run: async (ctx, input) => {
    const found = await lockMeeting(ctx, input.meeting);
    if (!found.ok) return found;
    const { circulated } = await stagesOf(ctx.db, ctx.forum.id, input.meeting);
    if (!circulated) return refuse('conflict', message('meetings.refused.not_circulated'));
    if (ctx.today > circulated.until && !keeper(ctx).may)
      return refuse('conflict', message('meetings.refused.remarks_over', { day: circulated.until }));
    if (!(await isKnownBody(ctx, input.body))) return wrong('body', message('meetings.wrong.no_body'));
    const items = await itemsOf(ctx.db, ctx.forum.id, input.meeting);
    if (input.item && !items.some((one) => one.id === input.item))
      return wrong('item', message('meetings.wrong.no_item'));
    await tables(ctx)
      .insertInto('meetings_remarks')
      .values({
        ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), meeting_id: input.meeting, item_id: input.item },
        ...{ body_id: input.body, words: input.words, on_day: ctx.today, way: wayOf(ctx.actor) },
      })
      .execute();
    return done(
      { number: found.value.number, byLink: ctx.actor.kind === 'link' },
      {
        ...{ kind: 'meetings.minutes_remarked', object: object(found.value), bodies: [input.body] },
        params: { number: found.value.number },
      },
    );
  },
});

/** The secretary answers a remark: taken over into the text, or not, with the reason. */
export const answerRemark = command({
  name: 'meetings.answer_remark',
  input: remarkAnswerShape,
  access: keeper,
  run: async (ctx, input) => {
    const found = await lockMeeting(ctx, input.meeting);
    if (!found.ok) return found;
    const asked = (await remarksOf(ctx.db, ctx.forum.id, input.meeting)).find((one) => one.id === input.remark);
    if (!asked) return refuse('not_found', message('meetings.refused.no_remark'));
    if (asked.answer) return refuse('conflict', message('meetings.refused.remark_answered'));
    await tables(ctx)
      .insertInto('meetings_remark_answers')
      .values({
        ...{ ...enteredBy(ctx), remark_id: asked.id, accepted: input.accepted, words: input.words },
        on_day: ctx.today,
      })
      .execute();
    return done(
      { number: found.value.number },
      {
        ...{ kind: 'meetings.remark_answered', object: object(found.value), bodies: [asked.body] },
        params: { number: found.value.number, accepted: input.accepted ? 'yes' : 'no' },
      },
    );
  },
});

/**
 * The minutes are approved: by a later meeting, because nobody remarked anything until the day given, or signed on
 * paper. They are kept as they stand now; nothing of the meeting is changed from then on.
 */
export const approve = command({
  name: 'meetings.approve',
  input: approvalShape,
  access: keeper,
  run: async (ctx, { meeting: id, how, byMeeting }) => {
    const found = await lockMeeting(ctx, id);
    if (!found.ok) return found;
    const meeting = found.value;
    const { circulated } = await stagesOf(ctx.db, ctx.forum.id, id);
    if (!circulated) return refuse('conflict', message('meetings.refused.not_circulated'));
    const remarks = await remarksOf(ctx.db, ctx.forum.id, id);
    const open = remarks.filter((one) => !one.answer).length;
    if (open > 0) return refuse('conflict', message('meetings.refused.remarks_open', { n: open }));
    if (how === 'silence' && ctx.today <= circulated.until)
      return wrong('how', message('meetings.wrong.silence_early', { day: circulated.until }));
    if (how === 'silence' && remarks.length > 0) return wrong('how', message('meetings.wrong.silence_remarks'));
    const other = byMeeting ? await meetingOf(ctx.db, ctx.forum.id, { id: byMeeting }) : null;
    const isLater = other?.begun && other.call.on > meeting.call.on && isOfMembers(other.call.kind);
    if (how === 'meeting' && !isLater) return wrong('by_meeting', message('meetings.wrong.no_by_meeting'));
    await tables(ctx)
      .insertInto('meetings_stages')
      .values({
        ...{ ...enteredBy(ctx), meeting_id: id, stage: 'approved', on_day: ctx.today, until_day: null, how },
        ...{ by_meeting: byMeeting, content: json(await composeMinutes(ctx.db, ctx.forum, meeting)) },
      })
      .execute();
    return done(
      { number: meeting.number },
      {
        ...{ kind: 'meetings.minutes_approved', object: object(meeting) },
        params: { number: meeting.number, how, other: other?.number ?? 0 },
      },
    );
  },
});

/** The meeting with approved minutes, its row locked by none: what is approved changes no more. */
async function approvedMeeting(ctx: Ctx, id: Meeting['id']) {
  const meeting = await meetingOf(ctx.db, ctx.forum.id, { id });
  const stages = meeting && (await stagesOf(ctx.db, ctx.forum.id, id));
  return meeting && stages?.approved ? { meeting, stages, approved: stages.approved } : null;
}
const NOT_APPROVED = () => refuse('conflict', message('meetings.refused.not_approved'));

/** Everybody can read the approved minutes. */
export const publishMinutes = command({
  name: 'meetings.publish_minutes',
  input: publicationShape,
  access: keeper,
  run: async (ctx, { meeting: id }) => {
    const found = await approvedMeeting(ctx, id);
    if (!found) return NOT_APPROVED();
    const made = await tables(ctx)
      .insertInto('meetings_stages')
      .values({
        ...{ ...enteredBy(ctx), meeting_id: id, stage: 'published', on_day: ctx.today, until_day: null },
        ...{ how: null, by_meeting: null, content: null },
      })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('meetings.refused.published'));
    const { meeting } = found;
    const params = { number: meeting.number };
    return done(params, { kind: 'meetings.minutes_published', object: object(meeting), params });
  },
});

/** Approved minutes are corrected by a row of its own, with the decision that says so; they themselves stay. */
export const correctMinutes = command({
  name: 'meetings.correct_minutes',
  input: correctionShape,
  access: keeper,
  run: async (ctx, { meeting: id, item, words, decision }) => {
    const found = await approvedMeeting(ctx, id);
    if (!found) return NOT_APPROVED();
    if (item && !found.approved.content.items.some((one) => one.id === item))
      return wrong('item', message('meetings.wrong.no_item'));
    await tables(ctx)
      .insertInto('meetings_corrections')
      .values({
        ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), meeting_id: id, item_id: item, words: json(words), decision },
        on_day: ctx.today,
      })
      .execute();
    const { meeting } = found;
    const params = { number: meeting.number, decision };
    return done({ number: meeting.number }, { kind: 'meetings.minutes_corrected', object: object(meeting), params });
  },
});
