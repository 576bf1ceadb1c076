import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import { Reading, readPlace } from './forms.ts';
import { drawable } from './overview/rules.ts';
import { figureOn, partsOf, sumOf } from './populations/rules.ts';
import { currentOf, inheritsFrom, parentOn, placeErrors, searchPlaces } from './rules.ts';
import { type Outline, type Place, type PlaceId, type Population, type Succession, standsOn } from './schema.ts';

const id = (n: number): PlaceId => `place ${n}` as PlaceId;
const place = (n: number, more: Partial<Place> = {}): Place => ({
  ...{ forum: 'f', id: id(n), kind: 'community', slug: `p${n}`, code: null, name: { az: `Kənd ${n}` }, parent: null },
  ...{ territory: null, lon: null, lat: null, from: null, to: null, endedBy: null, source: null },
  ...more,
});
const link = (from: number, to: number, on: PlainDate): Succession => ({
  ...{ predecessor: id(from), successor: id(to), day: on, source: 's' },
});
const figure = (of: number, people: number, on = day('2026-01-01')): Population => ({
  ...{ id: `${of} ${on}` as Population['id'], place: id(of), day: on, people, households: null, source: 's' },
});

describe('time', () => {
  it('a place stands from its first day until the day of its end', () => {
    const p = place(1, { from: day('2000-01-01'), to: day('2025-01-29') });
    expect(['1999-12-31', '2000-01-01', '2025-01-28', '2025-01-29'].map((d) => standsOn(p, day(d)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(standsOn(place(1), day('1900-01-01'))).toBe(true);
  });

  it('a village follows its municipality through mergers, and only from their day on', () => {
    const links = [link(1, 2, day('2009-06-01')), link(2, 3, day('2025-01-29'))];
    const village = place(9, { parent: id(1) });
    expect(parentOn(village, links, day('2009-05-31'))).toBe(id(1));
    expect(parentOn(village, links, day('2009-06-01'))).toBe(id(2));
    expect(parentOn(village, links, day('2025-01-29'))).toBe(id(3));
    const split = [...links, link(3, 4, day('2026-01-01')), link(3, 5, day('2026-01-01'))];
    expect(currentOf(id(1), split, day('2026-01-01'))).toEqual([id(4), id(5)]);
    expect(parentOn(village, split, day('2026-01-01'))).toBe(id(1));
  });

  it('sees circles of any length, and ends on those that stand in a file', () => {
    const links = [link(1, 2, day('2001-01-01')), link(2, 3, day('2002-01-01'))];
    expect(inheritsFrom(id(1), id(3), links)).toBe(true);
    expect(inheritsFrom(id(3), id(1), links)).toBe(false);
    const circle = [link(1, 2, day('2001-01-01')), link(2, 1, day('2002-01-01'))];
    expect(inheritsFrom(id(1), id(7), circle)).toBe(false);
  });
});

describe('people', () => {
  it('takes the latest figure that is not after the day', () => {
    const figures = [figure(1, 10, day('2010-01-01')), figure(1, 20, day('2020-01-01'))];
    expect(figureOn(figures, day('2019-12-31'))?.people).toBe(10);
    expect(figureOn(figures, day('2026-01-01'))?.people).toBe(20);
    expect(figureOn(figures, day('2009-01-01'))).toBeNull();
  });

  it('counts unknown parts as unknown, never as nobody', () => {
    const children = new Map([[id(0), [place(1), place(2), place(3, { kind: 'territory' })]]]);
    const figures = new Map([[id(1), [figure(1, 120)]]]);
    const parts = partsOf(id(0), { children, figures }, day('2026-06-01'));
    expect(sumOf(parts)).toMatchObject({ people: 120, known: 1, of: 2 });
    expect(sumOf([null, null])).toBeNull();
    expect(sumOf([])).toBeNull();
  });

  it('goes down to the parts of a part without its own figure', () => {
    const children = new Map([
      [id(0), [place(1, { kind: 'municipality' }), place(2, { kind: 'municipality' })]],
      [id(1), [place(3), place(4)]],
      [id(2), [place(5)]],
    ]);
    const figures = new Map([3, 4, 2, 5].map((n) => [id(n), [figure(n, n)]] as const));
    expect(sumOf(partsOf(id(0), { children, figures }, day('2026-06-01')))).toMatchObject({
      people: 9,
      known: 3,
      of: 3,
    });
  });

  it('a sum lies between its greatest part and all parts, and knows how many it knows', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(100_000)), { minLength: 1 }), (people) => {
        const parts = people.map((n, i) => (n === null ? null : figure(i, n, addDays(day('2020-01-01'), i))));
        const known = people.filter((n) => n !== null);
        const sum = sumOf(parts);
        if (known.length === 0) return sum === null;
        return (
          sum !== null && sum.people >= Math.max(...known) && sum.known === known.length && sum.of === people.length
        );
      }),
    );
  });
});

describe('reading', () => {
  const read = (fields: Readonly<Record<string, string>>) => new Reading({ text: (name) => fields[name] ?? '' });

  it('understands degrees as people write them', () => {
    const degrees = (text: string) => read({ lat: text }).degrees('lat');
    expect(['39.987', '39,987', ' 39.9870001 ', '39°59\'13"', '39° 59′ 13″ N', '-1'].map(degrees)).toEqual([
      ...[39.987, 39.987, 39.987, 39.986944, 39.986944, -1],
    ]);
    const wrong = (text: string) => {
      const r = read({ lat: text });
      return [r.degrees('lat'), r.errors[0]?.message.key];
    };
    expect(wrong('39.98, 48.47')).toEqual([null, 'places.refused.two_numbers']);
    for (const text of ['north', '1e5', '3999.1', 'NaN', '٣٩']) {
      expect(wrong(text)).toEqual([null, 'places.refused.not_degrees']);
    }
  });

  it('understands days, and none that does not exist', () => {
    const days = (text: string) => read({ d: text }).day('d');
    expect(['2025-01-29', '29.01.2025', '29/1/2025'].map(days)).toEqual(['2025-01-29', '2025-01-29', '2025-01-29']);
    for (const text of ['2025-02-30', '01/29/2025', '2025', 'yesterday', '31.11.2024']) {
      const r = read({ d: text });
      expect([r.day('d'), r.errors[0]?.message.key]).toEqual([null, 'places.refused.not_day']);
    }
  });

  it('understands numbers of people with blanks between thousands, and no others', () => {
    expect(['1240', '1 240', '12 540 000'].map((text) => read({ n: text }).count('n'))).toEqual([
      1240, 1240, 12_540_000,
    ]);
    for (const text of ['-3', '1.5', '1 24', 'many', '9'.repeat(13)]) {
      const r = read({ n: text });
      expect([text, r.count('n'), r.errors.length]).toEqual([text, null, 1]);
    }
  });

  it('cleans text of what cannot be seen, and never more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const line = read({ t: text }).line('t');
        expect(line ?? '').toBe(
          text
            .normalize('NFC')
            .replace(/[\p{Cc}\s]+/gu, ' ')
            .trim(),
        );
      }),
    );
  });

  it('takes an outline as GeoJSON, alone or in a feature, and says what is wrong with it', () => {
    const find = { search: searchPlaces([]), say: () => '' };
    const errors = (outline: string) => {
      const result = readPlace(
        { text: (name) => ({ kind: 'district', name_az: 'R', outline })[name] ?? '' },
        'AZ',
        find,
      );
      return result.ok ? result.value.outline?.type : result.refusal.fields?.map((f) => f.message.key.split('.')[2]);
    };
    const ring = [
      [47, 40],
      [48, 40],
      [48, 41],
      [47, 40],
    ];
    expect(errors(JSON.stringify({ type: 'Polygon', coordinates: [ring] }))).toBe('Polygon');
    const high = ring.map(([lon, lat]) => [lon, lat, 120]);
    expect(
      errors(JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [high] } })),
    ).toBe('Polygon');
    expect(errors('{')).toEqual(['not_outline']);
    expect(errors('{"type":"Point","coordinates":[47,40]}')).toEqual(['not_outline']);
    expect(errors(JSON.stringify({ type: 'Polygon', coordinates: [ring.slice(0, 3)] }))).toEqual(['outline_open']);
    expect(errors(JSON.stringify({ type: 'Polygon', coordinates: [] }))).toEqual(['outline_open']);
    const swapped = ring.map(([lon, lat]) => [lat, lon]);
    expect(errors(JSON.stringify({ type: 'Polygon', coordinates: [swapped] }))).toEqual(['outline_outside']);
    const long = [...Array.from({ length: 600 }, (_, i) => [47 + i / 1000, 40]), [47, 40]];
    expect(errors(JSON.stringify({ type: 'Polygon', coordinates: [long] }))).toEqual(['outline_long']);
  });
});

describe('a point', () => {
  const facts = (lon: number | null, lat: number | null) => ({
    ...{ kind: 'community' as const, name: { az: 'K' }, code: null, lon, lat, outline: null, from: null, source: null },
  });
  const keys = (lon: number | null, lat: number | null, country = 'AZ') =>
    placeErrors(facts(lon, lat), country).map((e) => `${e.field} ${e.message.key.split('.')[2]}`);

  it('lies in the country, or is told how it would', () => {
    expect(keys(47.8, 40.1)).toEqual([]);
    expect(keys(40.1, 47.8)).toEqual(['lat swapped']);
    expect(keys(47.8, 12)).toEqual(['lat lat_outside']);
    expect(keys(2, 48)).toEqual(['lat lat_outside', 'lon lon_outside']);
    expect(keys(null, 40)).toEqual(['lon lon_missing']);
    expect(keys(2, 48, 'FR')).toEqual([]);
    expect(keys(2, 480, 'FR')).toEqual(['lat lat_outside']);
  });
});

it('draws outer rings with the clock and holes against it, whatever way they came', () => {
  const square: Outline = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  };
  const reversed: Outline = { type: 'Polygon', coordinates: [square.coordinates[0]!.toReversed()] };
  const drawn = drawable([square, reversed]).coordinates.map((rings) => rings[0]);
  expect(drawn[0]).toEqual(drawn[1]);
  expect(drawn[0]?.[1]).toEqual([0, 1]);
});
