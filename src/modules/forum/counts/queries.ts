import type { Db } from '#core/db/database.ts';
import type { CountTables, GenderCount } from './schema.ts';

/** Every count of women and men in a forum, oldest first; of one day the one that was entered last comes last. */
export async function genderCountsOf(db: Db, forum: string): Promise<readonly GenderCount[]> {
  const rows = await db
    .withTables<CountTables>()
    .selectFrom('forum_gender_counts')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('on_day')
    .orderBy('id')
    .execute();
  return rows.map(({ constituency_id: constituency, on_day: on, women, men, source }) => ({
    ...{ constituency, on, women, men, source },
  }));
}
