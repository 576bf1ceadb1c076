import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, type Kept, keep } from '#ui/filled.ts';
import { rowsWritten } from '../../forms.ts';
import { type PlanHead, pointsOf } from '../queries.ts';
import { again, planToWrite, writingPage } from '../routes.ts';
import { isAdopted, stageOn } from '../rules.ts';
import { writePoints } from './commands.ts';
import { pointValues, readPoints } from './forms.ts';
import { PointsPage } from './pages/points-page.tsx';

const FREE_ROWS = 3;

function show(web: Web, head: PlanHead, values: Kept, written: number, errors: Filled['errors'] = []): Answer {
  const asked = web.url.searchParams.get('done');
  const main = PointsPage({
    of: filled(web.lang, values, errors),
    plan: web.at(`/plans/${head.plan.slug}`),
    name: web.lang.pick(head.plan.title),
    own: head.plan.language,
    rows: written + FREE_ROWS,
    firstEmpty: written,
    adopted: isAdopted(stageOn(head.stages, web.today)),
    done: asked === 'created' || asked === 'saved' ? asked : null,
  });
  const status = errors.length > 0 ? 422 : 200;
  return page(writingPage(web, head, web.lang.t('plans.plan.points.title'), main), status);
}

async function write(web: Web): Promise<Answer> {
  const head = await planToWrite(web);
  if (!head.ok) return refused(head.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readPoints(posted.value, head.value.plan.id);
  if (!read.ok) {
    const written = rowsWritten(posted.value, 'point');
    return again(read, (errors) => show(web, head.value, keep(posted.value), written, errors));
  }
  const made = await web.perform(writePoints, read.value);
  if (made.ok) return redirect(`${web.at(`/plans/${made.value.slug}/points`)}?done=saved`);
  const { points } = read.value;
  return again(made, (errors) => show(web, head.value, pointValues(points), points.length, errors));
}

export const pointRoutes: readonly Route[] = [
  get('/plans/:plan/points', async (web) => {
    const head = await planToWrite(web);
    if (!head.ok) return refused(head.refusal);
    const points = await pointsOf(web.db, head.value.plan);
    return show(web, head.value, pointValues(points), points.length);
  }),
  post('/plans/:plan/points', write),
];
