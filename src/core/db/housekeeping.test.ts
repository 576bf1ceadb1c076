import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, openInMemory } from './embedded.ts';
import { Housekeeping } from './housekeeping.ts';

describe('housekeeping', () => {
  let database: EmbeddedDatabase;
  let housekeeping: Housekeeping;
  beforeAll(() => {
    database = openInMemory();
    housekeeping = new Housekeeping(database.db);
  });
  afterAll(() => database.close());

  const checkpoint = async () =>
    (await sql<{ at: string }>`select redo_lsn::text as at from pg_control_checkpoint()`.execute(database.db)).rows[0]
      ?.at;
  const write = async (rows: number) => {
    await sql`insert into kept select n, repeat('x', 500) from generate_series(1, ${rows}::int) n`.execute(database.db);
    // Statistics reach the views within a second; the test does not wait.
    await sql`select pg_stat_force_next_flush()`.execute(database.db);
  };
  const statistics = async () =>
    (
      await sql<{ vacuumed: boolean; live: number }>`
        select last_vacuum is not null as vacuumed, n_live_tup as live from pg_stat_user_tables where relname = 'kept'`.execute(
        database.db,
      )
    ).rows[0];

  it('makes a checkpoint at first and then only after much was written', async () => {
    const before = await checkpoint();
    await housekeeping.tick();
    const first = await checkpoint();
    expect(first).not.toBe(before);
    await sql`create table kept (n int, text text)`.execute(database.db);
    await write(100);
    await housekeeping.tick();
    expect(await checkpoint()).toBe(first);
    await write(40_000);
    await housekeeping.tick();
    expect(await checkpoint()).not.toBe(first);
  });

  it('vacuums and analyses a table once it changed much', async () => {
    await sql`drop table if exists kept`.execute(database.db);
    await sql`create table kept (n int, text text)`.execute(database.db);
    await write(100);
    await housekeeping.tick();
    expect(await statistics()).toMatchObject({ vacuumed: false });
    await write(1_000);
    await housekeeping.tick();
    expect(await statistics()).toMatchObject({ vacuumed: true, live: 1_100 });
    const { rows } = await sql`select reltuples::int as n from pg_class where relname = 'kept'`.execute(database.db);
    expect(rows).toEqual([{ n: 1_100 }]);
  });
});
