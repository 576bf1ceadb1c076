import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { message } from '#core/i18n/message.ts';
import { paperLanguage, printed } from '#core/papers/answer.ts';
import type { Paper } from '#core/papers/paper.ts';
import { countingPapers, type Motion, motionsOf, slipCount, slipPaper } from '#modules/ballots/contract.ts';
import { noteReading } from '#modules/identity/contract.ts';
import { isPublic, meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import { minutesSeen } from '../minutes/routes.ts';
import { keepsMeetings, meetingCrumb, meetingSeen, meetingsCrumb, withOpened } from '../routes.ts';
import { aboutMeeting, agendaPaper, invitationPaper } from './pages/call.tsx';
import { attendancePaper, platesPaper } from './pages/hall.tsx';
import { minutesPaper } from './pages/minutes.tsx';
import { PapersPage } from './pages/papers-page.tsx';
import { bundleOf, speakersAt } from './queries.ts';
import { kindsFor, paperNamed } from './rules.ts';
import { type Bundle, formatsOf, type Kind, type Speakers } from './schema.ts';

interface Opened {
  readonly meeting: Meeting;
  readonly keeps: boolean;
  readonly kinds: readonly Kind[];
}

const NO_PAPER = refused({ kind: 'not_found', message: message('meetings.papers.no_paper') });

/** Papers are needed of a secret ballot that is not over. */
const needsSlips = ({ secrecy, state }: Motion): boolean =>
  secrecy === 'secret' && (state === 'written' || state === 'open');

/** The meeting of the address with what this reader may print of it. */
async function opened(web: Web): Promise<Opened | Answer> {
  const found = await meetingSeen(web);
  if ('kind' in found) return found;
  const { meeting } = found;
  // A meeting with residents has neither seats nor an agenda.
  if (meeting.call.kind === 'village') return NO_PAPER;
  const keeps = keepsMeetings(web);
  const minutes = !('kind' in (await minutesSeen(web)));
  const secret = keeps && (await motionsOf(web.db, web.forum.id, { meeting: meeting.id })).some(needsSlips);
  return { meeting, keeps, kinds: kindsFor({ keeps, called: isPublic(meeting), minutes, secret }) };
}

async function show(web: Web, { meeting, keeps, kinds }: Opened): Promise<Answer> {
  const { lang, forum } = web;
  const here = web.at(meetingPath(meeting));
  const language = paperLanguage(web, meeting.call.language);
  const main = PapersPage({ lang, meeting, kinds, mayKeep: keeps, languages: forum.languages, language, here });
  const title = lang.t('meetings.papers.title');
  const crumbs = [meetingsCrumb(web), meetingCrumb(web, meeting)];
  return page({ title, crumbs, menu: 'decisions', main, noindex: true, secret: keeps });
}

/** Everything in one file, in the order in which the hall needs it. */
async function set(web: Web, found: Opened): Promise<Answer> {
  if (!found.keeps) return notTheirs(web);
  return answered(
    web,
    found,
    found.kinds.filter((kind) => kind !== 'invitation'),
    'pdf',
    'set',
  );
}

async function one(web: Web, found: Opened): Promise<Answer> {
  const asked = paperNamed(web.params.file ?? '');
  if (!asked || !formatsOf(asked.kind).includes(asked.format)) return NO_PAPER;
  if (!found.kinds.includes(asked.kind)) return missing(web, found, asked.kind);
  return answered(web, found, [asked.kind], asked.format, asked.kind);
}

const notTheirs = (web: Web): Answer =>
  refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: message('meetings.papers.denied') });

function missing(web: Web, { keeps }: Opened, kind: Kind): Answer {
  if (keeps) return refused({ kind: 'not_found', message: message('meetings.papers.no_secret') });
  return kind === 'minutes'
    ? refused({ kind: 'not_found', message: message('meetings.refused.no_minutes') })
    : notTheirs(web);
}

const NOBODY_NAMED = { speakers: new Map<string, Speakers>(), people: [] };

async function answered(
  web: Web,
  { meeting, keeps }: Opened,
  kinds: readonly Kind[],
  format: 'pdf' | 'docx',
  name: string,
) {
  const { forum } = web;
  const to = web.langOf(paperLanguage(web, meeting.call.language));
  const address = `${web.origin}/${to.code}/${forum.slug}${meetingPath(meeting)}`;
  const found = await bundleOf({ db: web.db, forum, lang: to }, meeting);
  const named = keeps && kinds.includes('attendance');
  const { speakers, people } = named
    ? await speakersAt({ db: web.db, forum, lang: to }, meeting, found.electorate)
    : NOBODY_NAMED;
  await noteReading(web, people, 'meetings.papers.reading');
  const bundle = { ...found, address, speakers };
  const papers = kinds.flatMap((kind) => papersOf(to, web, bundle, kind));
  return printed(web, format, papers, `${forum.slug}-meeting-${meeting.number}-${name}`);
}

function papersOf(to: Lang, { forum }: Web, bundle: Bundle, kind: Kind): readonly Paper[] {
  const votes = bundle.electorate.rows.filter(({ filled }) => filled).length;
  const orders = bundle.motions.filter(needsSlips).map((motion) => ({
    ...{ motion, count: slipCount(null, votes), session: aboutMeeting(to, bundle) },
    address: bundle.address.replace(/\/meetings\/\d+$/, `/ballots/${motion.number}`),
  }));
  switch (kind) {
    case 'invitation':
      return [invitationPaper(to, forum, bundle)];
    case 'agenda':
      return [agendaPaper(to, forum, bundle)];
    case 'attendance':
      return [attendancePaper(to, forum, bundle)];
    case 'plates':
      return [platesPaper(to, forum, bundle)];
    case 'slips':
      return orders.map((order) => slipPaper(to, forum, order));
    case 'counting':
      return orders.flatMap((order) => countingPapers(to, forum, order));
    case 'minutes':
      return [minutesPaper(to, forum, bundle)];
  }
}

/** What of a meeting is printed or written in. */
export const paperRoutes: readonly Route[] = [
  get('/meetings/:number/papers', withOpened(opened, show)),
  get('/meetings/:number/papers/set.pdf', withOpened(opened, set)),
  get('/meetings/:number/papers/:file', withOpened(opened, one)),
];
