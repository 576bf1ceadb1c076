import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodiesAt } from '../bodies/queries.ts';
import { type BodyKind, bodyStandsOn } from '../bodies/schema.ts';
import { treeOf } from '../overview/rules.ts';
import { figureOn, partsOf, sumOf } from '../populations/rules.ts';
import {
  childrenOf,
  figuresOf,
  linksAround,
  outlinesOf,
  placeById,
  placeBySlug,
  placesById,
  writtenIn,
} from '../queries.ts';
import { parentOn } from '../rules.ts';
import type { Place, PlaceId } from '../schema.ts';
import { standsOn } from '../schema.ts';
import type { Kin, PlaceSeen } from './schema.ts';

/** Whoever governs a place governs what lies in it. */
const SERVING: readonly BodyKind[] = ['excom', 'municipality'];

/** What the page of a place shows; null when the forum sees no place of that address word. */
export async function placeSeen(db: Db, forum: string, slug: string, today: PlainDate): Promise<PlaceSeen | null> {
  const place = await placeBySlug(db, forum, slug);
  if (!place) return null;
  const within = await withinOf(db, forum, place, today);
  const territory = place.territory ? await placeById(db, forum, place.territory) : null;
  const { heirs, predecessors } = await kinOf(db, forum, place);
  const children = await childrenOf(db, forum, place, today);
  const grandchildren = await writtenIn(
    db,
    forum,
    children.map((child) => child.id),
  );
  const below = [...new Map([...children, ...grandchildren].map((p) => [p.id, p])).values()];
  const links = await linksAround(db, forum, [place.id, ...below.map((p) => p.id)]);
  const figures = await figuresOf(db, forum, [place.id, ...below.map((p) => p.id)]);
  const compare = () => 0;
  const tree = treeOf({ places: [place, ...below], links, figures, today, compare });
  const known = (id: PlaceId) => {
    const figure = figureOn(figures.get(id) ?? [], today);
    return { figure, sum: figure ? null : sumOf(partsOf(id, tree, today)) };
  };
  const outlines = await outlinesOf(db, forum, [place.id, ...within.map((p) => p.id)]);
  const nearest = [place, ...within.toReversed()].find((p) => outlines.has(p.id));
  return {
    ...{ place, today, within, territory, heirs, predecessors },
    parts: children.filter((p) => standsOn(p, today)).map((child) => ({ place: child, ...known(child.id) })),
    bodies: await bodiesAt(db, forum, [place.id]),
    serving: (
      await bodiesAt(
        db,
        forum,
        within.map((p) => p.id),
      )
    ).filter((b) => SERVING.includes(b.kind) && bodyStandsOn(b, today)),
    figures: (figures.get(place.id) ?? []).toReversed(),
    sum: known(place.id).sum,
    outline: nearest ? (outlines.get(nearest.id) ?? null) : null,
  };
}

/** How many live in a place by its own figure, or by those of all its parts; null: some of it is not known. */
export async function inhabitantsOf(db: Db, forum: string, id: PlaceId, today: PlainDate): Promise<number | null> {
  const [place] = await placesById(db, forum, [id]);
  const seen = place && (await placeSeen(db, forum, place.slug, today));
  if (!seen) return null;
  const own = figureOn(seen.figures, today);
  if (own) return own.people;
  return seen.sum && seen.sum.known === seen.sum.of ? seen.sum.people : null;
}

/** What a place lies in on a day, the largest first. */
async function withinOf(db: Db, forum: string, place: Place, day: PlainDate): Promise<readonly Place[]> {
  const found: Place[] = [];
  let here: Place | null = place;
  while (here?.parent) {
    const parent = parentOn(here, await linksAround(db, forum, [here.parent]), day);
    here = parent && !found.some((p) => p.id === parent) ? await placeById(db, forum, parent) : null;
    if (here) found.unshift(here);
  }
  return found;
}

async function kinOf(
  db: Db,
  forum: string,
  place: Place,
): Promise<{ readonly heirs: readonly Kin[]; readonly predecessors: readonly Kin[] }> {
  const links = await linksAround(db, forum, [place.id]);
  const mine = links.filter((link) => link.predecessor === place.id || link.successor === place.id);
  const others = mine.map((link) => (link.predecessor === place.id ? link.successor : link.predecessor));
  const byId = new Map((await placesById(db, forum, others)).map((p) => [p.id, p]));
  const kin = (id: PlaceId, link: (typeof mine)[number]): readonly Kin[] => {
    const other = byId.get(id);
    return other ? [{ place: other, day: link.day, source: link.source }] : [];
  };
  return {
    heirs: mine.flatMap((link) => (link.predecessor === place.id ? kin(link.successor, link) : [])),
    predecessors: mine.flatMap((link) => (link.successor === place.id ? kin(link.predecessor, link) : [])),
  };
}
