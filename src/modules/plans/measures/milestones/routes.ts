import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { again } from '../../plan/routes.ts';
import { measurePage, measureToWrite, type Written } from '../routes.ts';
import { closeMilestone } from './commands.ts';
import { readClosure } from './forms.ts';
import { MilestonesPage } from './pages/milestones-page.tsx';
import { openMilestones } from './queries.ts';

async function show(web: Web, written: Written, of: Filled): Promise<Answer> {
  const open = await openMilestones(web.db, written.measure);
  const { at, name, adopted } = written;
  const main = MilestonesPage({ of, measure: at, name, open, today: web.today, adopted });
  const title = web.lang.t('plans.measures.milestones.title');
  return page(measurePage(web, written, title, main), of.errors.length > 0 ? 422 : 200);
}

async function close(web: Web): Promise<Answer> {
  const found = await measureToWrite(web);
  if (!found.ok) return refused(found.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readClosure(posted.value, found.value.measure.id);
  const made = read.ok ? await web.perform(closeMilestone, read.value) : read;
  if (made.ok) return redirect(`${found.value.at}?done=milestone`);
  return again(made, (errors) => show(web, found.value, filled(web.lang, keep(posted.value), errors)));
}

export const milestoneRoutes: readonly Route[] = [
  get('/plans/:plan/measures/:measure/milestones', async (web) => {
    const found = await measureToWrite(web);
    return found.ok ? show(web, found.value, filled(web.lang)) : refused(found.refusal);
  }),
  post('/plans/:plan/measures/:measure/milestones', close),
];
