import type { Db } from '#core/db/database.ts';
import { meetingsOf } from '../calls/queries.ts';
import { isPublic, meetingPath } from '../calls/rules.ts';
import { decisionsOf } from '../decisions/queries.ts';
import { decisionPath } from '../decisions/rules.ts';
import { publishedMinutes } from '../minutes/queries.ts';

/** Addresses of public pages of meetings, for the map of the site. */
export async function publicMeetingPaths(db: Db, forum: string): Promise<readonly string[]> {
  const minutes = await publishedMinutes(db, forum);
  const meetings = (await meetingsOf(db, forum)).filter(isPublic);
  return [
    ...['/meetings', '/meetings/attendance'],
    ...meetings.flatMap((one) => [
      meetingPath(one),
      ...(one.begun && one.call.kind !== 'village' ? [`${meetingPath(one)}/attendance`] : []),
      ...(minutes.has(one.id) ? [`${meetingPath(one)}/minutes`] : []),
    ]),
  ];
}

/** The same of the register of decisions. */
export const publicDecisionPaths = async (db: Db, forum: string): Promise<readonly string[]> => [
  ...['/decisions', '/decisions/tasks'],
  ...(await decisionsOf(db, forum)).map(decisionPath),
];
