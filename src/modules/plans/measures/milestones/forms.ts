import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape, isId } from '#core/ids.ts';
import { dayShape, lineShape, urlShape } from '#core/shapes.ts';
import { orNull, Reading } from '../../forms.ts';
import type { MeasureId, MilestoneId } from '../schema.ts';

export const closureShape = v.object({
  measure: idShape<MeasureId>(),
  milestone: idShape<MilestoneId>(),
  doneOn: dayShape,
  source: lineShape(),
  sourceUrl: orNull(urlShape),
});
export type ClosureInput = v.InferOutput<typeof closureShape>;

export function readClosure(posted: Posted, measure: MeasureId): Result<ClosureInput> {
  const read = new Reading(posted);
  const milestone = posted.text('milestone') as MilestoneId;
  if (!isId(milestone)) read.wrong('milestone', message('plans.measures.milestones.no_milestone'));
  const doneOn = read.neededDay('done_on', message('plans.measures.milestones.no_day'));
  const source = read.needed('source', message('plans.measures.milestones.no_source'));
  return read.end({ measure, milestone, doneOn: doneOn!, source, sourceUrl: read.url('source_url') });
}
