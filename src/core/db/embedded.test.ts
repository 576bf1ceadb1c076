import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, openEmbedded, openInMemory } from './embedded.ts';
import { DatabaseBusy, DatabaseStopped, FolderInUse, StatementTooLong, WaitsForItself } from './failures.ts';

const tick = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ortaq-embedded-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('one connection', () => {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = openInMemory({ selfWait: 100, wait: 400, statement: 60_000 });
    await sql`create table seen (n int)`.execute(database.db);
  });
  afterAll(() => database.close());
  beforeEach(() => sql`delete from seen`.execute(database.db));
  const seen = async () =>
    (await sql<{ n: number }>`select n from seen order by n`.execute(database.db)).rows.map(({ n }) => n);

  it('lets a query wait while a transaction is open', async () => {
    let inside = (): void => {};
    const isInside = new Promise<void>((resolve) => {
      inside = resolve;
    });
    const transaction = database.transaction(async (trx) => {
      await sql`insert into seen values (1)`.execute(trx);
      inside();
      await tick(50);
      await sql`insert into seen values (2)`.execute(trx);
    });
    await isInside;
    expect(await seen()).toEqual([1, 2]);
    await transaction;
  });

  it('serves in the order of asking', async () => {
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => {
        await database.transaction((trx) => sql`select ${n}::int`.execute(trx));
        order.push(n);
      }),
    );
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells a transaction that waits for itself, and undoes it', async () => {
    const transaction = database.transaction(async (trx) => {
      await sql`insert into seen values (1)`.execute(trx);
      await sql`insert into seen values (2)`.execute(database.db);
    });
    await expect(transaction).rejects.toThrow(WaitsForItself);
    expect(await seen()).toEqual([]);
  });

  it('tells it also of a transaction within a transaction', async () => {
    const transaction = database.transaction(() => database.transaction(async () => 1));
    await expect(transaction).rejects.toThrow(/ctx\.db only/);
  });

  it('does not blame work that a transaction started and that runs after it', async () => {
    let after: Promise<unknown> = Promise.resolve();
    await database.transaction(async (trx) => {
      await sql`insert into seen values (1)`.execute(trx);
      after = tick(20).then(() => sql`insert into seen values (2)`.execute(database.db));
    });
    await after;
    expect(await seen()).toEqual([1, 2]);
  });

  it('does not blame others, who wait longer and are then told that it is busy', async () => {
    let end = (): void => {};
    const until = new Promise<void>((resolve) => {
      end = resolve;
    });
    const holder = database.transaction(() => until);
    const other = sql`select 1`.execute(database.db);
    await expect(other).rejects.toThrow(DatabaseBusy);
    end();
    await holder;
    expect(await seen()).toEqual([]);
  });
});

describe('a statement that does not end', () => {
  const endless = sql`select count(*) from generate_series(1, 1000000000) a`;

  it('is stopped, and the database opens again with everything that was acknowledged', async () => {
    const database = await openEmbedded(folder, { statement: 500 });
    await sql`create table kept (n int)`.execute(database.db);
    await sql`insert into kept values (1)`.execute(database.db);
    await expect(endless.execute(database.db)).rejects.toThrow(StatementTooLong);
    expect((await sql`select n from kept`.execute(database.db)).rows).toEqual([{ n: 1 }]);
    await database.close();
  });

  it('undoes its transaction and leaves who waited unharmed', async () => {
    const database = await openEmbedded(folder, { statement: 500 });
    await sql`create table kept (n int)`.execute(database.db);
    const transaction = database.transaction(async (trx) => {
      await sql`insert into kept values (1)`.execute(trx);
      await endless.execute(trx);
    });
    const waiting = sql`select n from kept`.execute(database.db);
    await expect(transaction).rejects.toThrow(StatementTooLong);
    expect((await waiting).rows).toEqual([]);
    await database.close();
  });

  it('in memory loses everything, and says so', async () => {
    const database = openInMemory({ statement: 300 });
    await expect(endless.execute(database.db)).rejects.toThrow(StatementTooLong);
    await expect(sql`select 1`.execute(database.db)).rejects.toThrow(DatabaseStopped);
    await database.close();
  });
});

describe('the files', () => {
  it('are synced with every commit and not with every reading', async () => {
    const database = await openEmbedded(folder);
    await sql`create table kept (n int)`.execute(database.db);
    const syncs = () => database.pool.alone(async (engine) => engine.syncs);
    const before = await syncs();
    for (let n = 0; n < 20; n++) await sql`insert into kept values (${n})`.execute(database.db);
    const written = await syncs();
    expect(written - before).toBeGreaterThanOrEqual(20);
    for (let n = 0; n < 20; n++) await sql`select * from kept where n = ${n}`.execute(database.db);
    expect(await syncs()).toBe(written);
    const { rows } = await sql`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as at_commit,
        current_setting('full_page_writes') as whole_pages, current_setting('data_checksums') as checksums,
        current_setting('shared_buffers') as buffers`.execute(database.db);
    expect(rows).toEqual([{ fsync: 'on', at_commit: 'on', whole_pages: 'on', checksums: 'on', buffers: '16MB' }]);
    await database.close();
  });

  it('are for their owner only, and leave nothing else in the folder', async () => {
    const database = await openEmbedded(folder);
    expect(statSync(path.join(folder, 'database')).mode & 0o777).toBe(0o700);
    expect((await readdir(folder)).sort()).toEqual(['database', 'database.lock']);
    await database.close();
    expect(await readdir(folder)).toEqual(['database']);
  });

  it('of a creation that was interrupted are made anew', async () => {
    await mkdir(path.join(folder, 'database.new-0a0b0c0d'));
    writeFileSync(path.join(folder, 'database.new-0a0b0c0d', 'PG_VERSION'), '18\n');
    const database = await openEmbedded(folder);
    expect((await readdir(folder)).sort()).toEqual(['database', 'database.lock']);
    await database.close();
  });

  it('open again after an orderly end, tidied', async () => {
    const first = await openEmbedded(folder);
    await sql`create table kept (n int)`.execute(first.db);
    await sql`insert into kept select generate_series(1, 5000)`.execute(first.db);
    await sql`delete from kept where n > 10`.execute(first.db);
    await first.maintain();
    const [size] = (await sql<{ bytes: number }>`select pg_relation_size('kept') as bytes`.execute(first.db)).rows;
    expect(size?.bytes).toBe(8192);
    await first.close();
    const second = await openEmbedded(folder);
    expect((await sql`select count(*) as n from kept`.execute(second.db)).rows).toEqual([{ n: 10 }]);
    await second.close();
  });
});

describe('a folder', () => {
  const children: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
  });

  function start(round: string): ChildProcess {
    const writer = new URL('./testing/writer.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [writer, folder, round], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { TZ: 'UTC' },
    });
    children.push(child);
    return child;
  }

  const firstLine = async (child: ChildProcess): Promise<string> => {
    for await (const line of createInterface(child.stdout!)) return line;
    throw new Error('the process said nothing');
  };

  async function kill(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it('in which another process works is refused in a sentence', async () => {
    const holder = start('held');
    expect(await firstLine(holder)).toBe('held');
    await expect(openEmbedded(folder)).rejects.toThrow(FolderInUse);
    await expect(openEmbedded(folder)).rejects.toThrow(/Another Ortaq process works on the folder .* ORTAQ_DATA/);
  });

  it('in which this process works already is refused too, and free afterwards', async () => {
    const first = await openEmbedded(folder);
    await expect(openEmbedded(folder)).rejects.toThrow(FolderInUse);
    await first.close();
    const second = await openEmbedded(folder);
    await second.close();
  });

  it('whose process was killed is free at once', async () => {
    const holder = start('held');
    await firstLine(holder);
    await kill(holder);
    expect(JSON.parse(readFileSync(path.join(folder, 'database.lock'), 'utf8'))).toMatchObject({ pid: holder.pid });
    const database = await openEmbedded(folder);
    await database.close();
  });

  it('loses no acknowledged row when its process is killed again and again', { timeout: 180_000 }, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 20; round++) {
      const child = start(String(round));
      const last = acknowledged.length + 1 + Math.floor(Math.random() * 60);
      for await (const line of createInterface(child.stdout!)) {
        acknowledged.push(line);
        if (acknowledged.length === last) child.kill('SIGKILL');
      }
    }
    const database = await openEmbedded(folder);
    const { rows } = await sql<{ id: string }>`select id from acknowledged`.execute(database.db);
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    // Intact, not only present: every page against its checksum, every index against its table.
    await sql`reindex table acknowledged`.execute(database.db);
    await database.close();
  });
});
