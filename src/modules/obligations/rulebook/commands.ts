import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { mayKeepCases } from '../access.ts';
import { personOf } from '../clocks/commands.ts';
import { type RuleInput, ruleShape } from '../forms.ts';
import { spanFault, written } from '../rules.ts';
import type { ObligationsTables } from '../tables/schema.ts';
import { ownRules } from './queries.ts';

/** What rules of a forum have in common. */
const SOON_DAYS = 3;
const NEVER_DAYS = 180;
const ESCALATION = { days: 5, role: 'coordinator' } as const;

/** Writes a rule that the forum adopted, or the next version of one. Cases opened before keep their version. */
export const writeRule = command({
  name: 'obligations.rule_write',
  input: ruleShape,
  access: (ctx: Ctx) => mayKeepCases(ctx.actor, ctx.forum),
  run: async (ctx, input: RuleInput) => {
    const wrong = (field: string, what: ReturnType<typeof message>) => refuseFields([{ field, message: what }]);
    const fault = spanFault(input.span) ?? (input.extension && spanFault(input.extension));
    if (fault) return wrong('n', fault);
    const versions = (await ownRules(ctx.db, ctx.forum.id)).filter((rule) => rule.key === input.key);
    if (versions.some((rule) => rule.from === input.from))
      return wrong('from', message('obligations.wrong.version_twice', { day: input.from }));
    const version = versions.length + 1;
    const id = uuidv7(ctx.now);
    const made = await ctx.db
      .withTables<ObligationsTables>()
      .insertInto('obligations_rules')
      .values({
        ...{ forum_id: ctx.forum.id, id, key: input.key, version },
        ...{ title: json({ texts: input.title }), basis: json(written(input.basis, ctx.lang)), basis_url: input.url },
        ...{ owed_to: json(written(input.owedTo, ctx.lang)), span: json(input.span) },
        extension: input.extension && json({ span: input.extension, most: 1 }),
        ...{ soon_days: SOON_DAYS, never_days: NEVER_DAYS, escalation: json(ESCALATION) },
        ...{ from_day: input.from, to_day: null, entered_at: ctx.now, entered_by: personOf(ctx) },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n)
      return refuse('conflict', message('obligations.wrong.version_twice', { day: input.from }));
    return done(
      { key: input.key, version },
      {
        kind: 'obligations.rule_written',
        object: { type: 'obligation_rule', id, path: '/obligations/rules' },
        params: { rule: input.key, version, day: input.from },
      },
    );
  },
});
