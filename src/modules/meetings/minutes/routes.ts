import { hasDeadLink } from '#core/http/deed-address.ts';
import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { documentTitles } from '#modules/forum/contract.ts';
import { deedLinkPage } from '#modules/identity/contract.ts';
import { casesOfSubjects } from '#modules/obligations/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { memberBodies, remarksFor, seesAsMember } from '../access.ts';
import { meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import { pageTitles } from '../paths/queries.ts';
import { doneHere, keepsMeetings, meetingCrumb, meetingSeen, meetingsCrumb, withOpened } from '../routes.ts';
import { composeMinutes } from './composing/queries.ts';
import type { Minutes } from './composing/schema.ts';
import { MINUTES_RULE } from './owed/rules.ts';
import { MinutesPage, type RemarkLink } from './pages/minutes-page.tsx';
import { MinutesPrint } from './pages/minutes-print.tsx';
import { MinutesText } from './pages/minutes-text.tsx';
import { bodiesOnSeats, correctionsOf, remarksOf, stagesOf } from './queries.ts';
import { REMARK_DEED, remarkObject } from './rules.ts';
import type { Stages } from './schema.ts';

export interface Opened {
  readonly meeting: Meeting;
  readonly stages: Stages;
}
const NONE = refused({ kind: 'not_found', message: message('meetings.refused.no_minutes') });
export const hereOf = (web: Web, meeting: Meeting): string => web.at(`${meetingPath(meeting)}/minutes`);
export const DONE = ['circulated', 'remarked', 'answered', 'approved', 'published', 'corrected'] as const;

/** Minutes as far as this reader may see them: public ones everybody, those sent round members, drafts the keepers. */
export async function minutesSeen(web: Web): Promise<Opened | Answer> {
  const found = await meetingSeen(web);
  if ('kind' in found) return found;
  const { meeting } = found;
  if (meeting.call.kind === 'village' || !meeting.begun) return NONE;
  const stages = await stagesOf(web.db, web.forum.id, meeting.id);
  const isMember = seesAsMember(web.actor, web.forum) && !web.sight.preview;
  const isSentRound = stages.circulated && (isMember || remarksFor(web.actor, meeting.id) !== null);
  const sees = stages.published || keepsMeetings(web) || isSentRound;
  if (sees) return { meeting, stages };
  return hasDeadLink(web) ? refused({ kind: 'gone', message: message('errors.deed_dead') }) : NONE;
}

/** The minutes as they were approved, or as they read now. */
export const minutesOf = async (web: Web, { meeting, stages }: Opened): Promise<Minutes> =>
  stages.approved?.content ?? composeMinutes(web.db, web.forum, meeting);

async function textOf(web: Web, opened: Opened) {
  const titles = await documentTitles(web.db, web.forum.id, web.lang);
  const minutes = await minutesOf(web, opened);
  const pages = minutes.items.flatMap(({ about }) => about.flatMap(({ type, id }) => (type === 'page' ? [id] : [])));
  return MinutesText({
    ...{ lang: web.lang, minutes, at: (path) => web.at(path) },
    titles: await pageTitles(web.db, web.forum.id, web.lang, pages),
    corrections: await correctionsOf(web.db, web.forum.id, opened.meeting.id),
    documentTitle: (document) => web.lang.pick(titles.get(document) ?? { az: document }),
  });
}

/** For keepers: each organisation on a seat, with the page that makes its link or printed code. */
async function linksOf({ db, forum, today, lang, at }: Web, { id }: Meeting): Promise<readonly RemarkLink[]> {
  const bodies = await bodiesOnSeats(db, forum.id, today);
  const names = await bodyNames(db, forum.id, bodies);
  return bodies.map((body) => ({
    name: lang.pick(names.get(body) ?? {}) || '–',
    href: at(deedLinkPage(REMARK_DEED, remarkObject(id, body))),
  }));
}

async function show(web: Web, opened: Opened): Promise<Answer> {
  const { lang, db, forum, today } = web;
  const { meeting, stages } = opened;
  const remarks = await remarksOf(db, forum.id, meeting.id);
  const names = await bodyNames(
    db,
    forum.id,
    remarks.map(({ body }) => body),
  );
  const eyes = { all: true, bodies: [] };
  const owed = await casesOfSubjects(db, forum.id, MINUTES_RULE.key, [meeting.id], { today, now: web.now }, eyes);
  const keeps = keepsMeetings(web);
  const isOpen = stages.circulated && !stages.approved && today <= stages.circulated.until;
  const main = MinutesPage({
    ...{ lang, stages, today, remarks, here: hereOf(web, meeting), back: web.at(meetingPath(meeting)), mayKeep: keeps },
    ...{ title: lang.pick(meeting.call.title), over: lang.t('meetings.minutes.of', { number: meeting.number }) },
    due: stages.circulated ? null : (owed.get(meeting.id)?.dueOn ?? null),
    nameOf: (body) => names.get(body) ?? { az: '–' },
    links: isOpen && keeps ? await linksOf(web, meeting) : [],
    mayRemark: Boolean(isOpen && (keeps || memberBodies(web.actor, forum).length > 0)),
    children: await textOf(web, opened),
    done: doneHere(web, DONE),
  });
  const title = lang.t('meetings.minutes.of', { number: meeting.number });
  const crumbs = [meetingsCrumb(web), meetingCrumb(web, meeting)];
  return page({ title, crumbs, menu: 'decisions', main, ...(stages.published ? {} : { noindex: true, secret: true }) });
}

async function print(web: Web, opened: Opened): Promise<Answer> {
  const { lang, forum } = web;
  const { meeting, stages } = opened;
  const { call } = meeting;
  const title = lang.t('meetings.minutes.of', { number: meeting.number });
  const main = MinutesPrint({
    ...{ lang, forum, title, draft: stages.approved === null, children: await textOf(web, opened) },
    about: [lang.pick(call.title), lang.date(call.on)].join(', '),
    address: `${web.origin}${hereOf(web, meeting)}`,
  });
  return page({ title, main, bare: true, noindex: true, ...(stages.published ? {} : { secret: true }) });
}

/** Minutes to be read and printed. */
export const minutesRoutes: readonly Route[] = [
  get('/meetings/:number/minutes', withOpened(minutesSeen, show)),
  get('/meetings/:number/minutes/print', withOpened(minutesSeen, print)),
];
