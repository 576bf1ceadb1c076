import type { FieldError } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { slugOf } from '#core/i18n/names.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { type StageFacts, stageBegan } from '../plan/rules.ts';
import type { PlanRow } from '../plan/schema.ts';
import type { AmendmentRow, CellRow, MeasureId, MeasureRow, TargetRow, WithdrawalRow } from './schema.ts';

/** What an amendment can change in the measure's own row. */
export type MeasureFacts = Pick<
  MeasureRow,
  'number' | 'title' | 'text' | 'starts_on' | 'due_on' | 'due_text' | 'budget_minor' | 'currency'
>;
export type AmendmentFacts = Pick<
  AmendmentRow,
  | 'id'
  | 'effective_on'
  | 'new_number'
  | 'new_title'
  | 'new_text'
  | 'new_starts_on'
  | 'new_due_on'
  | 'new_budget_minor'
  | 'new_currency'
>;

/** In the order in which they take effect; on one day in the order they were entered. */
export const inOrder = <A extends Pick<AmendmentRow, 'id' | 'effective_on'>>(amendments: readonly A[]): readonly A[] =>
  [...amendments].sort((a, b) =>
    a.effective_on === b.effective_on ? (a.id < b.id ? -1 : 1) : a.effective_on < b.effective_on ? -1 : 1,
  );

/** One amendment laid over the facts before it. A new due day ends the plan's old words for the deadline. */
export function amended<M extends MeasureFacts>(before: M, amendment: AmendmentFacts): M {
  return {
    ...before,
    number: amendment.new_number ?? before.number,
    title: amendment.new_title ?? before.title,
    text: amendment.new_text ?? before.text,
    starts_on: amendment.new_starts_on ?? before.starts_on,
    due_on: amendment.new_due_on ?? before.due_on,
    due_text: amendment.new_due_on ? null : before.due_text,
    budget_minor: amendment.new_budget_minor ?? before.budget_minor,
    currency: amendment.new_currency ?? before.currency,
  };
}

/** The measure as it reads on a day: the first text with every amendment that took effect by then (that day included). */
export function measureOn<M extends MeasureFacts>(
  measure: M,
  amendments: readonly AmendmentFacts[],
  day: PlainDate,
): M {
  return inOrder(amendments)
    .filter((amendment) => amendment.effective_on <= day)
    .reduce<M>(amended, measure);
}

/** The due day in force on a day; null: unknown, and what has no due day is never late. */
export const dueOn = (
  measure: Pick<MeasureRow, 'due_on'>,
  amendments: readonly Pick<AmendmentRow, 'id' | 'effective_on' | 'new_due_on'>[],
  day: PlainDate,
): PlainDate | null =>
  inOrder(amendments)
    .filter((amendment) => amendment.effective_on <= day)
    .reduce<PlainDate | null>((due, amendment) => amendment.new_due_on ?? due, measure.due_on);

/** One line of an amendment's diff. */
export type Change =
  | { readonly field: 'number'; readonly before: string | null; readonly after: string | null }
  | { readonly field: 'title' | 'text'; readonly before: MeasureRow['title']; readonly after: MeasureRow['title'] }
  | {
      readonly field: 'starts_on' | 'due_on';
      readonly before: PlainDate | null;
      readonly after: PlainDate | null;
      /** The plan's own words that the first due day stood for. */
      readonly words: string | null;
    }
  | { readonly field: 'budget'; readonly before: Money | null; readonly after: Money | null };

export interface Money {
  readonly minor: number;
  readonly currency: string;
}

export const budgetOf = (facts: Pick<MeasureFacts, 'budget_minor' | 'currency'>): Money | null =>
  facts.budget_minor === null || facts.currency === null
    ? null
    : { minor: facts.budget_minor, currency: facts.currency };

/** What differs between two states of a measure, in the order in which people read it. */
export function changesBetween(before: MeasureFacts, after: MeasureFacts): readonly Change[] {
  const changes: Change[] = [];
  if (before.number !== after.number) changes.push({ field: 'number', before: before.number, after: after.number });
  for (const field of ['title', 'text'] as const)
    if (!sameTexts(before[field], after[field])) changes.push({ field, before: before[field], after: after[field] });
  if (before.starts_on !== after.starts_on)
    changes.push({ field: 'starts_on', before: before.starts_on, after: after.starts_on, words: null });
  if (before.due_on !== after.due_on)
    changes.push({ field: 'due_on', before: before.due_on, after: after.due_on, words: before.due_text });
  if (before.budget_minor !== after.budget_minor || before.currency !== after.currency)
    changes.push({ field: 'budget', before: budgetOf(before), after: budgetOf(after) });
  return changes;
}

/** What one amendment of the list changes, against the state just before it took effect. */
export function changesBy(
  measure: MeasureFacts,
  amendments: readonly AmendmentFacts[],
  amendment: AmendmentFacts,
): readonly Change[] {
  let before: MeasureFacts = measure;
  for (const other of inOrder(amendments)) {
    if (other.id === amendment.id) break;
    before = amended(before, other);
  }
  return changesBetween(before, amended(before, amendment));
}

export const sameTexts = (a: MeasureRow['title'], b: MeasureRow['title']): boolean =>
  a.az === b.az && a.en === b.en && a.ru === b.ru;

export interface Span {
  readonly from_day: PlainDate | null;
  readonly to_day: PlainDate | null;
}

export const standsOn = (span: Span, day: PlainDate): boolean =>
  (span.from_day === null || span.from_day <= day) && (span.to_day === null || day <= span.to_day);

/** Is the body executor of the measure on that day (first and last day included)? */
export const activeOn = (cell: Pick<CellRow, 'from_day' | 'to_day'>, day: PlainDate): boolean => standsOn(cell, day);

/** Measure brought in later: not part of the plan before. */
export const inPlanOn = (measure: Pick<MeasureRow, 'added_on'>, day: PlainDate): boolean =>
  measure.added_on === null || measure.added_on <= day;

export const withdrawnOn = (withdrawal: Pick<WithdrawalRow, 'on_day'> | null | undefined, day: PlainDate): boolean =>
  !!withdrawal && withdrawal.on_day <= day;

/** The targets in force on a day, by their due days. */
export const targetsOn = <T extends Pick<TargetRow, 'from_day' | 'to_day' | 'due_on'>>(
  targets: readonly T[],
  day: PlainDate,
): readonly T[] =>
  targets
    .filter((target) => standsOn(target, day))
    .sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0));

/** Executors and targets that an amendment brings in and takes out. */
export function movedBy<R extends { readonly amendment_in: string | null; readonly amendment_out: string | null }>(
  rows: readonly R[],
  amendment: string,
): { readonly came: readonly R[]; readonly left: readonly R[] } {
  return {
    came: rows.filter((row) => row.amendment_in === amendment),
    left: rows.filter((row) => row.amendment_out === amendment),
  };
}

/** What people cite: "1.3", "5.6a", "IV-2", up to 20 characters. */
export const NUMBER = /^[\p{L}\d][\p{L}\d.\-/ ]{0,19}$/u;

/** Words that are pages beside the measures' own. */
export const RESERVED: readonly string[] = ['new'];

/** The last part of a measure's address: its number as people write it ("1.3", "iv-2"), else made from the title. */
export function addressOf(number: string | null, title: string): string {
  const parts = (number ?? '').split('.').map(slugOf);
  const own = parts.filter((part) => part !== '').join('.');
  return own || slugOf(title) || 'measure';
}

/** A number of a measure from a day on (null: from the beginning) until its next one. */
export interface Numbered {
  readonly measure: MeasureId;
  readonly number: string;
  readonly since: PlainDate | null;
}

/**
 * Which other measure bears this number on the day or later, or null. `day` null: bore it at any time, for a new
 * measure never takes a number that old letters cite. `rows` come in the order of their days.
 */
export function holderOf(
  rows: readonly Numbered[],
  number: string,
  self: MeasureId | null,
  day: PlainDate | null,
): MeasureId | null {
  const holds = rows.find((row, i) => {
    if (row.number !== number || row.measure === self) return false;
    const next = rows.slice(i + 1).find((later) => later.measure === row.measure);
    return day === null || !next?.since || next.since > day;
  });
  return holds?.measure ?? null;
}

type Words = {
  readonly title: MeasureRow['title'];
  readonly text: MeasureRow['text'];
  readonly startsOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly milestones: readonly { readonly title: MeasureRow['title']; readonly dueOn: PlainDate | null }[];
};

/** What is wrong with a measure's own words and days, against the plan they stand in. */
export function wordErrors(
  words: Words,
  plan: Pick<PlanRow, 'language' | 'starts_on' | 'ends_on'>,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const own = plan.language;
  if (!words.title[own]) errors.push({ field: `title_${own}`, message: message('plans.measures.wrong.no_title') });
  if (!words.text[own]) errors.push({ field: `text_${own}`, message: message('plans.measures.wrong.no_text') });
  errors.push(...spanErrors(words.startsOn, words.dueOn, plan));
  for (const [i, milestone] of words.milestones.entries()) {
    if (!milestone.title[own])
      errors.push({ field: `milestone_${i}_title_${own}`, message: message('plans.measures.wrong.no_title') });
    if (milestone.dueOn && words.startsOn && milestone.dueOn < words.startsOn)
      errors.push({ field: `milestone_${i}_due_on`, message: message('plans.measures.wrong.milestone_early') });
  }
  return errors;
}

/** A measure does not end before it starts, and its days touch the plan's period. */
export function spanErrors(
  starts: PlainDate | null,
  due: PlainDate | null,
  plan: Pick<PlanRow, 'starts_on' | 'ends_on'>,
): readonly FieldError[] {
  if (starts && due && due < starts)
    return [{ field: 'due_on', message: message('plans.measures.wrong.due_before_start') }];
  if (starts && plan.ends_on && starts > plan.ends_on)
    return [{ field: 'starts_on', message: message('plans.measures.wrong.starts_after_plan', { day: plan.ends_on }) }];
  if (due && plan.starts_on && due < plan.starts_on)
    return [{ field: 'due_on', message: message('plans.measures.wrong.due_before_plan', { day: plan.starts_on }) }];
  return [];
}

/** The first day of a measure in the adopted plan: its adoption, or the day of the decision that brought it in. */
export function beganOn(measure: Pick<MeasureRow, 'added_on'>, stages: readonly StageFacts[]): PlainDate | null {
  return measure.added_on ?? stageBegan(stages, 'adopted');
}
