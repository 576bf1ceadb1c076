import { Worker } from 'node:worker_threads';

/** As the package counts the kinds of Argon2. */
export const ARGON2ID = 2;

/** One piece of work for a thread; `phc` null: hash, else compare with it. */
export interface Asked {
  readonly id: number;
  readonly password: string;
  readonly phc: string | null;
  readonly memory: number;
  readonly passes: number;
}

/** `ms`: how long it took on the clock. */
export type Told = { readonly id: number } & (
  | { readonly value: string | boolean; readonly ms: number }
  | { readonly problem: string }
);

/** `idle`: the thread runs only when a core has nothing else to do. */
export interface HasherKind {
  readonly idle: boolean;
}

/** Milliseconds. A machine on which one password takes this long is so full that nothing idle ever gets a turn. */
const STARVED = 2_000;

interface Waiting {
  readonly resolve: (value: string | boolean) => void;
  readonly reject: (problem: Error) => void;
}

/** A thread that hashes; it does not keep the program alive, and is made anew when it ended. */
export class Hasher {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #next = 0;
  #idle = true;
  readonly #starved: number;

  /** `starved`: milliseconds after which it no longer waits for an idle core. */
  constructor(starved = STARVED) {
    this.#starved = starved;
  }

  do(asked: Omit<Asked, 'id'>): Promise<string | boolean> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#thread().postMessage({ ...asked, id } satisfies Asked);
    });
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./hashing.worker.ts', import.meta.url), {
      workerData: { idle: this.#idle } satisfies HasherKind,
    });
    worker.on('message', (told: Told) => {
      const waiting = this.#waiting.get(told.id);
      this.#waiting.delete(told.id);
      if ('problem' in told) waiting?.reject(new Error(told.problem));
      else waiting?.resolve(told.value);
      if ('ms' in told && told.ms > this.#starved) this.#insist(worker);
    });
    worker.on('error', (problem: Error) => this.#over(worker, problem));
    worker.on('exit', () => this.#over(worker, new Error('the thread that hashes passwords ended')));
    // After the listeners: each of them would keep the program from ending.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  /** From now on with a thread of the usual kind: people wait to come in. */
  #insist(worker: Worker): void {
    if (!this.#idle || this.#waiting.size > 0) return;
    this.#idle = false;
    this.#worker = null;
    void worker.terminate();
  }

  #over(worker: Worker, problem: Error): void {
    // One that was replaced has nobody waiting.
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.reject(problem);
    this.#waiting.clear();
  }
}
