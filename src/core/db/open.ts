import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type { Database, Db } from './database.ts';
import { EmbeddedEngine } from './embedded-engine.ts';
import { type EmbeddedLimits, EmbeddedPool, LIMITS } from './embedded-pool.ts';
import { plantSeed, readSeed } from './embedded-seed.ts';

export interface Opening {
  /** A PostgreSQL server; null opens the embedded database in the folder. */
  readonly url: string | null;
  /** The data folder of the installation; null (embedded only): in memory, gone with the process. */
  readonly folder: string | null;
  readonly limits?: Partial<EmbeddedLimits>;
}

type NoTables = Record<never, never>;

/** The same object, seen without what only this file may do. */
const handle = (kysely: Kysely<NoTables>): Db => kysely as unknown as Db;

/** Opens the database of this process. Migrating it is the next step: `migrate(database, ...)`. */
export async function openDatabase(opening: Opening): Promise<Database> {
  const limits = { ...LIMITS, ...opening.limits };
  const pool = new EmbeddedPool(opening.folder === null ? startInMemory : await starterIn(opening.folder), limits);
  const kysely = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db: handle(kysely),
    kind: 'embedded',
    transaction: (work) => pool.insideTransaction(() => kysely.transaction().execute((trx) => work(handle(trx)))),
    announce: async () => {},
    onAnnounced: () => {},
    close: () => kysely.destroy(),
  };
}

const startInMemory = async (): Promise<EmbeddedEngine> =>
  EmbeddedEngine.start({ directory: null, archive: await readSeed() });

async function starterIn(folder: string): Promise<() => Promise<EmbeddedEngine>> {
  const directory = path.join(folder, 'database');
  await plantSeed(directory);
  await chmod(directory, 0o700);
  return () => EmbeddedEngine.start({ directory, archive: null });
}
