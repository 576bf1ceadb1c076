import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { bodiesById } from '#modules/places/contract.ts';
import { mayAuthor } from '../access.ts';
import { dayShape, idShape, lineShape, numberShape, orNull } from '../forms.ts';
import { measureEntry, measureToChange } from '../measures/commands.ts';
import { indicatorsOf } from '../measures/indicators/queries.ts';
import type { IndicatorId, MeasureId } from '../measures/schema.ts';
import { isAdopted, stageOn } from '../plan/rules.ts';
import { insertActuals } from '../reports/commands.ts';
import { VOICES } from '../reports/schema.ts';

const input = v.object({
  measure: idShape<MeasureId>(),
  indicator: idShape<IndicatorId>(),
  /** In whose voice, and the body that measured. */
  voice: v.picklist(VOICES),
  body: idShape<string>(),
  onDay: dayShape,
  value: numberShape,
  /** A counted share comes with what was counted and of how many. */
  of: orNull(v.object({ numerator: numberShape, base: v.pipe(v.number(), v.minValue(0)) })),
  source: lineShape(),
});

/**
 * Enters a value of an indicator that came apart from reports and evaluations (a repeated survey, a register), with
 * the body that measured it and the source. What either voice said before stays.
 */
export const recordActual = command({
  name: 'plans.actual_record',
  input,
  access: (ctx: Ctx) => mayAuthor(ctx.actor, ctx.forum.id),
  run: async (ctx, given) => {
    const found = await measureToChange(ctx, given.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    const { indicators } = await indicatorsOf(ctx.db, measure);
    const indicator = indicators.find((row) => row.id === given.indicator);
    if (!indicator) return refuse('not_found', message('plans.measures.indicators.unknown'));
    if (!isAdopted(stageOn(head.stages, ctx.today))) return refuse('conflict', message('plans.reports.not_adopted'));
    if (given.onDay > ctx.today)
      return refuseFields([{ field: 'on_day', message: message('plans.reports.day_future') }]);
    const [body] = await bodiesById(ctx.db, ctx.forum.id, [given.body]);
    if (!body) return refuseFields([{ field: 'body', message: message('plans.measures.wrong.executor_unknown') }]);
    const numbers = { value: given.value, numerator: given.of?.numerator ?? null, base: given.of?.base ?? null };
    const actual = { indicator: indicator.id, ...numbers, source: given.source };
    await insertActuals(ctx, given.voice, body.id, given.onDay, [actual]);
    const params = { indicator: choose(indicator.text, head.plan.language).text, source: given.source };
    const entry = measureEntry(head.plan, measure, { kind: 'plans.actual_recorded', params });
    return done({ plan: head.plan.slug, measure: measure.slug }, { ...entry, bodies: [body.id] });
  },
});
