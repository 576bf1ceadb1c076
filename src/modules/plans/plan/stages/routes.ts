import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import type { PlanHead } from '../queries.ts';
import { again, planToWrite, writingPage } from '../routes.ts';
import { enterStage } from './commands.ts';
import { readStage } from './forms.ts';
import { StagesPage } from './pages/stages-page.tsx';

function show(web: Web, head: PlanHead, of: Filled, status = 200): Answer {
  const main = StagesPage({
    of,
    plan: web.at(`/plans/${head.plan.slug}`),
    name: web.lang.pick(head.plan.title),
    stages: head.stages,
    today: web.today,
    saved: web.url.searchParams.get('done') === 'entered',
  });
  return page(writingPage(web, head, web.lang.t('plans.plan.stages.title'), main), status);
}

async function enter(web: Web): Promise<Answer> {
  const head = await planToWrite(web);
  if (!head.ok) return refused(head.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readStage(posted.value, head.value.plan.id);
  const made = read.ok ? await web.perform(enterStage, read.value) : read;
  if (made.ok) return redirect(`${web.at(`/plans/${made.value.slug}/stages`)}?done=entered`);
  return again(made, (errors) => show(web, head.value, filled(web.lang, keep(posted.value), errors), 422));
}

export const stageRoutes: readonly Route[] = [
  get('/plans/:plan/stages', async (web) => {
    const head = await planToWrite(web);
    return head.ok ? show(web, head.value, filled(web.lang)) : refused(head.refusal);
  }),
  post('/plans/:plan/stages', enter),
];
