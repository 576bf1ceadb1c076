import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { textsShape, urlShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { mayKeepReports } from '../access.ts';
import { settleOwed } from '../owed/commands.ts';
import { lastYearOwed } from '../queries.ts';
import { MOST } from '../rules.ts';
import { CHANNELS, type ReportTables, type RuleId } from '../schema.ts';

/** How far back reports can be asked for. */
const YEARS_BACK = 10;

/** How often municipalities report here, from a year on. What is owed already stays as it was. */
export const setRule = command({
  name: 'accountability.reports.set_rule',
  input: v.object({
    firstYear: v.pipe(v.number(), v.integer()),
    times: v.picklist([1, 2]),
    months: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
    basis: textsShape(MOST.basis),
    basisUrl: v.nullable(urlShape),
    channels: v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1)),
  }),
  access: (ctx) => mayKeepReports(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const wrong = await wrongYear(ctx, given.firstYear);
    if (wrong) return refuse('bad_input', wrong, [{ field: 'first_year', message: wrong }]);
    const id = uuidv7(ctx.now) as RuleId;
    const values = {
      ...{ times_a_year: given.times, months: given.months, basis: json(given.basis), basis_url: given.basisUrl },
      ...{ channels: json(given.channels), on_day: ctx.today, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
    };
    const added = await ctx.db
      .withTables<ReportTables>()
      .insertInto('accountability_report_rules')
      .values({ ...values, forum_id: ctx.forum.id, id, first_year: given.firstYear })
      .onConflict((key) => key.columns(['forum_id', 'first_year']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) {
      const there = message('accountability.reports.wrong.year_there', { year: String(given.firstYear) });
      return refuse('bad_input', there, [{ field: 'first_year', message: there }]);
    }
    const settled = await settleOwed(ctx);
    if (!settled.ok) return settled;
    return done(
      {},
      {
        kind: 'accountability.report_rule_set',
        object: { type: 'report_rule', id, path: '/reports' },
        params: { year: String(given.firstYear), times: given.times },
      },
    );
  },
});

async function wrongYear(ctx: Ctx, year: number) {
  const now = Number(ctx.today.slice(0, 4));
  const last = await lastYearOwed(ctx.db, ctx.forum.id);
  const first = last === null ? now - YEARS_BACK : last + 1;
  return year < first || year > now + 1
    ? message('accountability.reports.wrong.first_year', { first: String(first), last: String(now + 1) })
    : null;
}
