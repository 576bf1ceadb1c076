import { expect, test } from 'vitest';
import { REFERENCE } from '#core/forum.ts';
import { Revisions } from './revisions.ts';

test('news may come late or twice, and nothing ever falls', () => {
  const revisions = new Revisions();
  const seen: number[] = [];
  for (const value of [3, 2, 3, 5, 4]) {
    revisions.learn('a', value);
    seen.push(revisions.of('a'), revisions.freshness('a'), revisions.whole);
  }
  expect(seen).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 5, 5, 5, 5]);
});

test('a forum is as fresh as its own record and the reference rows, the installation as all of them', () => {
  const revisions = new Revisions();
  revisions.learn('a', 2);
  revisions.learn('b', 10);
  revisions.learn(REFERENCE, 100);
  expect([revisions.freshness('a'), revisions.freshness('b'), revisions.freshness('unknown')]).toEqual([102, 110, 100]);
  expect(revisions.freshness(REFERENCE)).toBe(100);
  expect(revisions.whole).toBe(112);
});

test('a forum that is gone makes its own pages and those of the installation old', () => {
  const revisions = new Revisions();
  revisions.learn('a', 2);
  const [own, other, whole] = [revisions.freshness('a'), revisions.freshness('b'), revisions.whole];
  revisions.outdate('a');
  expect(revisions.freshness('a')).toBeGreaterThan(own);
  expect(revisions.whole).toBeGreaterThan(whole);
  expect(revisions.freshness('b')).toBe(other);
});
