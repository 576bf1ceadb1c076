import type { Db } from '#core/db/database.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { ballotTitles } from '#modules/ballots/contract.ts';
import { documentTitles } from '#modules/forum/contract.ts';
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

/** A title as a link says it. */
const MOST_OF_TITLE = 120;

/**
 * What pages of meetings, decisions, ballots and founding documents are called, by the addresses asked for; others are
 * left out, and of meetings those that nobody was invited to.
 */
export async function pageTitles(
  db: Db,
  forum: string,
  lang: Lang,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const isAsked = (beginning: string): boolean => paths.some((path) => path.startsWith(beginning));
  const found = new Map<string, Texts>();
  if (isAsked('/meetings/'))
    for (const one of (await meetingsOf(db, forum)).filter(isPublic)) found.set(meetingPath(one), one.call.title);
  if (isAsked('/decisions/')) for (const one of await decisionsOf(db, forum)) found.set(decisionPath(one), one.words);
  if (isAsked('/ballots/')) for (const [path, title] of await ballotTitles(db, forum)) found.set(path, title);
  if (isAsked('/documents/'))
    for (const [slug, title] of await documentTitles(db, forum, lang)) found.set(`/documents/${slug}`, title);
  const titled = paths.flatMap((path): readonly (readonly [string, string])[] => {
    const texts = found.get(path) ?? found.get(path.split('/').slice(0, 3).join('/'));
    const title = texts ? lang.pick(texts) : '';
    return title ? [[path, title.length > MOST_OF_TITLE ? `${title.slice(0, MOST_OF_TITLE - 1)}…` : title]] : [];
  });
  return new Map(titled);
}
