import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database, Db } from './database.ts';
import { DatabaseFailure, MigrationRefused } from './failures.ts';
import { repositoryFile } from './place.ts';
import { PATIENT } from './statements.ts';
import type { CoreTables } from './tables.ts';

/** One file of db/migrations: plain SQL, applied once, never changed afterwards. */
export interface Migration {
  /** "0001_core_foundation" */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

const SHAPE = /^\d{4}_[a-z]+_[a-z0-9_]+\.sql$/;

/** The migrations of this version of the program, in their order. */
export async function readMigrations(folder: string = repositoryFile('db/migrations')): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const numbers = new Map<string, string>();
  return Promise.all(
    files.map(async (file) => {
      if (!SHAPE.test(file))
        throw new MigrationRefused(`The migration ${file} must be named like 0007_plans_evidence.sql.`);
      const same = numbers.get(file.slice(0, 4));
      if (same)
        throw new MigrationRefused(
          `The migrations ${same} and ${file} have the same number. Give the newer one the next free number.`,
        );
      numbers.set(file.slice(0, 4), file);
      const text = await readFile(path.join(folder, file), 'utf8');
      return { name: file.slice(0, -4), text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Brings the database to this version: each new migration in one transaction, recorded with its hash. Several
 * processes may do so at once on a server; one works, the others wait and find it done.
 * Returns the names that were applied now. Throws MigrationRefused when the database and the files do not fit.
 */
export async function migrate(
  database: Database,
  now: Date,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const wanted = migrations ?? (await readMigrations());
  await database.transaction(async (trx) => {
    await oneAtATime(trx);
    await sql`create table if not exists core_migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null)`.execute(trx);
  });
  const applied: string[] = [];
  for (const migration of wanted) {
    if (await database.transaction((trx) => apply(trx, migration, wanted, now))) applied.push(migration.name);
  }
  return applied;
}

/** True when it was applied, false when it had been before. */
async function apply(trx: Db, migration: Migration, wanted: readonly Migration[], now: Date): Promise<boolean> {
  await oneAtATime(trx);
  const done = await trx.withTables<CoreTables>().selectFrom('core_migrations').select(['name', 'sha256']).execute();
  judge(done, wanted);
  if (done.some(({ name }) => name === migration.name)) return false;
  try {
    await sql.raw(PATIENT + migration.text).execute(trx);
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    throw new DatabaseFailure(`The migration ${migration.name} failed and left nothing behind: ${why}`, {
      cause: problem,
    });
  }
  await trx
    .withTables<CoreTables>()
    .insertInto('core_migrations')
    .values({ name: migration.name, sha256: migration.sha256, applied_at: now })
    .execute();
  return true;
}

function judge(done: readonly { name: string; sha256: string }[], wanted: readonly Migration[]): void {
  for (const { name, sha256 } of done) {
    const file = wanted.find((migration) => migration.name === name);
    if (!file) {
      throw new MigrationRefused(
        `The database holds the migration ${name}, which this version of Ortaq does not know. Start the newer version that made it, or restore a backup.`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new MigrationRefused(
        `The migration ${name} was changed after it had been applied. Restore the file as it was and write the change as a new migration.`,
      );
    }
  }
}

/** Until the end of the transaction; the embedded database has one connection and is alone anyway. */
async function oneAtATime(trx: Db): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(trx);
  await sql`select pg_advisory_xact_lock(7302001)`.execute(trx);
}
