import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Actor, NOBODY, SYSTEM } from '#core/actor.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { contextOf } from '#core/house.ts';
import { appendEntry, eraseContent } from './commands.ts';
import type { Entry } from './entry.ts';
import { factsOf } from './integrate.ts';
import { entryLeaf } from './leaf.ts';

const OBJECT = '01900000-0000-7000-8000-0000000000aa';
const BODY = '01900000-0000-7000-8000-0000000000bb';
const ENTRY: Entry = { kind: 'test.done', object: { type: 'thing', id: OBJECT, path: '/things/1' }, params: {} };

const append = async (scratch: Scratch, on: Stage, actor: Actor, entry: Partial<Entry> = {}) => {
  const asked = { actor, forum: on.forum, lang: 'en' as const, requestId: 'test' };
  await scratch.database.transaction((trx) => appendEntry(contextOf(on.house, asked, trx), { ...ENTRY, ...entry }));
};
const rows = async ({ db }: Scratch) => {
  const found = await db
    .withTables<CoreTables>()
    .selectFrom('core_entries as e')
    .innerJoin('core_entry_contents as c', 'c.entry_id', 'e.id')
    .selectAll('e')
    .select(['salt', 'content'])
    .orderBy('id')
    .execute();
  return found.map(({ content, ...row }) => ({ ...row, content, params: JSON.parse(content) }));
};

both('an entry of the public record', (scratch) => {
  it('says what, when, on what, where and whom it concerns', async () => {
    const on = await stage(scratch);
    const touched = [{ type: 'cell', id: BODY, path: null }];
    await append(scratch, on, SYSTEM, {
      touched,
      place: BODY,
      bodies: [BODY],
      params: { n: 3, name: 'Kənd \u202E"<b>' },
    });
    expect(await rows(scratch)).toEqual([
      {
        forum_id: on.forum.id,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        at: on.now,
        kind: 'test.done',
        actor_role: 'system',
        actor_person: null,
        by_way: 'system',
        object_type: 'thing',
        object_id: OBJECT,
        object_path: '/things/1',
        touched,
        place_id: BODY,
        bodies: [BODY],
        params: { n: 3, name: 'Kənd \u202E"<b>' },
        content: expect.any(String),
        by_day: false,
        salt: expect.any(Buffer),
        commitment: expect.any(Buffer),
      },
    ]);
  });

  it('is bound to its content by a salt of its own, and not after that was erased', async () => {
    const on = await stage(scratch);
    await append(scratch, on, SYSTEM, { params: { n: 3 } });
    await append(scratch, on, SYSTEM, { params: { n: 3 } });
    const [one, other] = await rows(scratch);
    expect(one!.commitment).toEqual(createHmac('sha256', one!.salt).update('{"n":3}').digest());
    expect([one!.salt.length, one!.salt.equals(other!.salt)]).toEqual([32, false]);
    const update = scratch.db.withTables<CoreTables>().updateTable('core_entry_contents').set({ content: '{}' });
    await expect(update.execute()).rejects.toThrow('erased, never changed');
    const given = { db: scratch.db, forum: on.forum };
    expect(await eraseContent({ ...given, forum: on.reference }, one!.id)).toBe(false);
    expect(await eraseContent(given, one!.id)).toBe(true);
    expect(await eraseContent(given, one!.id)).toBe(false);
    expect((await rows(scratch)).map(({ id }) => id)).toEqual([other!.id]);
  });

  it('of a resident tells the day, and neither the moment nor who it was', async () => {
    const on = await stage(scratch);
    on.now = new Date('2026-11-23T21:30:12.345Z');
    await append(scratch, on, person(on.forum.id, 'resident'));
    await append(scratch, on, NOBODY);
    for (const row of await rows(scratch)) {
      expect([row.by_day, row.at.toISOString(), row.actor_person]).toEqual([true, '2026-11-24T12:00:00.000Z', null]);
      expect(Number.parseInt(row.id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-24T12:00:00Z'));
      expect(entryLeaf(factsOf(row))).toContain('"day":"2026-11-24","by"');
    }
  });

  it('names the role that counts here, never one of another forum first', async () => {
    const on = await stage(scratch);
    const roles = [
      { role: 'operator', forum: null, body: null },
      { role: 'coordinator', forum: OBJECT, body: null },
      { role: 'executor', forum: on.forum.id, body: BODY },
    ];
    const actor: Actor = { kind: 'person', id: OBJECT, name: 'Rəna', roles };
    const link: Actor = {
      kind: 'link',
      deed: { id: BODY, command: 'x', object: OBJECT, forum: on.forum.id, body: null },
      person: OBJECT,
    };
    await append(scratch, on, actor);
    await append(scratch, on, actor, { way: 'paper' });
    await append(scratch, on, { ...actor, roles: roles.slice(0, 1) });
    await append(scratch, on, person(null));
    await append(scratch, on, link);
    await append(scratch, on, NOBODY);
    const told = (await rows(scratch)).map((row) => [row.actor_role, row.by_way, row.actor_person !== null]);
    expect(told.sort()).toEqual(
      [
        ['executor', 'account', true],
        ['executor', 'paper', true],
        ['operator', 'account', true],
        ['person', 'account', true],
        ['link', 'link', true],
        ['nobody', 'account', false],
      ].sort(),
    );
  });

  it('is never changed or taken away, whatever the program says', async () => {
    const on = await stage(scratch);
    await append(scratch, on, SYSTEM);
    const table = scratch.db.withTables<CoreTables>();
    const refused = /append-only/;
    await expect(table.updateTable('core_entries').set({ kind: 'other' }).execute()).rejects.toThrow(refused);
    await expect(table.deleteFrom('core_entries').execute()).rejects.toThrow(refused);
    await expect(sql`truncate core_entries`.execute(scratch.db)).rejects.toThrow(refused);
    const pretended = scratch.database.transaction(async (trx) => {
      await sql`select set_config('ortaq.demonstration_removal', ${on.forum.id}, true)`.execute(trx);
      await trx.withTables<CoreTables>().deleteFrom('core_entries').execute();
    });
    await expect(pretended).rejects.toThrow(refused);
    expect(await rows(scratch)).toHaveLength(1);
  });

  it('of two in one moment keep their order', async () => {
    const on = await stage(scratch);
    for (const n of [1, 2, 3, 4, 5]) await append(scratch, on, SYSTEM, { params: { n } });
    expect((await rows(scratch)).map((row) => row.params.n)).toEqual([1, 2, 3, 4, 5]);
    expect(uuidv7(on.now) < uuidv7(new Date(on.now.getTime() + 1))).toBe(true);
  });
});
