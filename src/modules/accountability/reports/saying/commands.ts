import * as v from 'valibot';
import { NOBODY } from '#core/actor.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { textsShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { mayModerate, maySay } from '../access.ts';
import { lineById, lockVoice } from '../queries.ts';
import { MOST, noonOf, pathOf } from '../rules.ts';
import { ANSWERS, DECISIONS, type ReportId, type ReportTables, type VoiceId } from '../schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<ReportTables>();

/** A resident's deed is written down without its hour and without who is signed in, in no row and no id. */
export const byDay = (ctx: Ctx): Ctx => ({
  ...ctx,
  now: noonOf(ctx.today),
  actor: ctx.actor.kind === 'person' ? NOBODY : ctx.actor,
});

/** Somebody who was there says how it was, without an account; it waits for a moderator. */
export const sayOfReport = command({
  name: 'accountability.reports.say',
  assisted: 'accountability.reports.log.said',
  input: v.object({
    report: idShape<ReportId>(),
    told: v.picklist(ANSWERS),
    clear: v.picklist(ANSWERS),
    heard: v.picklist(ANSWERS),
    words: v.nullable(textsShape(MOST.words)),
  }),
  access: (ctx) => maySay(ctx.forum),
  run: async (given, { report, told, clear, heard, words }) => {
    const ctx = byDay(given);
    const line = await lineById(ctx.db, ctx.forum.id, report);
    if (!line) return refuse('not_found', message('accountability.reports.unknown'));
    if (!line.doneOn) return refuse('conflict', message('accountability.reports.wrong.not_given'));
    const id = uuidv7(ctx.now) as VoiceId;
    await tables(ctx)
      .insertInto('accountability_report_voices')
      .values({
        ...{ forum_id: ctx.forum.id, id, report_id: report, received_on: ctx.today, told, clear, heard },
        words: words && json(words),
      })
      .execute();
    const path = pathOf(line);
    return done(
      { path },
      {
        kind: 'accountability.report_voice_received',
        object: { type: 'voters_report', id: line.id, path },
        params: { number: line.number },
        ofResident: true,
      },
    );
  },
});

/** A moderator publishes what was said, or the answers without the words, or none of it. Words not published are gone. */
export const decideVoice = command({
  name: 'accountability.reports.decide',
  input: v.object({ voice: idShape<VoiceId>(), decision: v.picklist(DECISIONS) }),
  access: (ctx) => mayModerate(ctx.actor, ctx.forum),
  run: async (ctx, { voice: id, decision }) => {
    const voice = await lockVoice(ctx.db, ctx.forum.id, id);
    if (!voice) return refuse('conflict', message('accountability.reports.wrong.decided'));
    await tables(ctx)
      .insertInto('accountability_report_decisions')
      .values({
        ...{ forum_id: ctx.forum.id, voice_id: id, decision, on_day: ctx.today },
        ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    if (decision !== 'published')
      await tables(ctx)
        .updateTable('accountability_report_voices')
        .set({ words: null })
        .where('forum_id', '=', ctx.forum.id)
        .where('id', '=', id)
        .execute();
    const path = pathOf(voice);
    return done(
      { number: voice.number },
      {
        kind: 'accountability.report_voice_decided',
        object: { type: 'voters_report_voice', id, path },
        params: { number: voice.number, decision },
      },
    );
  },
});
