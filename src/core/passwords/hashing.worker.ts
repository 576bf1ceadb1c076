import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';
import { ARGON2ID, type Asked } from './hashing.ts';

/** A thirtieth of the share of a page's thread where both want one core; at 19 a busy machine would let nobody in. */
const PATIENCE = 15;

/**
 * One password after the other, on a thread that the system lets run only when pages need nothing: a thread has its own
 * number on Linux and its own priority. Elsewhere it runs like any other.
 */
function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (thread > 0) setPriority(thread, PATIENCE);
  } catch {
    // No such folder, or not allowed: it is then merely one thread more.
  }
}

stepBack();
parentPort?.on('message', ({ id, password, phc, memory, passes }: Asked) => {
  const options = { algorithm: ARGON2ID, memoryCost: memory, timeCost: passes, parallelism: 1 };
  try {
    const value = phc === null ? hashSync(password, options) : verifySync(phc, password);
    parentPort?.postMessage({ id, value });
  } catch (error) {
    parentPort?.postMessage({ id, problem: String(error) });
  }
});
