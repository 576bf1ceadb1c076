import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from '#core/forum.ts';
import type { Db } from './database.ts';
import { json } from './json.ts';
import type { CoreTables } from './tables.ts';
import { both } from './testing/scratch.ts';
import { uuidv7 } from './uuid.ts';

const NOW = new Date('2026-11-23T09:00:00Z');

async function addForum(db: Db, slug: string, demonstration: boolean): Promise<string> {
  const id = uuidv7(NOW);
  await db
    .withTables<CoreTables>()
    .insertInto('core_forums')
    .values({
      id,
      slug,
      kind: 'living',
      name: json({ en: slug }),
      motto: json({}),
      country: 'AZ',
      languages: ['az'],
      zone: 'Asia/Baku',
      motif: 1,
      demonstration,
      created_at: NOW,
    })
    .execute();
  return id;
}

async function addEntry(db: Db, forum: string): Promise<string> {
  const id = uuidv7(NOW);
  await db
    .withTables<CoreTables>()
    .insertInto('core_entries')
    .values({
      forum_id: forum,
      id,
      at: NOW,
      kind: 'plans.reported',
      actor_role: 'executor',
      actor_person: null,
      by_way: 'account',
      object_type: 'measure',
      object_id: uuidv7(NOW),
      object_path: '/plans/local/measures/1.1',
      touched: json([]),
      place_id: null,
      bodies: json([]),
      commitment: Buffer.alloc(32, 7),
    })
    .execute();
  return id;
}

const countEntries = async (db: Db): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from core_entries`.execute(db)).rows[0]?.n);

both('the public record', (scratch) => {
  it('is written and read with its values as they were', async () => {
    const id = await addEntry(scratch.db, REFERENCE);
    const row = await scratch.db
      .withTables<CoreTables>()
      .selectFrom('core_entries')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ id, at: NOW, commitment: Buffer.alloc(32, 7), by_day: false, touched: [], bodies: [] });
  });

  it.each([
    'update core_entries set kind = kind',
    'delete from core_entries',
    'truncate core_entries',
    'truncate core_forums cascade',
  ])('refuses: %s', async (statement) => {
    await addEntry(scratch.db, REFERENCE);
    await expect(sql.raw(statement).execute(scratch.db)).rejects.toThrow(/append-only/);
    expect(await countEntries(scratch.db)).toBe(1);
  });

  describe('of a demonstration', () => {
    const remove = (forum: string, said: string) =>
      scratch.database.transaction(async (trx) => {
        await sql`select set_config('ortaq.demonstration_removal', ${said}, true)`.execute(trx);
        await sql`delete from core_entries where forum_id = ${forum}`.execute(trx);
      });

    it('is taken away when the transaction says so', async () => {
      const forum = await addForum(scratch.db, 'example', true);
      await addEntry(scratch.db, forum);
      await remove(forum, forum);
      expect(await countEntries(scratch.db)).toBe(0);
    });

    it("stays when the transaction names another forum, and a real forum's stays whatever is said", async () => {
      const example = await addForum(scratch.db, 'example', true);
      const real = await addForum(scratch.db, 'real', false);
      await addEntry(scratch.db, example);
      await addEntry(scratch.db, real);
      await expect(remove(example, real)).rejects.toThrow(/append-only/);
      await expect(remove(real, real)).rejects.toThrow(/append-only/);
      expect(await countEntries(scratch.db)).toBe(2);
    });

    it('is not changed even then', async () => {
      const forum = await addForum(scratch.db, 'example', true);
      await addEntry(scratch.db, forum);
      const change = scratch.database.transaction(async (trx) => {
        await sql`select set_config('ortaq.demonstration_removal', ${forum}, true)`.execute(trx);
        await sql`update core_entries set kind = 'other'`.execute(trx);
      });
      await expect(change).rejects.toThrow(/append-only/);
    });
  });
});
