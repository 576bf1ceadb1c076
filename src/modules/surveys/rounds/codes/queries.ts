import type { Db } from '#core/db/database.ts';
import { typedCode } from '#core/typed-code.ts';
import { hashOf } from '#modules/identity/contract.ts';
import { CODE_LETTERS } from '../../keeping/rules.ts';
import type { RoundId, SurveyTables } from '../../schema.ts';

/** A batch of codes as its keepers see it: how many were made, how many were used; never which. */
export interface Batch {
  readonly batch: number;
  readonly place: string | null;
  readonly group: string | null;
  readonly made: number;
  readonly used: number;
}

export async function batchesOf(db: Db, forum: string, round: RoundId): Promise<readonly Batch[]> {
  const rows = await db
    .withTables<SurveyTables>()
    .selectFrom('surveys_codes')
    .select(['batch', 'place_id as place', 'group_key as group'])
    .select((is) => is.fn.countAll<number>().as('made'))
    .select((is) => is.fn.countAll<number>().filterWhere('used', '=', true).as('used'))
    .where('forum_id', '=', forum)
    .where('round_id', '=', round)
    .groupBy(['batch', 'place_id', 'group_key'])
    .orderBy('batch')
    .execute();
  return rows.map((row) => ({ ...row, made: Number(row.made), used: Number(row.used) }));
}

/** What a code stands for, as typed; null: it is none of this round, or was used. */
export async function unusedCode(
  db: Db,
  forum: string,
  round: RoundId,
  typed: string,
): Promise<{ readonly code: string; readonly place: string | null; readonly group: string | null } | null> {
  const code = typedCode(typed, CODE_LETTERS);
  if (!code) return null;
  const row = await db
    .withTables<SurveyTables>()
    .selectFrom('surveys_codes')
    .select(['place_id as place', 'group_key as group'])
    .where('forum_id', '=', forum)
    .where('round_id', '=', round)
    .where('code_hash', '=', hashOf(code))
    .where('used', '=', false)
    .executeTakeFirst();
  return row ? { code, ...row } : null;
}
