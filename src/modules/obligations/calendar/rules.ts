import { type Message, message } from '#core/i18n/message.ts';
import { knows, meaningOf, type SpecialDay, type WorkCalendar, withDays } from '#core/time/calendar.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { AddedKind } from '../schema.ts';
import type { AddedDay } from './schema.ts';

/** The calendar with the days that were added to it and not withdrawn. */
export const calendarWith = (calendar: WorkCalendar, added: readonly AddedDay[]): WorkCalendar =>
  withDays(
    calendar,
    added
      .filter((one) => one.withdrawn === null)
      .map(
        ({ day, kind, name, source }): SpecialDay => ({
          ...{ date: day, kind, names: [], called: name, source },
        }),
      ),
  );

/** Days of the law on which nobody can be told to work. */
const SACRED = ['holiday', 'mourning', 'voting'];

/**
 * Why a day cannot be added, or null: another decree says the opposite of it, it would change nothing, or it lies
 * outside the calendar. `calendar` already holds the days that were added before.
 */
export function dayFault(
  calendar: WorkCalendar,
  added: readonly AddedDay[],
  { day, kind }: { readonly day: PlainDate; readonly kind: AddedKind },
): Message | null {
  if (!knows(calendar, day))
    return message('core.due.outside', {
      ...{ day, country: calendar.country, from: String(calendar.from), to: String(calendar.to) },
    });
  const twin = added.find((one) => one.day === day && one.withdrawn === null);
  if (twin) return message('obligations.calendar.contradicts', { day, source: twin.source });
  const special = calendar.days.get(day);
  const { works, source } = meaningOf(calendar, day);
  if (kind === 'working') {
    if (works) return message('obligations.calendar.works_already', { day });
    return special && SACRED.includes(special.kind)
      ? message('obligations.calendar.is_holiday', { day, source })
      : null;
  }
  if (special?.kind === 'working') return message('obligations.calendar.contradicts', { day, source });
  return works ? null : message('obligations.calendar.rests_already', { day, source });
}
