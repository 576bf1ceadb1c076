import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayEnterFacts } from '../access.ts';
import { enterFacts } from './commands.ts';
import { newFact } from './forms.ts';
import { FactFormPage } from './pages/fact-form.tsx';

function formPage(web: Web, of: Filled, status: number): Answer {
  const verdict = mayEnterFacts(web.actor, web.forum.id);
  if (!verdict.may)
    return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
  const main = FactFormPage({ of, action: web.at('/facts'), back: web.at('') });
  return page({ title: web.lang.t('home.fact.add'), main, noindex: true }, status);
}

const enter: Route = post('/facts', async (web) => {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const again = (errors: Filled['errors']) => formPage(web, filled(web.lang, keep(posted.value), errors), 422);
  const fact = newFact(posted.value, web.lang.code);
  if (!fact.ok) return again(fact.refusal.fields ?? []);
  const entered = await web.perform(enterFacts, { facts: [fact.value] });
  if (!entered.ok) return refused(entered.refusal);
  return redirect(web.at('?done=entered'));
});

export const factRoutes: readonly Route[] = [
  get('/facts/new', async (web) => formPage(web, filled(web.lang), 200)),
  enter,
];
