import type { Db } from '#core/db/database.ts';
import type { RoundId, SurveyTables } from '../schema.ts';
import { differencesOf } from './rules.ts';
import type { Sheet, Typing } from './schema.ts';

/** The sheets of a round that somebody typed, by number. */
export async function sheetsOf(db: Db, forum: string, round: RoundId, number?: number): Promise<readonly Sheet[]> {
  const tables = db.withTables<SurveyTables>();
  let query = tables
    .selectFrom('surveys_sheets as s')
    .leftJoin('surveys_interviews as i', (join) =>
      join.onRef('i.forum_id', '=', 's.forum_id').onRef('i.id', '=', 's.id'),
    )
    .select(['s.id', 's.number', 's.edition', 'i.id as kept'])
    .where('s.forum_id', '=', forum)
    .where('s.round_id', '=', round);
  if (number !== undefined) query = query.where('s.number', '=', number);
  const rows = await query.orderBy('s.number').execute();
  if (rows.length === 0) return [];
  const entries = await tables
    .selectFrom('surveys_sheet_entries')
    .selectAll()
    .where('forum_id', '=', forum)
    .where(
      'sheet_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('nth')
    .execute();
  return rows.map(({ id, number: on, edition, kept }) => {
    const typings = entries
      .filter(({ sheet_id }) => sheet_id === id)
      .map(
        (row): Typing => ({
          ...{ nth: row.nth, place: row.place_id, group: row.group_key, onDay: row.on_day, answers: row.answers },
          ...{ declined: row.declined, by: row.entered_by },
        }),
      );
    const [first, second] = typings;
    const differs = first && second && differencesOf(first, second).length > 0;
    return { id, number: on, edition, typings, state: kept ? 'counted' : differs ? 'differs' : 'once' };
  });
}
