import type { PlainDate } from './plain-date.ts';

/**
 * The moment at which clocks in the zone show this hour on this day. Where summer time skips the hour, the moment
 * an hour later; where it comes twice, the first.
 */
export function momentOf(zone: string, day: PlainDate, hour: number): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  // The offset just before and after: at most one change lies between.
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((at) => offsetOf(zone, at));
  const fitting = offsets.map((offset) => wanted - offset).filter((at) => at + offsetOf(zone, at) === wanted);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wanted - offsets[0]!);
}

/** "14:05": what clocks in the zone show at a moment. */
export function hourIn(zone: string, moment: Date): string {
  const parts = partsIn(zone).formatToParts(moment);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('hour').padStart(2, '0')}:${part('minute').padStart(2, '0')}`;
}

/** Minutes by which the zone's clocks are ahead of UTC at that moment (milliseconds since 1970). */
export const minutesAhead = (zone: string, at: number): number => Math.round(offsetOf(zone, at) / 60_000);

/** Milliseconds by which the zone's clocks are ahead of UTC at that moment. */
function offsetOf(zone: string, at: number): number {
  const parts = partsIn(zone).formatToParts(at);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    (at - (at % 1000))
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}
