import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { lineShape } from '#core/shapes.ts';
import { mayKeepSurveys } from '../access.ts';
import { enteredBy, roundObject, tablesOf } from '../rounds/commands.ts';
import { roundById } from '../rounds/queries.ts';
import { MOST } from '../rounds/rules.ts';
import type { InterviewId } from '../schema.ts';

const input = v.object({ interview: idShape<InterviewId>(), reason: lineShape(MOST.reason) });

/** An interview does not count any more, and everybody can read how many were left out and why; it stays where it is. */
export const excludeInterview = command({
  name: 'surveys.exclude_interview',
  input,
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: (ctx, given) => judge(ctx, given, false),
});

/** It counts again. */
export const countInterview = command({
  name: 'surveys.count_interview',
  input,
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: (ctx, given) => judge(ctx, given, true),
});

async function judge(ctx: Ctx, { interview, reason }: v.InferOutput<typeof input>, counted: boolean) {
  const row = await tablesOf(ctx)
    .selectFrom('surveys_interviews')
    .select('round_id')
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', interview)
    .forUpdate()
    .executeTakeFirst();
  const round = row && (await roundById(ctx.db, ctx.forum.id, row.round_id));
  if (!round) return refuse('not_found', message('surveys.judging.none'));
  const last = await tablesOf(ctx)
    .selectFrom('surveys_exclusions')
    .select('counted')
    .where('forum_id', '=', ctx.forum.id)
    .where('interview_id', '=', interview)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if ((last?.counted ?? true) === counted) return done({ number: round.number }, null);
  await tablesOf(ctx)
    .insertInto('surveys_exclusions')
    .values({
      ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), interview_id: interview, counted, reason, on_day: ctx.today },
    })
    .execute();
  const params = { number: round.number, reason };
  return counted
    ? done({ number: round.number }, { kind: 'surveys.interview_counted', object: roundObject(round), params })
    : done({ number: round.number }, { kind: 'surveys.interview_excluded', object: roundObject(round), params });
}
