import { describe, expect, test } from 'vitest';
import { distance, finder, fold, freeSlug, namesIn, slugOf } from './names.ts';

describe('names as they are compared', () => {
  test.each([
    ['Şirvan', 'sirvan'],
    ['İSMAYILLI', 'ismayilli'],
    ['ısmayıllı', 'ismayilli'],
    ['Kür  kəndi', 'kur kendi'],
    ['  «Durnasu» bələdiyyəsi. ', 'durnasu belediyyesi'],
    ['Сёмовка', 'семовка'],
    ['Şəki–Zaqatala', 'seki zaqatala'],
    ['“ASAN” xidmət;', 'asan xidmet'],
    ['O’Neil', 'oneil'],
    ['…', ''],
    ['.,;:', ''],
    ['', ''],
  ])('%j is %j', (name, folded) => {
    expect(fold(name)).toBe(folded);
    expect(fold(folded)).toBe(folded);
  });

  test('a very long name of signs costs no more than its length', () => {
    // Was 8 seconds for 100,000 signs; no clock is asked: past the test's limit it is red.
    for (const signs of ['.,', ' .', ';:', '-']) expect(fold(`a${signs.repeat(100_000)}b`).startsWith('a')).toBe(true);
    expect(slugOf(`a${'-.'.repeat(100_000)}b`)).toBe('a-b');
  });
});

describe('the part of an address made from a name', () => {
  test.each([
    ['Kür Kəndi', 'kur-kendi'],
    ['Сабирабад', 'sabirabad'],
    ['Щёлково', 'shchelkovo'],
    ['Plan 2017–2020 (yerli)', 'plan-2017-2020-yerli'],
    ['../../etc/passwd', 'etc-passwd'],
    ['\u202Eexe.gpj', 'exe-gpj'],
    ['<script>', 'script'],
    ['日本', ''],
    [`${'a'.repeat(59)} bc`, 'a'.repeat(59)],
  ])('%j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
  });

  test('is free, or gets the first free number', () => {
    const taken = new Set(['a', 'a-2', 'x']);
    expect(freeSlug('b', (slug) => taken.has(slug))).toBe('b');
    expect(freeSlug('a', (slug) => taken.has(slug))).toBe('a-3');
    expect(freeSlug('', (slug) => taken.has(slug))).toBe('x-2');
  });
});

describe('how far names are apart', () => {
  test.each([
    ['guba', 'guba', 0],
    ['guba', 'quba', 1],
    ['guba', 'gub', 1],
    ['guba', 'gbua', 1],
    ['durnasu', 'durnaus', 1],
    ['durnasu', 'turnasa', 2],
    ['', 'ab', 2],
    ['guba', 'sabirabad', 3],
  ])('%s and %s', (a, b, apart) => {
    expect(distance(a, b, 2)).toBe(apart);
    expect(distance(b, a, 2)).toBe(apart);
  });
});

describe('a search for one name', () => {
  const find = finder(
    [
      { slug: 'durnasu', names: { az: 'Durnasu', ru: 'Дурнасу' } },
      { slug: 'durnali', names: { az: 'Durnalı' } },
      { slug: 'yuxari', names: { az: 'Yuxarı kənd' } },
      { slug: 'asagi', names: { az: 'Aşağı kənd', en: 'Yuxarı kənd' } },
    ],
    (item) => [item.slug, ...namesIn(item.names)],
  );

  test('finds one, by any language and any keyboard', () => {
    for (const name of ['Durnasu', 'DURNASU', 'durnasu ', 'дурнасу', '«Durnasu»'])
      expect(find(name)).toMatchObject({ kind: 'one', item: { slug: 'durnasu' } });
  });

  test('says when several bear it', () => {
    expect(find('yuxari kend')).toMatchObject({ kind: 'several', items: [{ slug: 'yuxari' }, { slug: 'asagi' }] });
  });

  test('guesses nothing and offers the nearest', () => {
    expect(find('Durnaso')).toMatchObject({ kind: 'none', near: [{ slug: 'durnasu' }] });
    expect(find('zzzz')).toEqual({ kind: 'none', near: [] });
    expect(find('')).toEqual({ kind: 'none', near: [] });
    expect(find('__proto__')).toEqual({ kind: 'none', near: [] });
  });

  test('a very long name is searched as quickly', () => {
    expect(find('x'.repeat(100_000))).toEqual({ kind: 'none', near: [] });
  });
});
