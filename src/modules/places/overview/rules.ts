import { fold, namesIn } from '#core/i18n/names.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { figureOn, partsOf, type Sum, sumOf, type Tree } from '../populations/rules.ts';
import { currentOf, parentOn } from '../rules.ts';
import {
  isPlaceKind,
  type Outline,
  PLACE_KINDS,
  type Place,
  type PlaceId,
  type PlaceKind,
  type Population,
  type Ring,
  type Succession,
  standsOn,
} from '../schema.ts';
import type { PlaceLine, PlacesAsked } from './schema.ts';

/** What the list is made of. */
export interface Ground {
  readonly places: readonly Place[];
  readonly links: readonly Succession[];
  readonly figures: ReadonlyMap<PlaceId, readonly Population[]>;
  readonly today: PlainDate;
  /** Order of the reader's alphabet. */
  readonly compare: (a: Place, b: Place) => number;
}

/** What the list's address asks for; anything unknown asks for nothing. */
export function askedOf(query: URLSearchParams): PlacesAsked {
  const kind = query.get('kind') ?? '';
  const words = (query.get('q') ?? '').trim().slice(0, 100);
  return { kind: isPlaceKind(kind) ? kind : null, words, ended: query.get('ended') === 'yes' };
}

/** What lies in what on a day: standing places under those that stand, ended ones under what they lay in. */
export function treeOf({ places, links, figures, today }: Ground): Tree {
  const children = new Map<PlaceId, Place[]>();
  for (const place of places) {
    const standing = standsOn(place, today);
    const parent = standing ? parentOn(place, links, today) : place.parent;
    if (parent && standing) children.set(parent, [...(children.get(parent) ?? []), place]);
    if (place.territory && standing) {
      children.set(place.territory, [...(children.get(place.territory) ?? []), place]);
    }
  }
  return { children, figures };
}

/** All places in the order of the tree, each with its depth and its people; ended ones stand at the end of their parent. */
export function linesOf(ground: Ground): readonly PlaceLine[] {
  const { places, links, figures, today, compare } = ground;
  const byId = new Map(places.map((place) => [place.id, place]));
  const tree = treeOf(ground);
  const parents = new Map(places.map((p) => [p.id, byId.get(parentOn(p, links, today) ?? ('' as PlaceId)) ?? null]));
  const below = new Map<PlaceId | null, Place[]>();
  for (const place of places) {
    const key = parents.get(place.id)?.id ?? null;
    below.set(key, [...(below.get(key) ?? []), place]);
  }
  const rank = (p: Place) => (standsOn(p, today) ? 0 : 10) + PLACE_KINDS.indexOf(p.kind);
  const order = (a: Place, b: Place) => rank(a) - rank(b) || compare(a, b);
  const lines: PlaceLine[] = [];
  const walk = (key: PlaceId | null, depth: number): void => {
    for (const place of (below.get(key) ?? []).sort(order)) {
      const figure = figureOn(figures.get(place.id) ?? [], today);
      const [heir] = currentOf(place.id, links, today);
      lines.push({
        ...{ place, depth, parent: parents.get(place.id) ?? null, figure },
        heir: heir && heir !== place.id ? (byId.get(heir) ?? null) : null,
        sum: figure ? null : sumOf(partsOf(place.id, tree, today)),
      });
      walk(place.id, depth + 1);
    }
  };
  walk(null, 0);
  return lines;
}

/** The lines that the address asks for. Words match any language's name, or the code. */
export function chosen(lines: readonly PlaceLine[], asked: PlacesAsked, today: PlainDate): readonly PlaceLine[] {
  const words = fold(asked.words);
  return lines.filter(({ place }) => {
    if (!asked.ended && !standsOn(place, today)) return false;
    if (asked.kind && place.kind !== asked.kind) return false;
    return words === '' || [...namesIn(place.name), place.code ?? ''].some((name) => fold(name).includes(words));
  });
}

export function countsOf(places: readonly Place[], today: PlainDate): ReadonlyMap<PlaceKind, number> {
  const counts = new Map<PlaceKind, number>();
  for (const place of places) if (standsOn(place, today)) counts.set(place.kind, (counts.get(place.kind) ?? 0) + 1);
  return counts;
}

/** People of all standing communities; null when none is known. */
export const peopleOf = ({ places, figures, today }: Ground): Sum | null =>
  sumOf(
    places
      .filter((place) => place.kind === 'community' && standsOn(place, today))
      .map((place) => figureOn(figures.get(place.id) ?? [], today)),
  );

/** Twice the signed area: positive when the ring runs against the clock. */
const turn = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    return sum + (x * y2 - x2 * y);
  }, 0);

const wound = (rings: readonly Ring[]): readonly Ring[] =>
  rings.map((ring, i) => (turn(ring) > 0 === (i === 0) ? ring.toReversed() : ring));

/** Outlines as d3-geo draws them: outer rings with the clock, holes against it, the reverse of RFC 7946. */
export function drawable(outlines: readonly Outline[]) {
  const polygons = outlines.flatMap((o) => (o.type === 'Polygon' ? [o.coordinates] : o.coordinates));
  return {
    type: 'MultiPolygon' as const,
    coordinates: polygons.map((rings) => wound(rings).map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
  };
}
