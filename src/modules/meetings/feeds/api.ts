import ical from 'ical-generator';
import { oneLine } from '#core/feeds.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { momentOf } from '#core/time/local-hour.ts';
import { addDays } from '#core/time/plain-date.ts';
import { meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';

/** So long a meeting stands in a calendar when nobody said how long it lasts. */
const HOURS_SHOWN = 2;

/**
 * Meetings for anyone's calendar (RFC 5545): whole days where no hour was said, moments in UTC else; one that was called off
 * says so (STATUS, 3.8.1.11), and a later call of the same meeting has a higher number (SEQUENCE, 3.8.7.4).
 */
export function meetingsCalendar(
  lang: Lang,
  forum: Pick<Forum, 'name' | 'zone'>,
  meetings: readonly Meeting[],
  addressOf: (path: string) => string,
  now: Date,
): string {
  const calendar = ical({
    // The library escapes the texts of events, but not the name of the calendar.
    name: oneLine(lang.t('meetings.feed', { forum: lang.pick(forum.name) })).replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Ortaq', product: 'meetings', language: lang.code.toUpperCase() },
  });
  for (const meeting of meetings) {
    const { call } = meeting;
    const location = call.place ? oneLine(lang.pick(call.place)) : null;
    calendar.createEvent({
      ...{ id: `${meeting.id}@ortaq`, ...spanOf(forum.zone, meeting), stamp: now, sequence: meeting.calls.length - 1 },
      summary: oneLine(
        [
          lang.t('meetings.meeting_no', { number: meeting.number }),
          ...(meeting.group ? [lang.pick(meeting.group.name)] : []),
          lang.pick(call.title),
        ].join(': '),
      ),
      ...(location ? { location } : {}),
      url: addressOf(meetingPath(meeting)),
      status: (meeting.cancelled ? 'CANCELLED' : 'CONFIRMED') as never,
    });
  }
  return calendar.toString();
}

function spanOf(zone: string, { call: { on, hour, until } }: Meeting) {
  if (!hour || until)
    return {
      start: new Date(`${on}T00:00:00Z`),
      end: new Date(`${addDays(until ?? on, 1)}T00:00:00Z`),
      allDay: true,
    };
  const [hours, minutes] = hour.split(':').map(Number) as [number, number];
  const start = new Date(momentOf(zone, on, hours).getTime() + minutes * 60_000);
  return { start, end: new Date(start.getTime() + HOURS_SHOWN * 3_600_000) };
}
