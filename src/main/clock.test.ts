import { expect, it } from 'vitest';
import { Revisions } from '#core/cache/revisions.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { stage } from '#core/db/testing/stage.ts';
import type { House } from '#core/house.ts';
import type { JobKind } from '#core/jobs/job.ts';
import { enqueue } from '#core/jobs/queue.ts';
import { Runner } from '#core/jobs/runner.ts';
import { MovedClock, SYSTEM_CLOCK } from '#core/time/clock.ts';
import { moveClock, openClock } from './clock.ts';

const START = new Date('2026-11-23T09:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A clock that stands until it is moved, a runner, and what ran when. */
async function workshop(scratch: Scratch, kinds: (ran: (what: string, now: Date) => void) => readonly JobKind[]) {
  const on = await stage(scratch);
  const clock = new MovedClock(START, 0, () => 0);
  const house: House = { ...on.house, revisions: new Revisions(), clock };
  const log: string[] = [];
  const troubles: unknown[] = [];
  const runner = new Runner({
    house,
    kinds: kinds((what, now) => log.push(`${what} ${now.toISOString().slice(0, 16)}`)),
    forums: () => [on.forum],
    onTrouble: ({ problem }) => troubles.push(problem),
  });
  const queue = (name: string, dueAt: Date) =>
    enqueue(scratch.db, { name, forumId: on.forum.id, dueAt, data: {}, now: clock.now() });
  return { clock, runner, log, troubles, queue };
}

both('the clock of a test', (scratch) => {
  it('runs on from its start, as far ahead as it was moved before a restart', async () => {
    const { clock, runner } = await workshop(scratch, () => []);
    await moveClock(scratch.db, clock, runner, 3 * DAY);
    const again = await openClock(scratch.db, START);
    const ahead = again.now().getTime() - START.getTime();
    expect(ahead).toBeGreaterThanOrEqual(3 * DAY);
    expect(ahead).toBeLessThan(3 * DAY + HOUR);
  });

  it('of an installation that was not started with one is the machine’s, whatever was kept', async () => {
    const { clock, runner } = await workshop(scratch, () => []);
    await moveClock(scratch.db, clock, runner, 3 * DAY);
    expect(await openClock(scratch.db, null)).toBe(SYSTEM_CLOCK);
  });

  it('stops at each moment at which something falls due, and runs it there', async () => {
    const { clock, runner, log, queue } = await workshop(scratch, (ran) => [
      { name: 'test.once', run: async (ctx) => ran('once', ctx.now) },
      {
        name: 'test.chain',
        run: async (ctx) => {
          ran('chain', ctx.now);
          await queue('test.once', new Date(ctx.now.getTime() + 2 * HOUR));
        },
      },
      { name: 'test.daily', dailyAt: 6, run: async (ctx) => ran('daily', ctx.now) },
    ]);
    await queue('test.chain', new Date(START.getTime() + 30 * HOUR));
    await queue('test.once', new Date(START.getTime() + 60 * HOUR));
    await moveClock(scratch.db, clock, runner, 2 * DAY);
    // Six in the morning in Baku is two o'clock in UTC.
    expect(log).toEqual([
      'daily 2026-11-24T02:00',
      'chain 2026-11-24T15:00',
      'once 2026-11-24T17:00',
      'daily 2026-11-25T02:00',
    ]);
    expect(clock.now().getTime()).toBe(START.getTime() + 2 * DAY);
  });

  it('is not held up by work that fails again and again', async () => {
    const { clock, runner, log, troubles, queue } = await workshop(scratch, (ran) => [
      {
        name: 'test.fails',
        run: async (ctx) => {
          ran('fails', ctx.now);
          throw new Error('no');
        },
      },
    ]);
    await queue('test.fails', START);
    await moveClock(scratch.db, clock, runner, 2 * DAY);
    expect(log).toHaveLength(6);
    expect(troubles).toHaveLength(6);
    expect(clock.now().getTime()).toBe(START.getTime() + 2 * DAY);
  });

  it('never goes back', async () => {
    const { clock, runner } = await workshop(scratch, () => []);
    await moveClock(scratch.db, clock, runner, -DAY);
    expect(clock.now().getTime()).toBe(START.getTime());
  });
});
