import { type GeoPermissibleObjects, geoMercator, geoPath } from 'd3-geo';
import { boxOf, type Place, Placing } from './labels.ts';

export type MarkShape = 'round' | 'ring' | 'square' | 'diamond';

export interface MapPoint {
  readonly name: string;
  /** Degrees east and north. */
  readonly lon: number;
  readonly lat: number;
  readonly href: string;
  readonly kind: MarkShape;
}

interface Laid {
  /** Path of the outline in units of the drawing; null without one. */
  readonly land: string | null;
  readonly height: number;
  readonly points: readonly (MapPoint & {
    /** Percent of width and height. */
    readonly x: number;
    readonly y: number;
    readonly label: {
      readonly dx: number;
      readonly dy: number;
      readonly anchor: Place['anchor'];
      readonly wide: boolean;
    } | null;
  })[];
}

const MARGIN = 18;
/** What a map is as wide as on the smallest phone, in pixels. */
const NARROW = 288;

const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Projects land and points into a picture `width` units wide and decides which names fit (Mercator, north up). */
export function lay(outline: GeoPermissibleObjects | null, points: readonly MapPoint[], width: number): Laid {
  const around = outline ?? spanOf(points);
  const projection = geoMercator().fitWidth(width - 2 * MARGIN, around);
  const [[left, top], [, bottom]] = geoPath(projection).bounds(around);
  const [tx, ty] = projection.translate();
  projection.translate([tx - left + MARGIN, ty - top + MARGIN]);
  const height = round(bottom - top + 2 * MARGIN);
  const placed = points.map((point) => {
    const [x, y] = projection([point.lon, point.lat]) ?? [0, 0];
    return { ...point, x: round((x / width) * 100, 2), y: round((y / height) * 100, 2) };
  });
  return {
    land: outline ? geoPath(projection).digits(1)(outline) : null,
    height,
    points: withLabels(placed, width, height),
  };
}

/** Room for points without land: their corners, at least a tenth of a degree wide and high, so that one point has a picture too. */
function spanOf(points: readonly MapPoint[]): GeoPermissibleObjects {
  const ends = (values: readonly number[], fallback: number): readonly [number, number] => {
    const low = values.length > 0 ? Math.min(...values) : fallback;
    const high = values.length > 0 ? Math.max(...values) : fallback;
    const more = Math.max(0, 0.1 - (high - low)) / 2;
    return [low - more, high + more];
  };
  const [west, east] = ends(
    points.map((point) => point.lon),
    48,
  );
  const [south, north] = ends(
    points.map((point) => point.lat),
    40,
  );
  return {
    type: 'MultiPoint',
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
}

type Placed = MapPoint & { readonly x: number; readonly y: number };

interface MapLabel {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: Place['anchor'];
}

/** Names that fit on a phone are shown everywhere at the same side of their mark; on wide screens others join them. */
function withLabels(points: readonly Placed[], width: number, height: number): Laid['points'] {
  const none = points.map(() => null);
  const narrow = labels(points, NARROW, (height / width) * NARROW, none);
  const wide = labels(points, width, height, narrow);
  return points.map((point, i) => {
    const label = narrow[i] ?? wide[i] ?? null;
    return { ...point, label: label ? { ...label, wide: !narrow[i] } : null };
  });
}

const SIDES: readonly MapLabel[] = [
  { dx: 11, dy: 4.5, anchor: 'start' },
  { dx: -11, dy: 4.5, anchor: 'end' },
  { dx: 0, dy: -11, anchor: 'middle' },
  { dx: 0, dy: 20, anchor: 'middle' },
];

function labels(
  points: readonly Placed[],
  width: number,
  height: number,
  fixed: readonly (MapLabel | null)[],
): readonly (MapLabel | null)[] {
  const placing = new Placing(width);
  const at = points.map((point) => ({ x: (point.x / 100) * width, y: (point.y / 100) * height }));
  const stand = (i: number, side: MapLabel): Place => ({
    x: at[i]!.x + side.dx,
    y: at[i]!.y + side.dy,
    anchor: side.anchor,
  });
  for (const { x, y } of at) placing.take({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 });
  fixed.forEach((side, i) => {
    if (side) placing.take(boxOf(points[i]!.name, stand(i, side)));
  });
  return points.map((point, i) => {
    if (fixed[i]) return fixed[i];
    return SIDES.find((side) => placing.put(point.name, [stand(i, side)])) ?? null;
  });
}
