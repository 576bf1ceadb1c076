import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { insertFile } from '#core/files/commands.ts';
import { FileFactsShape } from '#core/files/facts.ts';
import { message } from '#core/i18n/message.ts';
import { placesById } from '#modules/places/contract.ts';
import { mayRecordVillage } from '../access.ts';
import {
  enteredBy,
  insertCall,
  insertInvitation,
  insertMeeting,
  isKnownBody,
  meetingObject,
  tables as meetingTables,
  saidIn,
  wrong,
} from '../calls/commands.ts';
import { villageShape } from './forms.ts';
import type { VillageTables } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<VillageTables>();

/**
 * A meeting with residents, recorded by who was there: counts of women and men and what was said, without a name. The
 * picture of the attendance sheet stays with the keepers.
 */
export const recordVillage = command({
  name: 'meetings.record_village',
  input: v.object({ ...villageShape.entries, sheet: v.nullable(FileFactsShape) }),
  access: (ctx: Ctx) => mayRecordVillage(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    if (input.on > ctx.today) return wrong('on', message('meetings.wrong.future'));
    const [place] = await placesById(ctx.db, ctx.forum.id, [input.placeId]);
    if (!place) return wrong('place_id', message('meetings.wrong.no_place'));
    if (!(await isKnownBody(ctx, input.body))) return wrong('body', message('meetings.wrong.no_body'));
    const made = await insertMeeting(ctx, input.on < ctx.today);
    await insertCall(ctx, made.id, {
      ...{ kind: 'village', title: input.title, on: input.on, hour: null, until: null, place: input.place },
      ...{ placeId: input.placeId, link: null, group: null, convener: 'other', members: null, body: input.body },
      ...{ language: ctx.forum.languages[0] ?? ctx.lang, urgent: false, reason: null },
    });
    await insertInvitation(ctx, made.id, input.on);
    for (const what of ['begun', 'ended'] as const)
      await meetingTables(ctx)
        .insertInto('meetings_moments')
        .values({
          ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), meeting_id: made.id, item_id: null, what, on_day: input.on },
          hour: null,
        })
        .execute();
    await tables(ctx)
      .insertInto('meetings_gatherings')
      .values({ ...enteredBy(ctx), meeting_id: made.id, women: input.women, men: input.men })
      .execute();
    for (const [i, { topic, words }] of input.points.entries())
      await tables(ctx)
        .insertInto('meetings_points')
        .values({ forum_id: ctx.forum.id, meeting_id: made.id, position: i + 1, topic, words: json(words) })
        .execute();
    if (input.sheet)
      await meetingTables(ctx)
        .insertInto('meetings_sheets')
        .values({
          ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), meeting_id: made.id },
          file_id: await insertFile(ctx, input.sheet, false),
        })
        .execute();
    return done(made, {
      ...{ kind: 'meetings.village_recorded', object: meetingObject(made), place: input.placeId },
      params: { number: made.number, title: saidIn(ctx, input.title), n: input.women + input.men },
    });
  },
});
