import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { csv } from '#core/sheets/csv.ts';
import { meetingPath, stateOf } from '../../calls/rules.ts';
import type { Meeting } from '../../calls/schema.ts';
import type { SeatFigure } from '../../figures/schema.ts';

type Of = Pick<Forum, 'slug' | 'demonstration'>;
const COLUMNS = [
  'number',
  'kind',
  'working_group',
  'title',
  'on',
  'hour',
  'until',
  'place',
  'state',
  'invited_on',
  'entered_afterwards',
  'note',
];

/** /meetings.csv: one row a meeting that members know of; never the address of an online meeting. */
export function meetingsCsv(lang: Lang, forum: Of, meetings: readonly Meeting[]): string {
  const note = forum.demonstration ? lang.t('meetings.demonstration') : '';
  const rows = meetings.map((meeting) => {
    const { call, number, invitedOn, afterwards } = meeting;
    return [
      ...[
        number,
        call.kind,
        meeting.group ? lang.pick(meeting.group.name) : '',
        lang.pick(call.title),
        { day: call.on },
        call.hour ?? '',
      ],
      ...[call.until ? { day: call.until } : null, call.place ? lang.pick(call.place) : '', stateOf(meeting)],
      ...[invitedOn ? { day: invitedOn } : null, afterwards ? 'yes' : 'no', note],
    ];
  });
  return csv(rows, COLUMNS, { bom: true });
}

/** /meetings.json: meetings, and at how many of them each seat was there. */
export const meetingsJson = (
  forum: Of,
  meetings: readonly Meeting[],
  seats: readonly SeatFigure[],
  addressOf: (path: string) => string,
): string =>
  JSON.stringify({
    ...{ forum: forum.slug, demonstration: forum.demonstration },
    meetings: meetings.map((meeting) => ({
      ...{
        id: meeting.id,
        number: meeting.number,
        kind: meeting.call.kind,
        working_group: meeting.group,
        title: meeting.call.title,
      },
      ...{ on: meeting.call.on, hour: meeting.call.hour, until: meeting.call.until, place: meeting.call.place },
      ...{ state: stateOf(meeting), invited_on: meeting.invitedOn, entered_afterwards: meeting.afterwards },
      cancelled: meeting.cancelled,
      url: addressOf(meetingPath(meeting)),
    })),
    seats: seats.map(({ seat, number, there, of, missed }) => ({ seat, number, there, of, missed_in_row: missed })),
  });
