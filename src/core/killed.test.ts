import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import type { CoreTables } from './db/tables.ts';
import { onServer, type Scratch } from './db/testing/scratch.ts';
import { REFERENCE } from './forum.ts';

/** How often the process is killed; ORTAQ_KILLS=100 for the whole proof. */
const KILLS = Number(process.env.ORTAQ_KILLS ?? 3);

/**
 * A deed, its entry and the revision are one transaction: a process that is killed after it wrote the row and before it
 * wrote the entry leaves neither, on both databases.
 */
function killed(scratch: Scratch | null): void {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'ortaq-killed-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = () => openDatabase({ url: scratch?.url ?? null, folder });

  /** Lets the process work until it stands between row and entry for the n-th time, kills it there; what it acknowledged. */
  async function killBetween(round: number, n: number): Promise<readonly string[]> {
    const program = new URL('./db/testing/performer.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [program, scratch?.url ?? folder, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { TZ: 'UTC' },
    });
    const acknowledged: string[] = [];
    let between = 0;
    for await (const line of createInterface(child.stdout)) {
      const [what, word] = line.split(' ');
      if (what === 'done') acknowledged.push(word!);
      else if (++between === n) child.kill('SIGKILL');
    }
    expect([round, between >= n, child.signalCode ?? 'SIGKILL']).toEqual([round, true, 'SIGKILL']);
    return acknowledged;
  }

  it(
    `leaves no row without its entry, and no entry without its row, in ${KILLS} kills`,
    async () => {
      const first = await open();
      await migrate(first, new Date('2026-11-23T09:00:00Z'));
      await first.close();
      const acknowledged: string[] = [];
      for (let round = 0; round < KILLS; round += 1) acknowledged.push(...(await killBetween(round, 1 + (round % 4))));
      const database = await open();
      const tables = database.db.withTables<CoreTables>();
      const rows = await tables.selectFrom('core_settings').select('key').execute();
      const entries = await tables
        .selectFrom('core_entries as e')
        .innerJoin('core_entry_contents as c', (on) =>
          on.onRef('c.entry_id', '=', 'e.id').onRef('c.forum_id', '=', 'e.forum_id'),
        )
        .select('c.content')
        .where('e.kind', '=', 'test.written')
        .execute();
      const forum = await tables
        .selectFrom('core_forums')
        .select('revision')
        .where('id', '=', REFERENCE)
        .executeTakeFirstOrThrow();
      await database.close();
      const written = rows
        .map(({ key }) => key)
        .filter((key) => /^\d+\.\d+$/.test(key))
        .sort();
      expect(entries.map(({ content }) => String(JSON.parse(content).word)).sort()).toEqual(written);
      expect(Number(forum.revision)).toBe(written.length);
      expect(acknowledged.filter((word) => !written.includes(word))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
    },
    60_000 + KILLS * 30_000,
  );
}

describe('a process that is killed between row and entry (embedded)', () => killed(null));
onServer('a process that is killed between row and entry', (scratch) => killed(scratch));
