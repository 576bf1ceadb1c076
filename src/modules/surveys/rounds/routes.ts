import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { personOf } from '#core/way.ts';
import { placesById } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { countsOf } from '../keeping/queries.ts';
import type { SurveyNeeds } from '../needs/schema.ts';
import { SurveyTabs } from '../pages/parts/tabs.tsx';
import { editionOf } from '../questionnaires/queries.ts';
import { languageFor, wordsIn } from '../questionnaires/rules.ts';
import { keeps } from '../routes.ts';
import { closeRound } from './commands.ts';
import { isRound, keptRound } from './declaring/routes.ts';
import { assignmentsTo, handedIn } from './interviewers/queries.ts';
import { ClosingPage } from './pages/closing-page.tsx';
import { RoundPage } from './pages/round-page.tsx';
import { RoundsList } from './pages/rounds-list.tsx';
import { declarationsOf, roundAfter, roundById, roundByNumber, roundsOf } from './queries.ts';
import { pathOf } from './rules.ts';
import type { Round } from './schema.ts';

const DONE = ['declared', 'changed', 'closed'] as const;

async function list(web: Web): Promise<Answer> {
  const { lang, db, forum, today } = web;
  const at = (path: string) => web.at(path);
  const tabs = SurveyTabs({ lang, at, current: 'rounds' });
  const rounds = await roundsOf(db, forum.id);
  const mine = await myRounds(web, rounds);
  const main = RoundsList({ lang, at, today, rounds, mine, mayKeep: keeps(web), tabs });
  return page({ title: lang.t('surveys.doing'), description: lang.t('surveys.list.lede'), menu: 'surveys', main });
}

/** Where whoever looks asks now, and how far they are. */
async function myRounds({ db, forum, actor }: Web, rounds: readonly Round[]) {
  const person = personOf(actor);
  if (!person) return [];
  const found: { readonly round: Round; readonly done: number; readonly wanted: number | null }[] = [];
  for (const { round: id, place, wanted } of await assignmentsTo(db, forum.id, person)) {
    const round = rounds.find((one) => one.id === id && !one.closure);
    if (!round) continue;
    const own = (await handedIn(db, forum.id, id)).filter((one) => one.person === person);
    const there = own.filter((one) => !place || one.place === place);
    found.push({ round, wanted, done: there.reduce((n, one) => n + one.n, 0) });
  }
  return found;
}

/** Everything about one round that everybody may read, with the deeds of its keepers. */
async function one(needs: SurveyNeeds, web: Web): Promise<Answer> {
  const { lang, db, forum, today } = web;
  const round = await roundByNumber(db, forum.id, web.params.number ?? '');
  if (!round) return refused({ kind: 'not_found', message: message('surveys.round.none') });
  const { declaration } = round;
  const edition = await editionOf(db, forum.id, declaration.questionnaire, declaration.edition);
  const plans = declaration.plan ? await needs.plans(db, forum, today) : [];
  const plan = plans.find(({ id }) => id === declaration.plan);
  const places = await placesById(
    db,
    forum.id,
    declaration.places.map(({ place }) => place),
  );
  const done = DONE.find((one) => one === web.url.searchParams.get('done'));
  const main = RoundPage({
    ...{ lang, round, today, here: web.at(pathOf(round)), at: (path) => web.at(path), mayKeep: keeps(web) },
    questionnaire: edition
      ? wordsIn(edition.content.title, languageFor(edition.content, lang.code), edition.content.languages).text
      : '',
    plan: plan ? lang.pick(plan.title) : null,
    placeName: (id) => {
      const place = places.find((place) => place.id === id);
      return place ? lang.pick(place.name) : lang.t('surveys.round.no_place');
    },
    counts: await countsOf(db, forum.id, round.id),
    said: await declarationsOf(db, forum.id, round.id),
    before: round.after ? await roundById(db, forum.id, round.after) : null,
    after: await roundAfter(db, forum.id, round.id),
    done: done ? lang.t(`surveys.done.${done}`) : null,
  });
  const title = lang.pick(declaration.title);
  return page({ title, crumbs: crumbs(web), menu: 'surveys', main });
}

const crumbs = (web: Web) => [{ label: web.lang.t('surveys.menu'), href: web.at('/surveys') }];

async function closing(web: Web, round: Round, of: Filled): Promise<Answer> {
  const { lang } = web;
  const main = ClosingPage({ of, round, today: web.today, here: web.at(pathOf(round)) });
  const title = lang.t('surveys.closing.title', { number: round.number });
  return page({ title, crumbs: crumbs(web), menu: 'surveys', main, noindex: true }, of.errors.length > 0 ? 422 : 200);
}

async function close(web: Web, round: Round): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const reason = posted.value.text('reason').trim() || null;
  const kind: 'given_up' | 'closed' = posted.value.text('kind') === 'given_up' ? 'given_up' : 'closed';
  const made = await web.perform(closeRound, { round: round.id, kind, reason });
  if (made.ok) return redirect(`${web.at(pathOf(round))}?done=closed`);
  const { message: what, fields } = made.refusal;
  return closing(web, round, filled(web.lang, keep(posted.value), fields ?? [{ field: 'reason', message: what }]));
}

/** What everybody reads of rounds, and their end. */
export const roundRoutes = (needs: SurveyNeeds): readonly Route[] => [
  get('/surveys', list),
  get('/surveys/:number', (web) => one(needs, web)),
  get('/surveys/:number/closure', async (web) => {
    const round = await keptRound(web);
    return isRound(round) ? closing(web, round, filled(web.lang, { kind: 'closed' })) : round;
  }),
  post('/surveys/:number/closure', async (web) => {
    const round = await keptRound(web);
    return isRound(round) ? close(web, round) : round;
  }),
];
