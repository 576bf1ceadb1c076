/** Days of Excel's own calendar; the other one begins on 1 January 1904 (old Macintosh files). */
const DAY = 86_400_000;
const LAST = 2_958_465; // 31 December 9999

/**
 * What a date cell holds, as ISO text: "2026-03-19", "2026-03-19T14:30", or "14:30" for a time alone. Null when no
 * day can be told: numbers up to 60 in the 1900 calendar, where Excel counts a 29 February 1900 that never was and
 * programs disagree by one day, and numbers outside all calendars.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (serial >= 0 && serial < 1) return clock(serial);
  const days = from1904 ? serial + 1462 : serial;
  if (!(days >= 61 && days < LAST + 1)) return null; // Said this way round, NaN is no day either.
  const seconds = Math.round(days * 86_400);
  const at = new Date(Date.UTC(1899, 11, 30) + seconds * 1000);
  const day = at.toISOString().slice(0, 10);
  return seconds % 86_400 === 0 ? day : `${day}T${clock((seconds % 86_400) / 86_400)}`;
}

/** A part of a day as "14:30" or "14:30:05". */
function clock(part: number): string {
  const text = new Date(Math.min(Math.round(part * 86_400) * 1000, DAY - 1000)).toISOString().slice(11, 19);
  return text.endsWith(':00') ? text.slice(0, 5) : text;
}
