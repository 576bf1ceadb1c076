import type { TextKey } from '#core/i18n/message.ts';
import { addDays, type PlainDate, weekday } from './plain-date.ts';

/** A holiday before the law looked at where it falls. */
export interface Holiday {
  readonly date: PlainDate;
  readonly name: TextKey;
  readonly source: string;
  readonly assumed?: TextKey;
  /** Where it meets another holiday, one more working day is free (in Azerbaijan: Ramazan and Qurban). */
  readonly addsWhenMeeting: boolean;
}

/** A rest day that stands in for a holiday which fell on a rest day or met another holiday. */
export interface MovedDay {
  readonly date: PlainDate;
  readonly because: Holiday;
}

/**
 * Where rest days move to. First every holiday on a rest day of the week gives the next working day after it, then
 * every one that met another holiday does; `taken` days (mourning, voting) are no working days either. One free day
 * stands for one that was lost, so a run of lost days makes a run of free ones.
 */
export function movedDays(
  holidays: readonly Holiday[],
  restWeekdays: readonly number[],
  taken: ReadonlySet<PlainDate>,
): MovedDay[] {
  const free = new Set<PlainDate>([...taken, ...holidays.map((holiday) => holiday.date)]);
  const rests = (date: PlainDate): boolean => restWeekdays.includes(weekday(date));
  const inOrder = [...holidays].sort((a, b) => (a.date < b.date ? -1 : 1));
  const meets = (holiday: Holiday): boolean =>
    holiday.addsWhenMeeting && holidays.some((other) => other !== holiday && other.date === holiday.date);
  // Two holidays on one rest day lose that rest day once.
  const lost = inOrder.filter(
    (holiday) => rests(holiday.date) && inOrder.find((other) => other.date === holiday.date) === holiday,
  );
  return [...lost, ...inOrder.filter(meets)].map((because) => {
    let date = addDays(because.date, 1);
    while (rests(date) || free.has(date)) date = addDays(date, 1);
    free.add(date);
    return { date, because };
  });
}
