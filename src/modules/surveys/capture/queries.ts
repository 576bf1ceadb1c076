import type { Db } from '#core/db/database.ts';
import { hashOf } from '#modules/identity/contract.ts';
import type { SurveyTables } from '../schema.ts';
import type { Begun } from './schema.ts';

/** What was written so far, by the secret of its address; null: it was handed in, is too old, or never was. */
export async function begunBySecret(db: Db, forum: string, secret: string): Promise<Begun | null> {
  const row = await db
    .withTables<SurveyTables>()
    .selectFrom('surveys_fillings')
    .select(['id', 'round_id', 'edition', 'mode', 'language', 'place_id', 'group_key', 'code', 'answers', 'declined'])
    .where('forum_id', '=', forum)
    .where('secret_hash', '=', hashOf(secret))
    .executeTakeFirst();
  return row
    ? {
        ...{ id: row.id, round: row.round_id, edition: row.edition, mode: row.mode, language: row.language },
        ...{ place: row.place_id, group: row.group_key, code: row.code, answers: row.answers, declined: row.declined },
      }
    : null;
}
