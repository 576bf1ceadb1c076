import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, type Kept, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { rowsIn, rowsWritten } from '../../forms.ts';
import { type PlanHead, pointsOf } from '../queries.ts';
import { again, planToWrite, writingPage } from '../routes.ts';
import { isAdopted, stageOn } from '../rules.ts';
import { writePoints } from './commands.ts';
import { POINT_ROWS, pointValues, readPoints } from './forms.ts';
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
  if (isChangedMeanwhile(made.refusal)) {
    const now = pointValues(await pointsOf(web.db, head.value.plan));
    const of = mergedWith(web.lang, now, keep(posted.value), { lists: POINT_ROWS });
    return show(web, head.value, of.values, rowsIn(of.values, 'point'), of.errors);
  }
  const { points, seen } = read.value;
  const values = { ...pointValues(points), [SEEN]: seen ?? '' };
  return again(made, (errors) => show(web, head.value, values, points.length, errors));
}

export const pointRoutes: readonly Route[] = [
  get('/plans/:plan/points', async (web) => {
    const head = await planToWrite(web);
    if (!head.ok) return refused(head.refusal);
    const points = await pointsOf(web.db, head.value.plan);
    return show(web, head.value, withSeen(pointValues(points), POINT_ROWS), points.length);
  }),
  post('/plans/:plan/points', write),
];
