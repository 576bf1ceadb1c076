import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { electorateOn, rulesOn } from '#modules/forum/contract.ts';
import type { Filled } from '#ui/filled.ts';
import { lateAgenda, meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import {
  bodyOptions,
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
import { moveItem, removeItem, writeItem } from './commands.ts';
import { itemFields, readItem } from './forms.ts';
import { AgendaEdit } from './pages/agenda-edit.tsx';
import { ItemForm } from './pages/item-form.tsx';
import { itemsOf } from './queries.ts';
import type { Item } from './schema.ts';

interface OfMeeting {
  readonly meeting: Meeting;
}
interface OfItem extends OfMeeting {
  readonly item: Item;
}
const hereOf = (web: Web, meeting: Meeting): string => web.at(`${meetingPath(meeting)}/agenda`);

async function edit(web: Web, { meeting }: OfMeeting): Promise<Answer> {
  const { lang, db, forum, today } = web;
  const late = meeting.invitedOn && !meeting.afterwards && !meeting.begun;
  const rules = await rulesOn(db, forum.id, meeting.call.on);
  const main = AgendaEdit({
    ...{ lang, items: await itemsOf(db, forum.id, meeting.id), here: hereOf(web, meeting) },
    ...{ back: web.at(meetingPath(meeting)), begun: meeting.begun !== null },
    late: late ? lateAgenda(rules, meeting.call.on, today).length > 0 : false,
    done: doneHere(web, ['item', 'removed', 'ordered']),
  });
  const crumbs = [meetingsCrumb(web), meetingCrumb(web, meeting)];
  return page({ title: lang.t('meetings.agenda.edit'), crumbs, menu: 'decisions', main, noindex: true });
}

async function itemForm(web: Web, meeting: Meeting, of: Filled, item: Item | null): Promise<Answer> {
  const { lang, db, forum } = web;
  const { rows } = await electorateOn(db, forum.id, meeting.call.on);
  const title = item ? lang.t('meetings.item.no', { n: item.number }) : lang.t('meetings.agenda.add');
  const main = ItemForm({
    ...{ of, title, languages: forum.languages, bodies: await bodyOptions(web), back: hereOf(web, meeting) },
    seats: rows.flatMap(({ seat, number, organisation, filled: held }) =>
      seat && held ? [{ value: seat as string, label: `${number}. ${lang.pick(organisation)}` }] : [],
    ),
    action: `${hereOf(web, meeting)}/${item?.number ?? 'new'}`,
  });
  return formPage(web, title, [meetingCrumb(web, meeting)], main, of);
}

async function itemKept(web: Web): Promise<OfItem | Answer> {
  const found = await meetingKept(web);
  if ('kind' in found) return found;
  const items = await itemsOf(web.db, web.forum.id, found.meeting.id);
  const item = items.find((one) => String(one.number) === web.params.item);
  return item ? { ...found, item } : refused({ kind: 'not_found', message: message('meetings.refused.no_item') });
}

/** The agenda: its items and their order. */
export const agendaRoutes: readonly Route[] = [
  get('/meetings/:number/agenda', withOpened(meetingKept, edit)),
  ...formRoutes('/meetings/:number/agenda/new', {
    open: meetingKept,
    values: () => ({ kind: 'decision' }),
    show: (web, { meeting }: OfMeeting, of) => itemForm(web, meeting, of, null),
    read: (web, { meeting }, posted) => readItem(posted, web.forum, { meeting: meeting.id, item: null }),
    deed: writeItem,
    to: ({ meeting }) => `${meetingPath(meeting)}/agenda?done=item`,
  }),
  postRoute('/meetings/:number/agenda/order', {
    open: meetingKept,
    show: edit,
    read: (_, { meeting }, posted) => ({
      ok: true,
      value: {
        ...{ meeting: meeting.id, item: posted.text('item') as ItemId },
        to: posted.text('to') === 'up' ? ('up' as const) : ('down' as const),
      },
    }),
    deed: moveItem,
    to: ({ meeting }) => `${meetingPath(meeting)}/agenda?done=ordered`,
  }),
  postRoute('/meetings/:number/agenda/removal', {
    open: meetingKept,
    show: edit,
    read: (_, { meeting }, posted) => ({
      ok: true,
      value: { meeting: meeting.id, item: posted.text('item') as ItemId },
    }),
    deed: removeItem,
    to: ({ meeting }) => `${meetingPath(meeting)}/agenda?done=removed`,
  }),
  ...formRoutes('/meetings/:number/agenda/:item', {
    open: itemKept,
    values: (_, { item }) => itemFields(item),
    show: (web, { meeting, item }: OfItem, of) => itemForm(web, meeting, of, item),
    read: (web, { meeting, item }, posted) => readItem(posted, web.forum, { meeting: meeting.id, item: item.id }),
    deed: writeItem,
    to: ({ meeting }) => `${meetingPath(meeting)}/agenda?done=item`,
  }),
];
