import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import type { PlansTables } from '../../../schema.ts';

/** Rows that go along in one statement: one parameter carries them, whatever their number of columns. */
const AT_ONCE = 1000;

type Table = keyof PlansTables & string;
type OnConflict = 'on conflict do nothing' | { readonly update: readonly string[] };

/** Inserts whole rows of one table and gives how many came in. Every column is given: what is left out would be null, never its default. */
export async function insertRows<T extends Table>(
  ctx: Ctx,
  table: T,
  rows: readonly PlansTables[T][],
  conflict?: OnConflict,
): Promise<number> {
  let inserted = 0;
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    const done = await sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${json(rows.slice(i, i + AT_ONCE))})
      ${ending(conflict)}`.execute(ctx.db);
    inserted += Number(done.numAffectedRows ?? 0);
  }
  return inserted;
}

function ending(conflict: OnConflict | undefined): RawBuilder<unknown> {
  if (conflict === undefined) return sql``;
  if (conflict === 'on conflict do nothing') return sql`on conflict do nothing`;
  const set = sql.join(conflict.update.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  return sql`on conflict (forum_id, id) do update set ${set}`;
}

/** Deletes rows by their ids. */
export async function deleteRows(ctx: Ctx, table: Table, forum: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    delete from ${sql.table(table)}
    where forum_id = ${forum} and id in (select value::uuid from jsonb_array_elements_text(${json(ids)}))`.execute(
    ctx.db,
  );
}

/** Rows of a table that hang on any of these measures, in their order. */
export async function rowsOfMeasures<T extends Table>(
  ctx: Ctx,
  table: T,
  forum: string,
  measures: readonly string[],
): Promise<ReadonlyMap<string, readonly PlansTables[T][]>> {
  if (measures.length === 0) return new Map();
  const { rows } = await sql<PlansTables[T] & { measure_id: string }>`
    select * from ${sql.table(table)}
    where forum_id = ${forum} and measure_id in (select value::uuid from jsonb_array_elements_text(${json(measures)}))
    order by position, id`.execute(ctx.db);
  return Map.groupBy(rows, (row) => row.measure_id as string);
}
