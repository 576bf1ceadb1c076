import { sql } from 'kysely';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { personOf } from '#core/way.ts';
import { type MovedDue, openCase } from '#modules/obligations/contract.ts';
import { bodiesById } from '#modules/places/contract.ts';
import { isChecked } from '../checklists/queries.ts';
import { maySend } from './access.ts';
import { countRows, sizeOfBody } from './counting/queries.ts';
import type { ScorecardNeeds } from './counting/schema.ts';
import { cardsOf, formulasOf } from './queries.ts';
import { CARD_KIND, CARD_RULE, cardPath, isPublic } from './rules.ts';
import type { CardId, ScorecardTables } from './schema.ts';

/**
 * Counts a body by the newest formula and sends the scorecard to the body alone; its window begins with the day. What
 * was counted stays as it stood then. One at a time: a second one waits until the first is public.
 */
export const sendCard = (needs: ScorecardNeeds) =>
  command({
    name: 'accountability.scorecards.send',
    input: v.object({ body: idShape() }),
    access: (ctx) => maySend(ctx.actor, ctx.forum),
    run: async (ctx, given) => {
      const formula = (await formulasOf(ctx.db, ctx.forum.id, true)).at(-1);
      if (!formula) return refuse('conflict', message('accountability.scorecards.wrong.no_formula'));
      const [body] = await bodiesById(ctx.db, ctx.forum.id, [given.body]);
      if (!body || !isChecked(body, ctx.forum.id, ctx.today))
        return refuse('not_found', message('accountability.scorecards.wrong.body'));
      const before = await cardsOf(ctx.db, ctx.forum.id, [body.id]);
      const open = before.find((card) => !isPublic(card, ctx.today));
      if (open) return refuse('conflict', message('accountability.scorecards.wrong.open', { number: open.number }));
      const rows = await countRows(ctx.db, ctx.forum, needs, { body, formula }, ctx);
      const id = uuidv7(ctx.now) as CardId;
      const number = await nextNumber(ctx);
      const path = cardPath({ number });
      const clock = await openCase(ctx, {
        ...{ rule: CARD_RULE, span: { unit: 'working_days', n: formula.replyDays }, extension: null, body: body.id },
        title: message('accountability.scorecards.clock.one', { number }),
        ...{ trigger: { on: ctx.today, at: null }, reference: null, path },
        subject: { kind: CARD_KIND, group: id, id },
      });
      if (!clock.ok) return clock;
      await ctx.db
        .withTables<ScorecardTables>()
        .insertInto('accountability_scorecards')
        .values({
          ...{ forum_id: ctx.forum.id, id, number, body_id: body.id, formula_id: formula.id, kind: body.kind },
          size: await sizeOfBody(ctx.db, ctx.forum.id, body, ctx.today),
          ...{ rows: json(rows), sent_on: ctx.today, reply_until: clock.value.due },
          ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
        })
        .execute();
      return done(
        { path },
        {
          kind: 'accountability.scorecard_sent',
          object: { type: 'scorecard', id, path },
          params: { number },
          bodies: [body.id],
        },
      );
    },
  });

/** The rows of the formula are locked: two at once get two numbers. */
async function nextNumber(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0)::int + 1 as next from accountability_scorecards
    where forum_id = ${ctx.forum.id}`.execute(ctx.db);
  return rows[0]!.next;
}

/**
 * A day of the calendar changed and with it windows: scorecards that are not public yet follow. What is public stays
 * public. Called by obligations in the transaction of the recount.
 */
export async function followCards(ctx: Ctx, moved: readonly MovedDue[]): Promise<void> {
  const mine = moved.filter((one) => one.kind === CARD_KIND && one.subject !== null);
  if (mine.length === 0) return;
  const [ids, untils] = [mine.map((one) => one.subject), mine.map((one) => one.due)];
  await sql`
    update accountability_scorecards c set reply_until = v.until
    from unnest(${ids}::uuid[], ${untils}::date[]) as v (id, until)
    where c.forum_id = ${ctx.forum.id} and c.id = v.id and c.reply_until >= ${ctx.today}`.execute(ctx.db);
}
