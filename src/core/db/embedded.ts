import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Database } from './database.ts';
import { EmbeddedEngine } from './embedded-engine.ts';
import { type EmbeddedLimits, EmbeddedPool, LIMITS } from './embedded-pool.ts';
import { plantSeed, readSeed } from './embedded-seed.ts';
import { DatabaseStopped } from './failures.ts';
import { FolderLock } from './folder-lock.ts';
import { handle, type NoTables } from './handle.ts';
import { Housekeeping } from './housekeeping.ts';

/** What only the embedded database can do; core/db and its tests use it. */
export interface EmbeddedDatabase extends Database {
  readonly kind: 'embedded';
  readonly pool: EmbeddedPool;
}

/** PostgreSQL inside this process, in a worker thread. Its files lie in `<folder>/database`, made there when missing. */
export async function openEmbedded(folder: string, limits?: Partial<EmbeddedLimits>): Promise<EmbeddedDatabase> {
  await mkdir(folder, { recursive: true });
  let pool: EmbeddedPool | null = null;
  const lock = await FolderLock.take(folder, () => {
    void pool?.halt(new DatabaseStopped(`Another process took the folder ${folder} while this one did not run.`));
  });
  try {
    const directory = path.join(folder, 'database');
    await plantSeed(directory);
    // The engine makes files that everybody may read and write.
    await chmod(directory, 0o700);
    const database = around(() => EmbeddedEngine.start({ directory, archive: null }), limits, lock);
    pool = database.pool;
    // Opens it now, so that what is wrong is told at the start and not to the first visitor.
    await sql`select 1`.execute(database.db);
    return database;
  } catch (problem) {
    lock.release();
    throw problem;
  }
}

/** The same, kept in memory and gone with the process; `archive` is what it begins with. */
export function openInMemory(limits?: Partial<EmbeddedLimits>, archive = readSeed): EmbeddedDatabase {
  let started = false;
  const start = async (): Promise<EmbeddedEngine> => {
    if (started) throw new DatabaseStopped('The database in memory was stopped and its rows are gone.');
    started = true;
    return EmbeddedEngine.start({ directory: null, archive: await archive() });
  };
  return around(start, limits, null);
}

function around(
  start: () => Promise<EmbeddedEngine>,
  limits: Partial<EmbeddedLimits> | undefined,
  lock: FolderLock | null,
): EmbeddedDatabase {
  const pool = new EmbeddedPool(start, { ...LIMITS, ...limits });
  const kysely = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) });
  const db = handle(kysely);
  const housekeeping = new Housekeeping(db);
  if (lock) housekeeping.begin();
  return {
    db,
    kind: 'embedded',
    pool,
    transaction: (work) => pool.insideTransaction(() => kysely.transaction().execute((trx) => work(handle(trx)))),
    announce: async () => {},
    onAnnounced: () => {},
    maintain: () => housekeeping.vacuum(),
    close: async () => {
      housekeeping.end();
      await kysely.destroy();
      await pool.end();
      lock?.release();
    },
  };
}
