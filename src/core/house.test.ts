import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Actor, NOBODY, SYSTEM } from '#core/actor.ts';
import { type Command, command, done, no, YES } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { both, onServer, type Scratch } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { day } from '#core/time/plain-date.ts';
import { type House, perform, performAll } from './house.ts';

interface Written {
  readonly word: string;
  /** What happens after the row was written. */
  readonly end?: 'refuse' | 'throw' | undefined;
  readonly silent?: boolean | undefined;
}

/** Writes a row of settings, then does as it is told. */
const write: Command<Written, string> = command({
  name: 'test.write',
  input: v.object({
    word: v.pipe(v.string(), v.maxLength(20)),
    end: v.optional(v.picklist(['refuse', 'throw'])),
    silent: v.optional(v.boolean()),
  }),
  access: (ctx) => (ctx.actor.kind === 'nobody' ? no({ key: 'errors.sign_in' }) : YES),
  run: async (ctx, input) => {
    await ctx.db
      .withTables<CoreTables>()
      .insertInto('core_settings')
      .values({ key: input.word, value: json({ today: ctx.today, by: ctx.actor.kind }), changed_at: ctx.now })
      .execute();
    if (input.end === 'refuse') return refuse('conflict', { key: 'errors.busy' });
    if (input.end === 'throw') throw new Error('a surprise');
    const entry = {
      kind: 'test.written',
      object: { type: 'word', id: uuidv7(ctx.now), path: null },
      params: { word: input.word },
    };
    return done(input.word, input.silent ? null : entry);
  },
});

const words = async ({ db }: Scratch): Promise<readonly string[]> => {
  const rows = await db.withTables<CoreTables>().selectFrom('core_settings').select('key').orderBy('key').execute();
  return rows.map(({ key }) => key);
};
const revision = async ({ db }: Scratch, on: Stage): Promise<number> => {
  const row = await db
    .withTables<CoreTables>()
    .selectFrom('core_forums')
    .select('revision')
    .where('id', '=', on.forum.id)
    .executeTakeFirstOrThrow();
  return row.revision;
};
/** Rows, entries, revision in the database and revision known to the cache. */
const left = async (scratch: Scratch, on: Stage) => [
  await words(scratch),
  (await on.entries()).map(({ params }) => params.word),
  await revision(scratch, on),
  on.house.revisions.of(on.forum.id),
];

both('a command', (scratch) => {
  it('leaves its rows, one entry and a newer revision, known before anybody is answered', async () => {
    const on = await stage(scratch);
    expect(await on.as(person(on.forum.id, 'member'))(write, { word: 'a' })).toEqual({ ok: true, value: 'a' });
    expect(await left(scratch, on)).toEqual([['a'], ['a'], 1, 1]);
    await on.as(SYSTEM)(write, { word: 'b' });
    expect(await left(scratch, on)).toEqual([['a', 'b'], ['a', 'b'], 2, 2]);
  });

  it('of a private matter raises no revision', async () => {
    const on = await stage(scratch);
    await on.as(SYSTEM)(write, { word: 'a', silent: true });
    expect(await left(scratch, on)).toEqual([['a'], [], 0, 0]);
  });

  it('that is refused leaves nothing of what it had written', async () => {
    const on = await stage(scratch);
    const told = await on.as(SYSTEM)(write, { word: 'a', end: 'refuse' });
    expect(told).toEqual({ ok: false, refusal: { kind: 'conflict', message: { key: 'errors.busy' } } });
    expect(await left(scratch, on)).toEqual([[], [], 0, 0]);
  });

  it('that breaks leaves nothing, and the break is no refusal', async () => {
    const on = await stage(scratch);
    await expect(on.as(SYSTEM)(write, { word: 'a', end: 'throw' })).rejects.toThrow('a surprise');
    expect(await left(scratch, on)).toEqual([[], [], 0, 0]);
  });

  it('whose entry cannot be written leaves nothing', async () => {
    const on = await stage(scratch);
    const broken = command({
      ...write,
      run: async (ctx, input: Written) => {
        const ran = await write.run(ctx, input);
        if (!ran.ok || !ran.value.entry) return ran;
        return done(ran.value.value, { ...ran.value.entry, object: { type: 'word', id: 'no uuid', path: null } });
      },
    });
    await expect(on.as(SYSTEM)(broken, { word: 'a' })).rejects.toThrow('uuid');
    expect(await left(scratch, on)).toEqual([[], [], 0, 0]);
  });

  it('asks for the shape first, then for permission, and only then does anything', async () => {
    const on = await stage(scratch);
    const asked: string[] = [];
    const watched = command({
      ...write,
      access: (ctx, input: Written) => {
        asked.push('access');
        return write.access(ctx, input);
      },
      run: (ctx, input: Written) => {
        asked.push('run');
        return write.run(ctx, input);
      },
    });
    const long = await on.as(SYSTEM)(watched, { word: 'x'.repeat(21) });
    expect(long).toMatchObject({ ok: false, refusal: { kind: 'bad_input', message: { params: { where: 'word' } } } });
    expect(asked).toEqual([]);
    const strangers = await on.as(NOBODY)(watched, { word: 'a' });
    expect(strangers).toMatchObject({ ok: false, refusal: { kind: 'sign_in', message: { key: 'errors.sign_in' } } });
    expect(asked).toEqual(['access']);
    expect(await left(scratch, on)).toEqual([[], [], 0, 0]);
  });

  it('says "sign in" to nobody and "you may not" to somebody', async () => {
    const on = await stage(scratch);
    const closed = command({ ...write, access: () => no({ key: 'errors.sign_in' }) });
    const kind = async (actor: Actor) => {
      const told = await on.as(actor)(closed, { word: 'a' });
      return told.ok ? null : told.refusal.kind;
    };
    expect([await kind(NOBODY), await kind(person(on.forum.id)), await kind(SYSTEM)]).toEqual([
      'sign_in',
      'forbidden',
      'forbidden',
    ]);
  });

  it('gets what the shape made of the input, and nothing else that was sent along', async () => {
    const on = await stage(scratch);
    let seen: unknown;
    const watched = command({
      ...write,
      run: (ctx, input: Written) => {
        seen = input;
        return write.run(ctx, input);
      },
    });
    await on.as(SYSTEM)(watched, JSON.parse('{"word":"a","forum":"b","__proto__":{"end":"throw"}}'));
    expect(seen).toEqual({ word: 'a' });
  });

  it('knows the day of its forum, not of the machine', async () => {
    const on = await stage(scratch);
    on.now = new Date('2026-11-23T20:30:00Z');
    await on.as(SYSTEM)(write, { word: 'a' });
    const row = await scratch.db
      .withTables<CoreTables>()
      .selectFrom('core_settings')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect([row.value, row.changed_at]).toEqual([{ today: '2026-11-24', by: 'system' }, on.now]);
  });
});

const comer = (on: Stage): Actor => ({
  kind: 'link',
  deed: { id: uuidv7(on.now), command: 'test.write', object: uuidv7(on.now), forum: on.forum.id, body: null },
  person: null,
});

/** A house whose deeds are spent by a row, as identity does it. */
function spending(on: Stage): House {
  return {
    ...on.house,
    keepForReceipt: async () => {},
    spendDeed: async (ctx, name) => {
      if (ctx.actor.kind !== 'link' || ctx.actor.deed.command !== name) return false;
      const row = await ctx.db
        .withTables<CoreTables>()
        .insertInto('core_settings')
        .values({ key: `spent ${ctx.actor.deed.id}`, value: json(true), changed_at: ctx.now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

both('a one-deed link', (scratch) => {
  const go = (on: Stage, house: House, actor: Actor, input: Written, deed = write) =>
    perform(house, { actor, forum: on.forum, lang: 'en', requestId: 'test' }, deed, input);

  it('is spent with its deed, and not by one that was refused or broke', async () => {
    const on = await stage(scratch);
    const [house, actor] = [spending(on), comer(on)];
    expect((await go(on, house, actor, { word: 'a', end: 'refuse' })).ok).toBe(false);
    await expect(go(on, house, actor, { word: 'a', end: 'throw' })).rejects.toThrow('a surprise');
    expect(await words(scratch)).toEqual([]);
    expect((await go(on, house, actor, { word: 'a' })).ok).toBe(true);
    expect(await words(scratch)).toEqual(['a', expect.stringMatching(/^spent /)]);
    const again = await go(on, house, actor, { word: 'b' });
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'gone', message: { key: 'errors.deed_used' } } });
    expect((await on.entries()).length).toBe(1);
  });

  it('does no other command', async () => {
    const on = await stage(scratch);
    const other = await go(on, spending(on), comer(on), { word: 'a' }, { ...write, name: 'test.other' });
    expect(other).toMatchObject({ ok: false, refusal: { kind: 'gone' } });
    expect(await words(scratch)).toEqual([]);
  });

  it('lets one of two through that press at the same moment', async () => {
    const on = await stage(scratch);
    const [house, actor] = [spending(on), comer(on)];
    const both = await Promise.all(['a', 'b', 'c', 'd'].map((word) => go(on, house, actor, { word })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap((one) => (one.ok ? [] : one.refusal.kind))).toEqual(['gone', 'gone', 'gone']);
    expect(await on.entries()).toHaveLength(1);
    expect(await revision(scratch, on)).toBe(1);
  });
});

both('commands at the same moment', (scratch) => {
  it('raise the revision once each and lose none', async () => {
    const on = await stage(scratch);
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => on.as(SYSTEM)(write, { word: `w${n}` })));
    expect(all.every((one) => one.ok)).toBe(true);
    expect([await revision(scratch, on), on.house.revisions.of(on.forum.id)]).toEqual([12, 12]);
    expect(await on.entries()).toHaveLength(12);
  });
});

onServer('another process', (scratch) => {
  it('hears of a revision with its commit, and of none that was undone', async () => {
    const on = await stage(scratch);
    const other = await scratch.another();
    const heard: (number | null)[] = [];
    other.onAnnounced((news) => {
      if (!news || news.forum === on.forum.id) heard.push(news?.revision ?? null);
    });
    const until = async (value: number) => {
      while (heard.at(-1) !== value) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await until(0);
    await on.as(SYSTEM)(write, { word: 'a', end: 'refuse' });
    await on.as(SYSTEM)(write, { word: 'b' });
    await until(1);
    expect(heard).toEqual([null, 0, 1]);
  });
});

both('many commands together', (scratch) => {
  const together = (on: Stage, work: Parameters<typeof performAll>[2]) =>
    performAll(on.house, { forum: on.forum, lang: 'az' }, work);

  it('all happen, on the days chosen, in the forums chosen, by whom was chosen', async () => {
    const on = await stage(scratch);
    const value = await together(on, async (deeds) => {
      await deeds.perform(write, { word: 'a' });
      deeds.at(day('2017-05-19'));
      deeds.as(person(on.forum.id, 'secretary'));
      await deeds.perform(write, { word: 'b' });
      deeds.at(null);
      deeds.as(null);
      deeds.in(on.reference);
      await deeds.perform(write, { word: 'c' });
      const seen = await deeds.db.withTables<CoreTables>().selectFrom('core_settings').select('key').execute();
      return seen.length;
    });
    expect(value).toBe(3);
    const rows = await scratch.db
      .withTables<CoreTables>()
      .selectFrom('core_entries as e')
      .innerJoin('core_entry_contents as c', 'c.entry_id', 'e.id')
      .select(['e.forum_id', 'at', 'actor_role', 'content'])
      .orderBy('at')
      .execute();
    expect(
      rows.map((row) => [
        row.forum_id === on.forum.id,
        row.at.toISOString(),
        row.actor_role,
        JSON.parse(row.content).word,
      ]),
    ).toEqual([
      [true, '2017-05-19T12:00:00.000Z', 'secretary', 'b'],
      [true, '2026-11-23T08:00:00.000Z', 'system', 'a'],
      [false, '2026-11-23T08:00:00.000Z', 'system', 'c'],
    ]);
    const { revisions } = on.house;
    expect([revisions.of(on.forum.id), revisions.of(on.reference.id)]).toEqual([2, 1]);
  });

  it('do not happen at all when one is refused', async () => {
    const on = await stage(scratch);
    const half = together(on, async (deeds) => {
      await deeds.perform(write, { word: 'a' });
      await deeds.perform(write, { word: 'b', end: 'refuse' });
    });
    await expect(half).rejects.toThrow(/refused: .*errors\.busy/);
    expect(await left(scratch, on)).toEqual([[], [], 0, 0]);
  });

  it('do not happen at all when the work between them breaks, or somebody is refused for want of permission', async () => {
    const on = await stage(scratch);
    const broken = together(on, async (deeds) => {
      await deeds.perform(write, { word: 'a' });
      throw new Error('a surprise');
    });
    await expect(broken).rejects.toThrow('a surprise');
    const stranger = together(on, async (deeds) => {
      await deeds.perform(write, { word: 'a' });
      deeds.as(NOBODY);
      await deeds.perform(write, { word: 'b' });
    });
    await expect(stranger).rejects.toThrow('errors.sign_in');
    expect(await left(scratch, on)).toEqual([[], [], 0, 0]);
  });
});

describe('an input whose shape is wrong', () => {
  it('is told where, by the path', async () => {
    const nested = v.object({ a: v.object({ b: v.array(v.object({ c: v.number() })) }) });
    const deed: Command<v.InferOutput<typeof nested>, null> = {
      ...{ name: 'test.nested', input: nested, access: () => YES },
      run: async () => done(null, null),
    };
    const house = {
      database: { transaction: (work: (db: never) => unknown) => work({} as never) },
      clock: { now: () => new Date(0) },
    };
    const forum = { id: 'x', zone: 'UTC' };
    const told = await perform(
      house as unknown as House,
      { actor: SYSTEM, forum, lang: 'en', requestId: 'x' } as unknown as Parameters<typeof perform>[1],
      deed,
      { a: { b: [{ c: 1 }, { c: 'x' as unknown as number }] } },
    );
    expect(told).toMatchObject({
      ok: false,
      refusal: { message: { key: 'errors.shape', params: { where: 'a.b.1.c' } } },
    });
  });
});
