import type { Db } from '#core/db/database.ts';
import type { Finding, FindingId, FindingTables } from './schema.ts';

/** The findings of a forum, the newest first. */
export const findingsOf = (db: Db, forum: string): Promise<readonly Finding[]> => findings(db, forum, {});

/** A finding by the number that people cite; null: there is none. */
export async function findingByNumber(db: Db, forum: string, number: string): Promise<Finding | null> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  return (await findings(db, forum, { number: Number(number) }))[0] ?? null;
}

export const findingById = async (db: Db, forum: string, id: FindingId): Promise<Finding | null> =>
  (await findings(db, forum, { id }))[0] ?? null;

async function findings(
  db: Db,
  forum: string,
  wanted: { readonly id?: FindingId; readonly number?: number },
): Promise<readonly Finding[]> {
  let query = db
    .withTables<FindingTables>()
    .selectFrom('surveys_findings as f')
    .leftJoin('surveys_finding_withdrawals as w', (join) =>
      join.onRef('w.forum_id', '=', 'f.forum_id').onRef('w.finding_id', '=', 'f.id'),
    )
    .selectAll('f')
    .select(['w.reason', 'w.on_day as withdrawn_on'])
    .where('f.forum_id', '=', forum);
  if (wanted.id) query = query.where('f.id', '=', wanted.id);
  if (wanted.number) query = query.where('f.number', '=', wanted.number);
  const rows = await query.orderBy('f.number', 'desc').execute();
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, sentence: row.sentence, found: row.figure, on: row.on_day },
    reported:
      row.printed && row.source
        ? { printed: row.printed, remark: row.remark, source: row.source, url: row.source_url, on: row.source_on }
        : null,
    withdrawn: row.reason && row.withdrawn_on ? { reason: row.reason, on: row.withdrawn_on } : null,
  }));
}
