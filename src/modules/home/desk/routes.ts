import { bodiesOf } from '#core/actor.ts';
import { get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { keepsForum, mayEnterFacts, mayRunInstallation, maySitAtDesk } from '../access.ts';
import type { HomeNeeds } from '../schema.ts';
import { DeskPage, type Tool } from './pages/desk.tsx';
import { deskOf } from './queries.ts';

/** What I owe here, what waits for me, and where I work. */
const desk = (needs: Pick<HomeNeeds, 'toTell'>): Route =>
  get('/desk', async (web) => {
    const verdict = maySitAtDesk(web.actor);
    if (!verdict.may) return refused({ kind: 'sign_in', message: verdict.reason });
    const { lang, today, actor, forum, at } = web;
    const of = (role: string): boolean => bodiesOf(actor, role, forum.id).length > 0;
    const main = DeskPage({
      ...{ lang, today, at },
      desk: await deskOf(web.db, forum, actor, keepsForum(actor, forum.id), today),
      tools: toolsOf(web),
      toTell: keepsForum(actor, forum.id) ? await needs.toTell(web) : null,
      acts: of('executor') || of('member'),
      judges: of('evaluator'),
    });
    return page({ title: lang.t('home.desk.title'), main, noindex: true });
  });

/** The pages of work, for those who may use them; each asks again. */
function toolsOf({ lang, actor, forum, at }: Web): readonly Tool[] {
  const tools: Tool[] = [];
  const tool = (label: string, path: string) => tools.push({ label, href: at(path) });
  if (keepsForum(actor, forum.id) && forum.kind === 'living') {
    tool(lang.t('home.desk.people'), '/people');
    tool(lang.t('home.desk.plans'), '/plans');
    tool(lang.t('home.front.new_plan'), '/plans/new');
    tool(lang.t('home.front.import_plan'), '/plans/import');
    tool(lang.t('home.desk.places'), '/places');
    tool(lang.t('home.desk.bodies'), '/bodies');
    tool(lang.t('home.desk.import_places'), '/places/import');
  }
  if (mayEnterFacts(actor, forum.id).may) tool(lang.t('home.fact.add'), '/facts/new');
  if (forum.demonstration && mayRunInstallation(actor).may) tool(lang.t('home.desk.demo_removal'), '/demo/removal');
  return tools;
}

export const deskRoutes = (needs: Pick<HomeNeeds, 'toTell'>): readonly Route[] => [desk(needs)];
