import type { Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds without a request after which the program rests, and how often it looks. */
const QUIET = 10_000;
const LOOK = 2_000;

/**
 * Gives memory back when nobody asked for a while. Node itself frees what a start or an hour of many readers left
 * behind only when it needs room: a third of the memory of a small machine would stay taken over night. It takes a
 * tenth of a second, in which nobody waits.
 */
export function restWhenQuiet(server: Pick<Server, 'on'>, tidy: () => void = collector()): void {
  let asked = performance.now();
  let isTidy = false;
  server.on('request', () => {
    asked = performance.now();
    isTidy = false;
  });
  setInterval(() => {
    if (isTidy || performance.now() - asked < QUIET) return;
    isTidy = true;
    tidy();
  }, LOOK).unref();
}

/** V8's own collection of all garbage, which programs reach only by a flag. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
