import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { textsShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { mayKeepCards } from '../access.ts';
import type { ScorecardNeeds } from '../counting/schema.ts';
import { formulasOf } from '../queries.ts';
import { MOST, rowsOffered, weightErrors } from '../rules.ts';
import type { FormulaId, ScorecardTables } from '../schema.ts';

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** A new version of the formula. Scorecards that were sent keep the one by which they were counted. */
export const setFormula = (needs: ScorecardNeeds) =>
  command({
    name: 'accountability.scorecards.set_formula',
    input: v.object({
      /** Percent by key of the row. */
      weights: v.record(v.pipe(v.string(), v.maxLength(60)), v.number()),
      enough: whole(1, 100),
      replyDays: whole(1, MOST.replyDays),
      why: textsShape(MOST.why),
      /** The version that the form showed as the newest; somebody else's newer one is not written over unseen. */
      after: whole(0, 1_000_000),
    }),
    access: (ctx) => mayKeepCards(ctx.actor, ctx.forum),
    run: async (ctx, given) => {
      const wrong = weightErrors(given.weights, rowsOffered(needs.requests !== undefined));
      if (wrong.length > 0) return refuse('bad_input', wrong[0]!.message, wrong);
      const last = (await formulasOf(ctx.db, ctx.forum.id, true)).at(-1)?.version ?? 0;
      const meanwhile = refuse('conflict', message('accountability.scorecards.wrong.meanwhile', { version: last }));
      if (given.after !== last) return meanwhile;
      const id = uuidv7(ctx.now) as FormulaId;
      const version = last + 1;
      const added = await ctx.db
        .withTables<ScorecardTables>()
        .insertInto('accountability_scorecard_formulas')
        .values({
          ...{ forum_id: ctx.forum.id, id, version, weights: json(given.weights), enough: given.enough },
          ...{ reply_days: given.replyDays, why: json(given.why), on_day: ctx.today },
          ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
        })
        // Of two first versions at once, which lock nothing, one is there.
        .onConflict((key) => key.columns(['forum_id', 'version']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!added) return meanwhile;
      return done(
        { version },
        {
          kind: 'accountability.scorecard_formula_set',
          object: { type: 'scorecard_formula', id, path: '/scorecards/formula' },
          params: { version },
        },
      );
    },
  });
