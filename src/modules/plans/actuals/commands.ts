import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape } from '#core/shapes.ts';
import { bodiesById } from '#modules/places/contract.ts';
import { mayAuthor } from '../access.ts';
import { measureEntry, measureToChange } from '../measures/commands.ts';
import { indicatorsOf } from '../measures/indicators/queries.ts';
import type { MeasureId } from '../measures/schema.ts';
import { isAdopted, stageOn } from '../plan/rules.ts';
import { areOf, insertActuals } from '../reports/commands.ts';
import { actualShape } from '../reports/forms.ts';
import { VOICES } from '../reports/schema.ts';

/** Values that one body measured on one day, in one of the two voices. */
export const actualsShape = v.object({
  measure: idShape<MeasureId>(),
  voice: v.picklist(VOICES),
  body: idShape<string>(),
  onDay: dayShape,
  actuals: v.pipe(v.array(actualShape), v.minLength(1), v.maxLength(30)),
});

/**
 * Enters values of indicators that came apart from reports and evaluations (a repeated survey, a register), with the
 * body that measured them and the source of each. What either voice said before stays.
 */
export const recordActuals = command({
  name: 'plans.actuals_record',
  input: actualsShape,
  access: (ctx: Ctx) => mayAuthor(ctx.actor, ctx.forum.id),
  run: async (ctx, given) => {
    const found = await measureToChange(ctx, given.measure);
    if (!found.ok) return found;
    const { head, measure } = found.value;
    if (!(await areOf(ctx, measure.id, given.actuals)))
      return refuse('not_found', message('plans.measures.indicators.unknown'));
    if (!isAdopted(stageOn(head.stages, ctx.today))) return refuse('conflict', message('plans.reports.not_adopted'));
    if (given.onDay > ctx.today)
      return refuseFields([{ field: 'on_day', message: message('plans.reports.day_future') }]);
    const [body] = await bodiesById(ctx.db, ctx.forum.id, [given.body]);
    if (!body) return refuseFields([{ field: 'body', message: message('plans.actuals.no_body') }]);
    await insertActuals(ctx, given.voice, body.id, given.onDay, given.actuals);
    const { indicators } = await indicatorsOf(ctx.db, measure);
    const measured = indicators.filter((row) => given.actuals.some((actual) => actual.indicator === row.id));
    const params = {
      indicator: measured.map((row) => choose(row.text, head.plan.language).text).join('; '),
      source: [...new Set(given.actuals.map((actual) => actual.source))].join('; '),
    };
    const entry = measureEntry(head.plan, measure, { kind: 'plans.actual_recorded', params });
    return done({ plan: head.plan.slug, measure: measure.slug }, { ...entry, bodies: [body.id] });
  },
});
