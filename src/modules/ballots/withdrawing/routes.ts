import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { Fields } from '../forms.ts';
import { again, formPage, isBallot, keptBallot } from '../routes.ts';
import { MOST, pathOf } from '../rules.ts';
import type { Ballot } from '../schema.ts';
import { withdrawBallot } from './commands.ts';
import { WithdrawalForm } from './pages/withdrawal-form.tsx';

function form(web: Web, ballot: Ballot, of: Filled): Answer {
  const back = web.at(pathOf(ballot));
  const main = WithdrawalForm({ of, ballot, back, languages: web.forum.languages, action: `${back}/withdrawal` });
  return formPage(web, web.lang.t('ballots.withdrawing.title'), ballot, main, of);
}

/** A wrong ballot is taken back. */
export const withdrawingRoutes: readonly Route[] = [
  get('/ballots/:number/withdrawal', async (web) => {
    const found = await keptBallot(web);
    return isBallot(found) ? form(web, found, filled(web.lang)) : found;
  }),
  post('/ballots/:number/withdrawal', async (web) => {
    const found = await keptBallot(web);
    if (!isBallot(found)) return found;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = new Fields(posted.value);
    const given = read.end({
      ballot: found.id,
      reason: read.lines('reason', MOST.reason, message('ballots.withdrawing.wrong.reason')),
    });
    const made = given.ok ? await web.perform(withdrawBallot, given.value) : given;
    if (made.ok) return redirect(`${web.at(pathOf(made.value))}?done=withdrawn`);
    return form(web, found, again(web, posted.value, made.refusal, `reason_${web.forum.languages[0] ?? 'az'}`));
  }),
];
