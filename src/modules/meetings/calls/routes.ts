import { type Answer, get, page, type Route, type Web } from '#core/http/route.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { documentTitles, ForumTabs, seatingOf, sittingOn, workingGroupsOf } from '#modules/forum/contract.ts';
import { bodyNames, placesById } from '#modules/places/contract.ts';
import type { Filled } from '#ui/filled.ts';
import { mayRecordVillage, seesAsMember } from '../access.ts';
import { itemsOf } from '../agenda/queries.ts';
import type { Item } from '../agenda/schema.ts';
import { attendanceWords } from '../attendance/routes.ts';
import { decidedThere } from '../decisions/routes.ts';
import { tasksThere } from '../decisions/tasks/routes.ts';
import { deskOut } from '../desk/handing/queries.ts';
import { publishedMinutes, stagesOf } from '../minutes/queries.ts';
import { pageTitles } from '../paths/queries.ts';
import {
  bodyOptions,
  doneHere,
  formPage,
  formRoutes,
  keeperOnly,
  keepsMeetings,
  meetingCrumb,
  meetingKept,
  meetingSeen,
  meetingsCrumb,
  titleOf,
  withOpened,
} from '../routes.ts';
import { saidInVillage } from '../villages/routes.ts';
import { callMeeting, cancelMeeting, changeCall } from './commands.ts';
import { fieldsOf, readCall, readCancel } from './forms.ts';
import { judgedNow } from './inviting/routes.ts';
import { CallForm } from './pages/call-form.tsx';
import { CancelForm } from './pages/deeds.tsx';
import { MeetingPage } from './pages/meeting-page.tsx';
import { MeetingsList } from './pages/meetings-list.tsx';
import { whenOf } from './pages/parts/when.tsx';
import { breachRows, meetingsOf } from './queries.ts';
import { isPublic, meetingPath, stateOf } from './rules.ts';
import type { Meeting } from './schema.ts';

const DONE = ['called', 'entered', 'changed', 'invited', 'cancelled', 'recorded', 'ended', 'remarked'] as const;

async function list(web: Web): Promise<Answer> {
  const { db, forum, lang } = web;
  const keeps = keepsMeetings(web);
  const minutes = await publishedMinutes(db, forum.id);
  const lines = (await meetingsOf(db, forum.id))
    .filter((one) => isPublic(one) || (keeps && !one.cancelled))
    .map((meeting) => ({ meeting, minutes: minutes.has(meeting.id) }));
  const main = MeetingsList({
    ...{ lang, lines, at: (path) => web.at(path), mayKeep: keeps, done: doneHere(web, DONE) },
    mayRecord: mayRecordVillage(web.actor, forum).may,
    tabs: ForumTabs({ lang, at: (path) => web.at(path), current: 'meetings', shows: web.sight.shows }),
  });
  return page({
    ...{ title: lang.t('meetings.title'), description: lang.t('meetings.lede'), menu: 'decisions', main },
    alternates: [
      { type: 'text/calendar', href: web.at('/meetings.ics'), title: lang.t('meetings.calendar') },
      { type: 'application/atom+xml', href: web.at('/meetings.atom'), title: lang.t('meetings.title') },
      { type: 'application/json', href: web.at('/meetings.json'), title: lang.t('meetings.title') },
    ],
  });
}

/** Names of bodies, and of the organisation on a seat on the day of the meeting. */
async function namesAt(web: Web, meeting: Meeting, items: readonly Item[]): Promise<(id: string) => Texts> {
  const { db, forum } = web;
  const seating = items.some(({ seat }) => seat) ? await seatingOf(db, forum.id) : null;
  const held = items.flatMap(({ seat }): readonly (readonly [string, string])[] => {
    const body = seating && seat ? sittingOn(seating, { id: seat as never }, meeting.call.on)?.holding?.body : null;
    return seat && body ? [[seat, body]] : [];
  });
  const about = items.flatMap((item) => item.about.flatMap((one) => (one.type === 'body' ? [one.id] : [])));
  const names = await bodyNames(db, forum.id, [meeting.call.body, ...about, ...held.map(([, body]) => body)]);
  const bySeat = new Map(held.map(([seat, body]) => [seat, names.get(body)]));
  return (id) => names.get(id) ?? bySeat.get(id) ?? { az: '–' };
}

/** Pages that items are about. */
const pagesIn = (items: readonly Item[]): readonly string[] =>
  items.flatMap(({ about }) => about.flatMap((one) => (one.type === 'page' ? [one.id] : [])));

async function show(web: Web, { meeting }: { readonly meeting: Meeting }): Promise<Answer> {
  const { db, forum, lang } = web;
  const keeps = keepsMeetings(web);
  const items = await itemsOf(db, forum.id, meeting.id);
  const { circulated, published } = await stagesOf(db, forum.id, meeting.id);
  const isMember = seesAsMember(web.actor, forum) && !web.sight.preview;
  const titles = await documentTitles(db, forum.id, lang);
  const place = meeting.call.placeId ? (await placesById(db, forum.id, [meeting.call.placeId]))[0] : undefined;
  const draft = (keeps && meeting.ended) || (isMember && circulated);
  const main = MeetingPage({
    ...{ lang, meeting, items, mayKeep: keeps, isMember, at: (path) => web.at(path), done: doneHere(web, DONE) },
    isOut: (await deskOut(db, forum.id, meeting.id)) !== null,
    breaches: meeting.invitedOn
      ? await breachRows(db, forum.id, meeting.id)
      : await judgedNow(web, meeting, items.length),
    documentTitle: (document) => lang.pick(titles.get(document) ?? { az: document }),
    nameOf: await namesAt(web, meeting, items),
    titles: await pageTitles(db, forum.id, lang, pagesIn(items)),
    place: place ? { name: place.name, href: web.at(`/places/${place.slug}`) } : null,
    attendance: await attendanceWords(web, meeting),
    minutes: published ? 'public' : draft && meeting.call.kind !== 'village' ? 'draft' : 'none',
    children: [await saidInVillage(web, meeting), await decidedThere(web, meeting), await tasksThere(web, meeting)],
  });
  const title = `${titleOf(lang, meeting)}: ${lang.pick(meeting.call.title)}`;
  return page({
    ...{ title, description: `${lang.pick(meeting.call.title)}, ${whenOf(lang, meeting)}`, menu: 'decisions', main },
    crumbs: [meetingsCrumb(web)],
    alternates: [
      { type: 'text/calendar', href: web.at(`${meetingPath(meeting)}.ics`), title: lang.t('meetings.calendar_one') },
    ],
    ...(isPublic(meeting) ? {} : { noindex: true, secret: true }),
  });
}

async function callForm(web: Web, of: Filled, stage: 'new' | 'draft' | 'sent', base: string | null): Promise<Answer> {
  const back = base ? web.at(base) : web.at('/meetings');
  const groups = (await workingGroupsOf(web.db, web.forum.id)).filter(
    ({ from, last }) => from <= web.today && (last === null || last >= web.today),
  );
  const main = CallForm({
    ...{ of, stage, languages: web.forum.languages, bodies: await bodyOptions(web) },
    groups: groups.map(({ id, number, name }) => ({ value: id, label: `${number}. ${web.lang.pick(name)}` })),
    ...{ action: base ? `${back}/call` : `${back}/new`, back },
  });
  return formPage(web, web.lang.t(`meetings.call.title_${stage}`), [], main, of);
}

const stageOf = (meeting: Meeting) => (meeting.invitedOn ? ('sent' as const) : ('draft' as const));

/** Calling meetings: the list, the form, the invitation, moving and calling off. */
export const callRoutes: readonly Route[] = [
  get('/meetings', list),
  ...formRoutes('/meetings/new', {
    open: async (web) => keeperOnly(web) ?? {},
    values: (web) => ({ kind: 'assembly', convener: 'coordinator', language: web.forum.languages[0] ?? web.lang.code }),
    show: (web, _, of) => callForm(web, of, 'new', null),
    read: (web, _, posted) => readCall(posted, web.forum),
    deed: callMeeting,
    to: (_, { number }) => `/meetings/${number}?done=called`,
  }),
  ...formRoutes('/meetings/:number/call', {
    open: meetingKept,
    values: (_, { meeting }) => fieldsOf(meeting.call),
    show: (web, { meeting }, of) => callForm(web, of, stageOf(meeting), meetingPath(meeting)),
    read: (web, { meeting }, posted) => {
      const read = readCall(posted, web.forum);
      return read.ok ? { ok: true, value: { meeting: meeting.id, call: read.value.call } } : read;
    },
    deed: changeCall,
    to: ({ meeting }) => `${meetingPath(meeting)}?done=changed`,
  }),
  ...formRoutes('/meetings/:number/cancellation', {
    open: meetingKept,
    show: (web, { meeting }, of) => {
      const [back, draft] = [web.at(meetingPath(meeting)), stateOf(meeting) === 'draft'];
      const main = CancelForm({ of, draft, back, action: `${back}/cancellation` });
      const title = web.lang.t(draft ? 'meetings.cancel.drop' : 'meetings.cancel.title');
      return formPage(web, title, [meetingCrumb(web, meeting)], main, of);
    },
    read: (_, { meeting }, posted) => readCancel(posted, meeting.id),
    deed: cancelMeeting,
    to: ({ meeting }) => (meeting.invitedOn ? `${meetingPath(meeting)}?done=cancelled` : '/meetings?done=cancelled'),
  }),
];

/** After all fixed words of an address. */
export const meetingRoute: Route = get('/meetings/:number', withOpened(meetingSeen, show));
