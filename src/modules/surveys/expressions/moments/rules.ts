import type { Moment, Zone } from '../schema.ts';

export const DAY = 86_400_000;

const WRITTEN =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * The moment of "2026-11-23" (its midnight) or "2026-11-23T14:05:00.000+04:00", in milliseconds since 1970; without an
 * offset by the clocks of the zone. Null for anything else, also for a day that no calendar has.
 */
export function momentOf(text: string, zone: Zone): number | null {
  const found = WRITTEN.exec(text.trim());
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as Six;
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const milliseconds = Math.floor(Number(`0.${found[7] ?? '0'}`) * 1000);
  const clock = utc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  const offset = found[8];
  return offset === undefined ? atClock(clock, zone) : clock - minutesOf(offset) * 60_000;
}

/** Whether the text is a time of the day, "14:05" to "14:05:00.000+04:00". */
export function isTime(text: string): boolean {
  const found = TIME.exec(text);
  return found !== null && Number(found[1]) < 24 && Number(found[2]) < 60 && Number(found[3] ?? 0) < 60;
}

/** What share of the day has passed at that time, by the clocks of the zone; NaN when it is none. */
export function shareOfDay(text: string, zone: Zone): number {
  const moment = isTime(text) ? momentOf(`1970-01-01T${text}`, zone) : null;
  if (moment === null) return Number.NaN;
  const local = moment + zone.minutesAt(moment) * 60_000;
  return (((local % DAY) + DAY) % DAY) / DAY;
}

/** The midnight with which the day of a moment began. */
export function midnightOf(moment: number, zone: Zone): number {
  const local = moment + zone.minutesAt(moment) * 60_000;
  return atClock(Math.floor(local / DAY) * DAY, zone);
}

/** "2026-11-23" at midnight, else "2026-11-23T14:05:00.000+04:00"; whole days since 1970 for `days`. */
export function written({ moment, shown }: Moment, zone: Zone): string {
  if (Number.isNaN(moment)) return 'Invalid Date';
  if (shown === 'days') return String(Math.floor(moment / DAY));
  const minutes = zone.minutesAt(moment);
  const local = new Date(moment + minutes * 60_000);
  if (Number.isNaN(local.getTime())) return 'Invalid Date';
  const [day, time] = local.toISOString().split('T') as [string, string];
  if (shown === 'day' && time === '00:00:00.000Z') return day;
  const [sign, away] = minutes < 0 ? ['-', -minutes] : ['+', minutes];
  return `${day}T${time.slice(0, -1)}${sign}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

/** A format of ODK ("%Y-%m-%d", "%e %b %H:%M") filled; %H and what follows only `withTime`. "" when it is no moment. */
export function formatted(moment: number, format: string, zone: Zone, language: string, withTime: boolean): string {
  const local = new Date(moment + zone.minutesAt(moment) * 60_000);
  if (Number.isNaN(local.getTime())) return '';
  const names = NAMES[language] ?? NAMES.en!;
  const parts: Readonly<Record<string, string>> = {
    Y: String(local.getUTCFullYear()).padStart(4, '0'),
    y: two(local.getUTCFullYear() % 100),
    m: two(local.getUTCMonth() + 1),
    n: String(local.getUTCMonth() + 1),
    b: names.months.split(' ')[local.getUTCMonth()]!,
    d: two(local.getUTCDate()),
    e: String(local.getUTCDate()),
    a: names.days.split(' ')[local.getUTCDay()]!,
    W: two(weekOf(local)),
    ...(withTime && {
      H: two(local.getUTCHours()),
      h: String(local.getUTCHours()),
      M: two(local.getUTCMinutes()),
      S: two(local.getUTCSeconds()),
      3: String(local.getUTCMilliseconds()).padStart(3, '0'),
    }),
  };
  return format.replace(/%([%\w])/g, (whole, letter: string) => (letter === '%' ? '%' : (parts[letter] ?? whole)));
}

/** Short names as calendars print them (Unicode CLDR), Sunday first. */
const NAMES: Readonly<Record<string, { readonly months: string; readonly days: string }>> = {
  az: { months: 'yan fev mar apr may iyn iyl avq sen okt noy dek', days: 'B. B.E. Ç.A. Ç. C.A. C. Ş.' },
  en: { months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec', days: 'Sun Mon Tue Wed Thu Fri Sat' },
  ru: {
    months: 'янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.',
    days: 'вс пн вт ср чт пт сб',
  },
};

type Six = [number, number, number, number, number, number];

/** The moment at which clocks of the zone show this (as if it were UTC); the later reading where the hour is skipped. */
function atClock(clock: number, zone: Zone): number {
  const first = clock - zone.minutesAt(clock) * 60_000;
  return clock - zone.minutesAt(first) * 60_000;
}

function minutesOf(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0);
  return offset.startsWith('-') ? -minutes : minutes;
}

/** Years below 100 too, which Date.UTC takes for those of the last century. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

const daysOf = (year: number, month: number): number => new Date(utc(year, month + 1, 0)).getUTCDate();

/** Week of the year by ISO 8601: the first is that of the first Thursday. */
function weekOf(local: Date): number {
  const thursday = new Date(local);
  thursday.setUTCDate(local.getUTCDate() + 4 - (local.getUTCDay() || 7));
  const first = utc(thursday.getUTCFullYear(), 1, 1);
  return Math.floor((thursday.getTime() - first) / (7 * DAY)) + 1;
}

const two = (n: number): string => String(n).padStart(2, '0');
