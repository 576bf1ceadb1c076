import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from './database.ts';
import { MigrationRefused } from './failures.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import type { CoreTables } from './tables.ts';
import { both, onServer } from './testing/scratch.ts';

const NOW = new Date('2026-11-23T09:00:00Z');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ortaq-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

/** The real migrations, which the scratch database has already, and those in the folder. */
const withThese = async (): Promise<readonly Migration[]> => [
  ...(await readMigrations()),
  ...(await readMigrations(folder)),
];

both('migrations', (scratch) => {
  const done = async (db: Db) =>
    (
      await db
        .withTables<CoreTables>()
        .selectFrom('core_migrations')
        .selectAll()
        .where('name', '>', '9')
        .orderBy('name')
        .execute()
    ).map(({ name }) => name);
  afterEach(() =>
    scratch.database.transaction(async (trx) => {
      await sql`drop table if exists tests_a, tests_b`.execute(trx);
      await sql`delete from core_migrations where name > '9'`.execute(trx);
    }),
  );

  it('are applied once, in order, several statements each, and recorded with hash and time', async () => {
    file('9001_tests_a.sql', 'create table tests_a (n int);\ninsert into tests_a values (1);\n');
    file('9002_tests_b.sql', 'create table tests_b as select n + 1 as n from tests_a;');
    expect(await migrate(scratch.database, NOW, await withThese())).toEqual(['9001_tests_a', '9002_tests_b']);
    expect(await migrate(scratch.database, NOW, await withThese())).toEqual([]);
    expect((await sql`select n from tests_b`.execute(scratch.db)).rows).toEqual([{ n: 2 }]);
    const row = await scratch.db
      .withTables<CoreTables>()
      .selectFrom('core_migrations')
      .selectAll()
      .where('name', '=', '9001_tests_a')
      .executeTakeFirst();
    expect(row).toMatchObject({ applied_at: NOW, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('that fail leave nothing behind, and name themselves', async () => {
    file('9001_tests_a.sql', 'create table tests_a (n int);');
    file('9002_tests_b.sql', 'create table tests_b (n int);\nselect nonsense;');
    await expect(migrate(scratch.database, NOW, await withThese())).rejects.toThrow(
      /9002_tests_b failed and left nothing behind: .*nonsense/,
    );
    expect(await done(scratch.db)).toEqual(['9001_tests_a']);
    expect((await sql`select to_regclass('tests_b') as found`.execute(scratch.db)).rows).toEqual([{ found: null }]);
    file('9002_tests_b.sql', 'create table tests_b (n int);');
    expect(await migrate(scratch.database, NOW, await withThese())).toEqual(['9002_tests_b']);
  });

  it('that were changed after they were applied refuse the start', async () => {
    file('9001_tests_a.sql', 'create table tests_a (n int);');
    await migrate(scratch.database, NOW, await withThese());
    file('9001_tests_a.sql', 'create table tests_a (n bigint);');
    await expect(migrate(scratch.database, NOW, await withThese())).rejects.toThrow(
      /9001_tests_a was changed after it had been applied\. Restore/,
    );
  });

  it('of a newer version refuse the start of an older one', async () => {
    file('9001_tests_a.sql', 'create table tests_a (n int);');
    await migrate(scratch.database, NOW, await withThese());
    await expect(migrate(scratch.database, NOW)).rejects.toThrow(
      /holds the migration 9001_tests_a, which this version of Ortaq does not know/,
    );
  });
});

onServer('migrations of several processes at once', (scratch) => {
  it('are applied by one of them', async () => {
    file('9001_tests_a.sql', 'create table tests_a (n int); select pg_sleep(0.2);');
    file('9002_tests_b.sql', 'create table tests_b (n int);');
    const all = await withThese();
    const processes = [scratch.database, await scratch.another(), await scratch.another()];
    const applied = await Promise.all(processes.map((database) => migrate(database, NOW, all)));
    expect(applied.flat().sort()).toEqual(['9001_tests_a', '9002_tests_b']);
    await sql`drop table tests_a, tests_b`.execute(scratch.db);
  });
});

describe('the migration files', () => {
  it('have a shape', async () => {
    file('1_a.sql', '');
    await expect(readMigrations(folder)).rejects.toThrow(MigrationRefused);
  });

  it('have numbers of their own', async () => {
    file('9001_tests_a.sql', '');
    file('9001_tests_b.sql', '');
    await expect(readMigrations(folder)).rejects.toThrow(/9001_tests_a.sql and 9001_tests_b.sql have the same number/);
  });
});
