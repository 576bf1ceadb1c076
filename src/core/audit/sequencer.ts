import type { House } from '#core/house.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { BATCH, integrate, waitingForums } from './integrate.ts';
import type { LogKey } from './log-key.ts';

interface SequencerParts {
  readonly house: Pick<House, 'database' | 'clock'>;
  readonly key: LogKey;
  /** What went wrong in which forum; the next look tries again. */
  readonly onTrouble: (problem: unknown) => void;
}

/** What went wrong once goes wrong again at once, and each time a line is written: not twice a second. */
const AFTER_TROUBLE_MS = 10_000;

/** Gives committed entries their place in the tree. Each process has one; the database lets one work at a time. */
export class Sequencer {
  readonly #parts: SequencerParts;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(parts: SequencerParts) {
    this.#parts = parts;
  }

  /** Looks for waiting entries again and again, in real time: an entry is in the tree within a second. */
  start(everyMs = 500): void {
    const look = (): void => {
      void this.integrateWaiting()
        .then(
          () => everyMs,
          (problem: unknown) => {
            this.#parts.onTrouble(problem);
            return AFTER_TROUBLE_MS;
          },
        )
        .then((pause) => {
          if (!this.#stopped) this.#timer = setTimeout(look, pause).unref();
        });
    };
    look();
  }

  /** Lets the work under way end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running.catch(() => {});
  }

  /** Puts everything that waits now into the trees. Returns how many entries. */
  integrateWaiting(): Promise<number> {
    const run = this.#running.then(
      () => this.#all(),
      () => this.#all(),
    );
    this.#running = run;
    return run;
  }

  async #all(): Promise<number> {
    const { database, clock } = this.#parts.house;
    let count = 0;
    for (const forum of await waitingForums(database.db)) {
      let last = BATCH;
      while (last === BATCH) {
        const day = dayIn('UTC', clock.now());
        last = await database.transaction((trx) => integrate(trx, forum, this.#parts.key, day));
        count += last;
      }
    }
    return count;
  }
}
