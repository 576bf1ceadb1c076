import type { Db } from '#core/db/database.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { figuresOf, linksAround, nameablePlaces, outlinesOf, placesOf } from '../queries.ts';
import { chosen, countsOf, type Ground, linesOf, peopleOf } from './rules.ts';
import type { PlacesAsked, PlacesSeen } from './schema.ts';

/** Everything the list of places shows. A search in the national register looks through all of it. */
export async function placesSeen(
  db: Db,
  forum: { readonly id: string; readonly kind: string },
  today: PlainDate,
  lang: Lang,
  asked: PlacesAsked,
): Promise<PlacesSeen> {
  const whole = forum.kind === 'reference' && (asked.words !== '' || asked.kind !== null);
  const places = await (whole ? nameablePlaces(db, forum.id) : placesOf(db, forum.id));
  const ids = places.map((place) => place.id);
  const ground: Ground = {
    ...{ places, today, links: await linksAround(db, forum.id, ids), figures: await figuresOf(db, forum.id, ids) },
    compare: (a, b) => lang.compare(lang.pick(a.name), lang.pick(b.name)),
  };
  const outlines = whole ? new Map() : await outlinesOf(db, forum.id, ids);
  return {
    ...{ today, asked, lines: chosen(linesOf(ground), asked, today), outlines: [...outlines.values()] },
    ...{ counts: countsOf(places, today), people: peopleOf(ground) },
  };
}
