import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { Filled } from '#ui/filled.ts';
import { itemsOf } from '../agenda/queries.ts';
import type { Item } from '../agenda/schema.ts';
import { begin, end, keepNote, standAside } from '../attendance/commands.ts';
import { readMoment } from '../attendance/forms.ts';
import { hallOf } from '../attendance/queries.ts';
import { quorumBox } from '../attendance/routes.ts';
import { meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import { MOST, Reading, textFields } from '../forms.ts';
import { notesOf } from '../minutes/composing/queries.ts';
import { approvedOn } from '../minutes/queries.ts';
import {
  doneHere,
  formPage,
  formRoutes,
  meetingCrumb,
  meetingKept,
  meetingsCrumb,
  postRoute,
  withOpened,
} from '../routes.ts';
import type { ItemId } from '../schema.ts';
import { AsideForm, NoteForm } from './pages/forms.tsx';
import { RecordPage } from './pages/record-page.tsx';

interface OfMeeting {
  readonly meeting: Meeting;
}
const DONE = ['begun', 'ended', 'noted', 'aside', 'decided', 'task'] as const;
const recordOf = ({ meeting }: OfMeeting, done: (typeof DONE)[number]) => `${meetingPath(meeting)}/record?done=${done}`;

/** The item that the address names by its number. */
export async function itemAsked(web: Web, meeting: Meeting): Promise<Item | null> {
  const items = await itemsOf(web.db, web.forum.id, meeting.id);
  return items.find((one) => String(one.number) === web.url.searchParams.get('item')) ?? null;
}

export const itemOptions = (web: Web, items: readonly Item[]) =>
  items.map((one) => ({ value: one.id as string, label: `${one.number}. ${web.lang.pick(one.title)}` }));

async function show(web: Web, { meeting }: OfMeeting): Promise<Answer> {
  const { lang, db, forum, now, today } = web;
  const hall = await hallOf(db, forum.id, meeting);
  const running = hall.items.findLast((one) => one.begun) ?? null;
  const base = web.at(meetingPath(meeting));
  const main = RecordPage({
    ...{ lang, meeting, items: hall.items, base, quorum: quorumBox(web, hall, running?.id ?? null) },
    ballotHref: (item) => web.at(`/ballots/new?meeting=${meeting.id}&item=${item.id}`),
    closed: (await approvedOn(db, forum.id, meeting.id)) !== null,
    // "19 May 2017, 14:30": the hour stands behind the last blank.
    hour: today === meeting.call.on ? (lang.moment(now, forum.zone).split(' ').at(-1) ?? null) : null,
    done: doneHere(web, DONE),
  });
  const crumbs = [meetingsCrumb(web), meetingCrumb(web, meeting)];
  return page({ title: lang.t('meetings.record.title'), crumbs, menu: 'decisions', main, noindex: true });
}

async function noteForm(web: Web, { meeting }: OfMeeting, of: Filled): Promise<Answer> {
  const { lang, forum, db } = web;
  const asked = of.values.item;
  const id = typeof asked === 'string' ? asked : asked?.[0];
  const item = (await itemsOf(db, forum.id, meeting.id)).find((one) => one.id === id) ?? null;
  const title = item ? `${item.number}. ${lang.pick(item.title)}` : lang.t('meetings.note.whole');
  const base = web.at(meetingPath(meeting));
  const main = NoteForm({
    ...{ of, title, finding: item?.kind === 'finding', item: item?.id ?? '', languages: forum.languages },
    ...{ action: `${base}/notes`, back: `${base}/record` },
  });
  return formPage(web, title, [meetingCrumb(web, meeting)], main, of);
}

async function asideForm(web: Web, { meeting }: OfMeeting, of: Filled): Promise<Answer> {
  const { electorate, items } = await hallOf(web.db, web.forum.id, meeting);
  const base = web.at(meetingPath(meeting));
  const main = AsideForm({
    ...{ of, items: itemOptions(web, items), action: `${base}/recusals`, back: `${base}/record` },
    seats: electorate.rows
      .filter((row) => row.filled)
      .map((row) => ({ value: row.key, label: `${row.number}. ${web.lang.pick(row.organisation)}` })),
  });
  return formPage(web, web.lang.t('meetings.aside_deed'), [meetingCrumb(web, meeting)], main, of);
}

/** A meeting that is held or can be: one that was called off, or that nobody was invited to, is not recorded. */
async function heldKept(web: Web): Promise<OfMeeting | Answer> {
  const found = await meetingKept(web);
  if ('kind' in found) return found;
  const { cancelled, invitedOn } = found.meeting;
  if (!cancelled && invitedOn) return found;
  const why = cancelled ? 'meetings.refused.cancelled' : 'meetings.refused.not_called';
  return refused({ kind: 'conflict', message: message(why) });
}

/** What the secretary does from the beginning of a meeting to its end. */
export const recordingRoutes: readonly Route[] = [
  get('/meetings/:number/record', withOpened(heldKept, show)),
  postRoute('/meetings/:number/beginning', {
    ...{ open: heldKept, show, deed: begin },
    read: (_, { meeting }, posted) => readMoment(posted, meeting.id),
    to: (opened) => recordOf(opened, 'begun'),
  }),
  postRoute('/meetings/:number/ending', {
    ...{ open: heldKept, show, deed: end },
    read: (_, { meeting }, posted) => readMoment(posted, meeting.id),
    to: (opened) => recordOf(opened, 'ended'),
  }),
  ...formRoutes('/meetings/:number/notes', {
    open: heldKept,
    values: async (web, { meeting }: OfMeeting) => {
      const item = await itemAsked(web, meeting);
      const notes = await notesOf(web.db, web.forum.id, meeting.id);
      const note = notes.find((one) => one.item === (item?.id ?? null) && one.kind === 'text');
      return { ...textFields('words', note?.words ?? null), item: item?.id ?? '', kind: 'text' };
    },
    show: noteForm,
    read: (web, { meeting }, posted) => {
      const read = new Reading(posted);
      const item = read.idOrNone('item', message('meetings.wrong.no_item')) as ItemId | null;
      const kind = posted.text('kind') === 'said' ? ('said' as const) : ('text' as const);
      const first = web.forum.languages[0] ?? 'az';
      const words = read.neededTexts('words', MOST.words, first, message('meetings.wrong.no_words'));
      return read.end({ meeting: meeting.id, item, kind, words });
    },
    deed: keepNote,
    to: (opened) => recordOf(opened, 'noted'),
  }),
  ...formRoutes('/meetings/:number/recusals', {
    open: heldKept,
    values: async (web, { meeting }: OfMeeting) => ({ item: (await itemAsked(web, meeting))?.id ?? '', aside: 'yes' }),
    show: asideForm,
    read: (_, { meeting }, posted) => {
      const read = new Reading(posted);
      return read.end({
        ...{ meeting: meeting.id, item: read.id('item', message('meetings.wrong.no_item')) as ItemId },
        key: read.needed('key', 40, message('meetings.wrong.no_seat')),
        aside: posted.text('aside') !== 'no',
      });
    },
    deed: standAside,
    to: (opened) => recordOf(opened, 'aside'),
  }),
];
