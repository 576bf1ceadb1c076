import type * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Reading } from '../forms.ts';
import type { MeasureId } from '../measures/schema.ts';
import { readActuals, readPastDay } from '../reports/forms.ts';
import type { IndicatorAsked } from '../reports/queries.ts';
import { VOICES } from '../reports/schema.ts';
import type { actualsShape } from './commands.ts';

interface Asked {
  readonly measure: MeasureId;
  readonly indicators: readonly IndicatorAsked[];
  readonly today: PlainDate;
}

/** Values measured apart from reports, as typed values, or everything that is wrong with them. */
export function readMeasured(posted: Posted, asked: Asked): Result<v.InferOutput<typeof actualsShape>> {
  const read = new Reading(posted);
  const voice = VOICES.find((known) => known === posted.text('voice'));
  if (!voice) read.wrong('voice', message('plans.actuals.no_voice'));
  const body = posted.text('body');
  if (!isId(body)) read.wrong('body', message('plans.actuals.no_body'));
  const onDay = readPastDay(read, 'on_day', asked.today);
  if (!onDay) read.wrong('on_day', message('plans.actuals.no_day'));
  const actuals = readActuals(read, posted, asked.indicators);
  const [first] = asked.indicators;
  if (first && actuals.length === 0 && !asked.indicators.some(({ id }) => read.isWrong(`actual_${id}`)))
    read.wrong(`actual_${first.id}`, message('plans.actuals.no_value'));
  return read.end({ measure: asked.measure, voice: voice!, body, onDay: onDay!, actuals: [...actuals] });
}
