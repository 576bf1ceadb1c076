import type { TextKey } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { type PlainDate, weekday } from './plain-date.ts';

/**
 * Why a day differs from an ordinary one of its week:
 * a public holiday; a day of mourning; a voting day; a rest day that the law moved here from a holiday that fell on a
 * rest day or on another holiday (`moved`); a rest day by decision (`rest`); a Saturday or Sunday declared a working
 * day by decision (`working`).
 */
export type DayKind = 'holiday' | 'mourning' | 'voting' | 'moved' | 'rest' | 'working';

/** One special day of a country's calendar, with where it was read. */
export interface SpecialDay {
  readonly date: PlainDate;
  readonly kind: DayKind;
  /** Text keys of the names: two when two holidays meet. */
  readonly names: readonly TextKey[];
  /** Its name as somebody wrote it, for a day that was added in the pages. */
  readonly called?: Texts;
  readonly source: string;
  /** Text key of the reason why the day is not certain; absent when it is. */
  readonly assumed?: TextKey;
}

/** A country's working days as data. */
export interface WorkCalendar {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Years known, both included. */
  readonly from: number;
  readonly to: number;
  /** Days of the week without work, 1 = Monday ... 7 = Sunday, and where that is written. */
  readonly restWeekdays: readonly number[];
  readonly restSource: string;
  /** Text key of the same, for pages. */
  readonly restSaid: TextKey;
  /** Years whose official list was read whole; ordinary days of other years are working days by assumption. */
  readonly read: readonly number[];
  readonly assumedOrdinary: TextKey;
  readonly days: ReadonlyMap<PlainDate, SpecialDay>;
}

/** What a day is, and how to say it: `name` and `assumed` are keys to be said inside the sentence `key`. */
export interface DayMeaning {
  readonly works: boolean;
  readonly key: TextKey;
  readonly names: readonly TextKey[];
  /** A name that stands in no text file: of a day that was added in the pages. */
  readonly called?: Texts;
  readonly source: string;
  /** Text key of the source, where it is the same for a whole calendar; else it is cited as it was read. */
  readonly sourceSaid?: TextKey;
  readonly assumed: TextKey | null;
}

const SENTENCES = {
  holiday: 'core.due.holiday',
  mourning: 'core.due.mourning',
  voting: 'core.due.voting',
  moved: 'core.due.moved',
  rest: 'core.due.rest',
  working: 'core.due.counted_declared',
} as const satisfies Record<DayKind, TextKey>;

export function meaningOf(calendar: WorkCalendar, date: PlainDate): DayMeaning {
  const special = calendar.days.get(date);
  if (special) {
    const { kind, names, source, called, assumed = null } = special;
    const meaning = { works: kind === 'working', key: SENTENCES[kind], names, source, assumed };
    return called ? { ...meaning, called } : meaning;
  }
  const certain = calendar.read.includes(Number(date.slice(0, 4)));
  const written = { source: calendar.restSource, sourceSaid: calendar.restSaid };
  if (calendar.restWeekdays.includes(weekday(date)))
    return { works: false, key: 'core.due.weekend', names: [], ...written, assumed: null };
  return {
    works: true,
    key: 'core.due.counted',
    names: [],
    ...written,
    assumed: certain ? null : calendar.assumedOrdinary,
  };
}

export const isWorkingDay = (calendar: WorkCalendar, date: PlainDate): boolean => meaningOf(calendar, date).works;

/** The calendar knows this day's year. */
export function knows(calendar: WorkCalendar, date: PlainDate): boolean {
  const year = Number(date.slice(0, 4));
  return year >= calendar.from && year <= calendar.to;
}

/** The same calendar with further days, which win over those there: a decision read later, days of one forum. */
export function withDays(calendar: WorkCalendar, days: readonly SpecialDay[]): WorkCalendar {
  return { ...calendar, days: new Map([...calendar.days, ...days.map((day) => [day.date, day] as const)]) };
}
