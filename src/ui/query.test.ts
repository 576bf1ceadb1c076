import { expect, test } from 'vitest';
import { otherParameters, sortingOf, withQuery } from './query.ts';

const url = new URL('http://x/az/plans?state=late&sort=-due&page=2&q=%C9%99m%C9%99k');

test('one parameter changes, the others stay', () => {
  expect(withQuery(url, { sort: 'no', page: null })).toBe('/az/plans?state=late&sort=no&q=%C9%99m%C9%99k');
  expect(withQuery(url, { state: null, sort: '', page: null, q: null })).toBe('/az/plans');
  expect(withQuery(new URL('http://x/a'), { q: 'a&b=c' })).toBe('/a?q=a%26b%3Dc');
});

test('other parameters go along with a form', () => {
  expect(otherParameters(url, ['state', 'page'])).toEqual([
    ['sort', '-due'],
    ['q', 'əmək'],
  ]);
});

test('only known columns sort', () => {
  expect(sortingOf(url, ['due'])).toEqual({ by: 'due', down: true });
  expect(sortingOf(url, ['no'])).toBeNull();
  expect(sortingOf(new URL('http://x/?sort=no'), ['no'])).toEqual({ by: 'no', down: false });
  expect(sortingOf(new URL('http://x/'), [''])).toEqual(null);
});
