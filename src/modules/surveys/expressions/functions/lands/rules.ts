import type { Functions, Use } from '../../schema.ts';
import { isNodes, textOf } from '../../values/rules.ts';

/** Metres; the sphere that ODK reckons with. */
const RADIUS = 6_378_100;

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Functions of places: points "latitude longitude altitude accuracy", with ";" between those of a line or an area. */
export const LANDS: Functions = {
  distance: { least: 1, most: Number.POSITIVE_INFINITY, run: (use) => lengthOf(pointsOf(use, 0)) },
  area: { least: 1, most: 1, run: (use) => areaOf(pointsOf(use, 0)) },
  geofence: { least: 2, most: 2, run: geofence },
};

/** The points of all arguments from this one on; null when one of them is none. */
function pointsOf(use: Use, from: number, to = use.count): readonly Point[] | null {
  const points = Array.from({ length: to - from }, (_, index) => use.value(from + index))
    .flatMap((value) => (isNodes(value) ? value.map(({ text }) => text) : [textOf(value, use.scope.world.zone)]))
    .flatMap((text) => text.trim().split(/\s*;\s*/))
    .filter((text, index, all) => text !== '' || index !== all.length - 1 || index === 0)
    .map(pointOf);
  return points.every((point) => point !== null) ? points : null;
}

function pointOf(text: string): Point | null {
  const parts = text.split(/\s+/);
  const [latitude, longitude] = parts.map(Number);
  const isPoint = parts.length >= 2 && parts.length <= 4 && Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180;
  return isPoint ? { latitude: latitude!, longitude: longitude! } : null;
}

/** Metres along the points, to the centimetre; NaN when they are no line. */
function lengthOf(points: readonly Point[] | null): number {
  if (!points || points.length < 2) return Number.NaN;
  return toCentimetres(points.slice(1).reduce((sum, point, index) => sum + between(points[index]!, point), 0));
}

function between(a: Point, b: Point): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const cosine =
    Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos(radians(a.longitude - b.longitude));
  return Math.acos(Math.min(1, cosine)) * RADIUS;
}

/** Square metres within the points, which close by themselves; NaN when they are no line. */
function areaOf(points: readonly Point[] | null): number {
  if (!points || points.length < 2) return Number.NaN;
  const twice = points.reduce((sum, from, index) => {
    const to = points[(index + 1) % points.length]!;
    return (
      sum +
      radians(to.longitude - from.longitude) * (2 + Math.sin(radians(to.latitude)) + Math.sin(radians(from.latitude)))
    );
  }, 0);
  return toCentimetres(Math.abs((twice * RADIUS * RADIUS) / 2));
}

/** Whether a point lies in an area that is closed (its last point is its first). */
function geofence(use: Use): boolean {
  const [point] = pointsOf(use, 0, 1) ?? [];
  const area = pointsOf(use, 1) ?? [];
  const [first, last] = [area[0], area.at(-1)];
  if (!point || !first || area.length < 4) return false;
  if (first.latitude !== last!.latitude || first.longitude !== last!.longitude) return false;
  // A ray to the east crosses the border an odd number of times.
  return area.slice(1).reduce((inside, to, index) => (crosses(point, area[index]!, to) ? !inside : inside), false);
}

function crosses(point: Point, from: Point, to: Point): boolean {
  if (from.latitude > point.latitude === to.latitude > point.latitude) return false;
  const share = (point.latitude - from.latitude) / (to.latitude - from.latitude);
  return point.longitude < from.longitude + share * (to.longitude - from.longitude);
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const toCentimetres = (n: number): number => Math.round(n * 100) / 100;
