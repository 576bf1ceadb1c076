import { type Answer, get, page, type Route, type Web } from '#core/http/route.ts';
import { OpenNow, openOn } from '#modules/participation/contract.ts';
import { placesOf, standsOn } from '#modules/places/contract.ts';
import { type Front, frontOf, PlanCard } from '#modules/plans/contract.ts';
import { keepsForum, mayEnterFacts, mayOpen } from '../access.ts';
import { factsOf } from '../facts/queries.ts';
import { type Drawn, FrontPage } from './pages/front.tsx';
import { RecordPage } from './pages/record.tsx';
import type { Village } from './schema.ts';

/** The front page of a forum: of a living one its plans, of a record what was reported. */
const front: Route = get('', (web) => (web.forum.kind === 'record' ? record(web) : living(web)));

/** Of plans that this reader does not see. */
const NOTHING: Front = { cards: [], late: [], next: [], reports: [] };

async function living(web: Web): Promise<Answer> {
  const { lang, today, forum, at, sight } = web;
  const plansSeen = sight.shows('plans');
  const front = plansSeen ? await frontOf(web.db, forum, today) : NOTHING;
  const main = FrontPage({
    ...{ lang, today, at, front },
    plans: drawn(web, front),
    plansSeen,
    preparing: sight.inside && !sight.preview && !sight.openness.opened,
    mayOpen: mayOpen(web.actor, forum.id).may,
    villages: sight.shows('places') ? await villages(web) : [],
    facts: await factsOf(web.db, forum.id),
    open: sight.shows('consultations') ? await openNow(web) : null,
    staff: keepsForum(web.actor, forum.id),
    opened: web.url.searchParams.get('done') === 'opened',
  });
  return page({ title: lang.pick(forum.name), description: lang.t('home.front.lede'), main });
}

/** What everybody can say something about now. */
async function openNow({ db, forum, lang, today, at }: Web) {
  const open = (await openOn(db, forum.id, today)).map(({ consultation, title }) => ({
    ...{ consultation, title: lang.pick(title) },
  }));
  return OpenNow({ lang, at: (path) => at(path), open });
}

const drawn = ({ lang, today, at }: Web, { cards }: Front): readonly Drawn[] =>
  cards.map((seen) => ({
    slug: seen.plan.slug,
    national: seen.plan.kind === 'national',
    card: PlanCard({ lang, today, seen, at }),
  }));

/** The communities that stand today, in the reader's order. */
async function villages(web: Web): Promise<readonly Village[]> {
  const places = await placesOf(web.db, web.forum.id);
  return places
    .filter((place) => place.kind === 'community' && standsOn(place, web.today))
    .sort((a, b) => web.lang.compare(web.lang.pick(a.name), web.lang.pick(b.name)));
}

async function record(web: Web): Promise<Answer> {
  const { lang, forum } = web;
  const main = RecordPage({
    lang,
    name: forum.name,
    groups: await factsOf(web.db, forum.id),
    entry: mayEnterFacts(web.actor, forum.id).may ? web.at('/facts/new') : null,
    entered: web.url.searchParams.get('done') === 'entered',
  });
  return page({ title: lang.pick(forum.name), description: lang.t('home.record.state'), main });
}

export const frontRoutes: readonly Route[] = [front];
