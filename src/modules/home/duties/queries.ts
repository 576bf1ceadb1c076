import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { dayIn } from '#core/time/plain-date.ts';
import type { HomeTables } from '../schema.ts';
import { allAnswered, dutiesOf } from './rules.ts';
import type { DutySeen } from './schema.ts';

/** The duties of a country's profile with the last answer to each. */
export async function dutiesSeen(db: Db, of: Pick<Forum, 'country' | 'zone'>): Promise<readonly DutySeen[]> {
  const rows = await db
    .withTables<HomeTables>()
    .selectFrom('home_duty_answers')
    .selectAll()
    .where('country', '=', of.country)
    .orderBy('id')
    .execute();
  const last = new Map(rows.map((row) => [row.duty, row]));
  return dutiesOf(of.country).map((duty): DutySeen => {
    const row = last.get(duty.id);
    const answer = row ? { is: row.answer, because: row.because, on: dayIn(of.zone, row.answered_at) } : null;
    return { ...duty, answer };
  });
}

/** May names and telephones be stored in this forum? Invented people of a demonstration always. */
export const mayStorePeople = async (db: Db, forum: Forum): Promise<boolean> =>
  forum.demonstration || allAnswered(await dutiesSeen(db, forum));
