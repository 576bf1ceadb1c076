import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { REFERENCE } from '#core/forum.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { isPosted, postedBy } from '../keeping/routes.ts';
import { areaOf, placesOf } from '../queries.ts';
import { again, asKeeper, keeperPage, placesCrumb } from '../routes.ts';
import type { PlaceId } from '../schema.ts';
import { setArea } from './commands.ts';
import { AreaPage } from './pages/area-page.tsx';

async function form(web: Web, of: Filled, status = 200): Promise<Answer> {
  const districts = (await placesOf(web.db, REFERENCE))
    .filter((place) => place.kind === 'district' && place.to === null)
    .map((place) => ({ value: place.id, label: web.lang.pick(place.name) }))
    .sort((a, b) => web.lang.compare(a.label, b.label));
  const main = AreaPage({ of, action: web.at('/places/area'), back: web.at('/places'), districts });
  return keeperPage(web.lang.t('places.list.area'), [placesCrumb(web)], main, status);
}

/** The choice of the forum's districts. */
export const areaRoutes: readonly Route[] = [
  get('/places/area', async (web) => {
    const keeper = asKeeper(web);
    if (!keeper.ok) return refused(keeper.refusal);
    return form(web, filled(web.lang, withSeen({ places: await areaOf(web.db, web.forum.id) })));
  }),
  post('/places/area', async (web) => {
    const posted = await postedBy(web);
    if (!isPosted(posted)) return posted;
    const made = await web.perform(setArea, {
      places: [...posted.all('places')] as PlaceId[],
      seen: posted.text(SEEN),
    });
    if (made.ok) return redirect(`${web.at('/places')}?done=area`);
    if (isChangedMeanwhile(made.refusal)) {
      const names = new Map(
        (await placesOf(web.db, REFERENCE)).map(({ id, name }) => [id as string, web.lang.pick(name)]),
      );
      const now = { places: await areaOf(web.db, web.forum.id) };
      return form(web, mergedWith(web.lang, now, keep(posted), { named: (_, id) => names.get(id) ?? null }), 409);
    }
    return again(made, (errors) => form(web, filled(web.lang, keep(posted), errors), 422));
  }),
];
