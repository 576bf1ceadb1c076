import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { again, formPage, isBallot, keptBallot } from '../routes.ts';
import { pathOf } from '../rules.ts';
import type { Ballot, BallotNeeds } from '../schema.ts';
import { closeBallot } from './commands.ts';
import { readClosing } from './forms.ts';
import { ClosingForm } from './pages/closing-form.tsx';

function form(web: Web, ballot: Ballot, of: Filled): Answer {
  const { lang } = web;
  const back = web.at(pathOf(ballot));
  const tie = ballot.opening?.book.rules.tie;
  const main = ClosingForm({
    ...{ of, ballot, back, action: `${back}/closure` },
    chairBy: tie?.value.how === 'chair' ? tie.article : null,
    lotBy: tie?.value.how === 'lot' ? tie.article : null,
    options: ballot.options.map(({ id, label }) => ({ value: id, label: lang.pick(label) })),
  });
  return formPage(web, lang.t('ballots.closing.title'), ballot, main, of);
}

/** Voting ends. */
export function closingRoutes(needs: BallotNeeds): readonly Route[] {
  const close = closeBallot(needs);
  return [
    get('/ballots/:number/closure', async (web) => {
      const found = await keptBallot(web);
      return isBallot(found) ? form(web, found, filled(web.lang)) : found;
    }),
    post('/ballots/:number/closure', async (web) => {
      const found = await keptBallot(web);
      if (!isBallot(found)) return found;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const read = readClosing(posted.value, found);
      const made = read.ok ? await web.perform(close, { ballot: found.id, ...read.value }) : read;
      if (made.ok) return redirect(`${web.at(pathOf(made.value))}?done=closed`);
      return form(web, found, again(web, posted.value, made.refusal, 'chair'));
    }),
  ];
}
