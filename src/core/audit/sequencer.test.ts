import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import type { Db } from '#core/db/database.ts';
import { openInMemory } from '#core/db/embedded.ts';
import { json } from '#core/db/json.ts';
import { migrate, readMigrations } from '#core/db/migrate.ts';
import { openDatabase } from '#core/db/open.ts';
import { removeForum } from '#core/db/remove-forum.ts';
import { type CoreTables, TABLES } from '#core/db/tables.ts';
import { both, onServer, type Scratch } from '#core/db/testing/scratch.ts';
import { type Stage, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { REFERENCE } from '#core/forum.ts';
import { contextOf } from '#core/house.ts';
import { SYSTEM_CLOCK } from '#core/time/clock.ts';
import { appendEntry, eraseContent } from './commands.ts';
import { BATCH } from './integrate.ts';
import { type LogKey, openLogKey } from './log-key.ts';
import { NODE } from './primitives.ts';
import { checkpointsOf, leavesFrom, proofOf } from './queries.ts';
import { Sequencer } from './sequencer.ts';
import { toHex, utf8 } from './tree/bytes.ts';
import { parseCheckpoint } from './tree/checkpoint.ts';
import { GrowingTree, leafHash } from './tree/merkle.ts';
import { isSigned, parseNote } from './tree/note.ts';
import { includes } from './tree/proofs.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ortaq-sequencer-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const keyOf = (db: Db) => openLogKey(db, folder, new Date('2026-11-23T08:00:00Z'));

async function write(scratch: Pick<Scratch, 'database'>, on: Stage, count: number): Promise<readonly string[]> {
  const asked = { actor: SYSTEM, forum: on.forum, lang: 'en' as const, requestId: 'test' };
  return scratch.database.transaction(async (trx) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n++) {
      const object = { type: 'thing', id: on.forum.id, path: null };
      ids.push(await appendEntry(contextOf(on.house, asked, trx), { kind: 'test.done', object, params: { n } }));
    }
    return ids;
  });
}

/** Recomputes a log from its leaves: every checkpoint must be signed and be the root of the leaves before it. */
async function recomputed(db: Db, forum: string, key: LogKey): Promise<readonly string[]> {
  const leaves = await leavesFrom(db, forum, 0, 1_000_000);
  const heads = new Map((await checkpointsOf(db, forum)).map(({ size, note }) => [size, note]));
  const tree = new GrowingTree(NODE.sha256);
  for (const [nth, { place, leaf }] of leaves.entries()) {
    expect(place).toBe(nth);
    tree.add(leafHash(NODE.sha256, utf8(leaf)));
    const head = heads.get(tree.size);
    if (!head) continue;
    const note = parseNote(utf8(head))!;
    const checkpoint = parseCheckpoint(note.text)!;
    expect(isSigned(NODE, note.text, note.signatures[0]!, key.verifier(checkpoint.origin))).toBe(true);
    expect(Buffer.from(checkpoint.root)).toEqual(Buffer.from(tree.root()));
    heads.delete(tree.size);
  }
  expect([...heads.keys()]).toEqual([]);
  return leaves.map(({ leaf }) => leaf);
}

const placesOf = async (db: Db, forum: string): Promise<number> => (await leavesFrom(db, forum, 0, 1_000_000)).length;

both('the tree of the public log', (scratch) => {
  const sequencerOf = async (on: Stage) =>
    new Sequencer({
      house: on.house,
      key: await keyOf(scratch.db),
      onTrouble: (problem) => expect.fail(String(problem)),
    });

  it('takes every entry once, in batches, and tells the installation of each head', async () => {
    const on = await stage(scratch);
    const sequencer = await sequencerOf(on);
    await write(scratch, on, 3);
    expect(await sequencer.integrateWaiting()).toBe(3);
    expect(await sequencer.integrateWaiting()).toBe(0);
    await write(scratch, on, BATCH + 1);
    expect(await sequencer.integrateWaiting()).toBe(BATCH + 1);
    const key = await keyOf(scratch.db);
    const leaves = await recomputed(scratch.db, on.forum.id, key);
    expect(leaves).toHaveLength(BATCH + 4);
    expect(JSON.parse(leaves[0]!)).toMatchObject({
      v: 1,
      by: 'system',
      kind: 'test.done',
      at: '2026-11-23T08:00:00.000Z',
    });
    expect(leaves.join('')).not.toContain('"n":');
    const above = await recomputed(scratch.db, REFERENCE, key);
    expect(above.map((leaf) => JSON.parse(leaf).checkpoint.split('\n')[1])).toEqual([
      '3',
      String(BATCH + 3),
      String(BATCH + 4),
    ]);
  });

  it('looks again and again once started, tells of trouble without hurry, and stops', async () => {
    const on = await stage(scratch);
    const sequencer = await sequencerOf(on);
    sequencer.start(5);
    await write(scratch, on, 2);
    await vi.waitFor(async () => expect(await placesOf(scratch.db, on.forum.id)).toBe(2), { timeout: 5_000 });
    await sequencer.stop();
    let troubles = 0;
    const broken = new Sequencer({
      house: { ...on.house, database: { ...scratch.database, transaction: () => Promise.reject(new Error('away')) } },
      key: await keyOf(scratch.db),
      onTrouble: () => {
        troubles += 1;
      },
    });
    await write(scratch, on, 1);
    broken.start(5);
    await vi.waitFor(() => expect(troubles).toBe(1), { timeout: 5_000 });
    await broken.stop();
    expect(troubles).toBe(1);
  });

  it('proves an entry, also after what it says was erased', async () => {
    const on = await stage(scratch);
    const sequencer = await sequencerOf(on);
    const [first] = await write(scratch, on, 1);
    expect(await proofOf(scratch.db, on.forum.id, first!)).toBeNull();
    await sequencer.integrateWaiting();
    const ids = [first!, ...(await write(scratch, on, 300))];
    await sequencer.integrateWaiting();
    await eraseContent({ db: scratch.db, forum: on.forum }, ids[7]!);
    for (const [index, id] of ids.entries()) {
      if (index % 40 !== 7) continue;
      const { place, leaf, proof, head } = (await proofOf(scratch.db, on.forum.id, id))!;
      const { root, size } = parseCheckpoint(parseNote(utf8(head.note))!.text)!;
      expect([place, size]).toEqual([index, 301]);
      expect(includes(NODE.sha256, { index, size, root, proof, leaf: leafHash(NODE.sha256, utf8(leaf)) })).toBe(true);
    }
    expect((await leavesFrom(scratch.db, on.forum.id, 7, 1))[0]).toMatchObject({ place: 7, content: null });
    expect((await leavesFrom(scratch.db, on.forum.id, 8, 1))[0]?.content?.text).toBe('{"n":7}');
  });

  it('is not rewritten by anybody, and goes with a demonstration', async () => {
    const on = await stage(scratch, { demonstration: true });
    await write(scratch, on, 2);
    await (await sequencerOf(on)).integrateWaiting();
    const tables = scratch.db.withTables<CoreTables>();
    await expect(tables.deleteFrom('core_log_leaves').execute()).rejects.toThrow(
      'append-only: delete of core_log_leaves',
    );
    await expect(tables.updateTable('core_log_checkpoints').set({ note: '' }).execute()).rejects.toThrow('append-only');
    const ofForum = Object.entries<string>(TABLES).flatMap(([table, of]) => (of === 'forum' ? [table] : []));
    await scratch.database.transaction((trx) => removeForum(trx, on.forum.id, ofForum));
    expect(await placesOf(scratch.db, on.forum.id)).toBe(0);
    await recomputed(scratch.db, REFERENCE, await keyOf(scratch.db));
  });
});

describe('entries from before there was a tree', () => {
  it('get a salted content and wait for their place', { timeout: 30_000 }, async () => {
    const migrations = await readMigrations();
    const database = openInMemory();
    try {
      const now = new Date('2026-11-23T08:00:00Z');
      const cut = migrations.findIndex(({ name }) => name === '0010_core_log');
      await migrate(database, now, migrations.slice(0, cut));
      await sql`insert into core_entries (forum_id, id, at, kind, actor_role, by_way, object_type, object_id, params)
        values (${REFERENCE}, ${uuidv7(now)}, ${now}, 'test.done', 'system', 'system', 'thing', ${REFERENCE}, ${json({ word: 'Kənd', n: 3 })})`.execute(
        database.db,
      );
      await migrate(database, now, migrations);
      const key = await keyOf(database.db);
      const sequencer = new Sequencer({ house: { database, clock: SYSTEM_CLOCK }, key, onTrouble: () => {} });
      expect(await sequencer.integrateWaiting()).toBe(1);
      const [row] = await leavesFrom(database.db, REFERENCE, 0, 10);
      const { salt, text } = row!.content!;
      expect([salt.length, JSON.parse(text)]).toEqual([32, { word: 'Kənd', n: 3 }]);
      expect(JSON.parse(row!.leaf).content).toBe(toHex(NODE.hmacSha256(salt, utf8(text))));
    } finally {
      await database.close();
    }
  });
});

onServer('several processes on one log', (scratch) => {
  it('never make two trees', async () => {
    const on = await stage(scratch);
    const others = [scratch.database, await scratch.another(), await scratch.another()];
    const key = await keyOf(scratch.db);
    const sequencers = others.map(
      (database) =>
        new Sequencer({ house: { ...on.house, database }, key, onTrouble: (problem) => expect.fail(String(problem)) }),
    );
    for (let round = 0; round < 5; round++) {
      const writing = others.map((database) => write({ database }, on, 20));
      const taken = await Promise.all(sequencers.flatMap((one) => [one.integrateWaiting(), one.integrateWaiting()]));
      await Promise.all(writing);
      expect(taken.length).toBe(6);
    }
    await Promise.all(sequencers.map((one) => one.integrateWaiting()));
    expect(await recomputed(scratch.db, on.forum.id, key)).toHaveLength(300);
  });
});

/** How often the writing process is killed; 100 times were seen by hand (ORTAQ_KILLS=100), 4 keep every run short. */
const KILLS = Number(process.env.ORTAQ_KILLS ?? 4);

describe('a server that is killed between a write and its place in the tree', () => {
  it(`loses nothing, ${KILLS} times`, { timeout: 20_000 + KILLS * 5_000 }, async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'ortaq-killed-'));
    const answered: string[] = [];
    for (let round = 0; round < KILLS; round++) answered.push(...(await writeUntilKilled(home, round)));
    const database = await openDatabase({ url: null, folder: home });
    try {
      const key = await openLogKey(database.db, home, SYSTEM_CLOCK.now());
      await new Sequencer({
        house: { database, clock: SYSTEM_CLOCK },
        key,
        onTrouble: (problem) => expect.fail(String(problem)),
      }).integrateWaiting();
      const leaves = await recomputed(database.db, REFERENCE, key);
      const said = (await leavesFrom(database.db, REFERENCE, 0, 1_000_000)).map(
        ({ content }) => JSON.parse(content!.text).word,
      );
      expect(new Set(said).size).toBe(leaves.length);
      expect(answered.filter((word) => !said.includes(word))).toEqual([]);
      const { revision, entries } = await database.db
        .withTables<CoreTables>()
        .selectFrom('core_forums')
        .select([
          'revision',
          (is) => is.selectFrom('core_entries').select(is.fn.countAll<number>().as('n')).as('entries'),
        ])
        .where('id', '=', REFERENCE)
        .executeTakeFirstOrThrow();
      // Each deed is whole: its entry, its revision, its place in the tree.
      expect([Number(entries), Number(revision)]).toEqual([leaves.length, leaves.length]);
      expect(leaves.length).toBeGreaterThan(KILLS);
    } finally {
      await database.close();
      rmSync(home, { recursive: true });
    }
  });
});

/** Words that a writing process said before it was killed at a moment that nobody chose. */
async function writeUntilKilled(home: string, round: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['src/core/audit/testing/log-writer.ts', home, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const last = 3 + Math.floor(Math.random() * 40);
  child.stdout.on('data', (text) => {
    said += text;
    if (said.split('\n').length > last) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return said.split('\n').slice(0, -1);
}
