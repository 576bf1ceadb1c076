import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { REFERENCE } from '#core/forum.ts';
import { openInMemory } from './embedded.ts';
import { onServer } from './testing/scratch.ts';

/** Waits until it holds; only an end for what hangs. */
const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000, interval: 20 });

type News = { forum: string; revision: number } | null;

onServer('announcements', (scratch) => {
  /** Another process that listens, and what it heard so far. */
  async function listener() {
    const database = await scratch.another();
    const heard: News[] = [];
    database.onAnnounced((news) => heard.push(news));
    await soon(() => expect(heard).toEqual([null, { forum: REFERENCE, revision: 0 }]));
    heard.length = 0;
    return { database, heard };
  }

  it('reach other processes and not the one that speaks', async () => {
    const a = await listener();
    const b = await listener();
    await a.database.announce(REFERENCE, 7);
    await soon(() => expect(b.heard).toEqual([{ forum: REFERENCE, revision: 7 }]));
    await b.database.announce(REFERENCE, 8);
    await soon(() => expect(a.heard).toEqual([{ forum: REFERENCE, revision: 8 }]));
    expect(b.heard).toHaveLength(1);
  });

  it('within a transaction come with its commit, and never without it', async () => {
    const { heard } = await listener();
    const undone = scratch.database.transaction(async (trx) => {
      await scratch.database.announce(REFERENCE, 7, trx);
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await scratch.database.transaction((trx) => scratch.database.announce(REFERENCE, 8, trx));
    await soon(() => expect(heard).toEqual([{ forum: REFERENCE, revision: 8 }]));
  });

  it('that may have been missed are told as null, and made up for once the connection is back', async () => {
    const { heard } = await listener();
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where query = 'listen ortaq_revisions' or query = 'select id as forum, revision from core_forums'`.execute(
      scratch.db,
    );
    await sql`update core_forums set revision = 9 where id = ${REFERENCE}`.execute(scratch.db);
    await soon(() => expect(heard).toEqual([null, { forum: REFERENCE, revision: 9 }]));
    await scratch.database.announce(REFERENCE, 10);
    await soon(() => expect(heard.at(-1)).toEqual({ forum: REFERENCE, revision: 10 }));
  });
});

describe('announcements of the embedded database', () => {
  it('reach nobody and harm nobody', async () => {
    const database = openInMemory();
    const heard: News[] = [];
    database.onAnnounced((news) => heard.push(news));
    await database.announce(REFERENCE, 1);
    expect(heard).toEqual([]);
    await database.close();
  });
});
