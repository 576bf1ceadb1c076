import type { Command } from '#core/command.ts';
import type { Result } from '#core/errors/result.ts';
import {
  type Answer,
  type Crumb,
  get,
  type Page,
  type Posted,
  page,
  post,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { message } from '#core/i18n/message.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import { type Filled, filled, type Kept, keep } from '#ui/filled.ts';
import { mayKeepMeetings } from './access.ts';
import { meetingOf } from './calls/queries.ts';
import { isPublic, meetingPath } from './calls/rules.ts';
import type { Meeting } from './calls/schema.ts';

export const meetingsCrumb = (web: Web): Crumb => ({ label: web.lang.t('meetings.menu'), href: web.at('/meetings') });
export const meetingCrumb = (web: Web, meeting: Meeting): Crumb => ({
  label: titleOf(web.lang, meeting),
  href: web.at(meetingPath(meeting)),
});
export const titleOf = (lang: Lang, { number }: Pick<Meeting, 'number'>): string =>
  lang.t('meetings.meeting_no', { number });

export const keepsMeetings = (web: Web): boolean => mayKeepMeetings(web.actor, web.forum).may && !web.sight.preview;

/** A page with a form, not for search engines; refused input is answered with 422. */
export const formPage = (web: Web, title: string, crumbs: readonly Crumb[], main: Page['main'], of: Filled): Answer =>
  page(
    { title, crumbs: [meetingsCrumb(web), ...crumbs], menu: 'decisions', main, noindex: true },
    of.errors.length > 0 ? 422 : 200,
  );

const NONE = refused({ kind: 'not_found', message: message('meetings.refused.no_meeting') });

/** The meeting of the address, as far as this reader may see it: a draft is its keepers' alone. */
export async function meetingSeen(web: Web): Promise<{ readonly meeting: Meeting } | Answer> {
  const number = web.params.number ?? '';
  const meeting = /^[1-9]\d{0,5}$/.test(number)
    ? await meetingOf(web.db, web.forum.id, { number: Number(number) })
    : null;
  return meeting && (isPublic(meeting) || keepsMeetings(web)) ? { meeting } : NONE;
}

/** The same for those who keep meetings; others hear that they may not. */
export async function meetingKept(web: Web): Promise<{ readonly meeting: Meeting } | Answer> {
  return keeperOnly(web) ?? meetingSeen(web);
}

/** Why whoever asks does not keep meetings, as an answer; null: they do. */
export function keeperOnly(web: Web): Answer | null {
  const verdict = mayKeepMeetings(web.actor, web.forum);
  if (verdict.may) return null;
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

const isAnswer = (found: object): found is Answer => 'kind' in found;
/** What stands at an address, for routes that show it. */
export const withOpened =
  <T extends object>(
    open: (web: Web) => Promise<T | Answer>,
    show: (web: Web, opened: T) => Promise<Answer> | Answer,
  ) =>
  async (web: Web): Promise<Answer> => {
    const opened = await open(web);
    return isAnswer(opened) ? opened : show(web, opened);
  };

/** One form: whom it is shown to, with what in it, how it is read, which deed it asks for, where it leads. */
export interface FormOf<T, I, O> {
  readonly open: (web: Web) => Promise<T | Answer>;
  readonly values?: (web: Web, opened: T) => Promise<Kept> | Kept;
  readonly show: (web: Web, opened: T, of: Filled) => Promise<Answer> | Answer;
  readonly read: (web: Web, opened: T, posted: Posted) => Promise<Result<I>> | Result<I>;
  readonly deed: Command<I, O>;
  /** Below the forum, with what was done: "/meetings/4?done=invited". */
  readonly to: (opened: T, made: O) => string;
}

/** The two routes of a form; a refusal with fields shows it again with what was typed, any other is its own page. */
export function formRoutes<T extends object, I, O>(path: string, form: FormOf<T, I, O>): readonly Route[] {
  return [
    get(
      path,
      withOpened(form.open, async (web, opened) =>
        form.show(web, opened, filled(web.lang, (await form.values?.(web, opened)) ?? {})),
      ),
    ),
    postRoute(path, form),
  ];
}

/** The deed alone, where its form stands in another page. */
export const postRoute = <T extends object, I, O>(path: string, form: Omit<FormOf<T, I, O>, 'values'>): Route =>
  post(
    path,
    withOpened(form.open, async (web, opened) => {
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const read = await form.read(web, opened, posted.value);
      const made = read.ok ? await web.perform(form.deed, read.value) : read;
      if (made.ok) return redirect(web.at(form.to(opened, made.value)));
      const { fields } = made.refusal;
      return fields ? form.show(web, opened, filled(web.lang, keep(posted.value), fields)) : refused(made.refusal);
    }),
  );

/** The sentence of what was just done, from `?done=`. */
export function doneHere<T extends string>(web: Web, known: readonly T[]): string | null {
  const what = known.find((one) => one === web.url.searchParams.get('done'));
  return what ? web.lang.say({ key: `meetings.done.${what}` }) : null;
}

/** Organisations to choose from, in the order of the reader's alphabet. */
export const bodyOptions = async ({ db, forum, lang }: Web) =>
  (await bodiesOf(db, forum.id))
    .map((body) => ({ value: body.id as string, label: lang.pick(body.name) }))
    .sort((a, b) => lang.compare(a.label, b.label));
