import type { WorkCalendar } from '../calendar.ts';
import { AZERBAIJAN } from './az.ts';

const CALENDARS: readonly WorkCalendar[] = [AZERBAIJAN];

/** The working-day calendar of a country (ISO 3166-1 alpha-2), or null when nobody has written one yet. */
export const calendarOf = (country: string): WorkCalendar | null =>
  CALENDARS.find((calendar) => calendar.country === country.toUpperCase()) ?? null;

export const knownCountries = (): readonly string[] => CALENDARS.map((calendar) => calendar.country);
