/** Where the program's time comes from. Nothing else asks the machine what time it is. */
export interface Clock {
  now(): Date;
}

export const SYSTEM_CLOCK: Clock = { now: () => new Date() };

/**
 * A clock for tests and demonstrations: it was set to `start` when the program began, runs on from there and can be
 * moved forward. `elapsed` gives the milliseconds since then (a monotonic reading).
 */
export class MovedClock implements Clock {
  readonly #start: number;
  readonly #elapsed: () => number;
  #ahead: number;

  constructor(start: Date, aheadMs = 0, elapsed: () => number = () => performance.now()) {
    const began = elapsed();
    this.#start = start.getTime();
    this.#elapsed = () => elapsed() - began;
    this.#ahead = aheadMs;
  }

  now(): Date {
    return new Date(this.#start + this.#elapsed() + this.#ahead);
  }

  /** How far it was moved by hand, in milliseconds: kept by the caller, so that a restart does not go back in time. */
  get ahead(): number {
    return this.#ahead;
  }

  /** Time only goes forward: what fell due stays due. */
  move(ms: number): void {
    if (ms < 0) throw new RangeError('a clock is only moved forward');
    this.#ahead += ms;
  }
}
