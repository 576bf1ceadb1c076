import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import { type List, SEEN } from '#core/errors/seen.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { idShape, isId } from '#core/ids.ts';
import { dayShape, textsShape } from '#core/shapes.ts';
import { MOST, numberShape, orNull, Reading, rowsOf, seenShape } from '../../forms.ts';
import {
  currencyShape,
  decisionShape,
  executorShape,
  minorShape,
  numberTextShape,
  readCurrency,
  readExecutors,
  readNumber,
} from '../forms.ts';
import { type MeasureFacts, sameTexts } from '../rules.ts';
import type { AmendmentId, CellId, IndicatorId, MeasureId, TargetId, TargetRow } from '../schema.ts';

/** Null: unchanged. `id` is made when the answers are checked, so that a form sent twice is one amendment. */
export const amendmentShape = v.object({
  id: orNull(idShape<AmendmentId>()),
  measure: idShape<MeasureId>(),
  effectiveOn: dayShape,
  ...decisionShape,
  reason: orNull(textsShape(MOST.text)),
  number: orNull(numberTextShape),
  title: orNull(textsShape(MOST.title)),
  text: orNull(textsShape(MOST.text)),
  startsOn: orNull(dayShape),
  dueOn: orNull(dayShape),
  budgetMinor: orNull(minorShape),
  currency: orNull(currencyShape),
  executorsIn: v.pipe(v.array(executorShape), v.maxLength(300)),
  executorsOut: v.pipe(v.array(idShape<CellId>()), v.maxLength(300)),
  targetsIn: v.pipe(
    v.array(v.object({ indicator: idShape<IndicatorId>(), dueOn: dayShape, value: numberShape })),
    v.maxLength(60),
  ),
  targetsOut: v.pipe(v.array(idShape<TargetId>()), v.maxLength(60)),
  seen: seenShape,
});
export type AmendmentInput = v.InferOutput<typeof amendmentShape>;

/** The measure as it reads now: what stands in the form, and what a change is a change of. */
export interface Current {
  readonly measure: MeasureId;
  readonly language: LanguageCode;
  readonly facts: MeasureFacts;
  /** In force now, in the order of the form's rows. */
  readonly targets: readonly TargetRow[];
}

/** Reads the form, in which the measure stands as it is now: what differs is what the decision changes. */
export function readAmendment(posted: Posted, current: Current): Result<AmendmentInput> {
  const read = new Reading(posted);
  const { facts } = current;
  const effectiveOn = read.neededDay('effective_on', message('plans.measures.amendments.no_day'));
  const decision = read.needed('decision', message('plans.measures.amendments.no_decision'));
  const id = posted.text('amendment_id');
  const changedText = (name: 'title' | 'text', kind: 'line' | 'prose', most: number): Texts | null => {
    const texts = read.texts(name, kind, most);
    if (!texts?.[current.language]) return emptied(read, `${name}_${current.language}`);
    return sameTexts(texts, facts[name]) ? null : texts;
  };
  const changed = <T>(field: string, now: T | null, next: T | null): T | null => {
    if (next === null && now !== null && !read.isWrong(field)) return emptied(read, field);
    return next === now ? null : next;
  };
  const minor = read.money('budget');
  const currency = minor === null ? null : readCurrency(read);
  return read.end({
    id: isId(id) ? (id as AmendmentId) : null,
    measure: current.measure,
    effectiveOn: effectiveOn!,
    decision,
    decisionUrl: read.url('decision_url'),
    reason: read.texts('reason', 'prose', MOST.text),
    number: changed('number', facts.number, readNumber(read, 'number')),
    title: changedText('title', 'line', MOST.title),
    text: changedText('text', 'prose', MOST.text),
    startsOn: changed('starts_on', facts.starts_on, read.day('starts_on')),
    dueOn: changed('due_on', facts.due_on, read.day('due_on')),
    budgetMinor: changed('budget', facts.budget_minor, minor),
    currency: currency === facts.currency ? null : currency,
    executorsIn: readExecutors(read, posted),
    executorsOut: posted.all('executors_out').filter(isId) as CellId[],
    ...readTargets(read, posted, current.targets),
    seen: posted.text(SEEN),
  });
}

/** A decision gives another value; taking a value away without another is a withdrawal. */
const emptied = (read: Reading, field: string): null => {
  if (!read.isWrong(field)) read.wrong(field, message('plans.measures.amendments.emptied'));
  return null;
};

/** `target_0_...` are those in force: changed ones end and another begins; `newtarget_0_...` are further ones. */
function readTargets(read: Reading, posted: Posted, targets: readonly TargetRow[]) {
  const targetsIn: AmendmentInput['targetsIn'] = [];
  const targetsOut: TargetId[] = [];
  for (const [i, target] of targets.entries()) {
    if (posted.text(`target_${i}_id`) !== target.id) continue;
    const dueOn = read.day(`target_${i}_due_on`);
    const value = read.decimal(`target_${i}_value`);
    if (dueOn === target.due_on && value === target.value) continue;
    if (halfWritten(read, `target_${i}`, dueOn, value)) continue;
    targetsOut.push(target.id);
    if (dueOn !== null && value !== null) targetsIn.push({ indicator: target.indicator_id, dueOn, value });
  }
  for (const row of rowsOf(posted, 'newtarget')) {
    const dueOn = read.day(`${row}_due_on`);
    const value = read.decimal(`${row}_value`);
    const indicator = posted.text(`${row}_indicator`);
    if (halfWritten(read, row, dueOn, value) || dueOn === null || value === null) continue;
    if (isId(indicator)) targetsIn.push({ indicator: indicator as IndicatorId, dueOn, value });
    else read.wrong(`${row}_indicator`, message('plans.measures.amendments.no_indicator'));
  }
  return { targetsIn, targetsOut };
}

function halfWritten(read: Reading, row: string, dueOn: unknown, value: unknown): boolean {
  if (read.isWrong(`${row}_due_on`) || read.isWrong(`${row}_value`)) return true;
  if ((dueOn === null) === (value === null)) return false;
  if (dueOn === null) read.wrong(`${row}_due_on`, message('plans.measures.indicators.no_target_day'));
  else read.wrong(`${row}_value`, message('plans.measures.indicators.no_target_value'));
  return true;
}

/** How the rows of targets in force are told apart. */
export const TARGET_ROWS: readonly List[] = [{ prefix: 'target', key: 'id' }];

/** What stands in the form before anything is typed: the measure as it reads now. */
export function amendmentValues({ facts, targets }: Omit<Current, 'measure' | 'language'>): Record<string, string> {
  const said = (name: string, texts: Texts) =>
    LANGUAGES.map((language) => [`${name}_${language}`, texts[language] ?? ''] as const);
  return Object.fromEntries([
    ['number', facts.number ?? ''],
    ...said('title', facts.title),
    ...said('text', facts.text),
    ['starts_on', facts.starts_on ?? ''],
    ['due_on', facts.due_on ?? ''],
    ['budget', facts.budget_minor === null ? '' : (facts.budget_minor / 100).toFixed(2)],
    ['currency', facts.currency ?? ''],
    ...targets.flatMap((target, i) => [
      [`target_${i}_id`, target.id],
      [`target_${i}_due_on`, target.due_on],
      [`target_${i}_value`, String(target.value)],
    ]),
  ]);
}
