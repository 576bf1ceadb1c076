import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { Steps } from '#modules/forum/contract.ts';
import { Card } from '#ui/card.tsx';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { Notice } from '#ui/notice.tsx';
import { Computed } from '#ui/source.tsx';
import { meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import {
  doneHere,
  formPage,
  formRoutes,
  keepsMeetings,
  meetingCrumb,
  meetingKept,
  meetingSeen,
  meetingsCrumb,
  withOpened,
} from '../routes.ts';
import { type ItemId, type MeetingNeeds, WAYS } from '../schema.ts';
import { attend, keepGuest, keepSheet } from './commands.ts';
import { readAttendance, readGuest } from './forms.ts';
import { AttendanceForm } from './pages/attendance-form.tsx';
import { AttendancePage } from './pages/attendance-page.tsx';
import { GuestForm, SheetForm } from './pages/guest-form.tsx';
import { AttendanceFact } from './pages/parts/attendance-fact.tsx';
import { guestsOf, hallOf, quorumAt, sheetsOf } from './queries.ts';
import { fieldOf, isThere, presenceIn, standsAt } from './rules.ts';
import type { Hall } from './schema.ts';

interface OfMeeting {
  readonly meeting: Meeting;
}
const hereOf = (web: Web, meeting: Meeting): string => web.at(`${meetingPath(meeting)}/attendance`);

/** "19 of 23 seats, quorum" with a link to who; null: it has not begun, or is with residents. */
export async function attendanceWords(web: Web, meeting: Meeting) {
  if (!meeting.begun || meeting.call.kind === 'village') return null;
  const hall = await hallOf(web.db, web.forum.id, meeting);
  const there = [...standsAt(hall, null).values()].filter(({ way }) => isThere(way)).length;
  const quorum = quorumAt(hall, null);
  const href = hereOf(web, meeting);
  if (hall.ofGroup)
    return AttendanceFact({
      words: web.lang.t('meetings.quorum.group', { there, all: hall.electorate.rows.length }),
      href,
    });
  const words = web.lang.t('meetings.attendance.counts', {
    ...{ there, all: hall.electorate.rows.length, quorum: quorum ? (quorum.met ? 'yes' : 'no') : 'unknown' },
  });
  return AttendanceFact({ words, href });
}

/** The quorum at an item in a sentence, and how it was computed. */
export function quorumBox(web: Pick<Web, 'lang'>, hall: Hall, item: ItemId | null) {
  const { lang } = web;
  const quorum = quorumAt(hall, item);
  const there = presenceIn(hall, item).reduce((sum, one) => sum + one.present, 0);
  const counts = { there, all: hall.electorate.rows.length };
  if (hall.ofGroup) return Card({ title: lang.t('meetings.quorum.group', counts), level: 2, children: null });
  if (!quorum) return Notice({ title: lang.t('meetings.quorum.unknown', counts), warn: true });
  const nameOf = (id: string): string => {
    const name = hall.electorate.voters.find((one) => one.constituency === id)?.name;
    return name ? lang.pick(name) : lang.t('meetings.quorum.assembly');
  };
  const caption = lang.t('meetings.quorum.steps', { article: quorum.article });
  const title = lang.t(quorum.met ? 'meetings.quorum.yes' : 'meetings.quorum.no', counts);
  const children = Computed({ lang, children: Steps({ lang, caption, steps: quorum.steps, nameOf }) });
  return quorum.met ? Card({ title, level: 2, children }) : Notice({ title, warn: true, children });
}

async function show(web: Web, { meeting }: OfMeeting): Promise<Answer> {
  // Residents have no seats: how many came stands on the page of the meeting.
  if (meeting.call.kind === 'village') return redirect(web.at(meetingPath(meeting)));
  const { lang, db, forum } = web;
  const hall = await hallOf(db, forum.id, meeting);
  const asked = hall.items.find((one) => String(one.number) === web.url.searchParams.get('item')) ?? null;
  const keeps = keepsMeetings(web);
  const main = AttendancePage({
    ...{ lang, hall, item: asked?.id ?? null, guests: await guestsOf(db, forum.id, meeting.id), isStaff: keeps },
    ...{ here: hereOf(web, meeting), title: lang.t('meetings.attendance.title') },
    editHref: keeps && meeting.begun ? `${hereOf(web, meeting)}/entry${asked ? `?item=${asked.number}` : ''}` : null,
    sheets: keeps ? (await sheetsOf(db, forum.id, meeting.id)).map((id) => `/files/${forum.id}/${id}`) : [],
    quorum: meeting.begun ? quorumBox(web, hall, asked?.id ?? null) : null,
    begun: meeting.begun !== null,
    done: doneHere(web, ['attended', 'guest', 'sheet']),
  });
  const crumbs = [meetingsCrumb(web), meetingCrumb(web, meeting)];
  return page({ title: lang.t('meetings.attendance.title'), crumbs, menu: 'decisions', main });
}

async function form(web: Web, { meeting }: OfMeeting, of: Filled): Promise<Answer> {
  const { lang, db, forum } = web;
  const { electorate, items } = await hallOf(db, forum.id, meeting);
  const { alternates, proxies } = electorate.book.rules;
  const main = AttendanceForm({
    ...{ of, back: hereOf(web, meeting), action: `${hereOf(web, meeting)}/entry` },
    groups: electorate.voters.map(({ constituency, name }) => ({
      name: name ? lang.pick(name) : lang.t('meetings.quorum.assembly'),
      seats: electorate.rows.filter((row) => row.constituency === constituency && row.filled),
    })),
    items: [
      { value: '', label: lang.t('meetings.attendance.beginning') },
      ...items.map((one) => ({ value: one.id as string, label: `${one.number}. ${lang.pick(one.title)}` })),
    ],
    ways: WAYS.filter(
      (way) =>
        (way !== 'proxy' || (proxies?.value.most ?? 0) > 0) &&
        (way !== 'alternate' || alternates?.value.allowed !== false),
    ),
  });
  return formPage(web, lang.t('meetings.attendance.edit'), [meetingCrumb(web, meeting)], main, of);
}

/** How every seat stands at the item of the address, for the fields. */
async function standing(web: Web, meeting: Meeting) {
  const hall = await hallOf(web.db, web.forum.id, meeting);
  const item = hall.items.find((one) => String(one.number) === web.url.searchParams.get('item')) ?? null;
  const fields = [...standsAt(hall, item?.id ?? null)].flatMap(([key, { way, carriedBy }]) => [
    [fieldOf(key), way] as const,
    [`carried_${key}`, carriedBy ?? ''] as const,
  ]);
  return { ...Object.fromEntries(fields), from: item?.id ?? '' };
}

async function guestForm(
  web: Web,
  meeting: Meeting,
  of: Filled,
  names: boolean,
  guest: string | null,
): Promise<Answer> {
  const back = hereOf(web, meeting);
  const main = GuestForm({ of, names, guest, back, action: web.at(`${meetingPath(meeting)}/guests`) });
  return formPage(web, web.lang.t('meetings.guests.add'), [meetingCrumb(web, meeting)], main, of);
}

function sheetForm(web: Web, { meeting }: OfMeeting, of: Filled): Answer {
  const main = SheetForm({ of, action: web.at(`${meetingPath(meeting)}/sheets`), back: hereOf(web, meeting) });
  return formPage(web, web.lang.t('meetings.sheet.title'), [meetingCrumb(web, meeting)], main, of);
}

/** Who is there, at every item; guests; the picture of the sheet. */
export const attendanceRoutes = ({ files, mayStorePeople }: MeetingNeeds): readonly Route[] => [
  get('/meetings/:number/attendance', withOpened(meetingSeen, show)),
  ...formRoutes('/meetings/:number/attendance/entry', {
    open: meetingKept,
    values: (web, { meeting }) => standing(web, meeting),
    show: form,
    read: async (web, { meeting }: OfMeeting, posted) => {
      const { electorate } = await hallOf(web.db, web.forum.id, meeting);
      const keys = electorate.rows.flatMap((row) => (row.filled ? [row.key] : []));
      return readAttendance(posted, meeting.id, keys);
    },
    deed: attend,
    to: ({ meeting }) => `${meetingPath(meeting)}/attendance?done=attended`,
  }),
  ...formRoutes('/meetings/:number/guests', {
    open: meetingKept,
    values: async (web, { meeting }: OfMeeting) => {
      const asked = web.url.searchParams.get('guest');
      const guest = (await guestsOf(web.db, web.forum.id, meeting.id)).find((one) => one.id === asked);
      return guest
        ? { kind: guest.kind, words: guest.words, people: guest.people ?? '', n: String(guest.n), guest: guest.id }
        : { kind: 'guest', n: '1' };
    },
    show: async (web, { meeting }: OfMeeting, of) => {
      const names = await mayStorePeople(web.db, web.forum);
      const guest = of.values.guest;
      return guestForm(web, meeting, of, names, typeof guest === 'string' ? guest : (guest?.[0] ?? null));
    },
    read: async (web, { meeting }, posted) => {
      const read = readGuest(posted, meeting.id);
      const names = await mayStorePeople(web.db, web.forum);
      return read.ok && !names ? { ok: true, value: { ...read.value, people: null } } : read;
    },
    deed: keepGuest,
    to: ({ meeting }) => `${meetingPath(meeting)}/attendance?done=guest`,
  }),
  get(
    '/meetings/:number/sheets',
    withOpened(meetingKept, (web, opened) => sheetForm(web, opened, filled(web.lang))),
  ),
  {
    ...{ method: 'POST', scope: 'forum', path: '/meetings/:number/sheets' },
    handle: withOpened(meetingKept, async (web, opened) => {
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const again = (message: { readonly key: string }) =>
        sheetForm(web, opened, filled(web.lang, keep(posted.value), [{ field: 'sheet', message }]));
      const taken = await takeUploads(files, posted.value.files('sheet'), 'evidence');
      if (!taken.ok) return again(taken.refusal.fields?.[0]?.message ?? taken.refusal.message);
      const [file] = taken.value;
      if (!file) return again({ key: 'meetings.wrong.no_file' });
      const made = await web.perform(keepSheet, { meeting: opened.meeting.id, file });
      return made.ok ? redirect(web.at(`${meetingPath(opened.meeting)}/attendance?done=sheet`)) : refused(made.refusal);
    }),
  },
];
