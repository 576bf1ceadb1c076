import type { Db } from '#core/db/database.ts';
import { findingsOf } from '../queries.ts';
import type { FindingId } from '../schema.ts';
import type { BindingTables, Bound, BoundFinding } from './schema.ts';

const rowsOf = (db: Db, forum: string) =>
  db
    .withTables<BindingTables>()
    .selectFrom('surveys_bindings')
    .select(['finding_id', 'kind', 'indicator_id', 'evaluation_id', 'value'])
    .where('forum_id', '=', forum)
    .orderBy('id');

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const boundOf = (row: Row): Bound => ({
  ...{ finding: row.finding_id, use: row.kind, of: (row.indicator_id ?? row.evaluation_id)!, value: row.value },
});

/** What one finding is used for, in the order in which that was said. */
export async function usesOf(db: Db, forum: string, finding: FindingId): Promise<readonly Bound[]> {
  const rows = await rowsOf(db, forum).where('finding_id', '=', finding).execute();
  return rows.map(boundOf);
}

/** Every finding that stands under an indicator or an evaluation, withdrawn ones too, in the order in which that was said. */
export async function bindingsOf(db: Db, forum: string): Promise<readonly BoundFinding[]> {
  const rows = await rowsOf(db, forum).execute();
  if (rows.length === 0) return [];
  const findings = new Map((await findingsOf(db, forum)).map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const is = findings.get(row.finding_id);
    return is ? [{ ...boundOf(row), is }] : [];
  });
}
