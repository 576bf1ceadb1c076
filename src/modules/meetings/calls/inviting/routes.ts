import { type Answer, get, page, type Route, type Web } from '#core/http/route.ts';
import { documentTitles, rulesOn } from '#modules/forum/contract.ts';
import type { Filled } from '#ui/filled.ts';
import { MESSAGE_SCRIPT, Message } from '#ui/message.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { itemsOf } from '../../agenda/queries.ts';
import { Breaches } from '../../pages/parts/breaches.tsx';
import { doneHere, formPage, formRoutes, meetingCrumb, meetingKept, meetingsCrumb, withOpened } from '../../routes.ts';
import { invite } from '../commands.ts';
import { InvitationPage } from '../pages/deeds.tsx';
import { whenOf } from '../pages/parts/when.tsx';
import { meetingsOf } from '../queries.ts';
import { breachesOf, lastBefore, meetingPath } from '../rules.ts';
import type { Meeting } from '../schema.ts';

/** What would not be kept if the invitation went out today. */
export async function judgedNow(web: Web, meeting: Meeting, items: number) {
  const rules = await rulesOn(web.db, web.forum.id, meeting.call.on);
  const before = lastBefore(await meetingsOf(web.db, web.forum.id), meeting.call.on, meeting.id);
  return breachesOf({ call: meeting.call, rules, invited: web.today, before, items });
}

/** The words to pass on: what, when, where, the items, the address. */
async function inviting(web: Web, meeting: Meeting): Promise<string> {
  const { call } = meeting;
  const to = web.langOf(call.language);
  const items = await itemsOf(web.db, web.forum.id, meeting.id);
  const agenda = items.map((item) => `${item.number}. ${to.pick(item.title)}`).join(' ');
  const address = `${web.origin}/${call.language}/${web.forum.slug}${meetingPath(meeting)}`;
  const head = to.t(meeting.cancelled ? 'meetings.message.cancelled' : 'meetings.message.words', {
    ...{ forum: to.pick(web.forum.name), title: to.pick(call.title), when: whenOf(to, meeting) },
    place: call.place ? to.pick(call.place) : '–',
  });
  const room = MOST_OF_MESSAGE - head.length - address.length;
  const short = agenda.length > room ? `${agenda.slice(0, Math.max(room - 1, 0))}…` : agenda;
  return [head, short, address].filter(Boolean).join('\n');
}
/** What fits into a message that is read on a phone at once. */
const MOST_OF_MESSAGE = 560;

async function messagePage(web: Web, { meeting }: { readonly meeting: Meeting }): Promise<Answer> {
  const { lang } = web;
  const to = web.langOf(meeting.call.language);
  const text = await inviting(web, meeting);
  const title = lang.t('meetings.message.title');
  const done = doneHere(web, ['invited']);
  const main = [
    done ? Notice({ title: done }) : null,
    PageTitle({ title, lede: lang.t('meetings.message.lede') }),
    Message({ lang, to, id: 'm-invitation', text, subject: to.pick(meeting.call.title) }),
  ];
  const crumbs = [meetingsCrumb(web), meetingCrumb(web, meeting)];
  return page({ title, crumbs, menu: 'decisions', main, noindex: true, script: MESSAGE_SCRIPT });
}

async function invitationPage(web: Web, { meeting }: { readonly meeting: Meeting }, of: Filled): Promise<Answer> {
  const { lang } = web;
  const items = await itemsOf(web.db, web.forum.id, meeting.id);
  const titles = await documentTitles(web.db, web.forum.id, web.lang);
  const back = web.at(meetingPath(meeting));
  const breaches = await judgedNow(web, meeting, items.length);
  const main = InvitationPage({
    ...{ of, back, action: `${back}/invitation` },
    children: Breaches({
      ...{ lang, breaches, title: lang.t('meetings.breach.before') },
      titleOf: (document) => lang.pick(titles.get(document) ?? { az: document }),
    }),
  });
  return formPage(web, lang.t('meetings.invite.title'), [meetingCrumb(web, meeting)], main, of);
}

/** The invitation goes out, and the words for the members. */
export const invitingRoutes: readonly Route[] = [
  ...formRoutes('/meetings/:number/invitation', {
    open: meetingKept,
    show: invitationPage,
    read: (_, { meeting }) => ({ ok: true, value: { meeting: meeting.id } }),
    deed: invite,
    to: ({ meeting }) => `${meetingPath(meeting)}/message?done=invited`,
  }),
  get('/meetings/:number/message', withOpened(meetingKept, messagePage)),
];
