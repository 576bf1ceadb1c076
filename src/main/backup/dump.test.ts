import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, stage } from '#core/db/testing/stage.ts';
import { day } from '#core/time/plain-date.ts';
import { addPlace } from '#modules/places/commands.ts';
import { placesInputs } from '#modules/places/samples.ts';
import { dumpRows, type Head, isUsed, misfit, restoreRows } from './dump.ts';

/** A place as the samples give it: money, moments, several languages and a row of the public record come with it. */
const place = placesInputs({ today: day('2026-11-23') } as Parameters<typeof placesInputs>[0])[
  'places.add_place'
] as never;

async function dumped(scratch: Scratch): Promise<readonly string[]> {
  const lines: string[] = [];
  await dumpRows(scratch.database, new Date('2026-11-23T09:00:00Z'), async (line) => void lines.push(line));
  return lines;
}

async function* rowsOf(lines: readonly string[]) {
  for (const line of lines.slice(1)) {
    const [start, table] = /^\{"table":"([a-z_]+)","row":/.exec(line)!;
    yield { table: table!, row: line.slice(start.length, -1) };
  }
}

both('the rows of a backup', (scratch) => {
  it('come back as they were, over what is there, and borders and guards stand again', async () => {
    const on = await stage(scratch, { name: { az: 'Səhnə "ə" \\ \n 🙂' } });
    expect((await asSystem(on)(addPlace, place)).ok).toBe(true);
    await sql`update core_forums set created_at = '2026-11-23T08:00:00.123456Z', revision = 9007199254740993`.execute(
      scratch.db,
    );
    const before = await dumped(scratch);
    expect(before.length).toBeGreaterThan(4);
    await sql`update core_forums set name = '{"az":"dəyişdi"}'`.execute(scratch.db);
    expect(await restoreRows(scratch.database, rowsOf(before))).toBe(before.length - 1);
    expect((await dumped(scratch)).toSorted()).toEqual(before.toSorted());
    // The record still refuses to be changed, and a row that points at nothing is still none.
    await expect(sql`update core_entries set kind = 'x'`.execute(scratch.db)).rejects.toThrow();
    await expect(
      sql`insert into core_cautions values (gen_random_uuid(), gen_random_uuid(), 'open', '2026-11-23', null)`.execute(
        scratch.db,
      ),
    ).rejects.toThrow();
  });

  it('lie in the order of their keys, so that no backup tells what was written first', async () => {
    const on = await stage(scratch);
    const ids = ['03', '01', '02'].map((end) => `01900000-0000-7000-8000-0000000000${end}`);
    for (const id of ids)
      await sql`insert into core_forums select (jsonb_populate_record(f, jsonb_build_object('id', ${id}::text, 'slug', ${`s${id.slice(-2)}`}::text))).*
        from core_forums f where f.id = ${on.forum.id}`.execute(scratch.db);
    const found = (await dumped(scratch)).flatMap(
      (line) => /"table":"core_forums".*"id": ?"([^"]+)"/.exec(line)?.[1] ?? [],
    );
    expect(found).toEqual(found.toSorted());
    expect(found).toEqual(expect.arrayContaining(ids));
  });

  it('that point at nothing leave the installation as it was', async () => {
    await stage(scratch);
    const before = await dumped(scratch);
    const broken = [
      ...before,
      `{"table":"core_cautions","row":{"forum_id":"01900000-0000-7000-8000-00000000dead","id":"01900000-0000-7000-8000-00000000dead","level":"open","at":"2026-11-23T00:00:00Z","by":null}}`,
    ];
    await expect(restoreRows(scratch.database, rowsOf(broken))).rejects.toThrow();
    await expect(
      restoreRows(scratch.database, rowsOf([before[0]!, '{"table":"pg_class","row":{}}'])),
    ).rejects.toThrow();
    expect((await dumped(scratch)).toSorted()).toEqual(before.toSorted());
  });

  it('say by their head whether they fit, and a new installation is told from a used one', async () => {
    expect(await isUsed(scratch.db)).toBe(false);
    await stage(scratch);
    expect(await isUsed(scratch.db)).toBe(true);
    const head = JSON.parse((await dumped(scratch))[0]!) as Head;
    expect(await misfit(scratch.db, head)).toBeNull();
    expect(await misfit(scratch.db, { ...head, migrations: head.migrations.slice(0, -1) })).toMatch(/another version/);
  });
});
