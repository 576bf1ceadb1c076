import { type Answer, get, type Route, type Web } from '#core/http/route.ts';
import { meetingsOf } from '../calls/queries.ts';
import { isPublic } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import { attendanceOfSeats } from '../figures/queries.ts';
import { meetingSeen, withOpened } from '../routes.ts';
import { meetingsCalendar } from './api.ts';
import { meetingsCsv, meetingsJson } from './records/api.ts';

const calendarOf = (web: Web, meetings: readonly Meeting[]): Answer => ({
  ...{ kind: 'file', type: 'text/calendar; charset=utf-8', cacheable: true },
  body: meetingsCalendar(web.lang, web.forum, meetings, (path) => `${web.origin}${web.at(path)}`, web.now),
});
const publicOnes = async (web: Web) => (await meetingsOf(web.db, web.forum.id)).filter(isPublic);

/** Meetings for calendars and machines. */
export const feedRoutes: readonly Route[] = [
  get('/meetings.ics', async (web) => calendarOf(web, await publicOnes(web))),
  get(
    '/meetings/:number.ics',
    withOpened(meetingSeen, (web, { meeting }) => calendarOf(web, [meeting])),
  ),
  get('/meetings.csv', async (web) => ({
    ...{ kind: 'file', type: 'text/csv; charset=utf-8', cacheable: true, name: `${web.forum.slug}-meetings.csv` },
    body: meetingsCsv(web.lang, web.forum, await publicOnes(web)),
  })),
  get('/meetings.json', async (web) => ({
    ...{ kind: 'file', type: 'application/json', cacheable: true },
    body: meetingsJson(
      web.forum,
      await publicOnes(web),
      await attendanceOfSeats(web.db, web.forum.id, web.today),
      (path) => `${web.origin}${web.at(path)}`,
    ),
  })),
];
