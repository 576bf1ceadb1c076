import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { textsShape } from '#core/shapes.ts';
import { paperShape, personOf, wayOf } from '#core/way.ts';
import { fulfilCase, lockSubject } from '#modules/obligations/contract.ts';
import { mayKeepCards, mayReply } from '../access.ts';
import { cardById, cardOfRemark } from '../queries.ts';
import { CARD_KIND, cardPath, MOST } from '../rules.ts';
import { type Card, type CardId, type CardWay, type RemarkId, ROWS, type ScorecardTables } from '../schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<ScorecardTables>();
const unknown = () => refuse('not_found', message('accountability.scorecards.unknown'));

const remarkShape = v.object({
  /** null: of the whole. */
  row: v.nullable(v.picklist(ROWS)),
  words: textsShape(MOST.remark),
});

/** What the body says of its scorecard, once: a remark on single rows or on the whole, or that it has none. */
export const replyToCard = command({
  name: 'accountability.scorecards.reply',
  assisted: 'accountability.scorecards.log.replied',
  input: v.object({
    card: idShape<CardId>(),
    /** Empty: it was read and nothing is to be said. */
    remarks: v.pipe(v.array(remarkShape), v.maxLength(ROWS.length + 1)),
    /** Given: staff enters what came on paper. */
    paper: v.nullable(paperShape),
  }),
  access: async (ctx, { card, paper }) =>
    paper
      ? mayKeepCards(ctx.actor, ctx.forum)
      : mayReply(ctx.actor, await cardById(ctx.db, ctx.forum.id, card), ctx.forum),
  run: async (ctx, given) => {
    const card = await cardById(ctx.db, ctx.forum.id, given.card, true);
    if (!card) return unknown();
    if (card.reply) return refuse('conflict', message('accountability.scorecards.wrong.replied'));
    const rows = given.remarks.map(({ row }) => row);
    if (new Set(rows).size < rows.length || rows.some((row) => row !== null && !card.rows.some((r) => r.key === row)))
      return refuse('bad_input', message('accountability.scorecards.wrong.rows'));
    const { paper } = given;
    await tables(ctx)
      .insertInto('accountability_scorecard_replies')
      .values({
        ...{ forum_id: ctx.forum.id, scorecard_id: card.id, on_day: ctx.today, way: wayIn(ctx, paper !== null) },
        ...{ paper_ref: paper?.ref ?? null, paper_day: paper?.day ?? null },
        paper_file: paper?.scan ? await insertFile(ctx, paper.scan, false) : null,
        ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    for (const [index, { row, words }] of given.remarks.entries())
      await tables(ctx)
        .insertInto('accountability_scorecard_remarks')
        .values({
          ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now) as RemarkId, scorecard_id: card.id, position: index + 1 },
          ...{ row_key: row, words: json(words) },
        })
        .execute();
    const stopped = await stopClock(ctx, card);
    if (!stopped.ok) return stopped;
    const path = cardPath(card);
    return done(
      { path },
      {
        kind: 'accountability.scorecard_replied',
        object: { type: 'scorecard', id: card.id, path },
        params: { number: card.number },
        bodies: [card.body],
        ...(paper ? { way: 'paper' as const } : {}),
      },
    );
  },
});

/** The program itself, which loads the demonstration, speaks for the body's account. */
function wayIn(ctx: Ctx, paper: boolean): CardWay {
  const way = wayOf(ctx.actor);
  return paper ? 'paper' : way === 'system' ? 'account' : way;
}

async function stopClock(ctx: Ctx, card: Card): Promise<Result<unknown>> {
  const found = await lockSubject(ctx.db, ctx.forum.id, CARD_KIND, card.id);
  const source = message('accountability.scorecards.clock.done');
  return found && found.closed !== 'done'
    ? fulfilCase(ctx, found, { on: ctx.today, source })
    : { ok: true, value: null };
}

/** Each remark is decided with a reason: taken over, with what the row is counted as instead, or not. */
export const decideRemark = command({
  name: 'accountability.scorecards.decide',
  input: v.object({
    remark: idShape<RemarkId>(),
    taken: v.boolean(),
    /** Percent; only for a remark on a row that is taken over. */
    counted: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
    reason: textsShape(MOST.reason),
  }),
  access: (ctx) => mayKeepCards(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const card = await cardOfRemark(ctx.db, ctx.forum.id, given.remark, true);
    const remark = card?.remarks.find(({ id }) => id === given.remark);
    if (!card || !remark) return unknown();
    if (remark.decision) return refuse('conflict', message('accountability.scorecards.wrong.decided'));
    if (given.counted === null && given.taken && remark.row !== null) {
      const missing = message('accountability.scorecards.wrong.counted');
      return refuse('bad_input', missing, [{ field: 'counted', message: missing }]);
    }
    const counts = given.taken && remark.row !== null;
    await tables(ctx)
      .insertInto('accountability_scorecard_decisions')
      .values({
        ...{ forum_id: ctx.forum.id, remark_id: given.remark, taken: given.taken, reason: json(given.reason) },
        ...{ counted: counts ? given.counted : null, on_day: ctx.today },
        ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    const path = cardPath(card);
    return done(
      { path },
      {
        kind: 'accountability.scorecard_remark_decided',
        object: { type: 'scorecard', id: card.id, path },
        touched: [{ type: 'scorecard_remark', id: remark.id, path }],
        params: { number: card.number, taken: given.taken ? 'yes' : 'no' },
        bodies: [card.body],
      },
    );
  },
});
