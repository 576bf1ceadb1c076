import { type Answer, getTop, page, postTop, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { calendarOf } from '#core/time/calendars/known.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayKeepCalendar } from '../access.ts';
import { readDay, readWithdrawal } from '../forms.ts';
import { addCalendarDay, withdrawCalendarDay } from './commands.ts';
import { CalendarPage } from './pages/calendar-page.tsx';
import { WithdrawalForm } from './pages/withdrawal-form.tsx';
import { addedDays } from './queries.ts';
import type { AddedDay } from './schema.ts';

const here = (web: Web, country: string): string => web.at(`/calendars/${country}`);
const NOT_THERE = (found: string): Answer =>
  refused({ kind: 'not_found', message: message('obligations.refused.no_calendar', { country: found }) });

async function show(web: Web, of: Filled): Promise<Answer> {
  const { lang, params, db } = web;
  const calendar = calendarOf(params.country ?? '');
  if (!calendar) return NOT_THERE((params.country ?? '').slice(0, 8));
  const { country } = calendar;
  const done = web.url.searchParams.get('done');
  const main = CalendarPage({
    ...{ of, country, days: await addedDays(db, country), here: here(web, country) },
    mayKeep: mayKeepCalendar(web.actor).may,
    done: done === 'added' || done === 'withdrawn' ? lang.t(`obligations.calendar.done_${done}`) : null,
  });
  const title = lang.t('obligations.calendar.title', { country: lang.country(country) });
  return page({ title, main, description: lang.t('obligations.calendar.lede') }, of.errors.length > 0 ? 422 : 200);
}

/** Why whoever asks may not keep the calendar, as an answer; null: they may. */
function stranger(web: Web): Answer | null {
  const verdict = mayKeepCalendar(web.actor);
  if (verdict.may) return null;
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

async function add(web: Web): Promise<Answer> {
  const no = stranger(web);
  if (no) return no;
  const calendar = calendarOf(web.params.country ?? '');
  if (!calendar) return NOT_THERE('');
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readDay(posted.value, calendar.country);
  const made = read.ok ? await web.perform(addCalendarDay, read.value) : read;
  if (made.ok) return redirect(`${here(web, calendar.country)}?done=added`);
  return made.refusal.fields
    ? show(web, filled(web.lang, keep(posted.value), made.refusal.fields))
    : refused(made.refusal);
}

async function dayToWithdraw(web: Web): Promise<AddedDay | Answer> {
  const no = stranger(web);
  if (no) return no;
  const days = await addedDays(web.db, (web.params.country ?? '').toUpperCase());
  const day = days.find((one) => one.id === web.params.day && one.withdrawn === null);
  return day ?? refused({ kind: 'not_found', message: message('obligations.calendar.no_such') });
}

const isAnswer = (found: AddedDay | Answer): found is Answer => !('country' in found);

function withdrawalPage(web: Web, day: AddedDay, of: Filled): Answer {
  const back = here(web, day.country);
  const main = WithdrawalForm({ of, day, back, action: `${back}/${day.id}/withdrawal` });
  const title = web.lang.t('obligations.calendar.withdraw_title');
  return page({ title, main, noindex: true }, of.errors.length > 0 ? 422 : 200);
}

/** The calendar of a country: what decrees added to it. It counts in the whole installation. */
export const calendarRoutes: readonly Route[] = [
  getTop('/calendars/:country', (web) => show(web, filled(web.lang))),
  postTop('/calendars/:country', add),
  getTop('/calendars/:country/:day/withdrawal', async (web) => {
    const day = await dayToWithdraw(web);
    return isAnswer(day) ? day : withdrawalPage(web, day, filled(web.lang));
  }),
  postTop('/calendars/:country/:day/withdrawal', async (web) => {
    const day = await dayToWithdraw(web);
    if (isAnswer(day)) return day;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readWithdrawal(posted.value, day.id);
    const made = read.ok ? await web.perform(withdrawCalendarDay, read.value) : read;
    if (made.ok) return redirect(`${here(web, day.country)}?done=withdrawn`);
    return made.refusal.fields
      ? withdrawalPage(web, day, filled(web.lang, keep(posted.value), made.refusal.fields))
      : refused(made.refusal);
  }),
];
