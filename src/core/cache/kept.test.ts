import { expect, test } from 'vitest';
import { REFERENCE } from '#core/forum.ts';
import { Kept } from './kept.ts';
import { Revisions } from './revisions.ts';

const FORUM = '01900000-0000-7000-8000-000000000001';

/** A fact that counts how often it was asked for. */
function counting(revisions: Revisions) {
  const kept = new Kept<number>(revisions);
  let asked = 0;
  return { kept, ask: (forum = FORUM) => kept.of(forum, forum, async () => ++asked) };
}

test('is asked for once, and again after any deed of the forum or of the register', async () => {
  const revisions = new Revisions();
  const { ask } = counting(revisions);
  expect([await ask(), await ask(), await ask()]).toEqual([1, 1, 1]);
  revisions.learn(FORUM, 7);
  expect([await ask(), await ask()]).toEqual([2, 2]);
  revisions.learn(REFERENCE, 3);
  expect([await ask(), await ask()]).toEqual([3, 3]);
});

test('is kept for each forum by itself', async () => {
  const revisions = new Revisions();
  const { ask } = counting(revisions);
  const OTHER = '01900000-0000-7000-8000-000000000002';
  expect([await ask(), await ask(OTHER)]).toEqual([1, 2]);
  revisions.learn(OTHER, 1);
  expect([await ask(), await ask(OTHER)]).toEqual([1, 3]);
});

test('a deed while it is being read makes what was read old', async () => {
  const revisions = new Revisions();
  const kept = new Kept<string>(revisions);
  const before = await kept.of(FORUM, FORUM, async () => {
    revisions.learn(FORUM, 1);
    return 'shown';
  });
  expect(before).toBe('shown');
  expect(await kept.of(FORUM, FORUM, async () => 'hidden')).toBe('hidden');
});

test('is asked anew each time while news may have been missed', async () => {
  const revisions = new Revisions();
  const { ask } = counting(revisions);
  await ask();
  revisions.trusted = false;
  expect([await ask(), await ask()]).toEqual([2, 3]);
});
