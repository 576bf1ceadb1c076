import { expect, it } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { both } from '#core/db/testing/scratch.ts';
import { stage } from '#core/db/testing/stage.ts';
import { contextOf } from '#core/house.ts';
import { readingsOf, recordReading } from './readings.ts';

const ANAR = '01900000-0000-7000-8000-0000000000aa';
const SEVIL = '01900000-0000-7000-8000-0000000000bb';

both('looks of staff at personal data', (scratch) => {
  it('are told to the person concerned, once for a day, and to nobody else', async () => {
    const on = await stage(scratch);
    const rena = {
      kind: 'person' as const,
      id: '01900000-0000-7000-8000-0000000000cc',
      name: 'Rəna',
      roles: [{ role: 'coordinator', forum: on.forum.id, body: null }],
    };
    const ctx = contextOf(on.house, { actor: rena, forum: on.forum, lang: 'en', requestId: 'test' }, scratch.db);
    const what = 'test.reading.contact';
    await recordReading(ctx, { person: [ANAR, SEVIL, ANAR, rena.id], by: rena, what });
    await recordReading({ ...ctx, now: new Date(ctx.now.getTime() + 1000) }, { person: ANAR, by: rena, what });
    await recordReading(
      { ...ctx, now: new Date(ctx.now.getTime() + 2000) },
      { person: ANAR, by: rena, what: `${what}_2` },
    );
    await recordReading(ctx, { person: ANAR, by: SYSTEM, what });
    const row = { forumId: on.forum.id, day: ctx.today, readerId: rena.id, readerRole: 'coordinator', what };
    expect(await readingsOf(scratch.db, ANAR)).toEqual([{ ...row, what: `${what}_2` }, row]);
    expect(await readingsOf(scratch.db, SEVIL)).toEqual([row]);
    expect(await readingsOf(scratch.db, rena.id)).toEqual([]);
    const { entries, revision } = await scratch.db
      .withTables<CoreTables>()
      .selectFrom('core_forums')
      .select([
        'revision',
        (is) => is.selectFrom('core_entries').select(is.fn.countAll<number>().as('n')).as('entries'),
      ])
      .where('id', '=', on.forum.id)
      .executeTakeFirstOrThrow();
    expect([Number(entries), Number(revision)]).toEqual([0, 0]);
  });
});
