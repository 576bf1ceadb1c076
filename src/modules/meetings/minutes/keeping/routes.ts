import { withDeed } from '#core/http/deed-address.ts';
import { type Answer, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { addDays } from '#core/time/plain-date.ts';
import type { Filled } from '#ui/filled.ts';
import { memberBodies, remarksFor } from '../../access.ts';
import { meetingsOf } from '../../calls/queries.ts';
import { isOfMembers, meetingPath } from '../../calls/rules.ts';
import { bodyOptions, formPage, formRoutes, keepsMeetings, meetingCrumb, meetingKept, titleOf } from '../../routes.ts';
import { answerRemark, approve, circulate, correctMinutes, publishMinutes, remark } from '../commands.ts';
import { readApproval, readCirculation, readCorrection, readRemark, readRemarkAnswer } from '../forms.ts';
import {
  AnswerForm,
  ApprovalForm,
  CirculationForm,
  CorrectionForm,
  PublicationPage,
  RemarkForm,
} from '../pages/forms.tsx';
import { remarksOf } from '../queries.ts';
import { type DONE, hereOf, minutesOf, minutesSeen, type Opened } from '../routes.ts';

const itemsIn = async (web: Web, opened: Opened) =>
  (await minutesOf(web, opened)).items
    .filter((item) => item.id !== '')
    .map((item) => ({ value: item.id, label: `${item.number}. ${web.lang.pick(item.title)}` }));

/** The form of one deed on these minutes. */
const formOn = (
  web: Web,
  { meeting }: Opened,
  of: Filled,
  title: string,
  main: Parameters<typeof formPage>[3],
): Answer => formPage(web, title, [meetingCrumb(web, meeting)], main, of);

async function minutesKept(web: Web): Promise<Opened | Answer> {
  const found = await meetingKept(web);
  return 'kind' in found ? found : minutesSeen(web);
}

async function remarkForm(web: Web, opened: Opened, of: Filled): Promise<Answer> {
  const sent = remarksFor(web.actor, opened.meeting.id);
  const mine = sent ? [sent] : memberBodies(web.actor, web.forum);
  const bodies = (await bodyOptions(web)).filter(({ value }) => keepsMeetings(web) || mine.includes(value));
  const path = `${meetingPath(opened.meeting)}/minutes`;
  const main = RemarkForm({
    ...{ of, bodies, items: await itemsIn(web, opened) },
    ...{ action: withDeed(web, `${path}/remarks`), back: withDeed(web, path) },
    read: sent ? withDeed(web, path) : null,
  });
  return formOn(web, opened, of, web.lang.t('meetings.remark.title'), main);
}

async function answerForm(web: Web, opened: Opened, of: Filled): Promise<Answer> {
  const { meeting } = opened;
  const asked = web.url.searchParams.get('remark') ?? [of.values.remark].flat()[0];
  const found = (await remarksOf(web.db, web.forum.id, meeting.id)).find((one) => one.id === asked);
  if (!found) return refused({ kind: 'not_found', message: message('meetings.refused.no_remark') });
  const here = hereOf(web, meeting);
  const main = AnswerForm({ of, remark: found.id, words: found.words, action: `${here}/answers`, back: here });
  return formOn(web, opened, of, web.lang.t('meetings.remark.answer'), main);
}

async function approvalForm(web: Web, opened: Opened, of: Filled): Promise<Answer> {
  const later = (await meetingsOf(web.db, web.forum.id)).filter(
    (one) => one.begun && one.call.on > opened.meeting.call.on && isOfMembers(one.call.kind),
  );
  const here = hereOf(web, opened.meeting);
  const main = ApprovalForm({
    ...{ of, action: `${here}/approval`, back: here },
    meetings: later.map((one) => ({
      value: one.id,
      label: `${titleOf(web.lang, one)}, ${web.lang.date(one.call.on)}`,
    })),
  });
  return formOn(web, opened, of, web.lang.t('meetings.approve.title'), main);
}

const to =
  (done: (typeof DONE)[number]) =>
  ({ meeting }: Opened): string =>
    `${meetingPath(meeting)}/minutes?done=${done}`;
/** Members have so many days for remarks, unless the secretary says otherwise. */
const REMARK_DAYS = 7;

/** What becomes of minutes: sent round, remarked on, approved, published, corrected. */
export const minutesKeepingRoutes: readonly Route[] = [
  ...formRoutes('/meetings/:number/minutes/circulation', {
    ...{ open: minutesKept, deed: circulate, to: to('circulated') },
    values: (web) => ({ until: addDays(web.today, REMARK_DAYS) }),
    show: (web, opened: Opened, of) => {
      const here = hereOf(web, opened.meeting);
      const main = CirculationForm({ of, action: `${here}/circulation`, back: here });
      return formOn(web, opened, of, web.lang.t('meetings.circulate.title'), main);
    },
    read: (_, { meeting }, posted) => readCirculation(posted, meeting.id),
  }),
  ...formRoutes('/meetings/:number/minutes/remarks', {
    ...{ open: minutesSeen, deed: remark, show: remarkForm },
    // A link is used up: the page of the meeting says the rest.
    to: (opened: Opened, { byLink }) =>
      byLink ? `${meetingPath(opened.meeting)}?done=remarked` : to('remarked')(opened),
    read: (_, { meeting }, posted) => readRemark(posted, meeting.id),
  }),
  ...formRoutes('/meetings/:number/minutes/answers', {
    ...{ open: minutesKept, deed: answerRemark, to: to('answered'), show: answerForm },
    read: (_, { meeting }, posted) => readRemarkAnswer(posted, meeting.id),
  }),
  ...formRoutes('/meetings/:number/minutes/approval', {
    ...{ open: minutesKept, deed: approve, to: to('approved'), show: approvalForm },
    read: (_, { meeting }, posted) => readApproval(posted, meeting.id),
  }),
  ...formRoutes('/meetings/:number/minutes/publication', {
    ...{ open: minutesKept, deed: publishMinutes, to: to('published') },
    show: (web, opened: Opened, of) => {
      const here = hereOf(web, opened.meeting);
      const main = PublicationPage({ of, action: `${here}/publication`, back: here });
      return formOn(web, opened, of, web.lang.t('meetings.publish.title'), main);
    },
    read: (_, { meeting }) => ({ ok: true, value: { meeting: meeting.id } }),
  }),
  ...formRoutes('/meetings/:number/minutes/corrections', {
    ...{ open: minutesKept, deed: correctMinutes, to: to('corrected') },
    show: async (web, opened: Opened, of) => {
      const here = hereOf(web, opened.meeting);
      const main = CorrectionForm({
        ...{ of, languages: web.forum.languages, items: await itemsIn(web, opened) },
        ...{ action: `${here}/corrections`, back: here },
      });
      return formOn(web, opened, of, web.lang.t('meetings.correction.title'), main);
    },
    read: (web, { meeting }, posted) => readCorrection(posted, web.forum, meeting.id),
  }),
];
