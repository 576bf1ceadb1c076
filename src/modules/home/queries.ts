import type { Db } from '#core/db/database.ts';
import { type Fact, type HomeTables, PARTS, type Part } from './schema.ts';

/** All reported facts of a forum, grouped in reading order; parts without facts are left out. */
export async function factsOf(db: Db, forum: string): Promise<readonly { part: Part; facts: readonly Fact[] }[]> {
  const rows = await db
    .withTables<HomeTables>()
    .selectFrom('home_facts')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const facts: readonly Fact[] = rows.map((row) => ({
    id: row.id,
    part: row.part,
    title: row.title,
    value: row.value,
    detail: row.detail,
    source: row.source,
    sourceUrl: row.source_url,
  }));
  return PARTS.map((part) => ({ part, facts: facts.filter((fact) => fact.part === part) })).filter(
    (g) => g.facts.length > 0,
  );
}
