import { get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { pageOf } from '#ui/pager.tsx';
import { placesById } from '../queries.ts';
import { doneHere, keeps } from '../routes.ts';
import type { PlacesNeeds } from '../schema.ts';
import { withheldOf } from '../withheld/queries.ts';
import { bodyWithoutDemanded } from '../withheld/rules.ts';
import { BodiesList } from './pages/bodies-list.tsx';
import { BodyPage } from './pages/body-page.tsx';
import { bodiesOf, bodyLinks, bodySeen, strangersEye } from './queries.ts';
import { bodiesAsked, chosenBodies, sidesOf } from './rules.ts';
import type { Body, BodyId } from './schema.ts';

/** Keepers see bodies as they were entered. */
export const eyeOf = async (web: Web): Promise<(body: Body) => Body> =>
  keeps(web) ? (body) => body : strangersEye(web.db, web.forum, web.sight.openness.level);

const list: Route = get('/bodies', async (web) => {
  const { db, forum, today, lang, url } = web;
  const all = (await bodiesOf(db, forum.id)).map(await eyeOf(web));
  const asked = bodiesAsked(url.searchParams);
  const name = (body: Body) => lang.pick(body.name);
  const parts = (await bodyLinks(db, forum.id)).filter((link) => link.relation === 'part_of');
  const wholes = new Map(parts.map((link) => [link.body, link.other]));
  const bodies = chosenBodies(all, (body) => wholes.has(body), asked, today).toSorted((a, b) =>
    lang.compare(name(a), name(b)),
  );
  const places = await placesById(
    db,
    forum.id,
    bodies.flatMap((body) => body.place ?? []),
  );
  return page({
    title: lang.t('places.bodies.title'),
    description: lang.t('places.bodies.lede'),
    menu: 'places',
    main: BodiesList({
      ...{
        lang,
        url,
        asked,
        bodies,
        parts: countsOf([...wholes.values()]),
        counts: sidesOf(all, today),
        page: pageOf(url),
        done: doneHere(web),
      },
      ...{ places: new Map(places.map((place) => [place.id as string, place])), mayKeep: keeps(web) },
      at: (path) => web.at(path),
    }),
    alternates: [{ type: 'text/csv', href: web.at('/bodies.csv'), title: lang.t('places.bodies.csv') }],
  });
});

const countsOf = (ids: readonly BodyId[]): ReadonlyMap<BodyId, number> => {
  const counts = new Map<BodyId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

const one = (needs: PlacesNeeds): Route =>
  get('/bodies/:slug', async (web) => {
    const { db, forum, today, lang } = web;
    const eye = await eyeOf(web);
    const withheld = await withheldOf(db, forum);
    const shown = (body: Body) => bodyWithoutDemanded(eye(body), withheld);
    const seen = await bodySeen(db, forum.id, web.params.slug ?? '', today, shown);
    if (!seen) return refused({ kind: 'not_found', message: message('places.refused.unknown_body') });
    const panels = await Promise.all((needs.bodyPanels ?? []).map((panel) => panel(web, seen.body.id)));
    const mayKeep = keeps(web) && seen.body.forum === forum.id;
    return page({
      title: lang.pick(seen.body.name),
      description: lang.t('places.body.description', { name: lang.pick(seen.body.name) }),
      menu: 'places',
      crumbs: [{ label: lang.t('places.bodies.title'), href: web.at('/bodies') }],
      main: BodyPage({ lang, seen, panels, at: (path) => web.at(path), mayKeep, withheld, done: doneHere(web) }),
    });
  });

/** The list of bodies and the page of each. */
export const bodyRoutes = (needs: PlacesNeeds): readonly Route[] => [list, one(needs)];
