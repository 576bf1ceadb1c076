import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { cut } from '#core/i18n/short-message.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import type { FigureToBind, SurveyNeeds } from '../../needs/schema.ts';
import { enteredBy, titleIn } from '../../rounds/commands.ts';
import { roundByNumber } from '../../rounds/queries.ts';
import { mayBind } from '../access.ts';
import { findingObject, saidIn } from '../commands.ts';
import { findingById } from '../queries.ts';
import type { Finding, FindingId, Found } from '../schema.ts';
import { bindingFault, measuredOn, numberFrom } from './rules.ts';
import { type BindingTables, FORMS, USES } from './schema.ts';

const MOST_OF_SOURCE = 400;

const input = v.object({
  finding: idShape<FindingId>(),
  use: v.picklist(USES),
  /** The indicator; of evidence the evaluation. */
  of: idShape<string>(),
  /** Of evidence nothing is computed, whatever stands here. */
  form: v.picklist(FORMS),
});
type Input = v.InferOutput<typeof input>;

type Needs = Pick<SurveyNeeds, 'indicators' | 'evaluations' | 'bind'>;

/**
 * A finding becomes the number before the plan or a measured number of an indicator, or evidence of an evaluation. The
 * number is taken from the figure that went out, never typed; the plan's own laws decide whether it takes it.
 */
export const bindFinding = (needs: Needs) =>
  command({
    name: 'surveys.findings.bind_finding',
    input,
    access: (ctx) => mayBind(ctx.actor, ctx.forum),
    run: async (ctx, given) => {
      const finding = await findingById(ctx.db, ctx.forum.id, given.finding);
      if (!finding) return refuse('not_found', message('surveys.findings.none'));
      const fault = bindingFault(finding);
      if (fault || !finding.found) return refuse('conflict', fault ?? message('surveys.findings.none'));
      const taken = await take(ctx, needs, finding, finding.found, given);
      if (!taken.ok) return taken;
      const { what, value } = taken.value;
      const row = await ctx.db
        .withTables<BindingTables>()
        .insertInto('surveys_bindings')
        .values({
          ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), finding_id: finding.id, kind: given.use, value },
          indicator_id: given.use === 'evidence' ? null : given.of,
          evaluation_id: given.use === 'evidence' ? given.of : null,
          on_day: ctx.today,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!row) return refuse('conflict', message('surveys.findings.binding.wrong.twice', { number: finding.number }));
      const { number } = finding;
      return done(
        { number },
        {
          kind: 'surveys.finding_bound',
          object: findingObject(finding),
          params: { number, use: given.use, what, said: saidIn(ctx, finding.sentence) },
        },
      );
    },
  });

interface Taken {
  /** What it is used for, in the forum's own language. */
  readonly what: string;
  readonly value: number | null;
}

/** Puts the figure where it is to stand. */
async function take(ctx: Ctx, needs: Needs, finding: Finding, found: Found, given: Input): Promise<Result<Taken>> {
  const said = (texts: Texts): string => choose(texts, ctx.forum.languages[0] ?? ctx.lang).text;
  if (given.use === 'evidence') {
    const of = (await needs.evaluations(ctx.db, ctx.forum, ctx.today)).find(({ id }) => id === given.of);
    return of
      ? ok({ what: [of.number, said(of.title)].filter(Boolean).join(' '), value: null })
      : refuse('not_found', message('surveys.findings.binding.wrong.of'));
  }
  const of = (await needs.indicators(ctx.db, ctx.forum, ctx.today)).find(({ id }) => id === given.of);
  const round = await roundByNumber(ctx.db, ctx.forum.id, found.round);
  if (!of || !round) return refuse('not_found', message('surveys.findings.binding.wrong.of'));
  const value = numberFrom(found, given.form);
  const figure: FigureToBind = {
    ...{ as: given.use, indicator: of.id, value, numerator: found.yes, base: found.n, on: measuredOn(round) },
    source: cut(`${titleIn(ctx, round.declaration)}: ${saidIn(ctx, finding.sentence)}`, MOST_OF_SOURCE),
  };
  const bound = await needs.bind(ctx, figure);
  return bound.ok ? ok({ what: said(of.text), value }) : bound;
}
