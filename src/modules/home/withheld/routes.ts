import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayWithhold } from '../access.ts';
import type { HomeNeeds } from '../schema.ts';
import type { WithheldCommands } from './commands.ts';
import { newDemand } from './forms.ts';
import { DemandPage } from './pages/demand.tsx';
import { DemandFormPage } from './pages/demand-form.tsx';
import { WithheldPage } from './pages/withheld.tsx';
import { demandOf, demandsOf, thingFound } from './queries.ts';
import { countsOf, mayBecome } from './rules.ts';
import { type Demand, OUTCOMES } from './schema.ts';

/** Only for those who keep the record: the refusal that others get. */
function notKeeper(web: Web): Answer | null {
  const verdict = mayWithhold(web.actor, web.forum.id);
  if (verdict.may) return null;
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

const nothing: Answer = refused({ kind: 'not_found', message: message('home.withheld.nothing_there') });

async function formPage(needs: HomeNeeds, web: Web, asked: { type: string; id: string }, of: Filled, status = 200) {
  const no = notKeeper(web);
  if (no) return no;
  const found = isId(asked.id) ? await thingFound(needs.things(), web.db, web.forum, asked) : null;
  if (!found) return nothing;
  const main = DemandFormPage({
    ...{ of, hidden: asked, thing: web.lang.say({ key: found.thing.name }), title: web.lang.pick(found.title) },
    ...{ action: web.at('/withheld'), back: web.at(found.path) },
  });
  return page({ title: web.lang.t('home.withheld.new'), main, noindex: true }, status);
}

async function enter(needs: HomeNeeds, commands: WithheldCommands, web: Web): Promise<Answer> {
  const no = notKeeper(web);
  if (no) return no;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { value } = posted;
  const again = (errors: Filled['errors']) =>
    formPage(
      needs,
      web,
      { type: value.text('type'), id: value.text('id') },
      filled(web.lang, keep(value), errors),
      422,
    );
  const given = newDemand(value, web.today);
  if (!given.ok) return again(given.refusal.fields ?? []);
  if (!isId(given.value.id)) return nothing;
  const letters = await takeUploads(needs.files, value.files('letter').slice(0, 1), 'evidence');
  if (!letters.ok) return again(letters.refusal.fields ?? []);
  const entered = await web.perform(commands.enterDemand, { ...given.value, letter: letters.value[0] ?? null });
  return entered.ok ? redirect(web.at(`/withheld/${entered.value.demand}`)) : refused(entered.refusal);
}

/** Demands to take something down: the public page of counts, and the cases of those who keep the record. */
export const withheldRoutes = (needs: HomeNeeds, commands: WithheldCommands): readonly Route[] => [
  get('/withheld', async (web) => {
    const { lang, db, forum, actor, at } = web;
    const demands = await demandsOf(db, forum);
    const staff = mayWithhold(actor, forum.id).may;
    const kinds = new Map(
      await Promise.all(
        demands.map(async ({ id, object }) => [id, await thingFound(needs.things(), db, forum, object)] as const),
      ),
    );
    const kindOf = ({ id, object }: Demand): string => {
      const found = kinds.get(id);
      return found ? lang.say({ key: found.thing.name }) : object.type;
    };
    const main = WithheldPage({ lang, at, staff, counts: countsOf(demands), demands, kindOf });
    return page({ title: lang.t('home.withheld.title'), description: lang.t('home.withheld.lede'), main });
  }),
  get('/withheld/new', async (web) => {
    const asked = { type: web.url.searchParams.get('type') ?? '', id: web.url.searchParams.get('id') ?? '' };
    return formPage(needs, web, asked, filled(web.lang, { on: web.today }));
  }),
  post('/withheld', (web) => enter(needs, commands, web)),
  get('/withheld/:demand', async (web) => {
    const no = notKeeper(web);
    if (no) return no;
    const { lang, forum, at, params } = web;
    const demand = await demandOf(web.db, forum, params.demand ?? '');
    if (!demand) return refused({ kind: 'not_found', message: message('home.withheld.no_demand') });
    const next = OUTCOMES.filter((outcome) => mayBecome(demand.outcome, outcome));
    const found = await thingFound(needs.things(), web.db, forum, demand.object);
    const main = DemandPage({
      ...{ lang, at, demand, next, thing: found ? lang.say({ key: found.thing.name }) : demand.object.type },
      letter: demand.file ? `/files/${forum.id}/${demand.file}` : null,
    });
    const crumbs = [{ label: lang.t('home.withheld.title'), href: at('/withheld') }];
    return page({ title: lang.t('home.withheld.case'), crumbs, main, noindex: true });
  }),
  post('/withheld/:demand/outcomes', async (web) => {
    const no = notKeeper(web);
    if (no) return no;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const outcome = OUTCOMES.find((one) => one === posted.value.text('outcome'));
    const { demand = '' } = web.params;
    if (!outcome || !isId(demand)) return refused({ kind: 'not_found', message: message('home.withheld.no_demand') });
    const decided = await web.perform(commands.decideDemand, { demand, outcome });
    return decided.ok ? redirect(web.at(`/withheld/${demand}`)) : refused(decided.refusal);
  }),
];
