import type { Verdict } from '#core/command.ts';
import type { FieldError, Result } from '#core/errors/result.ts';
import { type Answer, type Crumb, type Page, type Posted, page, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';

/** Why whoever asks may not, as an answer; null: they may. */
export function stranger(web: Web, verdict: Verdict): Answer | null {
  if (verdict.may) return null;
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

export const membersCrumb = (web: Web): Crumb => ({ label: web.lang.t('forum.menu'), href: web.at('/members') });

/** A page with a form, not for search engines; refused input is answered with 422. */
export const formPage = (web: Web, title: string, crumbs: readonly Crumb[], main: Page['main'], of: Filled): Answer =>
  page(
    { title, crumbs: [membersCrumb(web), ...crumbs], menu: 'decisions', main, noindex: true },
    of.errors.length > 0 ? 422 : 200,
  );

/** A refusal with fields shows the form again with what was typed; any other is its own page. */
export function again(
  web: Web,
  posted: Posted,
  made: Result<unknown>,
  show: (of: Filled) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  if (made.ok) throw new Error('nothing was refused');
  const fields: readonly FieldError[] | undefined = made.refusal.fields;
  return fields ? show(filled(web.lang, keep(posted), fields)) : refused(made.refusal);
}

/** The sentence of what was just done, from `?done=`. */
export function doneHere<T extends string>(
  { url, lang }: Web,
  known: readonly T[],
  key: (done: T) => string,
): string | null {
  const what = known.find((one) => one === url.searchParams.get('done'));
  return what ? lang.say({ key: key(what) }) : null;
}
