import { REFERENCE } from '#core/forum.ts';

/** The newest known revision of one forum's public record; pages hold on to it and compare. */
export interface Revision {
  value: number;
}

/**
 * Revisions of all forums in this process. A page of a forum also shows reference rows (national plans), so its
 * freshness is the sum of both: neither ever falls.
 */
export class Revisions {
  readonly #known = new Map<string, Revision>();
  /** False while news from other processes may have been missed: then nothing is served from the cache. */
  trusted = true;

  of(forum: string): Revision {
    let revision = this.#known.get(forum);
    if (!revision) {
      revision = { value: 0 };
      this.#known.set(forum, revision);
    }
    return revision;
  }

  /** Numbers only grow: news may arrive out of order. */
  learn(forum: string, value: number): void {
    const revision = this.of(forum);
    if (value > revision.value) revision.value = value;
  }

  /** What a page of this forum is as fresh as. */
  freshness(forum: string): number {
    return this.of(forum).value + this.of(REFERENCE).value;
  }
}
