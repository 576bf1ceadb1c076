import type { Revisions } from '#core/cache/revisions.ts';
import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';

/** All forums of the installation, kept in memory: every request needs one and they change a few times a year. */
export class Forums {
  #bySlug = new Map<string, Forum>();
  #reading: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  /** Reads them anew. One reading at a time, so that an older one never comes last; who asks meanwhile shares the next. */
  load(db: Db, revisions: Revisions): Promise<void> {
    this.#next ??= this.#reading
      .catch(() => {})
      .then(() => {
        this.#next = null;
        this.#reading = this.#read(db, revisions);
        return this.#reading;
      });
    return this.#next;
  }

  async #read(db: Db, revisions: Revisions): Promise<void> {
    const rows = await db
      .withTables<CoreTables>()
      .selectFrom('core_forums')
      .selectAll()
      .orderBy('created_at')
      .execute();
    const before = new Map([...this.#bySlug.values()].map((forum) => [forum.id, forum]));
    this.#bySlug = new Map(rows.map((row) => [row.slug, row]));
    for (const row of rows) {
      revisions.learn(row.id, Number(row.revision));
      before.delete(row.id);
    }
    // A forum that is gone takes its kept pages along.
    for (const gone of before.keys()) revisions.outdate(gone);
  }

  bySlug(slug: string): Forum | null {
    return this.#bySlug.get(slug) ?? null;
  }

  byId(id: string): Forum | null {
    for (const forum of this.#bySlug.values()) if (forum.id === id) return forum;
    return null;
  }

  /** The installation's own rows; its zone and languages serve pages that belong to no forum. */
  get reference(): Forum {
    const forum = this.byId(REFERENCE);
    if (!forum) throw new Error('the reference forum is missing: migration 0001 makes it');
    return forum;
  }

  /** The forums people come for, oldest first. */
  get all(): readonly Forum[] {
    return [...this.#bySlug.values()].filter((forum) => forum.kind !== 'reference');
  }
}
