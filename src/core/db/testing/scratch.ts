import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest';
import type { Database, Db } from '../database.ts';
import { openInMemory } from '../embedded.ts';
import { openServer } from '../server.ts';
import { askForArchive, askForDatabase } from './desk.ts';
import { serverPrograms } from './test-server.ts';

export type Kind = Database['kind'];

/** A fresh migrated database for one file of tests. Rows left by a test are gone before the next. */
export interface Scratch {
  readonly kind: Kind;
  readonly database: Database;
  readonly db: Db;
  /** What another process on the same database would open (server only); closed after the tests. */
  another(): Promise<Database>;
  /** Its address (server only). */
  readonly url: string;
}

interface Opened {
  readonly database: Database;
  readonly url: string | null;
  readonly giveBack: () => void;
}

/** Opens a scratch database before the tests of the surrounding suite and closes it after them. */
function scratch(kind: Kind): Scratch {
  let open: Opened | null = null;
  let first: Snapshot = [];
  const others: Database[] = [];
  const opened = (): Opened => {
    if (!open) throw new Error('the scratch database opens in beforeAll: use it inside tests and hooks');
    return open;
  };
  const url = (): string => {
    const { url } = opened();
    if (!url) throw new Error('the embedded scratch database has no address');
    return url;
  };
  beforeAll(async () => {
    open = kind === 'embedded' ? await openArchive() : await openOnServer();
    first = await snapshot(open.database.db);
  });
  beforeEach(() => restore(opened().database, first));
  afterAll(async () => {
    for (const other of others) await other.close();
    await open?.database.close();
    open?.giveBack();
  });
  return {
    kind,
    get database() {
      return opened().database;
    },
    get db() {
      return opened().database.db;
    },
    get url() {
      return url();
    },
    async another() {
      const other = await openServer(url(), 3);
      others.push(other);
      return other;
    },
  };
}

async function openArchive(): Promise<Opened> {
  const archive = await askForArchive(inject('databaseDesk'));
  return { database: openInMemory({}, async () => archive), url: null, giveBack: () => {} };
}

async function openOnServer(): Promise<Opened> {
  const { url, giveBack } = await askForDatabase(inject('databaseDesk'));
  return { database: await openServer(url, 5), url, giveBack };
}

/**
 * The kinds of database that are tried: ORTAQ_TEST_DATABASES ("embedded", "server", "embedded,server"), or the
 * embedded one and, where its programs are installed, a PostgreSQL server.
 */
export const kinds: readonly Kind[] = chosenKinds();

function chosenKinds(): readonly Kind[] {
  // biome-ignore lint/style/noProcessEnv: a switch for whoever runs the tests, not configuration of the program
  const said = process.env.ORTAQ_TEST_DATABASES;
  if (!said) return serverPrograms() ? ['embedded', 'server'] : ['embedded'];
  return said.split(',').map((kind) => {
    if (kind !== 'embedded' && kind !== 'server')
      throw new Error(`ORTAQ_TEST_DATABASES knows embedded and server, not "${kind}"`);
    return kind;
  });
}

/** Runs a suite on each kind of database. */
export function both(name: string, suite: (scratch: Scratch) => void): void {
  for (const kind of kinds) describe(`${name} (${kind})`, () => suite(scratch(kind)));
}

/** Runs a suite on a server, and leaves it out loudly (as skipped) where none is installed. */
export function onServer(name: string, suite: (scratch: Scratch) => void): void {
  if (kinds.includes('server')) describe(`${name} (server)`, () => suite(scratch('server')));
  else describe.skip(`${name} (server)`, () => suite({} as Scratch));
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

async function snapshot(db: Db): Promise<Snapshot> {
  const found: { table: string; rows: string }[] = [];
  for (const table of await tablesOf(db)) {
    const { rows } = await sql<{
      rows: string | null;
    }>`select json_agg(t)::text as rows from ${sql.raw(table)} t`.execute(db);
    if (rows[0]?.rows) found.push({ table, rows: rows[0].rows });
  }
  return found;
}

/** Empties every table that holds something and puts the migrations' own rows back; triggers and foreign keys sleep meanwhile. */
async function restore(database: Database, first: Snapshot): Promise<void> {
  const tables = await tablesOf(database.db);
  const empty = tables
    .map((table) => `if exists (select 1 from ${table}) then delete from ${table}; end if;`)
    .join('\n');
  await database.transaction(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(`do $restore$ begin ${empty} end $restore$`).execute(trx);
    for (const { table, rows } of first) {
      await sql`insert into ${sql.raw(table)} select * from json_populate_recordset(null::${sql.raw(table)}, ${rows}::json)`.execute(
        trx,
      );
    }
  });
}
