import { expect, it } from 'vitest';
import { MOST_ADDRESSES, sitemap } from './api.ts';

const ORIGIN = 'https://forum.example.org';
const locations = (map: string): readonly string[] => [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) => at!);

it('names every page in each language, with the others beside it', () => {
  const map = sitemap(ORIGIN, ['', '/stage/plans/p&q'], null)!;
  expect(locations(map)).toEqual([
    ...['az', 'en', 'ru'].map((language) => `${ORIGIN}/${language}`),
    ...['az', 'en', 'ru'].map((language) => `${ORIGIN}/${language}/stage/plans/p%26q`),
  ]);
  expect(map.match(/hreflang="az"/g)?.length).toBe(6);
});

it('becomes an index of parts where one map would be too large, and the parts hold every page once', () => {
  const pages = Array.from({ length: 40_000 }, (_, i) => `/f/places/p${i}`);
  const index = locations(sitemap(ORIGIN, pages, null)!);
  expect(index.length).toBe(3);
  const all = index.flatMap((_, i) => {
    const part = locations(sitemap(ORIGIN, pages, i + 1)!);
    expect(part.length).toBeLessThanOrEqual(MOST_ADDRESSES);
    return part;
  });
  expect(all.length).toBe(120_000);
  expect(new Set(all).size).toBe(120_000);
  expect(sitemap(ORIGIN, pages, 4)).toBeNull();
});
