import type { FieldError } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { StageFacts } from '../../plan/rules.ts';
import type { PlanRow } from '../../plan/schema.ts';
import {
  type AmendmentFacts,
  activeOn,
  amended,
  beganOn,
  holderOf,
  inOrder,
  measureOn,
  type Numbered,
  spanErrors,
  standsOn,
} from '../rules.ts';
import type { AmendmentId, CellRow, IndicatorRow, MeasureRow, TargetRow, WithdrawalRow } from '../schema.ts';
import type { AmendmentInput, Current } from './forms.ts';

/** Everything an amendment is judged against. */
export interface Standing {
  readonly plan: Pick<PlanRow, 'language' | 'starts_on' | 'ends_on'>;
  readonly stages: readonly StageFacts[];
  readonly measure: MeasureRow;
  readonly amendments: readonly AmendmentFacts[];
  readonly withdrawal: Pick<WithdrawalRow, 'on_day'> | null;
  readonly cells: readonly CellRow[];
  readonly indicators: readonly Pick<IndicatorRow, 'id'>[];
  readonly targets: readonly TargetRow[];
  /** Numbers of the whole plan. */
  readonly numbers: readonly Numbered[];
}

/** The measure after every amendment entered so far, coming ones too: a new one comes after them. */
export function currentOf(standing: Standing): Current {
  const { measure, amendments } = standing;
  const last = inOrder(amendments).at(-1)?.effective_on;
  return {
    measure: measure.id,
    language: standing.plan.language,
    facts: last ? measureOn(measure, amendments, last) : measure,
    targets: standing.targets.filter((target) => target.to_day === null),
  };
}

/** The amendment's row as far as the law needs it. */
export const factsOf = (input: AmendmentInput): AmendmentFacts => ({
  id: input.id ?? ('' as AmendmentId),
  effective_on: input.effectiveOn,
  new_number: input.number,
  new_title: input.title,
  new_text: input.text,
  new_starts_on: input.startsOn,
  new_due_on: input.dueOn,
  new_budget_minor: input.budgetMinor,
  new_currency: input.currency,
});

/** Everything that is wrong with an amendment. Executors' names are looked up elsewhere. */
export function amendmentErrors(input: AmendmentInput, on: Standing): readonly FieldError[] {
  const day = dayError(input, on);
  if (day) return [{ field: 'effective_on', message: day }];
  const before = measureOn(on.measure, on.amendments, input.effectiveOn);
  const after = amended(before, factsOf(input));
  const errors: FieldError[] = [
    ...(input.startsOn || input.dueOn ? spanErrors(after.starts_on, after.due_on, on.plan) : []),
    ...(after.budget_minor !== null && after.currency === null
      ? [{ field: 'currency', message: message('plans.measures.wrong.no_currency') }]
      : []),
    ...numberErrors(input, on),
    ...executorErrors(input, on),
    ...targetErrors(input, on),
  ];
  if (errors.length === 0 && changesNothing(input))
    errors.push({ field: 'effective_on', message: message('plans.measures.amendments.nothing') });
  return errors;
}

const changesNothing = (input: AmendmentInput): boolean =>
  [input.number, input.title, input.text, input.startsOn, input.dueOn, input.budgetMinor, input.currency].every(
    (change) => change === null,
  ) && input.executorsIn.length + input.executorsOut.length + input.targetsIn.length + input.targetsOut.length === 0;

/** Not before the measure's first day, not before the last amendment, not after the withdrawal. */
function dayError(input: AmendmentInput, on: Standing): Message | null {
  const day = input.effectiveOn;
  const began = beganOn(on.measure, on.stages);
  if (began && day < began) return message('plans.measures.amendments.before_began', { day: began });
  const last = inOrder(on.amendments).at(-1);
  if (last && day < last.effective_on)
    return message('plans.measures.amendments.before_last', { day: last.effective_on });
  if (on.withdrawal && day >= on.withdrawal.on_day)
    return message('plans.measures.amendments.after_withdrawal', { day: on.withdrawal.on_day });
  return null;
}

function numberErrors(input: AmendmentInput, on: Standing): readonly FieldError[] {
  const { number } = input;
  if (number === null || holderOf(on.numbers, number, on.measure.id, input.effectiveOn) === null) return [];
  return [{ field: 'number', message: message('plans.measures.wrong.number_taken', { number }) }];
}

/** Who leaves is executor until the day before; who comes was none on that day; somebody remains. */
function executorErrors(input: AmendmentInput, on: Standing): readonly FieldError[] {
  const day = input.effectiveOn;
  const active = on.cells.filter((cell) => activeOn(cell, day));
  const out = new Set(input.executorsOut);
  const wrong = (what: Message): FieldError => ({ field: 'executors_out', message: what });
  const errors: FieldError[] = [];
  if ([...out].some((id) => !active.some((cell) => cell.id === id && cell.to_day === null)))
    errors.push(wrong(message('plans.measures.amendments.not_executor')));
  if (active.some((cell) => out.has(cell.id) && cell.from_day === day))
    errors.push(wrong(message('plans.measures.amendments.came_that_day')));
  const staying = active.filter((cell) => !out.has(cell.id));
  for (const [i, { body }] of input.executorsIn.entries())
    if (active.some((cell) => cell.body_id === body))
      errors.push({ field: `executor_${i}_body`, message: message('plans.measures.amendments.is_executor') });
  if (out.size > 0 && staying.length + input.executorsIn.length === 0)
    errors.push(wrong(message('plans.measures.amendments.none_left')));
  return errors;
}

/** A target that ends stood on that day; the ones that begin have each their own day. */
function targetErrors(input: AmendmentInput, on: Standing): readonly FieldError[] {
  const day = input.effectiveOn;
  const standing = on.targets.filter((target) => standsOn(target, day) && target.to_day === null);
  const out = new Set(input.targetsOut);
  const wrong = (what: Message): FieldError => ({ field: 'targets', message: what });
  const errors: FieldError[] = [];
  if ([...out].some((id) => !standing.some((target) => target.id === id && target.from_day !== day)))
    errors.push(wrong(message('plans.measures.amendments.not_target')));
  if (input.targetsIn.some((target) => !on.indicators.some((one) => one.id === target.indicator)))
    errors.push(wrong(message('plans.measures.indicators.unknown')));
  const after = [
    ...standing.filter((t) => !out.has(t.id)).map((t) => ({ indicator: t.indicator_id, dueOn: t.due_on })),
    ...input.targetsIn,
  ];
  const twice = after.find((t, i) => after.some((o, j) => j < i && o.indicator === t.indicator && o.dueOn === t.dueOn));
  if (twice) errors.push(wrong(message('plans.measures.indicators.target_twice', { day: twice.dueOn })));
  return errors;
}
