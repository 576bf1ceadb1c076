import { type Result, refuse } from '#core/errors/result.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { type DayMeaning, knows, meaningOf, type WorkCalendar } from '#core/time/calendar.ts';
import { momentOf } from '#core/time/local-hour.ts';
import { addDays, addMonths, dayIn, daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import { dueAfterDays, dueAfterMonths, dueAfterWorkingDays, reasonOf } from '#core/time/working-days.ts';
import type { Rule, Span, State, Words } from './schema.ts';

/** One day of an explanation: counted or skipped, and why. */
export interface ExplainedDay {
  readonly date: PlainDate;
  readonly counted: boolean;
  /** Which day, month or part it is, from 1; for hours: how many of this day count. Null when the day is skipped. */
  readonly n: number | null;
  readonly how: 'working' | 'day' | 'rolled' | 'month' | 'hours' | 'skipped' | 'part' | 'fixed';
  readonly meaning: DayMeaning;
  /** 0: the term itself; 1, 2 ...: that extension. */
  readonly extension: number;
}

/** A due day that explains itself; `at` is the moment, where hours are counted. */
export interface Explained {
  readonly due: PlainDate;
  readonly at: Date | null;
  readonly days: readonly ExplainedDay[];
}

/** What starts a clock: a day, and the moment where hours are counted; the zone says which day a moment is. */
export interface Trigger {
  readonly on: PlainDate;
  readonly at: Date | null;
  readonly zone: string;
}

/** Largest number for each unit: no legal term comes near, a larger one is a slip of the keyboard. */
export const MOST = { working_days: 500, days: 3_660, months: 120, hours: 2_400, skipping_hours: 2_400, per_year: 12 };

/** What is wrong with a span, or null. A term of nothing is no term; a year is parted evenly or not at all. */
export function spanFault(span: Span): Message | null {
  if (span.unit === 'on_day') return null;
  const { unit, n } = span;
  const max = MOST[unit];
  if (!Number.isInteger(n) || n < 1 || n > max)
    return message('obligations.refused.span', { found: String(n), max: String(max) });
  if (unit === 'per_year' && 12 % n !== 0) return message('obligations.refused.per_year', { found: n });
  return null;
}

/**
 * The due day of a term and of the extensions after it, with every counted and skipped day. Counting starts with the
 * day after the trigger (working days: the working day after it; Law on access to information of Azerbaijan, 24.5);
 * an extension starts from the due day before it. Refused: spans that are none, hours without a moment, days outside
 * the calendar.
 */
export function explain(
  calendar: WorkCalendar,
  trigger: Trigger,
  span: Span,
  extensions: readonly Span[] = [],
): Result<Explained> {
  let from = trigger;
  let due: PlainDate = trigger.on;
  let at: Date | null = null;
  const days: ExplainedDay[] = [];
  for (const [i, one] of [span, ...extensions].entries()) {
    const found = term(calendar, from, one);
    if (!found.ok) return found;
    ({ due, at } = found.value);
    days.push(...found.value.days.map((day) => ({ ...day, extension: i })));
    from = { on: due, at: at ?? momentOf(trigger.zone, addDays(due, 1), 0), zone: trigger.zone };
  }
  return { ok: true, value: { due, at, days } };
}

type Term = Omit<Explained, 'days'> & { readonly days: readonly Omit<ExplainedDay, 'extension'>[] };

function term(calendar: WorkCalendar, from: Trigger, span: Span): Result<Term> {
  const fault = spanFault(span);
  if (fault) return refuse('bad_input', fault);
  switch (span.unit) {
    case 'on_day':
      return fixed(calendar, span.on);
    case 'per_year':
      return part(calendar, from.on, span.n);
    case 'hours':
    case 'skipping_hours':
      return hours(calendar, from, span);
    default:
      return counted(calendar, from.on, span);
  }
}

function counted(calendar: WorkCalendar, from: PlainDate, { unit, n }: Span & { n: number }): Result<Term> {
  const count = { working_days: dueAfterWorkingDays, days: dueAfterDays, months: dueAfterMonths } as const;
  const how = { working_days: 'working', days: 'day', months: 'month' } as const;
  const known = unit as keyof typeof count;
  const found = count[known](calendar, from, n);
  if (!found.ok) return found;
  const after = unit === 'working_days' ? 'skipped' : 'rolled';
  const days = found.value.days.map(({ date, counted, n: nth, meaning }) => ({
    ...{ date, counted, n: nth, meaning },
    how: counted ? how[known] : after,
  })) satisfies Term['days'];
  return { ok: true, value: { due: found.value.due, at: null, days } };
}

const HOUR = 3_600_000;

/** Hours by the clock, or only those of days on which there is work (24 of each). Ends at a moment. */
function hours(calendar: WorkCalendar, from: Trigger, { unit, n }: Span & { n: number }): Result<Term> {
  if (!from.at) return refuse('bad_input', message('obligations.refused.no_hour'));
  const days: Omit<ExplainedDay, 'extension'>[] = [];
  let left = n * HOUR;
  let cursor = from.at.getTime();
  while (left > 0) {
    const date = dayIn(from.zone, new Date(cursor));
    if (!knows(calendar, date)) return outside(calendar, date);
    const end = momentOf(from.zone, addDays(date, 1), 0).getTime();
    const meaning = meaningOf(calendar, date);
    const used = unit === 'skipping_hours' && !meaning.works ? 0 : Math.min(left, end - cursor);
    days.push({
      date,
      counted: used > 0,
      n: used > 0 ? used / HOUR : null,
      how: used > 0 ? 'hours' : 'skipped',
      meaning,
    });
    left -= used;
    cursor = left > 0 ? end : cursor + used;
  }
  const at = new Date(cursor);
  return { ok: true, value: { due: dayIn(from.zone, new Date(cursor - 1)), at, days } };
}

/** "Twice a year": by the end of the part of the year in which the trigger lies. */
function part(calendar: WorkCalendar, from: PlainDate, n: number): Result<Term> {
  const months = 12 / n;
  const nth = Math.floor((Number(from.slice(5, 7)) - 1) / months) + 1;
  const start = `${from.slice(0, 4)}-01-01` as PlainDate;
  const due = addDays(addMonths(start, nth * months), -1);
  if (!knows(calendar, due)) return outside(calendar, due);
  const day = { date: due, counted: true, n: nth, how: 'part' as const, meaning: meaningOf(calendar, due) };
  return { ok: true, value: { due, at: null, days: [day] } };
}

/** A day that a plan or decision names stands as it is, whatever day of the week it is. */
function fixed(calendar: WorkCalendar, on: PlainDate): Result<Term> {
  const day = { date: on, counted: true, n: 1, how: 'fixed' as const, meaning: meaningOf(calendar, on) };
  return { ok: true, value: { due: on, at: null, days: [day] } };
}

const outside = (calendar: WorkCalendar, date: PlainDate): Result<never> =>
  refuse(
    'bad_input',
    message('core.due.outside', {
      day: date,
      country: calendar.country,
      from: String(calendar.from),
      to: String(calendar.to),
    }),
  );

/** Why a day counts or not, in the reader's language. */
export function whyOf({ how, n, meaning }: ExplainedDay, lang: Lang): string {
  const reason = () =>
    reasonOf(
      { n, meaning },
      (said) => lang.say(said),
      (texts) => lang.pick(texts),
    );
  switch (how) {
    case 'day':
    case 'month':
    case 'part':
      return lang.t(`obligations.why.${how}`, { n: n ?? 0 });
    case 'hours':
      return lang.t('obligations.why.hours', { n: lang.number(n ?? 0) });
    case 'fixed':
      return lang.t('obligations.why.fixed');
    case 'rolled':
      return lang.t('obligations.why.rolled', { reason: reason() });
    default:
      return reason();
  }
}

/** What of a case decides its state. */
export interface StateFacts {
  readonly dueOn: PlainDate;
  readonly dueAt: Date | null;
  readonly neverOn: PlainDate;
  readonly soonDays: number;
  readonly closed: 'done' | 'waived' | null;
  readonly closedOn: PlainDate | null;
}

/** The day, and the moment for terms that end within a day. */
export interface Moment {
  readonly today: PlainDate;
  readonly now: Date;
}

/** The state of a case on a day: nothing but the date changes it from "due" to "overdue" to "never". */
export function stateOn(facts: StateFacts, { today, now }: Moment): State {
  if (facts.closed === 'waived') return 'waived';
  if (facts.closedOn !== null) return facts.closedOn > facts.dueOn ? 'done_late' : 'done';
  if (today >= facts.neverOn) return 'never';
  if (today > facts.dueOn || (facts.dueAt !== null && facts.dueAt <= now)) return 'overdue';
  return daysBetween(today, facts.dueOn) <= facts.soonDays ? 'due_soon' : 'due';
}

/** The version of each rule that is in force on a day: of one key the latest that has begun. */
export function inForce(rules: readonly Rule[], day: PlainDate): readonly Rule[] {
  const begun = rules.filter((rule) => rule.from <= day && (rule.to === null || day <= rule.to));
  const latest = new Map<string, Rule>();
  for (const rule of begun) {
    const there = latest.get(rule.key);
    if (!there || rule.from > there.from || (rule.from === there.from && rule.version > there.version))
      latest.set(rule.key, rule);
  }
  return [...latest.values()];
}

/** Words in the reader's language. */
export const wordsIn = (lang: Lang, words: Words): string =>
  'texts' in words ? lang.pick(words.texts) : lang.say(words);

/** What somebody wrote in one language. */
export const written = (text: string, language: Lang['code']): Words => ({ texts: { [language]: text } });

/** The day from which silence counts as "never". */
export const neverOn = (due: PlainDate, days: number): PlainDate => addDays(due, days);

/** How long before the public its body hears of its first lateness. */
export const FIRST_LATENESS_DAYS = 3;
