import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape, urlShape } from '#core/shapes.ts';
import { orNull, Reading } from '../../forms.ts';
import { type PlanId, STAGES } from '../schema.ts';

export const stageShape = v.object({
  plan: idShape<PlanId>(),
  stage: v.picklist(STAGES),
  fromDay: dayShape,
  source: lineShape(),
  sourceUrl: orNull(urlShape),
});
export type StageInput = v.InferOutput<typeof stageShape>;

export function readStage(posted: Posted, plan: PlanId): Result<StageInput> {
  const read = new Reading(posted);
  const stage = STAGES.find((known) => known === posted.text('stage'));
  if (!stage) read.wrong('stage', message('plans.plan.wrong.no_stage'));
  const fromDay = read.neededDay('from_day', message('plans.plan.wrong.no_from_day'));
  const source = read.needed('source', message('plans.plan.wrong.no_stage_source'));
  const sourceUrl = read.url('source_url');
  return read.end({ plan, stage: stage ?? 'draft', fromDay: fromDay!, source, sourceUrl });
}
