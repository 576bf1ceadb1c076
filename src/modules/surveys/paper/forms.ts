import type { FieldError, Result } from '#core/errors/result.ts';
import { ok, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import type { Answers, Declined, DeclinedAnswers, Questionnaire } from '../questionnaires/schema.ts';
import { answersFrom, linesOf, SIGNS, typedValue } from './rules.ts';

/** A posted form, as far as this file needs it. */
interface Fields {
  text(name: string): string;
}

export interface SheetTyped {
  readonly number: number;
  readonly onDay: PlainDate;
  readonly place: string | null;
  readonly group: string | null;
  readonly answers: Answers;
  readonly declined: DeclinedAnswers;
}

export const lineField = (path: string): string => `q:${path}`;

/** One sheet as typed by keyboard; figures that stand for no choice are told at their line. */
export function readSheet(posted: Fields, questionnaire: Questionnaire, today: PlainDate): Result<SheetTyped> {
  const errors: FieldError[] = [];
  const number = /^[1-9]\d{0,5}$/.test(posted.text('number').trim()) ? Number(posted.text('number').trim()) : 0;
  if (number === 0) errors.push({ field: 'number', message: message('surveys.paper.wrong.number') });
  const onDay = writtenDay(posted.text('on').trim());
  if (!onDay) errors.push({ field: 'on', message: message('surveys.wrong.day') });
  else if (onDay > today) errors.push({ field: 'on', message: message('core.paper.day_future') });
  const values = new Map<string, string>();
  const declined: Record<string, Declined> = {};
  for (const line of linesOf(questionnaire)) {
    const typed = posted.text(lineField(line.path)).trim();
    const why = SIGNS[typed];
    if (why) declined[line.path] = why;
    if (why || typed === '') continue;
    const value = typedValue(line, typed);
    if (value === null)
      errors.push({
        field: lineField(line.path),
        message: message('surveys.paper.wrong.choice', { most: line.choices.length }),
      });
    else values.set(line.path, value);
  }
  if (errors.length > 0 || !onDay) return refuseFields(errors);
  const [place, group] = [posted.text('place'), posted.text('group')];
  const answers = answersFrom(questionnaire.items, values);
  return ok({ number, onDay, answers, declined, place: isId(place) ? place : null, group: group || null });
}
