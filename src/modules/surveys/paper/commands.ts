import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { mayKeepSurveys } from '../access.ts';
import { mayHandIn } from '../keeping/access.ts';
import { mayAskNow } from '../keeping/arriving/commands.ts';
import { keepWithin } from '../keeping/commands.ts';
import { answersShape, declinedShape } from '../keeping/forms.ts';
import { formOf } from '../keeping/queries.ts';
import { lockOpen, roundObject, tablesOf } from '../rounds/commands.ts';
import { groupKey, roundShape } from '../rounds/forms.ts';
import type { Round } from '../rounds/schema.ts';
import type { InterviewId } from '../schema.ts';
import { sheetsOf } from './queries.ts';
import { differencesOf, settled } from './rules.ts';
import type { Sheet, SheetState, Typing } from './schema.ts';

const numberShape = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

/**
 * Somebody types what stands on a sheet. Where the round wants two typings, another person types it again without seeing
 * the first; equal ones count at once, different ones wait to be settled.
 */
export const typeSheet = command({
  name: 'surveys.type_sheet',
  input: v.object({
    ...roundShape.entries,
    ...{ number: numberShape, place: v.nullable(idShape()), group: v.nullable(groupKey), onDay: dayShape },
    ...{ answers: answersShape, declined: declinedShape },
  }),
  access: (ctx) => mayHandIn(ctx.actor, ctx.forum, 'paper'),
  run: async (ctx, { round: id, number, ...typed }) => {
    const open = await lockOpen(ctx, id);
    if (!open.ok) return open;
    const round = open.value;
    const asks = await mayAskNow(ctx, round, 'paper');
    if (!asks.ok) return asks;
    const person = personOf(ctx.actor);
    const [sheet] = await sheetsOf(ctx.db, ctx.forum.id, id, number);
    const wrong = (what: Parameters<typeof refuse>[1]) => refuseFields([{ field: 'number', message: what }]);
    if (sheet?.state === 'counted' || (sheet && sheet.typings.length > 1))
      return wrong(message('surveys.paper.wrong.typed', { number }));
    if (sheet && person !== null && sheet.typings[0]!.by === person)
      return wrong(message('surveys.paper.wrong.same', { number }));
    const made = sheet ?? (await newSheet(ctx, round, number));
    const typing: Typing = { ...typed, nth: made.typings.length + 1, by: person };
    await insertTyping(ctx, made, typing);
    const [first] = made.typings;
    if (round.declaration.paperTwice && !first) return done({ number, state: 'once' as SheetState }, null);
    if (first && differencesOf(first, typing).length > 0) return done({ number, state: 'differs' as SheetState }, null);
    const kept = await countSheet(ctx, round, made, typing);
    return kept.ok ? done({ number, state: 'counted' as SheetState }, entryOf(round, number)) : kept;
  },
});

/** Two typings differ: somebody looks at the sheet and says for each difference which one is right. Then it counts. */
export const settleSheet = command({
  name: 'surveys.settle_sheet',
  input: v.object({
    ...roundShape.entries,
    number: numberShape,
    /** Paths at which the second typing is right; at all other differences it is the first. */
    seconds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(5_000), v.readonly()),
  }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { round: id, number, seconds }) => {
    const open = await lockOpen(ctx, id);
    if (!open.ok) return open;
    const [sheet] = await sheetsOf(ctx.db, ctx.forum.id, id, number);
    const [first, second] = sheet?.typings ?? [];
    if (!sheet || !first || !second) return refuse('not_found', message('surveys.paper.none'));
    if (sheet.state === 'counted') return done({ number }, null);
    const { questionnaire } = open.value.declaration;
    const form = await formOf(ctx.db, ctx.forum.id, questionnaire, sheet.edition);
    if (!form) return refuse('conflict', message('surveys.capture.not_ready'));
    const right = settled(form.questionnaire.items, first, second, new Set(seconds));
    await insertTyping(ctx, sheet, { ...right, by: personOf(ctx.actor) });
    const kept = await countSheet(ctx, open.value, sheet, right);
    return kept.ok ? done({ number }, entryOf(open.value, number)) : kept;
  },
});

const entryOf = (round: Round, sheet: number) => ({
  ...{ kind: 'surveys.sheet_counted', object: roundObject(round), params: { number: round.number, sheet } },
});

async function newSheet(ctx: Ctx, { id: round, declaration }: Round, number: number): Promise<Sheet> {
  const id = uuidv7(ctx.now) as InterviewId;
  const { edition } = declaration;
  await tablesOf(ctx)
    .insertInto('surveys_sheets')
    .values({ forum_id: ctx.forum.id, id, round_id: round, number, edition })
    .execute();
  return { id, number, edition, typings: [], state: 'once' };
}

async function insertTyping(ctx: Ctx, sheet: Sheet, typing: Typing): Promise<void> {
  await tablesOf(ctx)
    .insertInto('surveys_sheet_entries')
    .values({
      ...{ forum_id: ctx.forum.id, sheet_id: sheet.id, nth: typing.nth, place_id: typing.place },
      ...{ group_key: typing.group, on_day: typing.onDay, answers: json(typing.answers) },
      ...{ declined: json(typing.declined), entered_at: ctx.now, entered_by: typing.by },
    })
    .execute();
}

/** The sheet becomes an interview; its typings have done their work and hold no answers any more. */
async function countSheet(ctx: Ctx, round: Round, sheet: Sheet, right: Typing): Promise<Result<true>> {
  const kept = await keepWithin(ctx, round, {
    ...{ id: sheet.id, round: round.id, edition: sheet.edition, mode: 'paper', place: right.place },
    ...{ group: right.group, language: ctx.lang, startedAt: null, finishedAt: null, onDay: right.onDay },
    ...{ answers: right.answers, declined: right.declined, code: null, pictures: [] },
  });
  if (!kept.ok) return kept;
  await tablesOf(ctx)
    .updateTable('surveys_sheet_entries')
    .set({ answers: json({}), declined: json({}) })
    .where('forum_id', '=', ctx.forum.id)
    .where('sheet_id', '=', sheet.id)
    .execute();
  return ok(true);
}
