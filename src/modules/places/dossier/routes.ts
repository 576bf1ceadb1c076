import { get, page, type Route, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { eyeOf } from '../bodies/routes.ts';
import { doneHere, keeps, placeCrumb, placesCrumb } from '../routes.ts';
import type { PlacesNeeds } from '../schema.ts';
import { withheldOf } from '../withheld/queries.ts';
import { seenWithout } from '../withheld/rules.ts';
import { PlacePage } from './pages/place-page.tsx';
import { placeSeen } from './queries.ts';
import { withoutKeptSeats } from './rules.ts';

/** The page of one place, with what other modules know of it. */
export const dossierRoutes = (needs: PlacesNeeds): readonly Route[] => [
  get('/places/:slug', async (web) => {
    const { db, forum, today, lang } = web;
    const found = await placeSeen(db, forum.id, web.params.slug ?? '', today);
    const withheld = await withheldOf(db, forum);
    const seen = found && seenWithout(withoutKeptSeats(found, await eyeOf(web)), withheld);
    if (!seen) return refused({ kind: 'not_found', message: message('places.refused.unknown_place') });
    const panels = await Promise.all((needs.placePanels ?? []).map((panel) => panel(web, seen.place.id)));
    const mayKeep = keeps(web) && seen.place.forum === forum.id;
    const at = (path: string) => web.at(path);
    return page({
      title: lang.pick(seen.place.name),
      description: lang.t('places.place.description', { name: lang.pick(seen.place.name) }),
      menu: 'places',
      crumbs: [placesCrumb(web), ...seen.within.map((place) => placeCrumb(web, place))],
      main: PlacePage({ lang, seen, panels, at, mayKeep, withheld, done: doneHere(web) }),
    });
  }),
];
