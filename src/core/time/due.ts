import { type Result, refuse } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { WorkCalendar } from './calendar.ts';
import { knownCountries } from './calendars/known.ts';
import { type PlainDate, plainDate } from './plain-date.ts';
import { dueAfterWorkingDays, MOST_WORKING_DAYS, reasonOf } from './working-days.ts';

/** What `ortaq due` is asked, as typed in a shell. */
export interface DueQuestion {
  readonly country: string;
  readonly received: string;
  readonly workingDays: string;
}

/** The answer for machines: every day from the first after receipt to the due date, with reason and source. */
export interface DueAnswer {
  readonly country: string;
  readonly received: PlainDate;
  readonly workingDays: number;
  readonly due: PlainDate;
  readonly days: readonly {
    readonly date: PlainDate;
    readonly counted: boolean;
    readonly reason: string;
    readonly source: string;
  }[];
}

/**
 * Computes and explains a due date by a calendar (null: nobody wrote one for that country); `say` is `lang.say` of the
 * language in which reasons are wanted.
 */
export function dueAnswer(
  question: DueQuestion,
  say: (said: Message) => string,
  calendar: WorkCalendar | null,
): Result<DueAnswer> {
  if (!calendar) {
    const known = knownCountries().join(', ');
    return refuse('bad_input', message('core.due.unknown_country', { found: question.country, known }));
  }
  const received = plainDate(question.received);
  if (!received) return refuse('bad_input', message('core.due.bad_date', { found: question.received }));
  if (!/^\d{1,6}$/.test(question.workingDays)) {
    const found = question.workingDays;
    return refuse('bad_input', message('core.due.bad_number', { found, max: String(MOST_WORKING_DAYS) }));
  }
  const workingDays = Number(question.workingDays);
  const result = dueAfterWorkingDays(calendar, received, workingDays);
  if (!result.ok) return result;
  const days = result.value.days.map((day) => ({
    date: day.date,
    counted: day.counted,
    reason: reasonOf(day, say),
    source: day.meaning.source,
  }));
  return { ok: true, value: { country: calendar.country, received, workingDays, due: result.value.due, days } };
}
