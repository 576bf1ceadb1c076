import { type Result, refuse } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { type DayMeaning, knows, meaningOf, type WorkCalendar } from './calendar.ts';
import { addDays, addMonths, type PlainDate } from './plain-date.ts';

/** One day between receipt and the due date: counted or not, and why. */
export interface CountedDay {
  readonly date: PlainDate;
  readonly counted: boolean;
  /** Which one it is, from 1; null when it is not counted. */
  readonly n: number | null;
  readonly meaning: DayMeaning;
}

/** A due date that explains itself: every day from the first one after receipt to the due date. */
export interface Due {
  readonly due: PlainDate;
  readonly days: readonly CountedDay[];
}

/** No legal term comes near; a larger number is a slip of the keyboard. */
export const MOST_WORKING_DAYS = 500;
const MOST_DAYS = 3_660;

/**
 * The last day of a term of `n` working days. Counting starts with the first working day after `received` (Law on
 * access to information of Azerbaijan, art. 24.5: the working day after registration); no working days at all means
 * the day of receipt itself. Refused: a number that is none, and terms that leave the years the calendar knows.
 */
export function dueAfterWorkingDays(calendar: WorkCalendar, received: PlainDate, n: number): Result<Due> {
  const wrong = wrongSpan(calendar, received, n, MOST_WORKING_DAYS);
  if (wrong) return refuse('bad_input', wrong);
  const days: CountedDay[] = [];
  let counted = 0;
  let date = received;
  while (counted < n) {
    date = addDays(date, 1);
    if (!knows(calendar, date)) return refuse('bad_input', outside(calendar, date));
    const meaning = meaningOf(calendar, date);
    if (meaning.works) counted++;
    days.push({ date, counted: meaning.works, n: meaning.works ? counted : null, meaning });
  }
  return { ok: true, value: { due: date, days } };
}

/** Only the date, for law whose terms are short and whose days are checked already; throws outside the calendar. */
export function workingDayAfter(calendar: WorkCalendar, received: PlainDate, n: number): PlainDate {
  const result = dueAfterWorkingDays(calendar, received, n);
  if (!result.ok) throw new RangeError(`${result.refusal.message.key}: ${n} working days after ${received}`);
  return result.value.due;
}

/** The last day of a term of `n` calendar days; one that ends on a rest day ends on the next working day. */
export function dueAfterDays(calendar: WorkCalendar, received: PlainDate, n: number): Result<Due> {
  const wrong = wrongSpan(calendar, received, n, MOST_DAYS);
  if (wrong) return refuse('bad_input', wrong);
  const last = addDays(received, n);
  const days: CountedDay[] = [];
  for (let i = 1; i <= n; i++) {
    const date = addDays(received, i);
    if (!knows(calendar, date)) return refuse('bad_input', outside(calendar, date));
    days.push({ date, counted: true, n: i, meaning: meaningOf(calendar, date) });
  }
  return n === 0 ? { ok: true, value: { due: last, days } } : rolledForward(calendar, last, days);
}

/** The last day of a term of whole months (31 January + 1 month = 28 February); rolled forward from a rest day. */
export function dueAfterMonths(calendar: WorkCalendar, received: PlainDate, months: number): Result<Due> {
  const wrong = wrongSpan(calendar, received, months, 120);
  if (wrong) return refuse('bad_input', wrong);
  const last = addMonths(received, months);
  if (!knows(calendar, last)) return refuse('bad_input', outside(calendar, last));
  if (months === 0) return { ok: true, value: { due: last, days: [] } };
  return rolledForward(calendar, last, [{ date: last, counted: true, n: months, meaning: meaningOf(calendar, last) }]);
}

function rolledForward(calendar: WorkCalendar, last: PlainDate, days: readonly CountedDay[]): Result<Due> {
  const all = [...days];
  let date = last;
  let meaning = meaningOf(calendar, date);
  while (!meaning.works) {
    date = addDays(date, 1);
    if (!knows(calendar, date)) return refuse('bad_input', outside(calendar, date));
    meaning = meaningOf(calendar, date);
    all.push({ date, counted: false, n: null, meaning });
  }
  return { ok: true, value: { due: date, days: all } };
}

function wrongSpan(calendar: WorkCalendar, received: PlainDate, n: number, max: number): Message | null {
  if (!Number.isInteger(n) || n < 0 || n > max)
    return message('core.due.bad_number', { found: String(n), max: String(max) });
  return knows(calendar, received) ? null : outside(calendar, received);
}

const outside = (calendar: WorkCalendar, date: PlainDate): Message =>
  message('core.due.outside', {
    day: date,
    country: calendar.country,
    from: String(calendar.from),
    to: String(calendar.to),
  });

/** Says why a day counts or not, in the reader's language: `say` is `lang.say`, `pick` is `lang.pick`. */
export function reasonOf(
  day: Pick<CountedDay, 'n' | 'meaning'>,
  say: (said: Message) => string,
  pick: (texts: Texts) => string = (texts) => Object.values(texts)[0] ?? '',
): string {
  const { meaning } = day;
  const name = meaning.called ? pick(meaning.called) : meaning.names.map((key) => say({ key })).join(', ');
  const reason = say({ key: meaning.key, params: { name, n: String(day.n ?? '') } });
  return meaning.assumed === null
    ? reason
    : say({ key: 'core.due.assumed', params: { reason, why: say({ key: meaning.assumed }) } });
}
