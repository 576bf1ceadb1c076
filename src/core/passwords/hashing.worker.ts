import { spawnSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';
import { ARGON2ID, type Asked, type HasherKind, type Told } from './hashing.ts';

/** A thirtieth of the share of a page's thread where both want one core. */
const PATIENCE = 15;

/**
 * One password after the other, on a thread that the system lets run only when pages need nothing: a thread has its own
 * number on Linux, its own priority, and may be of the kind that runs when a core is idle. A thread of the usual kind,
 * however patient, keeps a core for some milliseconds from a page that wakes. Elsewhere it runs like any other.
 */
function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (!thread) return;
    setPriority(thread, PATIENCE);
    if ((workerData as HasherKind).idle)
      spawnSync('chrt', ['--idle', '--pid', '0', String(thread)], { stdio: 'ignore' });
  } catch {
    // No such folder, or not allowed: it is then merely one thread more.
  }
}

stepBack();
parentPort?.on('message', ({ id, password, phc, memory, passes }: Asked) => {
  const options = { algorithm: ARGON2ID, memoryCost: memory, timeCost: passes, parallelism: 1 };
  const began = performance.now();
  try {
    const value = phc === null ? hashSync(password, options) : verifySync(phc, password);
    parentPort?.postMessage({ id, value, ms: performance.now() - began } satisfies Told);
  } catch (error) {
    parentPort?.postMessage({ id, problem: String(error) } satisfies Told);
  }
});
