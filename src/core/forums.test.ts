import { expect, it } from 'vitest';
import { Revisions } from '#core/cache/revisions.ts';
import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { both } from '#core/db/testing/scratch.ts';
import { stage } from '#core/db/testing/stage.ts';
import { REFERENCE } from '#core/forum.ts';
import { Forums } from './forums.ts';

both('the forums of an installation', (scratch) => {
  const change = (db: Db) => db.withTables<CoreTables>();

  it('are found by slug and by id, the reference forum apart', async () => {
    const on = await stage(scratch);
    const [forums, revisions] = [new Forums(), new Revisions()];
    await forums.load(scratch.db, revisions);
    expect(forums.bySlug('stage')).toMatchObject({
      id: on.forum.id,
      name: on.forum.name,
      languages: ['az', 'en', 'ru'],
    });
    expect(forums.byId(on.forum.id)?.slug).toBe('stage');
    expect(forums.all.map(({ slug }) => slug)).toEqual(['stage']);
    expect(forums.reference).toMatchObject({ id: REFERENCE, kind: 'reference' });
    for (const slug of ['nowhere', '__proto__', 'constructor', '']) expect(forums.bySlug(slug)).toBeNull();
  });

  it('teach the revisions that they stand at', async () => {
    const on = await stage(scratch);
    await change(scratch.db).updateTable('core_forums').set({ revision: 7 }).where('id', '=', on.forum.id).execute();
    const [forums, revisions] = [new Forums(), new Revisions()];
    await forums.load(scratch.db, revisions);
    expect(revisions.of(on.forum.id)).toBe(7);
  });

  it('that changed are known after a reading; one that is gone takes its kept pages along', async () => {
    const on = await stage(scratch);
    const [forums, revisions] = [new Forums(), new Revisions()];
    await forums.load(scratch.db, revisions);
    await change(scratch.db)
      .updateTable('core_forums')
      .set({ slug: 'renamed' })
      .where('id', '=', on.forum.id)
      .execute();
    await forums.load(scratch.db, revisions);
    expect([forums.bySlug('stage'), forums.bySlug('renamed')?.id]).toEqual([null, on.forum.id]);
    const [own, whole] = [revisions.freshness(on.forum.id), revisions.whole];
    await change(scratch.db).deleteFrom('core_forums').where('id', '=', on.forum.id).execute();
    await forums.load(scratch.db, revisions);
    expect(forums.bySlug('renamed')).toBeNull();
    expect(revisions.freshness(on.forum.id)).toBeGreaterThan(own);
    expect(revisions.whole).toBeGreaterThan(whole);
  });

  it('are read one reading after the other, and what was asked for last is what stands', async () => {
    const on = await stage(scratch);
    const [forums, revisions] = [new Forums(), new Revisions()];
    const rename = (slug: string) =>
      change(scratch.db).updateTable('core_forums').set({ slug }).where('id', '=', on.forum.id).execute();
    const first = forums.load(scratch.db, revisions);
    await rename('b');
    const [second, third] = [forums.load(scratch.db, revisions), forums.load(scratch.db, revisions)];
    await Promise.all([first, second, third]);
    expect(forums.bySlug('b')?.id).toBe(on.forum.id);
  });

  it('stay as they were when a reading fails, and the next one works', async () => {
    const on = await stage(scratch);
    const [forums, revisions] = [new Forums(), new Revisions()];
    await forums.load(scratch.db, revisions);
    const broken = {
      withTables: () => {
        throw new Error('the connection was lost');
      },
    } as unknown as Db;
    await expect(forums.load(broken, revisions)).rejects.toThrow('lost');
    expect(forums.byId(on.forum.id)).not.toBeNull();
    await forums.load(scratch.db, revisions);
    expect(forums.all).toHaveLength(1);
  });
});
