import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { WorkCalendar } from '#core/time/calendar.ts';
import { calendarOf } from '#core/time/calendars/known.ts';
import { calendarWith } from './rules.ts';
import type { AddedDay } from './schema.ts';

/** The days that were added to a country's calendar, by day; withdrawn ones too, with the reason. */
export async function addedDays(db: Db, country: string): Promise<readonly AddedDay[]> {
  const { rows } = await sql<AddedDay>`
    select d.id, d.country, d.day, d.kind, d.name, d.source, d.source_url as "sourceUrl", w.reason as withdrawn
    from obligations_calendar_days d left join obligations_calendar_withdrawals w on w.day_id = d.id
    where d.country = ${country} order by d.day, d.id`.execute(db);
  return rows;
}

/** The calendar of a country with all that was added; null where nobody has written one. */
export async function calendarFor(db: Db, country: string): Promise<WorkCalendar | null> {
  const calendar = calendarOf(country);
  return calendar && calendarWith(calendar, await addedDays(db, calendar.country));
}
