import { expect, test } from 'vitest';
import { MovedClock } from './clock.ts';

test('a moved clock runs on from its start, is moved forward and goes on after a restart', () => {
  let passed = 1_000;
  const start = new Date('2026-03-19T09:00:00Z');
  const clock = new MovedClock(start, 0, () => passed);
  expect(clock.now()).toEqual(start);
  passed += 5_000;
  clock.move(12 * 86_400_000);
  expect(clock.now()).toEqual(new Date('2026-03-31T09:00:05Z'));
  const again = new MovedClock(start, clock.ahead, () => passed);
  expect(again.now()).toEqual(new Date('2026-03-31T09:00:00Z'));
  expect(() => clock.move(-1)).toThrow(RangeError);
});
