import { type RawBuilder, sql } from 'kysely';
import type { Database, Db } from '#core/db/database.ts';

/** The first line of a backup. */
export interface Head {
  readonly ortaq: 'backup';
  readonly at: string;
  /** Name and SHA-256 of each migration, in order: what the rows fit. */
  readonly migrations: readonly (readonly [name: string, sha256: string])[];
}

/** One line of a backup: its head, a row of a table, a piece of a file, and at last how much there was. */
export type Line =
  | Head
  | { readonly table: string; readonly row: unknown }
  | { readonly file: string; readonly bytes: string }
  | { readonly rows: number; readonly files: number };

/** Rows fetched at once. */
const AT_ONCE = 500;

/** The tables of the program in their order; rows of `core_migrations` are said in the head. */
async function tablesOf(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public' and c.relname <> 'core_migrations'
    order by c.relname`.execute(db);
  return rows.map(({ name }) => name);
}

async function migrationsOf(db: Db): Promise<Head['migrations']> {
  const { rows } = await sql<{ name: string; sha256: string }>`
    select name, sha256 from core_migrations order by name`.execute(db);
  return rows.map(({ name, sha256 }) => [name, sha256]);
}

/** By the columns of its key, so that no backup tells in which order rows were written (votes of a secret ballot). */
async function orderOf(db: Db, table: string): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ name: string }>`
    select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indisprimary and i.indrelid = (select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relname = ${table} and n.nspname = 'public')
    order by array_position(i.indkey::int2[], a.attnum)`.execute(db);
  return rows.length === 0 ? sql`` : sql`order by ${sql.join(rows.map(({ name }) => sql.ref(`t.${name}`)))}`;
}

/**
 * Every row of the database as it is at one moment, in one transaction that sees no later writes; the same SQL on both
 * databases, so that a backup of the embedded one can be restored into a server and back. `say` gets JSON texts as the
 * database writes them: numbers and moments lose nothing.
 */
export async function dumpRows(database: Database, now: Date, say: (line: string) => Promise<void>): Promise<number> {
  return database.transaction(async (trx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(trx);
    const head: Head = { ortaq: 'backup', at: now.toISOString(), migrations: await migrationsOf(trx) };
    await say(JSON.stringify(head));
    let count = 0;
    for (const table of await tablesOf(trx)) {
      const order = await orderOf(trx, table);
      await sql`declare backup no scroll cursor for
        select to_jsonb(t)::text as row from ${sql.table(table)} t ${order}`.execute(trx);
      for (;;) {
        const { rows } = await sql<{ row: string }>`fetch ${sql.lit(AT_ONCE)} from backup`.execute(trx);
        for (const { row } of rows) await say(`{"table":${JSON.stringify(table)},"row":${row}}`);
        count += rows.length;
        if (rows.length < AT_ONCE) break;
      }
      await sql`close backup`.execute(trx);
    }
    return count;
  });
}

/** Does the database hold more than a new one? */
export async function isUsed(db: Db): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from core_forums where kind <> 'reference') or exists (select 1 from core_entries)
      or exists (select 1 from core_files) as used`.execute(db);
  return rows[0]?.used ?? false;
}

/** Why rows with this head do not fit this database, as a sentence; null: they do. */
export async function misfit(db: Db, head: Head): Promise<string | null> {
  const here = await migrationsOf(db);
  const same = JSON.stringify(here) === JSON.stringify(head.migrations);
  if (same) return null;
  const last = (of: Head['migrations']): string => of.at(-1)?.[0] ?? 'none';
  return `This backup was made by another version of Ortaq (last migration ${last(head.migrations)}, here ${last(here)}). Restore it with the version that made it, then upgrade.`;
}

/**
 * Writes rows into an emptied database, all or none. Borders between tables are taken away while it lasts and judged
 * when they come back, because rows come in no order; triggers sleep, because rows of the public record come whole.
 */
export async function restoreRows(
  database: Database,
  rows: AsyncIterable<{ table: string; row: string }>,
): Promise<number> {
  return database.transaction(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    const tables = await tablesOf(trx);
    const borders = await sql<{ on: string; name: string; rule: string }>`
      select t.relname as on, c.conname as name, pg_get_constraintdef(c.oid) as rule
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      where c.contype = 'f' and n.nspname = 'public' order by t.relname, c.conname`.execute(trx);
    for (const { on, name } of borders.rows)
      await sql`alter table ${sql.table(on)} drop constraint ${sql.ref(name)}`.execute(trx);
    for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx);
    for (const table of tables) await sql`truncate ${sql.table(table)}`.execute(trx);
    const columns = new Map<string, string>();
    let count = 0;
    let waiting: string[] = [];
    let into = '';
    const write = async (): Promise<void> => {
      if (waiting.length === 0) return;
      if (!tables.includes(into)) throw new Error(`the backup holds a table that is not known: ${into}`);
      const named = columns.get(into) ?? (await columnsOf(trx, into));
      columns.set(into, named);
      await sql`insert into ${sql.table(into)} (${sql.raw(named)})
        select ${sql.raw(named)} from jsonb_populate_recordset(null::${sql.table(into)}, ${`[${waiting.join(',')}]`}::jsonb)`.execute(
        trx,
      );
      count += waiting.length;
      waiting = [];
    };
    for await (const { table, row } of rows) {
      if (table !== into || waiting.length >= AT_ONCE) await write();
      into = table;
      waiting.push(row);
    }
    await write();
    for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(trx);
    for (const { on, name, rule } of borders.rows)
      await sql`alter table ${sql.table(on)} add constraint ${sql.ref(name)} ${sql.raw(rule)}`.execute(trx);
    return count;
  });
}

/** Columns that are written; those that the database computes are left to it. */
async function columnsOf(db: Db, table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(a.attname) as name from pg_attribute a
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum`.execute(db);
  return rows.map(({ name }) => name).join(', ');
}
