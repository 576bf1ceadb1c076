import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, textsShape } from '#core/shapes.ts';
import { MOST, orNull, Reading } from '../../forms.ts';
import { decisionShape } from '../forms.ts';
import type { MeasureId } from '../schema.ts';

export const withdrawalShape = v.object({
  measure: idShape<MeasureId>(),
  onDay: dayShape,
  reason: orNull(textsShape(MOST.text)),
  ...decisionShape,
});
export type WithdrawalInput = v.InferOutput<typeof withdrawalShape>;

export function readWithdrawal(posted: Posted, measure: MeasureId): Result<WithdrawalInput> {
  const read = new Reading(posted);
  const onDay = read.neededDay('on_day', message('plans.measures.withdrawals.no_day'));
  const decision = read.needed('decision', message('plans.measures.withdrawals.no_decision'));
  const reason = read.texts('reason', 'prose', MOST.text);
  return read.end({ measure, onDay: onDay!, decision, decisionUrl: read.url('decision_url'), reason });
}
