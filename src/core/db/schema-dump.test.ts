import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { repositoryFile } from './place.ts';
import { dumpSchema } from './schema-dump.ts';
import { TABLES } from './tables.ts';
import { both } from './testing/scratch.ts';

both('the schema', (scratch) => {
  it('is what db/schema.sql says', async () => {
    const committed = await readFile(repositoryFile('db/schema.sql'), 'utf8');
    expect(await dumpSchema(scratch.db), 'db/schema.sql is stale: run `node tools/schema.ts`').toBe(committed);
  });

  it('can be loaded from that file into an empty database', async () => {
    const dumped = await dumpSchema(scratch.db);
    const loaded = scratch.database.transaction(async (trx) => {
      await sql`drop schema public cascade`.execute(trx);
      await sql`create schema public`.execute(trx);
      await sql.raw(dumped).execute(trx);
      throw new Error(await dumpSchema(trx));
    });
    await expect(loaded).rejects.toThrow(dumped);
  });

  it('of core has the tables that tables.ts names', async () => {
    const { rows } = await sql<{ name: string }>`select relname as name from pg_class
      where relkind = 'r' and relname like 'core\\_%' order by 1`.execute(scratch.db);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(TABLES).sort());
  });
});
