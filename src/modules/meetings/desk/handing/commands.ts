import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { preparedElections } from '#modules/ballots/contract.ts';
import { mayKeepMeetings } from '../../access.ts';
import { hallOf } from '../../attendance/queries.ts';
import { enteredBy, lockMeeting, meetingObject } from '../../calls/commands.ts';
import { stateOf } from '../../calls/rules.ts';
import { recallShape, takingShape } from './forms.ts';
import { desksOf } from './queries.ts';
import { snapshotOf } from './rules.ts';
import { type DeskTables, isOut } from './schema.ts';

export const deskTables = (ctx: Ctx) => ctx.db.withTables<DeskTables>();
const keeper = (ctx: Ctx) => mayKeepMeetings(ctx.actor, ctx.forum);

/**
 * A desk takes the meeting to a hall without internet; from now on it is locked here. The same desk that asks again (its
 * answer was lost on the way) gets the same meeting.
 */
export const takeOut = command({
  name: 'meetings.desk.take_out',
  input: takingShape,
  access: keeper,
  run: async (ctx, { meeting: id, desk, secretHash }) => {
    const found = await lockMeeting(ctx, id, 'also_out');
    if (!found.ok) return found;
    const desks = await desksOf(ctx.db, ctx.forum.id, { meeting: id });
    const own = desks.find((one) => one.id === desk && one.secretHash === secretHash);
    if (own && isOut(own)) return done(own.snapshot, null);
    if (own) return refuse('gone', message('meetings.desk.refused.over'));
    const other = desks.find(isOut);
    if (other) return refuse('conflict', message('meetings.desk.refused.out', { number: found.value.number }));
    const state = stateOf(found.value);
    if (state !== 'called' && state !== 'running')
      return refuse('conflict', message(state === 'ended' ? 'meetings.refused.ended' : 'meetings.refused.not_called'));
    const hall = await hallOf(ctx.db, ctx.forum.id, found.value);
    if (hall.electorate.rows.length === 0) return refuse('conflict', message('meetings.desk.refused.nobody'));
    const elections = await preparedElections(ctx.db, ctx.forum.id, id, ctx.today);
    const snapshot = snapshotOf(desk, ctx.forum, found.value, hall, elections);
    await deskTables(ctx)
      .insertInto('meetings_desks')
      .values({
        ...{ ...enteredBy(ctx), id: desk, meeting_id: id, secret_hash: secretHash, snapshot: json(snapshot) },
        on_day: ctx.today,
      })
      .execute();
    const { number } = found.value;
    return done(snapshot, { kind: 'meetings.taken_out', object: meetingObject(found.value), params: { number } });
  },
});

/** The device is lost or was not needed: the meeting is free again, and what that desk delivers later is refused. */
export const recallDesk = command({
  name: 'meetings.desk.recall',
  input: recallShape,
  access: keeper,
  run: async (ctx, { meeting: id, desk, reason }) => {
    const found = await lockMeeting(ctx, id, 'also_out');
    if (!found.ok) return found;
    const [own] = await desksOf(ctx.db, ctx.forum.id, { desk });
    if (!own || own.meeting !== id) return refuse('not_found', message('meetings.desk.refused.no_desk'));
    if (own.delivered) return refuse('conflict', message('meetings.desk.refused.delivered'));
    if (own.recalled) return refuse('conflict', message('meetings.desk.refused.recalled'));
    await deskTables(ctx)
      .insertInto('meetings_desk_recalls')
      .values({ ...enteredBy(ctx), desk_id: desk, reason, on_day: ctx.today })
      .execute();
    const { number } = found.value;
    return done({ number }, { kind: 'meetings.desk_recalled', object: meetingObject(found.value), params: { number } });
  },
});
