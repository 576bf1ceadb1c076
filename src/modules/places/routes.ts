import { type Result, refuse } from '#core/errors/result.ts';
import type { Crumb, Page, Web } from '#core/http/route.ts';
import { type Answer, page, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { Filled } from '#ui/filled.ts';
import { mayKeepPlaces } from './access.ts';
import { placeBySlug } from './queries.ts';
import type { Place } from './schema.ts';

/** May the reader keep places and bodies here? The command asks again; this decides what is shown. */
export const keeps = (web: Web): boolean => mayKeepPlaces(web.actor, web.forum).may;

/** Only for keepers: the refusal that others get, before anything is said about what exists. */
export function asKeeper(web: Web): Result<null> {
  const verdict = mayKeepPlaces(web.actor, web.forum);
  if (verdict.may) return { ok: true, value: null };
  return refuse(web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', verdict.reason);
}

/** The place in the address, for those who may change it. */
export async function placeToKeep(web: Web): Promise<Result<Place>> {
  const keeper = asKeeper(web);
  if (!keeper.ok) return keeper;
  const place = await placeBySlug(web.db, web.forum.id, web.params.slug ?? '');
  if (!place) return refuse('not_found', message('places.refused.unknown_place'));
  if (place.forum !== web.forum.id) return refuse('forbidden', message('places.refused.register_row'));
  return { ok: true, value: place };
}

export const placesCrumb = (web: Web): Crumb => ({ label: web.lang.t('places.menu'), href: web.at('/places') });
export const placeCrumb = (web: Web, place: Place): Crumb => ({
  label: web.lang.pick(place.name),
  href: web.at(`/places/${place.slug}`),
});

/** A page of writing: out of search engines, with the way back. */
export const keeperPage = (title: string, crumbs: readonly Crumb[], main: Page['main'], status = 200): Answer =>
  page({ title, menu: 'places', noindex: true, crumbs, main }, status);

/** The same form with what is wrong, or a whole page of refusal where no field is to blame. */
export const again = (
  no: Extract<Result<unknown>, { ok: false }>,
  form: (errors: Filled['errors']) => Answer | Promise<Answer>,
): Answer | Promise<Answer> => (no.refusal.fields ? form(no.refusal.fields) : refused(no.refusal));

const DONE = [
  'added',
  'corrected',
  'closed',
  'reopened',
  'merged',
  'counted',
  'withdrawn',
  'area',
  'imported',
] as const;

/** What `?done=` says was just done, as a sentence; null for anything else. */
export function doneHere(web: Web): string | null {
  const word = DONE.find((known) => known === web.url.searchParams.get('done'));
  return word ? web.lang.t(`places.done.${word}`) : null;
}
