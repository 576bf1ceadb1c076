import type { AttendanceWay } from '../schema.ts';

/** How a seat was at a meeting: there at some item, excused, or neither. */
export type Presence = 'there' | 'excused' | 'missed';

/** Whoever was there at one item at least was at the meeting. */
export function presenceOf(ways: readonly AttendanceWay[]): Presence {
  if (ways.some((way) => way !== 'absent' && way !== 'excused')) return 'there';
  return ways.includes('excused') ? 'excused' : 'missed';
}

/** How many of the latest in a row were missed without excuse; `latest` first. An excuse neither counts nor ends the row. */
export function missedInRow(latest: readonly Presence[]): number {
  const counted = latest.filter((one) => one !== 'excused');
  const end = counted.indexOf('there');
  return end === -1 ? counted.length : end;
}
