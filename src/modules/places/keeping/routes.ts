import type { FieldError } from '#core/errors/result.ts';
import { isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { type Answer, get, type Posted, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import type { Option } from '#ui/field.tsx';
import { type Filled, filled, type Kept, keep, mergedWith, type Named, textOf, withSeen } from '#ui/filled.ts';
import { addPlace, correctPlace } from '../commands.ts';
import { type Find, type PlaceInput, readPlace } from '../forms.ts';
import { nameablePlaces, placesOf } from '../queries.ts';
import { again, asKeeper, keeperPage, placeCrumb, placesCrumb, placeToKeep } from '../routes.ts';
import { searchPlaces } from '../rules.ts';
import { PLACE_KINDS, type Place, type PlaceKind } from '../schema.ts';
import { withheldOf } from '../withheld/queries.ts';
import { demandedAway, PLACE_TEXT_NAMES, PLACE_TEXTS, wordOf } from '../withheld/rules.ts';
import { standingPlace } from './commands.ts';
import { PlaceForm } from './pages/place-form.tsx';

/** Looks places up by what people type, and offers them by name and address word. */
export const findPlaces = (web: Web, places: readonly Place[]): Find<Place> => ({
  search: searchPlaces(places),
  say: (place) => `${web.lang.pick(place.name)} (${place.slug})`,
});

/** Standing places as options, in the reader's alphabet; one that is chosen already stays, even when it ended. */
export const optionsOf = (
  web: Web,
  places: readonly Place[],
  kinds: readonly PlaceKind[],
  chosen: string | null = null,
): readonly Option[] =>
  places
    .filter((place) => kinds.includes(place.kind) && (place.to === null || place.slug === chosen))
    .map((place) => ({
      value: place.slug,
      label: `${web.lang.pick(place.name)} (${web.lang.t(`places.kind.${place.kind}`)})`,
    }))
    .sort((a, b) => web.lang.compare(a.label, b.label));

/** Places that the forum's own may lie in: its world; in the register all. */
export const worldOf = (web: Web): Promise<readonly Place[]> =>
  web.forum.kind === 'reference' ? nameablePlaces(web.db, web.forum.id) : placesOf(web.db, web.forum.id);

async function form(web: Web, place: Place | null, of: Filled, status = 200): Promise<Answer> {
  const places = await worldOf(web);
  const title = place
    ? web.lang.t('places.form.correct_title', { name: web.lang.pick(place.name) })
    : web.lang.t('places.list.add');
  const back = place ? web.at(`/places/${place.slug}`) : web.at('/places');
  const main = PlaceForm({
    ...{ of, title, back, slug: place?.slug ?? null, languages: web.forum.languages },
    withheld: place
      ? demandedAway(PLACE_TEXT_NAMES, PLACE_TEXTS, place.id, await withheldOf(web.db, web.forum)).map(
          ([text, withheld]) => ({ name: web.lang.t(wordOf(PLACE_TEXTS[text])), withheld }),
        )
      : [],
    action: place ? `${back}/correction` : back,
    parents: optionsOf(web, places, ['country', 'district', 'municipality'], textOf(of, 'parent')),
    territories: optionsOf(web, places, ['territory'], textOf(of, 'territory')),
  });
  return keeperPage(title, place ? [placesCrumb(web), placeCrumb(web, place)] : [placesCrumb(web)], main, status);
}

const newPlace: Route = get('/places/new', async (web) => {
  const keeper = asKeeper(web);
  if (!keeper.ok) return refused(keeper.refusal);
  const asked = web.url.searchParams;
  return form(web, null, filled(web.lang, { kind: asked.get('kind') ?? '', parent: asked.get('in') ?? '' }));
});

/** The posted form, or the answer that refuses it. */
export async function postedBy(web: Web): Promise<Posted | Answer> {
  const keeper = asKeeper(web);
  if (!keeper.ok) return refused(keeper.refusal);
  const posted = await web.posted();
  return posted.ok ? posted.value : refused(posted.refusal);
}

export const isPosted = (value: Posted | Answer): value is Posted => 'names' in value;

const add: Route = post('/places', async (web) => {
  const posted = await postedBy(web);
  if (!isPosted(posted)) return posted;
  const read = readPlace(posted, web.forum.country, findPlaces(web, await nameablePlaces(web.db, web.forum.id)));
  const made = read.ok ? await web.perform(addPlace, read.value) : read;
  if (made.ok) return redirect(`${web.at(`/places/${made.value.slug}`)}?done=added`);
  return again(made, (errors) => form(web, null, kept(web, keep(posted), errors), 422));
});

const kept = (web: Web, values: Kept, errors: readonly FieldError[]): Filled => filled(web.lang, values, errors);

const correction: readonly Route[] = [
  get('/places/:slug/correction', async (web) => {
    const place = await placeToKeep(web);
    if (!place.ok) return refused(place.refusal);
    const stands = await standingPlace(web.db, web.forum.id, place.value);
    return form(web, place.value, filled(web.lang, withSeen(stands)));
  }),
  post('/places/:slug/correction', async (web) => {
    const found = await placeToKeep(web);
    if (!found.ok) return refused(found.refusal);
    const posted = await postedBy(web);
    if (!isPosted(posted)) return posted;
    const place = found.value;
    // The address word is not asked again: it never changes.
    const fields = { text: (name: string) => (name === 'slug' ? '' : posted.text(name)) };
    const read = readPlace(fields, web.forum.country, findPlaces(web, await nameablePlaces(web.db, web.forum.id)));
    const made = read.ok ? await correct(web, place, read.value, posted.text(SEEN)) : read;
    if (made.ok) return redirect(`${web.at(`/places/${place.slug}`)}?done=corrected`);
    if (isChangedMeanwhile(made.refusal)) return merged(web, keep(posted));
    return again(made, (errors) => form(web, place, kept(web, keep(posted), errors), 422));
  }),
];

/** Somebody else corrected the place meanwhile: both are shown together. */
async function merged(web: Web, typed: Kept): Promise<Answer> {
  const place = await placeToKeep(web);
  if (!place.ok) return refused(place.refusal);
  const names = new Map((await worldOf(web)).map(({ slug, name }) => [slug, web.lang.pick(name)]));
  const named: Named = (field, value) => {
    const kind = PLACE_KINDS.find((one) => one === value);
    if (field === 'kind') return kind ? web.lang.t(`places.kind.${kind}`) : null;
    return field === 'parent' || field === 'territory' ? (names.get(value) ?? null) : null;
  };
  const now = await standingPlace(web.db, web.forum.id, place.value);
  return form(web, place.value, mergedWith(web.lang, now, typed, { named }), 409);
}

function correct(web: Web, place: Place, { slug: _, ...facts }: PlaceInput, seen: string) {
  return web.perform(correctPlace, { ...facts, place: place.id, seen });
}

/** Adding and correcting places. */
export const keepingRoutes: readonly Route[] = [newPlace, add, ...correction];
