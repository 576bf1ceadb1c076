import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { again } from '../../plan/routes.ts';
import { withdrawalOf } from '../queries.ts';
import { measurePage, measureToWrite, type Written } from '../routes.ts';
import { withdrawMeasure } from './commands.ts';
import { readWithdrawal } from './forms.ts';
import { WithdrawalPage } from './pages/withdrawal-page.tsx';

async function show(web: Web, written: Written, of: Filled): Promise<Answer> {
  const { at, name, adopted, head } = written;
  const withdrawn = (await withdrawalOf(web.db, written.measure)) !== undefined;
  const main = WithdrawalPage({ of, measure: at, name, own: head.plan.language, adopted, withdrawn });
  const title = web.lang.t('plans.measures.withdrawals.title');
  return page(measurePage(web, written, title, main), of.errors.length > 0 ? 422 : 200);
}

async function withdraw(web: Web): Promise<Answer> {
  const found = await measureToWrite(web);
  if (!found.ok) return refused(found.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readWithdrawal(posted.value, found.value.measure.id);
  const made = read.ok ? await web.perform(withdrawMeasure, read.value) : read;
  if (made.ok) return redirect(`${found.value.at}?done=withdrawal`);
  return again(made, (errors) => show(web, found.value, filled(web.lang, keep(posted.value), errors)));
}

export const withdrawalRoutes: readonly Route[] = [
  get('/plans/:plan/measures/:measure/withdrawal', async (web) => {
    const found = await measureToWrite(web);
    return found.ok ? show(web, found.value, filled(web.lang)) : refused(found.refusal);
  }),
  post('/plans/:plan/measures/:measure/withdrawal', withdraw),
];
