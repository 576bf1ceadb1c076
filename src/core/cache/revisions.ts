import { REFERENCE } from '#core/forum.ts';

/**
 * The newest known revision of every forum's public record in this process. A page of a forum also shows reference
 * rows (national plans), so its freshness is the sum of both: neither ever falls.
 */
export class Revisions {
  readonly #known = new Map<string, number>();
  #whole = 0;
  /** False while news from other processes may have been missed: then nothing is served from the cache. */
  trusted = true;

  of(forum: string): number {
    return this.#known.get(forum) ?? 0;
  }

  /** Numbers only grow: news may arrive out of order. */
  learn(forum: string, value: number): void {
    const before = this.of(forum);
    if (value <= before) return;
    this.#known.set(forum, value);
    this.#whole += value - before;
  }

  /** Makes everything kept of a forum old that is gone and will have no newer revision. */
  outdate(forum: string): void {
    this.learn(forum, this.of(forum) + 1);
  }

  /** What a page of this forum is as fresh as. */
  freshness(forum: string): number {
    return forum === REFERENCE ? this.of(REFERENCE) : this.of(forum) + this.of(REFERENCE);
  }

  /** What a page of the installation is as fresh as: it may speak of every forum. */
  get whole(): number {
    return this.#whole;
  }
}
