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

type Told = { readonly id: number } & ({ readonly value: string | boolean } | { readonly problem: string });

interface Waiting {
  readonly resolve: (value: string | boolean) => void;
  readonly reject: (problem: Error) => void;
}

/** A thread that hashes; it does not keep the program alive, and is made anew when it ended. */
export class Hasher {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #next = 0;

  do(asked: Omit<Asked, 'id'>): Promise<string | boolean> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#thread().postMessage({ ...asked, id } satisfies Asked);
    });
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./hashing.worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (told: Told) => {
      const waiting = this.#waiting.get(told.id);
      this.#waiting.delete(told.id);
      if ('problem' in told) waiting?.reject(new Error(told.problem));
      else waiting?.resolve(told.value);
    });
    worker.on('error', (problem: Error) => this.#over(problem));
    worker.on('exit', () => this.#over(new Error('the thread that hashes passwords ended')));
    this.#worker = worker;
    return worker;
  }

  #over(problem: Error): void {
    this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.reject(problem);
    this.#waiting.clear();
  }
}
