import { describe, expect, it } from 'vitest';
import type { CoreTables } from '#core/db/tables.ts';
import { both } from '#core/db/testing/scratch.ts';
import { forgetCounted, Limiter, slowedNow } from './limiter.ts';
import { LIMITS, limitNamed } from './rules.ts';

const MINUTE = 60_000;
const limit = limitNamed('entry_target');
const START = Date.parse('2026-11-23T08:00:00Z');

both('counting', (scratch) => {
  let now = START;
  const clock = { now: () => new Date(now) };
  const limiter = () => new Limiter(scratch.database, clock);
  const tries = async (counting: Limiter, who: string, times: number, of = limit): Promise<number> => {
    let through = 0;
    for (let i = 0; i < times; i += 1)
      if ((await counting.take([{ limit: of, who, amount: 1 }])) === null) through += 1;
    return through;
  };
  const rows = () => scratch.db.withTables<CoreTables>().selectFrom('core_limits').selectAll().execute();

  it('lets through what the limit says at once, then as much as comes back with time', async () => {
    now = START;
    const counting = limiter();
    expect(await tries(counting, 'a', 15)).toBe(limit.most);
    const wait = await counting.take([{ limit, who: 'a', amount: 1 }]);
    expect(wait).toBe(MINUTE);
    now += MINUTE - 1;
    expect(await tries(counting, 'a', 1)).toBe(0);
    now += 1;
    expect(await tries(counting, 'a', 3)).toBe(1);
    now += limit.minutes * MINUTE;
    expect(await tries(counting, 'a', 15)).toBe(limit.most);
  });

  it('slows down nobody else', async () => {
    now = START;
    const counting = limiter();
    expect(await tries(counting, 'a', 12)).toBe(limit.most);
    expect(await tries(counting, 'b', 3)).toBe(3);
  });

  it('goes on after a restart, and two processes count together', async () => {
    now = START;
    expect(await tries(limiter(), 'a', 6)).toBe(6);
    const [one, other] = [limiter(), limiter()];
    expect((await tries(one, 'a', 3)) + (await tries(other, 'a', 3))).toBe(4);
  });

  it('of many at once lets through exactly as many', async () => {
    now = START;
    const [one, other] = [limiter(), limiter()];
    const asked = Array.from({ length: 30 }, (_, i) =>
      (i % 2 ? one : other).take([
        { limit, who: 'a', amount: 1 },
        { limit: limitNamed('entry_address'), who: 'x', amount: 1 },
      ]),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((wait) => wait === null)).toHaveLength(limit.most);
  });

  it('counts amounts: files by their bytes', async () => {
    now = START;
    const counting = limiter();
    const upload = limitNamed('upload_address');
    const send = (amount: number) => counting.take([{ limit: upload, who: 'a', amount }]);
    expect(await send(60)).toBeNull();
    expect(await send(40)).toBeNull();
    expect(await send(1)).toBeGreaterThan(0);
  });

  it('keeps neither accounts nor addresses, and no key for longer than a day', async () => {
    now = START;
    const counting = limiter();
    await tries(counting, '203.0.113.5', 1);
    const [first] = await rows();
    expect(JSON.stringify(first)).not.toContain('203.0.113');
    now += 24 * 60 * MINUTE;
    await tries(counting, 'another', 1);
    expect((await rows()).map(({ who }) => who)).not.toContain(first!.who);
    await tries(counting, '203.0.113.5', 1);
    expect((await rows()).map(({ who }) => who)).not.toContain(first!.who);
    await forgetCounted(scratch.db);
    expect(await rows()).toEqual([]);
    // Another process still holds the key that is gone: what it counts is under the new one.
    expect(await tries(counting, 'c', 12)).toBe(limit.most);
    expect(await tries(limiter(), 'c', 1)).toBe(0);
  });

  it('locks nobody out when the clock is moved, ahead or back', async () => {
    now = START;
    const counting = limiter();
    expect(await tries(counting, 'a', 12)).toBe(limit.most);
    now += 12 * 24 * 60 * MINUTE;
    expect(await tries(counting, 'a', 12)).toBe(limit.most);
    now -= 60 * MINUTE;
    expect(await tries(counting, 'a', 1)).toBe(1);
    now = START - 400 * 24 * 60 * MINUTE;
    expect(await tries(limiter(), 'a', 12)).toBe(limit.most);
    // Set back by an hour, the key is still of that day: what lies further ahead than its span is no debt.
    now += 60 * MINUTE;
    expect(await tries(counting, 'b', 12)).toBe(limit.most);
    now -= 30 * MINUTE;
    expect(await tries(limiter(), 'b', 12)).toBe(limit.most);
  });

  it('tells how many are slowed down now', async () => {
    now = START;
    const counting = limiter();
    await tries(counting, 'a', 11);
    await tries(counting, 'b', 2);
    expect([...(await slowedNow(scratch.db, clock.now()))]).toEqual([['entry_target', 1]]);
    now += limit.minutes * MINUTE;
    expect((await slowedNow(scratch.db, clock.now())).size).toBe(0);
  });

  it('knows a device that entered an account by its sign, and no forged one', async () => {
    now = START;
    const sign = await limiter().deviceSign('person-1');
    const counting = limiter();
    const device = await counting.deviceOf(sign);
    expect([device!.entered('person-1'), device!.entered('person-2')]).toEqual([true, false]);
    expect(sign).not.toContain('person');
    const turned = sign.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const other = (await counting.deviceSign('person-2')).split('.')[1]!;
    const forged = [turned, `${sign}0`, '', null, sign.split('.').with(1, other).join('.'), 'x.y.z'];
    for (const bad of forged) expect(await counting.deviceOf(bad)).toBeNull();
    await forgetCounted(scratch.db);
    expect((await limiter().deviceOf(sign))?.id).toBe(device!.id);
  });
});

describe('the table of limits', () => {
  it('has one line for each name, and lets a whole day pass for none', () => {
    expect(new Set(LIMITS.map(({ name }) => name)).size).toBe(LIMITS.length);
    // What is kept for the counting may not outlive its key.
    for (const { minutes, most } of LIMITS) expect(minutes <= 24 * 60 && most > 0).toBe(true);
  });

  it('takes the largest form that is read at all', () => {
    expect(limitNamed('upload_address').most).toBeGreaterThanOrEqual(40);
  });
});
