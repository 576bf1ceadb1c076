import * as v from 'valibot';
import { describe, expect, it, test, vi } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import { command, done, YES } from '#core/command.ts';
import type { AnnouncementListener, Database } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { onServer } from '#core/db/testing/scratch.ts';
import { stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { REFERENCE } from '#core/forum.ts';
import { Forums } from '#core/forums.ts';
import { type House, perform } from '#core/house.ts';
import { get, page, type Route } from '#core/http/route.ts';
import { openSite, type Site } from '#core/http/testing/site.ts';
import { followOthers } from './follow.ts';
import { Revisions } from './revisions.ts';

/** Lets everything happen that waits for nothing but its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Somebody who announces, and a reading of forums that ends when told. */
function follower() {
  const revisions = new Revisions();
  let tell: AnnouncementListener = () => {};
  const readings: { resolve: () => void; reject: (problem: Error) => void }[] = [];
  const read = () => new Promise<void>((resolve, reject) => readings.push({ resolve, reject }));
  followOthers({ onAnnounced: (listener) => (tell = listener) }, revisions, read);
  return { revisions, readings, tell: (news: Parameters<AnnouncementListener>[0]) => tell(news) };
}

describe('whoever follows others', () => {
  test('takes a revision over only after the forums were read', async () => {
    const { revisions, readings, tell } = follower();
    tell({ forum: 'a', revision: 3 });
    expect([revisions.of('a'), readings.length]).toEqual([0, 1]);
    readings[0]?.resolve();
    await turn();
    expect([revisions.of('a'), revisions.trusted]).toEqual([3, true]);
  });

  test('serves nothing kept until the news came anew and the forums were read', async () => {
    const { revisions, readings, tell } = follower();
    tell(null);
    expect(revisions.trusted).toBe(false);
    await turn();
    expect([revisions.trusted, readings.length]).toEqual([false, 0]);
    tell({ forum: 'a', revision: 3 });
    expect(revisions.trusted).toBe(false);
    readings[0]?.resolve();
    await turn();
    expect(revisions.trusted).toBe(true);
  });

  test('trusts no news from before a second loss', async () => {
    const { revisions, readings, tell } = follower();
    tell(null);
    tell({ forum: 'a', revision: 3 });
    tell(null);
    readings[0]?.resolve();
    await turn();
    expect([revisions.trusted, revisions.of('a')]).toEqual([false, 3]);
  });

  test('lives on without the kept pages when the forums cannot be read', async () => {
    const { revisions, readings, tell } = follower();
    tell({ forum: 'a', revision: 3 });
    readings[0]?.reject(new Error('the connection was lost'));
    await turn();
    expect([revisions.trusted, revisions.of('a')]).toEqual([false, 3]);
    tell({ forum: 'a', revision: 4 });
    readings[1]?.resolve();
    await turn();
    expect(revisions.trusted).toBe(true);
  });
});

const write = command({
  name: 'test.write',
  input: v.object({}),
  access: () => YES,
  run: async (ctx) =>
    done(null, { kind: 'test.written', object: { type: 'x', id: uuidv7(ctx.now), path: null }, params: {} }),
});

onServer('two processes on one database', (scratch) => {
  /** A process: its own connections, forums, revisions and server. */
  async function running(
    database: Database,
  ): Promise<{ site: Site; house: House; drawn: () => number; forums: Forums }> {
    const [revisions, forums] = [new Revisions(), new Forums()];
    const load = () => forums.load(database.db, revisions);
    await load();
    followOthers(database, revisions, load);
    let drawn = 0;
    const plans: Route = get('/plans', async () => page({ title: 'plans', main: `drawn ${++drawn}` }));
    const site = await openSite({ routes: [plans], house: { database, revisions }, forums: forums.all });
    await vi.waitFor(() => expect(revisions.trusted).toBe(true), { timeout: 20_000, interval: 10 });
    return { site, house: site.house, drawn: () => drawn, forums };
  }

  it('a write in one makes the kept page of the other old', async () => {
    const on = await stage(scratch);
    const [a, b] = [await running(await scratch.another()), await running(await scratch.another())];
    try {
      for (const process of [a, b, a, b]) await process.site.ask('/en/stage/plans');
      expect([a.drawn(), b.drawn()]).toEqual([1, 1]);
      await perform(a.house, { actor: SYSTEM, forum: on.forum, lang: 'en', requestId: 'test' }, write, {});
      await a.site.ask('/en/stage/plans');
      expect(a.drawn()).toBe(2);
      await vi.waitFor(() => expect(b.house.revisions.of(on.forum.id)).toBe(1), { timeout: 20_000, interval: 5 });
      await b.site.ask('/en/stage/plans');
      expect(b.drawn()).toBe(2);
    } finally {
      await a.site.close();
      await b.site.close();
    }
  });

  it('a forum opened, renamed or removed in one is so in the other', async () => {
    const on = await stage(scratch);
    const [a, b] = [await scratch.another(), await running(await scratch.another())];
    const soon = (slugs: readonly string[]) =>
      vi.waitFor(() => expect(b.forums.all.map(({ slug }) => slug)).toEqual(slugs), { timeout: 20_000, interval: 5 });
    try {
      const table = scratch.db.withTables<CoreTables>();
      await table.updateTable('core_forums').set({ slug: 'renamed' }).where('id', '=', on.forum.id).execute();
      await a.announce(on.forum.id, 1);
      await soon(['renamed']);
      const whole = b.house.revisions.whole;
      await table.deleteFrom('core_forums').where('id', '=', on.forum.id).execute();
      await a.announce(REFERENCE, 0);
      await soon([]);
      expect(b.house.revisions.whole).toBeGreaterThan(whole);
    } finally {
      await b.site.close();
    }
  });
});
