import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restWhenQuiet } from './rest.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that only tells of requests, and how often it was tidied behind it. */
function quietly() {
  const server = new EventEmitter();
  const tidied = vi.fn();
  restWhenQuiet(server as unknown as Server, tidied);
  return { ask: () => server.emit('request'), tidied };
}

test('tidies once after a quiet while, and again after the next requests', () => {
  const { ask, tidied } = quietly();
  vi.advanceTimersByTime(60_000);
  expect(tidied).toHaveBeenCalledTimes(1);
  ask();
  vi.advanceTimersByTime(9_000);
  expect(tidied).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(tidied).toHaveBeenCalledTimes(2);
});

test('never tidies while somebody asks', () => {
  const { ask, tidied } = quietly();
  for (let second = 0; second < 120; second += 1) {
    ask();
    vi.advanceTimersByTime(1_000);
  }
  expect(tidied).not.toHaveBeenCalled();
});

test('collects for true: what nobody holds is gone', async () => {
  vi.useRealTimers();
  let big: object | null = { bytes: new Uint8Array(1_000_000) };
  const seen = new WeakRef(big);
  big = null;
  const server = new EventEmitter();
  vi.useFakeTimers({ toFake: ['setInterval', 'performance'] });
  restWhenQuiet(server as unknown as Server);
  // A reference read in this turn holds its object until the next.
  await new Promise((resolve) => setImmediate(resolve));
  vi.advanceTimersByTime(60_000);
  expect(seen.deref()).toBeUndefined();
});
