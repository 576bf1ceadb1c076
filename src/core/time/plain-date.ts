/** A calendar day, `YYYY-MM-DD`, with no zone: legal dates are days, not moments. Branded, so that no other text passes for one. */
export type PlainDate = string & { readonly __plainDate: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** A PlainDate, or null when the text is not a day that exists (2026-02-30, 26-1-1). Years 1900 to 2199. */
export function plainDate(text: string): PlainDate | null {
  const m = SHAPE.exec(text);
  if (!m) return null;
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (y < 1900 || y > 2199) return null;
  const at = new Date(Date.UTC(y, mo - 1, d));
  return at.getUTCMonth() === mo - 1 && at.getUTCDate() === d ? (text as PlainDate) : null;
}

/** A day as people write it: 2026-03-19, 19.03.2026 or 19/3/2026; null when it is none that exists. */
export function writtenDay(text: string): PlainDate | null {
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  return plainDate(local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : text);
}

/** A day written in our own code or read from our own database: throws when it is none. */
export function day(text: string): PlainDate {
  const value = plainDate(text);
  if (!value) throw new RangeError(`not a day: ${text}`);
  return value;
}

const ms = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);
const fromMs = (value: number): PlainDate => new Date(value).toISOString().slice(0, 10) as PlainDate;

export const addDays = (date: PlainDate, days: number): PlainDate => fromMs(ms(date) + days * DAY);

/** Whole days from a to b; negative when b lies before a. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => Math.round((ms(b) - ms(a)) / DAY);

/** 1 = Monday ... 7 = Sunday (ISO 8601). */
export const weekday = (date: PlainDate): number => ((new Date(ms(date)).getUTCDay() + 6) % 7) + 1;

/** The same day n months later; the last day of the month when that day does not exist (31 January + 1 = 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const at = new Date(ms(date));
  const target = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return fromMs(Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(at.getUTCDate(), last)));
}

/** The day on which this moment falls in a zone ("Asia/Baku"). */
export function dayIn(zone: string, moment: Date): PlainDate {
  // Days begin, and clocks are put forward and back, at whole quarters of an hour.
  const quarter = Math.floor(moment.getTime() / QUARTER);
  const last = asked.get(zone);
  if (last?.quarter === quarter) return last.day;
  const format =
    last?.format ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const found = format.format(moment) as PlainDate;
  asked.set(zone, { quarter, day: found, format });
  return found;
}
const QUARTER = 900_000;
/** What was asked last of each zone: most questions are about now. */
const asked = new Map<string, { quarter: number; day: PlainDate; format: Intl.DateTimeFormat }>();
