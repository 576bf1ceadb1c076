import { type Answer, getTop, page, postTop, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayRunInstallation, maySitAtDesk } from '../access.ts';
import { answerDuty } from './commands.ts';
import { dutyAnswers } from './forms.ts';
import { DutiesPage } from './pages/duties.tsx';
import { dutiesSeen } from './queries.ts';
import type { DutySeen } from './schema.ts';

/** For whoever signed in: staff see why their form is closed; only the operator answers. */
async function dutiesPage(web: Web, of: Filled | null, status = 200): Promise<Answer> {
  const signedIn = maySitAtDesk(web.actor);
  if (!signedIn.may) return refused({ kind: 'sign_in', message: signedIn.reason });
  const { lang, forum, url, at } = web;
  const duties = await dutiesSeen(web.db, forum);
  const main = DutiesPage({
    ...{ lang, duties, of: of ?? filled(lang, valuesOf(duties)), action: at('/duties') },
    mayAnswer: mayRunInstallation(web.actor).may,
    saved: url.searchParams.get('done') === 'saved',
    next: at('/start'),
  });
  return page({ title: lang.t('home.duties.title'), main, noindex: true }, status);
}

const valuesOf = (duties: readonly DutySeen[]): Filled['values'] =>
  Object.fromEntries(
    duties.flatMap(({ id, answer }) =>
      answer
        ? [
            [`answer_${id}`, answer.is],
            [`because_${id}`, answer.because],
          ]
        : [],
    ),
  );

export const dutyRoutes: readonly Route[] = [
  getTop('/duties', (web) => dutiesPage(web, null)),
  postTop('/duties', async (web) => {
    const verdict = mayRunInstallation(web.actor);
    if (!verdict.may)
      return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const answers = dutyAnswers(posted.value, web.forum.country);
    if (!answers.ok) return dutiesPage(web, filled(web.lang, keep(posted.value), answers.refusal.fields ?? []), 422);
    const before = new Map((await dutiesSeen(web.db, web.forum)).map(({ id, answer }) => [id, answer]));
    for (const one of answers.value) {
      const same = before.get(one.duty);
      if (same?.is === one.answer && same.because === one.because) continue;
      const answered = await web.perform(answerDuty, one);
      if (!answered.ok) return refused(answered.refusal);
    }
    return redirect(web.at('/duties?done=saved'));
  }),
];
