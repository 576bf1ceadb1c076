import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FolderInUse } from './failures.ts';

/** What the lock file says of its holder. */
interface Holder {
  /** Random, so that a holder knows its own file again. */
  readonly word: string;
  readonly pid: number;
  /** Which machine, and which of its runs: processes of its earlier runs are dead. */
  readonly machine: string | null;
  readonly boot: string | null;
  /** Process ids mean something only within one namespace: a container has its own. */
  readonly pids: string | null;
  /** Ticks since boot at which the process began: a reused process id begins later. */
  readonly began: string | null;
  /** Grows with every renewal. */
  readonly beat: number;
}

/** Milliseconds; tests shorten them. */
export interface LockTimes {
  readonly renew: number;
  /** Somebody whose file did not change for so long is dead. */
  readonly deadAfter: number;
}

const TIMES: LockTimes = { renew: 5_000, deadAfter: 15_000 };

/**
 * Holds a data folder for this process alone: two processes on the same files would silently lose data. An abstract
 * socket refuses a second process of this machine at once; a renewed lock file refuses one in another container.
 */
export class FolderLock {
  readonly #file: string;
  readonly #socket: Server | null;
  readonly #timer: NodeJS.Timeout;
  #holder: Holder;

  private constructor(file: string, socket: Server | null, holder: Holder, onLost: () => void, renew: number) {
    this.#file = file;
    this.#socket = socket;
    this.#holder = holder;
    this.#timer = setInterval(() => {
      if (read(this.#file)?.word !== this.#holder.word) {
        clearInterval(this.#timer);
        onLost();
        return;
      }
      this.#holder = { ...this.#holder, beat: this.#holder.beat + 1 };
      write(this.#file, this.#holder);
    }, renew).unref();
  }

  /** Takes the folder or throws FolderInUse. `onLost`: somebody else took it while this process slept. */
  static async take(folder: string, onLost: () => void, times: LockTimes = TIMES): Promise<FolderLock> {
    const file = path.join(folder, 'database.lock');
    const socket = await takeSocket(folder);
    try {
      await awaitDeath(file, folder, times.deadAfter);
      const holder: Holder = {
        word: randomUUID(),
        pid: process.pid,
        machine: machine(),
        boot: boot(),
        pids: pids(),
        began: began(process.pid),
        beat: 0,
      };
      write(file, holder);
      // Two containers that start in the same moment: the later write wins, the earlier sees it here.
      await pause(50);
      if (read(file)?.word !== holder.word) throw inUse(folder);
      return new FolderLock(file, socket, holder, onLost, times.renew);
    } catch (problem) {
      socket?.close();
      throw problem;
    }
  }

  release(): void {
    clearInterval(this.#timer);
    if (read(this.#file)?.word === this.#holder.word) rmSync(this.#file, { force: true });
    this.#socket?.close();
  }
}

const inUse = (folder: string): FolderInUse =>
  new FolderInUse(
    `Another Ortaq process works on the folder ${folder}. Stop it first, or give this one another folder with ORTAQ_DATA.`,
  );

/** Abstract sockets exist on Linux only and vanish with their process. */
function takeSocket(folder: string): Promise<Server | null> {
  if (process.platform !== 'linux') return Promise.resolve(null);
  const { dev, ino } = statSync(folder);
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once('error', (problem: NodeJS.ErrnoException) =>
      reject(problem.code === 'EADDRINUSE' ? inUse(folder) : problem),
    );
    server.listen(`\0ortaq-${dev}-${ino}`, () => resolve(server));
    server.unref();
  });
}

/** Returns when no living process holds the file. A holder that cannot be asked is watched: does it still renew? */
async function awaitDeath(file: string, folder: string, deadAfter: number): Promise<void> {
  const first = read(file);
  if (!first || isDead(first)) return;
  if (isNeighbour(first)) {
    // Killed a moment ago: its socket is gone, its number not yet. A living one would have kept the socket.
    for (let looks = 0; looks < 30; looks++) {
      await pause(100);
      if (isDead(first)) return;
    }
    throw inUse(folder);
  }
  for (let looks = 0; looks < 30; looks++) {
    await pause(deadAfter / 30);
    const now = read(file);
    if (!now) return;
    if (now.word !== first.word || now.beat !== first.beat) throw inUse(folder);
  }
}

/** A process whose id we can look up: same boot, same namespace. */
const isNeighbour = (holder: Holder): boolean =>
  holder.boot !== null ? holder.boot === boot() && holder.pids === pids() : process.platform !== 'linux';

function isDead(holder: Holder): boolean {
  if (holder.machine && holder.machine === machine() && holder.boot && holder.boot !== boot()) return true;
  if (!isNeighbour(holder)) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  return holder.began !== null && began(holder.pid) !== holder.began;
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** Appears whole or not at all. */
function write(file: string, holder: Holder): void {
  const growing = `${file}.${holder.word}`;
  writeFileSync(growing, JSON.stringify(holder), { mode: 0o600 });
  renameSync(growing, file);
}

function ofSystem(read: () => string): string | null {
  try {
    return read().trim();
  } catch {
    return null;
  }
}

const machine = (): string | null => ofSystem(() => readFileSync('/etc/machine-id', 'utf8'));
const boot = (): string | null => ofSystem(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
const pids = (): string | null => ofSystem(() => readlinkSync('/proc/self/ns/pid'));
/** Field 22 of /proc/<pid>/stat (proc(5)), counted after the program's name, which may hold anything. */
const began = (pid: number): string | null =>
  ofSystem(
    () =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? '',
  );
