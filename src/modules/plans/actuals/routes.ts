import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { bodyOptions, measurePage, measureToWrite, type Written } from '../measures/routes.ts';
import { again } from '../plan/routes.ts';
import { indicatorsAsked } from '../reports/queries.ts';
import { recordActuals } from './commands.ts';
import { readMeasured } from './forms.ts';
import { ActualsPage } from './pages/actuals-page.tsx';

async function show(web: Web, written: Written, of: Filled): Promise<Answer> {
  const { at, name, adopted, measure } = written;
  const main = ActualsPage({
    of,
    measure: at,
    name,
    adopted,
    today: web.today,
    indicators: await indicatorsAsked(web.db, web.forum.id, measure.id),
    bodies: await bodyOptions(web),
  });
  return page(measurePage(web, written, web.lang.t('plans.actuals.title'), main), of.errors.length > 0 ? 422 : 200);
}

async function record(web: Web): Promise<Answer> {
  const found = await measureToWrite(web);
  if (!found.ok) return refused(found.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { measure, at } = found.value;
  const indicators = await indicatorsAsked(web.db, web.forum.id, measure.id);
  const read = readMeasured(posted.value, { measure: measure.id, indicators, today: web.today });
  const made = read.ok ? await web.perform(recordActuals, read.value) : read;
  if (made.ok) return redirect(`${at}?done=actual#indicators`);
  return again(made, (errors) => show(web, found.value, filled(web.lang, keep(posted.value), errors)));
}

export const actualRoutes: readonly Route[] = [
  get('/plans/:plan/measures/:measure/actuals', async (web) => {
    const found = await measureToWrite(web);
    return found.ok ? show(web, found.value, filled(web.lang, { on_day: web.today })) : refused(found.refusal);
  }),
  post('/plans/:plan/measures/:measure/actuals', record),
];
