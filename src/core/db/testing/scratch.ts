import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Database, Db } from '../database.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open.ts';

export type Kind = Database['kind'];

/** A fresh migrated database for one file of tests. Rows left by a test are gone before the next. */
export interface Scratch {
  readonly kind: Kind;
  readonly database: Database;
  readonly db: Db;
}

/** When the scratch databases were made; tests give their own times to what they do. */
export const MIGRATED_AT = new Date('2026-11-23T08:00:00Z');

/** Opens a scratch database before the tests of the surrounding suite and closes it after them. */
export function scratch(kind: Kind): Scratch {
  let database: Database | null = null;
  let empty: Snapshot = [];
  beforeAll(async () => {
    database = await openDatabase({ url: null, folder: null });
    await migrate(database, MIGRATED_AT);
    empty = await snapshot(database);
  });
  beforeEach(() => restore(opened(), empty));
  afterAll(() => database?.close());
  const opened = (): Database => {
    if (!database) throw new Error('the scratch database opens in beforeAll: use it inside tests and hooks');
    return database;
  };
  return {
    kind,
    get database() {
      return opened();
    },
    get db() {
      return opened().db;
    },
  };
}

/** The kinds of database that are tried: both, or what ORTAQ_TEST_DATABASES names. */
// biome-ignore lint/style/noProcessEnv: a switch for whoever runs the tests, not configuration of the program
const chosen = (process.env['ORTAQ_TEST_DATABASES'] ?? 'embedded')
  .split(',')
  .filter((kind): kind is Kind => kind === 'embedded' || kind === 'server');

/** Runs a suite on both kinds of database. */
export function both(name: string, suite: (scratch: Scratch) => void): void {
  describe.each(chosen)(`${name} (%s)`, (kind) => suite(scratch(kind)));
}

/** What the migrations themselves put into tables. */
type Snapshot = readonly { readonly table: string; readonly rows: string }[];

async function tablesOf(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'core_migrations'
    order by relname`.execute(db);
  return rows.map((row) => row.name);
}

async function snapshot(database: Database): Promise<Snapshot> {
  const found: { table: string; rows: string }[] = [];
  for (const table of await tablesOf(database.db)) {
    const { rows } = await sql<{
      rows: string | null;
    }>`select json_agg(t)::text as rows from ${sql.raw(table)} t`.execute(database.db);
    if (rows[0]?.rows) found.push({ table, rows: rows[0].rows });
  }
  return found;
}

/** Empties every table that holds something and puts the migrations' own rows back; triggers and foreign keys sleep meanwhile. */
async function restore(database: Database, empty: Snapshot): Promise<void> {
  const tables = await tablesOf(database.db);
  const full = tables
    .map((table) => `if exists (select 1 from ${table}) then delete from ${table}; end if;`)
    .join('\n');
  await database.transaction(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(`do $restore$ begin ${full} end $restore$`).execute(trx);
    for (const { table, rows } of empty) {
      await sql`insert into ${sql.raw(table)} select * from json_populate_recordset(null::${sql.raw(table)}, ${rows}::json)`.execute(
        trx,
      );
    }
  });
}
