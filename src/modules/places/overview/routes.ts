import { get, page, type Route } from '#core/http/route.ts';
import { pageOf } from '#ui/pager.tsx';
import { doneHere, keeps } from '../routes.ts';
import { PlacesList } from './pages/places-list.tsx';
import { placesSeen } from './queries.ts';
import { askedOf } from './rules.ts';

/** The list and the map: where is what? */
export const overviewRoutes: readonly Route[] = [
  get('/places', async (web) => {
    const { db, forum, today, lang, url, at } = web;
    const seen = await placesSeen(db, forum, today, lang, askedOf(url.searchParams));
    const national = forum.kind === 'reference';
    const common = { lang, url, seen, page: pageOf(url), at: (path: string) => at(path) };
    return page({
      title: lang.t(national ? 'places.list.title_national' : 'places.list.title'),
      description: lang.t('places.list.lede'),
      menu: 'places',
      main: PlacesList({ ...common, mayKeep: keeps(web), national, done: doneHere(web) }),
      alternates: [
        { type: 'text/csv', href: at('/places.csv'), title: lang.t('places.list.csv') },
        { type: 'application/geo+json', href: at('/places.geojson'), title: 'GeoJSON' },
      ],
    });
  }),
];
