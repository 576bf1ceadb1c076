import { createHash } from 'node:crypto';
import type { Command } from '#core/command.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayKeepMeetings } from '../../access.ts';
import { meetingOf } from '../../calls/queries.ts';
import { isPublic, meetingPath, stateOf } from '../../calls/rules.ts';
import type { Meeting } from '../../calls/schema.ts';
import { readDelivery } from '../bringing/forms.ts';
import type { BringingInput } from '../bringing/schema.ts';
import type { Receipt } from '../schema.ts';
import { recallDesk, takeOut } from './commands.ts';
import { readRecall, readTaking } from './forms.ts';
import { DeskPage } from './pages/desk-page.tsx';
import { desksOf } from './queries.ts';

const NONE: Answer = refused({ kind: 'not_found', message: message('meetings.refused.no_meeting') });

async function asked({ db, forum, params }: Web): Promise<Meeting | null> {
  const number = /^\d{1,6}$/.test(params.number ?? '') ? Number(params.number) : 0;
  return number > 0 ? meetingOf(db, forum.id, { number }) : null;
}

/** The meeting of the address for its keepers; for others the same "no" whether there is one or not. */
async function forKeeper(web: Web): Promise<Meeting | Answer> {
  const may = mayKeepMeetings(web.actor, web.forum);
  if (!may.may) return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: may.reason });
  return (await asked(web)) ?? NONE;
}
const isAnswer = (found: Meeting | Answer): found is Answer => !('calls' in found);

const DONE = ['recalled', 'brought'] as const;

async function show(web: Web, meeting: Meeting, of: Filled, status = 200): Promise<Answer> {
  const { lang, forum, db } = web;
  const state = stateOf(meeting);
  const here = web.at(`${meetingPath(meeting)}/desk`);
  const done = DONE.find((one) => one === web.url.searchParams.get('done'));
  const over = lang.t('meetings.desk.over', { number: meeting.number });
  const main = DeskPage({
    ...{ of, lang, zone: forum.zone, title: lang.t('meetings.desk.title'), over, here },
    ...{
      desks: await desksOf(db, forum.id, { meeting: meeting.id }),
      ready: state === 'called' || state === 'running',
    },
    // The program for halls opens from its own address; which meeting it is stands behind the "#".
    takeHref: `/phone/desk#/take${web.at(meetingPath(meeting))}`,
    done: done ? lang.t(`meetings.desk.done_${done}`) : null,
  });
  const crumbs = isPublic(meeting)
    ? [{ label: lang.pick(meeting.call.title), href: web.at(meetingPath(meeting)) }]
    : [];
  return page({ title: lang.t('meetings.desk.title'), crumbs, menu: 'decisions', main, noindex: true }, status);
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const json = (value: unknown): Answer => ({ kind: 'file', type: 'application/json', body: JSON.stringify(value) });

/** A desk in a hall speaks JSON; the page of the meeting sends the file by a form. */
async function delivered(web: Web, bringIn: Command<BringingInput, Receipt>): Promise<Answer> {
  const meeting = await asked(web);
  const isDesk = !(web.header('accept') ?? '').includes('html');
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readDelivery(posted.value);
  if (!meeting) return isDesk && read.ok ? NONE : forKeeper(web).then((found) => (isAnswer(found) ? found : NONE));
  const brought = read.ok
    ? await web.perform(bringIn, {
        ...{ meeting: meeting.id, desk: read.value.desk, delivery: read.value.id },
        secretHash: isDesk && read.value.secret ? hashOf(read.value.secret) : null,
        operations: read.value.operations,
      })
    : read;
  if (brought.ok) return isDesk ? json(brought.value) : redirect(`${web.at(meetingPath(meeting))}/desk?done=brought`);
  if (isDesk || brought.refusal.kind === 'forbidden' || brought.refusal.kind === 'sign_in')
    return refused(brought.refusal);
  const { refusal } = brought;
  const said = [{ field: 'delivery', message: refusal.fields?.[0]?.message ?? refusal.message }];
  return show(web, meeting, filled(web.lang, {}, said), 422);
}

/** Taking a meeting to the hall, calling it back, and bringing it in. */
export const deskRoutes = (bringIn: Command<BringingInput, Receipt>): readonly Route[] => [
  get('/meetings/:number/desk', async (web) => {
    const found = await forKeeper(web);
    return isAnswer(found) ? found : show(web, found, filled(web.lang));
  }),
  post('/meetings/:number/desk', async (web) => {
    const found = await forKeeper(web);
    if (isAnswer(found)) return found;
    const posted = await web.posted();
    const read = posted.ok ? readTaking(posted.value) : posted;
    if (!read.ok) return refused(read.refusal);
    const { desk, secret } = read.value;
    const taken = await web.perform(takeOut, { meeting: found.id, desk, secretHash: hashOf(secret) });
    return taken.ok ? json(taken.value) : refused(taken.refusal);
  }),
  post('/meetings/:number/desk/recall', async (web) => {
    const found = await forKeeper(web);
    if (isAnswer(found)) return found;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readRecall(posted.value);
    const done = read.ok ? await web.perform(recallDesk, { meeting: found.id, ...read.value }) : read;
    if (done.ok) return redirect(`${web.at(meetingPath(found))}/desk?done=recalled`);
    if (done.refusal.kind !== 'bad_input') return refused(done.refusal);
    return show(web, found, filled(web.lang, keep(posted.value), done.refusal.fields ?? []), 422);
  }),
  post('/meetings/:number/desk/delivery', (web) => delivered(web, bringIn)),
];
