import type { Revisions } from '#core/cache/revisions.ts';
import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';

/** All forums of the installation, kept in memory: every request needs one and they change a few times a year. */
export class Forums {
  #bySlug = new Map<string, Forum>();

  async load(db: Db, revisions: Revisions): Promise<void> {
    const rows = await db
      .withTables<CoreTables>()
      .selectFrom('core_forums')
      .selectAll()
      .orderBy('created_at')
      .execute();
    const bySlug = new Map<string, Forum>();
    for (const row of rows) {
      bySlug.set(row.slug, row);
      revisions.learn(row.id, Number(row.revision));
    }
    // A forum that is gone takes its kept pages along.
    for (const gone of this.#bySlug.values())
      if (!rows.some((row) => row.id === gone.id)) revisions.of(gone.id).value++;
    this.#bySlug = bySlug;
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
