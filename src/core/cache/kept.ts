import type { Revisions } from './revisions.ts';

/**
 * A fact of each forum that nearly every page asks for and few deeds change. It is kept exactly as long as a page of the
 * forum is: the revision is read before the database is asked, so that what a deed hides is hidden from the next page
 * on; while news of other processes may have been missed, the database is asked each time.
 */
export class Kept<Fact> {
  readonly #revisions: Revisions;
  readonly #facts = new Map<string, { readonly freshness: number; readonly fact: Fact }>();

  constructor(revisions: Revisions) {
    this.#revisions = revisions;
  }

  /** What is known of the forum under `name`, which holds all that the fact depends on beside the public record. */
  async of(forum: string, name: string, ask: () => Promise<Fact>): Promise<Fact> {
    const freshness = this.#revisions.freshness(forum);
    const known = this.#facts.get(name);
    if (known?.freshness === freshness && this.#revisions.trusted) return known.fact;
    const fact = await ask();
    this.#facts.set(name, { freshness, fact });
    return fact;
  }
}
