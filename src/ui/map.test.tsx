import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { PlacesMap } from './map.tsx';
import { lay, type MapPoint } from './map-geometry.ts';
import { testLang } from './test-lang.ts';

/** Clockwise, as d3 wants it: the inside is the small part. */
const SQUARE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [48, 39],
      [48, 40],
      [49, 40],
      [49, 39],
      [48, 39],
    ],
  ],
};
const point = (name: string, lon: number, lat: number): MapPoint => ({
  name,
  lon,
  lat,
  href: `/${name}`,
  kind: 'round',
});

describe('lay', () => {
  test('north is up, east is right, all inside the picture', () => {
    const laid = lay(SQUARE, [point('sw', 48.1, 39.1), point('ne', 48.9, 39.9)], 640);
    const [sw, ne] = laid.points;
    expect(sw!.x).toBeLessThan(ne!.x);
    expect(sw!.y).toBeGreaterThan(ne!.y);
    for (const at of [sw!, ne!]) {
      expect(at.x).toBeGreaterThan(0);
      expect(at.x).toBeLessThan(100);
      expect(at.y).toBeGreaterThan(0);
      expect(at.y).toBeLessThan(100);
    }
    expect(laid.height).toBeGreaterThan(500);
    expect(laid.height).toBeLessThan(1100);
  });

  test('the path is short: one digit behind the comma', () => {
    expect(lay(SQUARE, [], 640).land).toMatch(/^M[\d.,LZ]+$/);
    expect(lay(SQUARE, [], 640).land).not.toMatch(/\.\d\d/);
  });

  test('one point, or points without land, still make a picture', () => {
    for (const points of [[point('a', 48, 40)], [point('a', 48, 40), point('b', 48, 41)], []]) {
      const laid = lay(null, points, 640);
      expect(laid.land).toBeNull();
      expect(Number.isFinite(laid.height)).toBe(true);
      for (const at of laid.points) expect(Number.isFinite(at.x) && Number.isFinite(at.y)).toBe(true);
    }
  });

  test('names that would touch are left to the list', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => point(`Qarağacüstü ${i}`, 48.5 + i / 5000, 39.5));
    const laid = lay(SQUARE, crowd, 640);
    expect(laid.points.filter((at) => at.label).length).toBeLessThan(12);
  });
});

test('every place is a link in the list, in the order of the alphabet', () => {
  const html = renderToString(
    <PlacesMap
      lang={testLang('az')}
      title="Xəritə"
      outline={SQUARE}
      points={[point('Şəki', 48.2, 39.2), point('Çinar', 48.5, 39.5), point('Ələt', 48.7, 39.7)]}
    />,
  );
  expect([...html.matchAll(/<a href="\/([^"]+)"/g)].map((match) => match[1])).toEqual(['Çinar', 'Ələt', 'Şəki']);
});
