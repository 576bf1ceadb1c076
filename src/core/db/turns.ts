/** One thing that only one may hold at a time. Who asked first gets it first. */
export class Turns {
  #held = false;
  readonly #waiting: (() => void)[] = [];

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves to a function that gives the turn back. Rejects, and leaves the queue, when the signal says so. */
  take(signal?: AbortSignal): Promise<() => void> {
    if (!this.#held) {
      this.#held = true;
      return Promise.resolve(this.#giver());
    }
    return new Promise((resolve, reject) => {
      const entry = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve(this.#giver());
      };
      const leave = (): void => {
        const at = this.#waiting.indexOf(entry);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(entry);
    });
  }

  #giver(): () => void {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#held = false;
    };
  }
}
