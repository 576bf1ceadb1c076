import type { FieldError } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { MeasureRow } from '../schema.ts';
import type { Indicator } from './forms.ts';

/** A target lies after the baseline and not before the measure starts; one day has one target. */
export function indicatorErrors(
  indicators: readonly Indicator[],
  measure: Pick<MeasureRow, 'starts_on'>,
): FieldError[] {
  return indicators.flatMap((one, i) =>
    one.targets.flatMap((target, j) => {
      const field = `indicator_${i}_target_${j}_due_on`;
      if (one.targets.slice(0, j).some((other) => other.dueOn === target.dueOn))
        return [{ field, message: message('plans.measures.indicators.target_twice', { day: target.dueOn }) }];
      if (measure.starts_on && target.dueOn < measure.starts_on)
        return [{ field, message: message('plans.measures.indicators.target_early', { day: measure.starts_on }) }];
      if (one.baseline?.on && target.dueOn <= one.baseline.on)
        return [{ field, message: message('plans.measures.indicators.target_before_baseline') }];
      return [];
    }),
  );
}
