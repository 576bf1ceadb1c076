import { type GeoPermissibleObjects, geoMercator, geoPath } from 'd3-geo';
import { type Place, Placing } from './labels.ts';

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
  const around: GeoPermissibleObjects = outline ?? {
    type: 'MultiPoint',
    coordinates: points.map((point) => [point.lon, point.lat]),
  };
  const projection = geoMercator().fitWidth(width - 2 * MARGIN, around);
  if (!Number.isFinite(projection.scale()) || projection.scale() > 5_000_000) projection.scale(50_000);
  const bounds = geoPath(projection).bounds(around);
  const [[left, top], [, bottom]] = bounds;
  const tall = Number.isFinite(bottom - top) ? bottom - top : 0;
  const [tx, ty] = projection.translate();
  projection.translate([tx - left + MARGIN, ty - top + MARGIN]);
  const height = Math.max(120, round(tall + 2 * MARGIN));
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

type Placed = MapPoint & { readonly x: number; readonly y: number };

function withLabels(points: readonly Placed[], width: number, height: number): Laid['points'] {
  const narrow = labels(points, NARROW, (height / width) * NARROW);
  const wide = labels(points, width, height);
  return points.map((point, i) => {
    // One place per name for both widths: where it fits on a phone it fits on a wide screen too, marks being farther apart.
    const place = narrow[i] ?? wide[i] ?? null;
    return { ...point, label: place ? { ...place, wide: !narrow[i] } : null };
  });
}

function labels(points: readonly Placed[], width: number, height: number) {
  const placing = new Placing(width);
  const at = points.map((point) => ({ x: (point.x / 100) * width, y: (point.y / 100) * height }));
  for (const { x, y } of at) placing.take({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 });
  return points.map((point, i) => {
    const { x, y } = at[i]!;
    const place = placing.put(point.name, [
      { x: x + 11, y: y + 4.5, anchor: 'start' },
      { x: x - 11, y: y + 4.5, anchor: 'end' },
      { x, y: y - 11, anchor: 'middle' },
      { x, y: y + 20, anchor: 'middle' },
    ]);
    return place ? { dx: round(place.x - x), dy: round(place.y - y), anchor: place.anchor } : null;
  });
}
