import type { Db } from '#core/db/database.ts';
import { type Fact, type FactGroup, type HomeTables, PARTS } from '../schema.ts';

/** All reported facts of a forum, grouped in reading order; parts without facts are left out. */
export async function factsOf(db: Db, forum: string): Promise<readonly FactGroup[]> {
  const rows = await db
    .withTables<HomeTables>()
    .selectFrom('home_facts')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const facts: readonly Fact[] = rows.map(({ id, part, title, value, detail, source, source_url: sourceUrl }) => ({
    ...{ id, part, title, value, detail, source, sourceUrl },
  }));
  return PARTS.map((part) => ({ part, facts: facts.filter((fact) => fact.part === part) })).filter(
    (group) => group.facts.length > 0,
  );
}
