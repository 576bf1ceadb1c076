import type { FieldError } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { type PlanRow, STAGES, type Stage, type StageRow } from './schema.ts';

export type StageFacts = Pick<StageRow, 'id' | 'stage' | 'from_day'>;

export const stageOrder = (stage: Stage): number => STAGES.indexOf(stage);

/**
 * The stages that count, in their order: of a stage entered more than once the row entered last counts
 * (ids grow with time), because a wrong day is corrected by entering the stage again.
 */
export function stagesInForce<S extends StageFacts>(rows: readonly S[]): readonly S[] {
  const last = new Map<Stage, S>();
  for (const row of rows) {
    const known = last.get(row.stage);
    if (!known || known.id < row.id) last.set(row.stage, row);
  }
  return [...last.values()].sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage));
}

/** The plan's stage on a day: the furthest that began by then; a plan without any is a draft. */
export function stageOn(rows: readonly StageFacts[], day: PlainDate): Stage {
  let stage: Stage = 'draft';
  for (const row of stagesInForce(rows)) if (row.from_day <= day) stage = row.stage;
  return stage;
}

/** The day a stage begins, or null when it was never entered. */
export const stageBegan = (rows: readonly StageFacts[], stage: Stage): PlainDate | null =>
  stagesInForce(rows).find((row) => row.stage === stage)?.from_day ?? null;

/** Once adopted, a plan's words change by amendment only. */
export const isAdopted = (stage: Stage): boolean => stageOrder(stage) >= stageOrder('adopted');

/** A draft is read by its authors only. */
export const isPublic = (stage: Stage): boolean => stage !== 'draft';

export type StageFault =
  | { readonly fault: 'same' }
  | { readonly fault: 'skips'; readonly missing: Stage }
  | { readonly fault: 'before'; readonly other: Stage; readonly day: PlainDate }
  | { readonly fault: 'after'; readonly other: Stage; readonly day: PlainDate };

/**
 * What is wrong with entering this stage for this day, or null. A plan goes draft, consultation, adopted, in force,
 * closed; only consultation may be left out; no stage begins before an earlier one or after a later one.
 */
export function stageFault(rows: readonly StageFacts[], stage: Stage, fromDay: PlainDate): StageFault | null {
  const known = stagesInForce(rows);
  const order = stageOrder(stage);
  for (const row of known) {
    if (row.stage === stage && row.from_day === fromDay) return { fault: 'same' };
    if (stageOrder(row.stage) < order && row.from_day > fromDay)
      return { fault: 'before', other: row.stage, day: row.from_day };
    if (stageOrder(row.stage) > order && row.from_day < fromDay)
      return { fault: 'after', other: row.stage, day: row.from_day };
  }
  const missing = STAGES.slice(stageOrder('adopted'), order).find((earlier) => !known.some((r) => r.stage === earlier));
  return missing ? { fault: 'skips', missing } : null;
}

/** Months gone of months planned ("month 8 of 20"): whole calendar months touched, 0 before the start. */
export function monthOf(
  starts: PlainDate,
  ends: PlainDate,
  day: PlainDate,
): { readonly month: number; readonly of: number } {
  const index = (d: PlainDate): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
  const of = index(ends) - index(starts) + 1;
  return { month: Math.max(0, Math.min(of, index(day) - index(starts) + 1)), of };
}

/** The first report date that is not yet past. */
export const nextReport = (due: readonly PlainDate[], day: PlainDate): PlainDate | null =>
  [...due].sort().find((d) => d >= day) ?? null;

/** The last day on which something that ends before `day` still holds. */
export const dayBefore = (day: PlainDate): PlainDate => addDays(day, -1);

/** A plan has a title in its own language and does not end before it begins. */
export function planErrors(
  plan: Pick<PlanRow, 'title' | 'language'> & {
    readonly startsOn: PlainDate | null;
    readonly endsOn: PlainDate | null;
  },
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (field: string, what: Message) => errors.push({ field, message: what });
  const { language } = plan;
  if (!plan.title[language]) wrong(`title_${language}`, message('plans.plan.wrong.no_title', { language }));
  if (plan.startsOn && plan.endsOn && plan.endsOn < plan.startsOn)
    wrong('ends_on', message('plans.plan.wrong.ends_before_start'));
  return errors;
}
