import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { Revisions } from '#core/cache/revisions.ts';
import { command, done, YES } from '#core/command.ts';
import type { Database, Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { both, onServer } from '#core/db/testing/scratch.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { House } from '#core/house.ts';
import { MovedClock } from '#core/time/clock.ts';
import type { JobKind } from './job.ts';
import { maintenanceJob } from './maintenance.ts';
import { claim, deadJobs, enqueue, finish, LEASE_MINUTES, PAUSES, revive } from './queue.ts';
import { type JobTrouble, Runner } from './runner.ts';

const START = new Date('2026-11-23T09:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const later = (ms: number): Date => new Date(START.getTime() + ms);

const reference: Forum = {
  id: REFERENCE,
  slug: 'national',
  kind: 'reference',
  name: { en: 'National register' },
  motto: {},
  country: 'AZ',
  languages: ['az'],
  zone: 'Asia/Baku',
  motif: 1,
  demonstration: false,
};

/** A runner with a clock that stands until it is moved. */
function workshop(database: Database, ...kinds: JobKind[]) {
  const clock = new MovedClock(START, 0, () => 0);
  const house: House = {
    database,
    clock,
    revisions: new Revisions(),
    spendDeed: async () => true,
    keepForReceipt: async () => {},
  };
  const troubles: JobTrouble[] = [];
  const runner = new Runner({
    house,
    kinds,
    forums: () => [reference],
    onTrouble: (trouble) => troubles.push(trouble),
  });
  return { runner, clock, troubles };
}

const job = (name: string, dueAt: Date, key?: string) => ({
  name,
  forumId: REFERENCE,
  dueAt,
  data: { n: 1 },
  now: START,
  ...(key ? { key } : {}),
});

const states = async (db: Db) =>
  (
    await db
      .withTables<CoreTables>()
      .selectFrom('core_jobs')
      .select(['name', 'state', 'attempts'])
      .orderBy('id')
      .execute()
  ).map(({ name, state, attempts }) => `${name} ${state} ${attempts}`);

both('the queue', (scratch) => {
  it('runs what is due by our clock, in the order of falling due, with its data', async () => {
    const ran: unknown[] = [];
    const kind = (name: string): JobKind => ({
      name,
      run: async (ctx, data) => void ran.push([name, data, ctx.today, ctx.actor.kind]),
    });
    const { runner, clock } = workshop(scratch.database, kind('a'), kind('b'));
    await enqueue(scratch.db, job('a', later(12 * DAY)));
    await enqueue(scratch.db, job('b', later(HOUR)));
    expect(await runner.runDue()).toBe(0);
    expect(await runner.nextDueAfter(START)).toEqual(later(HOUR));
    clock.move(12 * DAY);
    expect(await runner.runDue()).toBe(2);
    expect(ran).toEqual([
      ['b', { n: 1 }, '2026-12-05', 'system'],
      ['a', { n: 1 }, '2026-12-05', 'system'],
    ]);
    expect(await runner.runDue()).toBe(0);
  });

  it('forgets a job whose transaction was rolled back', async () => {
    const given = scratch.database.transaction(async (trx) => {
      await enqueue(trx, job('a', START));
      throw new Error('no');
    });
    await expect(given).rejects.toThrow('no');
    expect(await states(scratch.db)).toEqual([]);
  });

  it('takes a key once per forum and name', async () => {
    expect(await enqueue(scratch.db, job('a', START, 'k'))).toBe(true);
    expect(await enqueue(scratch.db, job('a', START, 'k'))).toBe(false);
    expect(await enqueue(scratch.db, job('b', START, 'k'))).toBe(true);
    expect(await enqueue(scratch.db, job('a', START))).toBe(true);
  });

  it('tries again after a growing pause, tells it each time, and keeps what failed for good', async () => {
    let tries = 0;
    const { runner, clock, troubles } = workshop(scratch.database, {
      name: 'a',
      run: async () => {
        tries += 1;
        throw new Error(`no mail server ${tries}`);
      },
    });
    await enqueue(scratch.db, job('a', START));
    for (const pause of PAUSES) {
      expect(await runner.runDue()).toBe(1);
      clock.move(pause * 60_000 - 1);
      expect(await runner.runDue()).toBe(0);
      clock.move(1);
    }
    expect(await runner.runDue()).toBe(1);
    clock.move(365 * DAY);
    expect(await runner.runDue()).toBe(0);
    expect(troubles.map(({ attempts, dead }) => [attempts, dead])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, false],
      [6, true],
    ]);
    const [dead] = await deadJobs(scratch.db);
    expect(dead?.last_error).toContain('no mail server 6');
    expect(await revive(scratch.db, clock.now())).toBe(1);
    expect(await runner.runDue()).toBe(1);
  });

  it('takes over from a process that ended, and buries a job that ends every process', async () => {
    await enqueue(scratch.db, job('a', START));
    for (let tries = 1; tries <= PAUSES.length + 1; tries++) {
      const now = later((tries - 1) * LEASE_MINUTES * 60_000);
      expect((await claim(scratch.db, ['a'], now))?.attempts).toBe(tries);
      expect(await claim(scratch.db, ['a'], new Date(now.getTime() + 1_000))).toBeNull();
    }
    expect(await claim(scratch.db, ['a'], later(DAY))).toBeNull();
    expect(await states(scratch.db)).toEqual([`a dead ${PAUSES.length + 2}`]);
  });

  it('does not let a process finish what another took over', async () => {
    await enqueue(scratch.db, job('a', START));
    const slow = await claim(scratch.db, ['a'], START);
    const quick = await claim(scratch.db, ['a'], later(HOUR));
    await finish(scratch.db, slow!, later(HOUR));
    expect(await states(scratch.db)).toEqual(['a running 2']);
    await finish(scratch.db, quick!, later(HOUR));
    expect(await states(scratch.db)).toEqual(['a done 2']);
  });

  it('leaves jobs alone that this version does not know', async () => {
    const { runner } = workshop(scratch.database, { name: 'a', run: async () => {} });
    await enqueue(scratch.db, job('newer', START));
    expect(await runner.runDue()).toBe(0);
    expect(await states(scratch.db)).toEqual(['newer waiting 0']);
  });

  it('runs a daily job once a day, also when started late or twice', async () => {
    const days: string[] = [];
    const kind: JobKind = {
      name: 'daily',
      dailyAt: 7,
      scope: 'installation',
      run: async ({ today }) => void days.push(today),
    };
    const { runner, clock } = workshop(scratch.database, kind);
    await runner.runDue();
    await workshop(scratch.database, kind).runner.runDue();
    expect(days).toEqual(['2026-11-23']);
    expect(await runner.nextDueAfter(clock.now())).toEqual(new Date('2026-11-24T03:00:00Z'));
    clock.move(DAY);
    await runner.runDue();
    clock.move(12 * DAY);
    await runner.runDue();
    await runner.runDue();
    expect(days).toEqual(['2026-11-23', '2026-11-24', '2026-12-06']);
  });

  it('performs commands as the system, each with its entry', async () => {
    const publish = command({
      name: 'tests.publish',
      input: v.object({ id: v.string() }),
      access: (ctx) => (ctx.actor.kind === 'system' ? YES : { may: false, reason: { key: 'errors.forbidden' } }),
      run: async (_ctx, { id }) =>
        done(id, { kind: 'tests.published', object: { type: 'test', id, path: null }, params: {} }),
    });
    const kind: JobKind = {
      name: 'a',
      run: async (ctx) => {
        const result = await ctx.perform(publish, { id: uuidv7(ctx.now) });
        expect(result.ok).toBe(true);
      },
    };
    const { runner, troubles } = workshop(scratch.database, kind);
    await enqueue(scratch.db, job('a', START));
    await runner.runDue();
    expect(troubles).toEqual([]);
    const entries = await scratch.db
      .withTables<CoreTables>()
      .selectFrom('core_entries')
      .select(['kind', 'by_way', 'actor_role'])
      .execute();
    expect(entries).toEqual([{ kind: 'tests.published', by_way: 'system', actor_role: 'system' }]);
  });

  it('looks again and again once started, and stops', async () => {
    let heard = (): void => {};
    const second = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const { runner } = workshop(scratch.database, { name: 'a', run: async () => heard() });
    runner.start(5);
    await runner.runDue();
    await enqueue(scratch.db, job('a', START));
    await second;
    await runner.stop();
    await enqueue(scratch.db, job('a', START));
    expect(await states(scratch.db)).toEqual(['a done 1', 'a waiting 0']);
  });

  it('tidies the database and forgets old work every night', async () => {
    const { runner, clock } = workshop(scratch.database, maintenanceJob(scratch.database), {
      name: 'a',
      run: async () => {},
    });
    await enqueue(scratch.db, job('a', START));
    await runner.runDue();
    clock.move(31 * DAY);
    await runner.runDue();
    expect(await states(scratch.db)).toEqual(['core.maintain done 1']);
  });
});

onServer('the queue of several processes', (scratch) => {
  const stop: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of stop.splice(0)) await end();
  });

  it('gives every job to one of them only', async () => {
    const ran = new Map<string, number>();
    const kind: JobKind = {
      name: 'a',
      run: async ({ requestId }) => void ran.set(requestId, (ran.get(requestId) ?? 0) + 1),
    };
    for (let n = 0; n < 200; n++) await enqueue(scratch.db, job('a', START));
    const processes = [scratch.database, await scratch.another(), await scratch.another()].map(
      (database) => workshop(database, kind).runner,
    );
    const counts = await Promise.all(processes.map((runner) => runner.runDue()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(200);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
    expect([...ran.values()].every((times) => times === 1)).toBe(true);
    expect(ran.size).toBe(200);
  });

  it('queues a daily job once for all of them', async () => {
    let ran = 0;
    const kind: JobKind = { name: 'daily', dailyAt: 7, scope: 'installation', run: async () => void ran++ };
    const processes = [scratch.database, await scratch.another()].map((database) => workshop(database, kind).runner);
    await Promise.all(processes.map((runner) => runner.runDue()));
    expect(ran).toBe(1);
  });
});

describe('the kinds of jobs', () => {
  it('have names of their own', () => {
    const kind: JobKind = { name: 'a', run: async () => {} };
    expect(() => workshop({} as Database, kind, kind)).toThrow(/two jobs are named a/);
  });
});
