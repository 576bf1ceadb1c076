import { expect, test } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import type { Ctx } from '#core/command.ts';
import { both } from '#core/db/testing/scratch.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { day } from '#core/time/plain-date.ts';
import { insertFile, publishFile } from './commands.ts';
import { fileById, filesById } from './queries.ts';

const now = new Date('2026-11-23T09:00:00Z');
const facts = { sha256: 'ab'.repeat(32), mediaType: 'image/jpeg', name: 'Şəkil.jpg', size: 3_000_000_000 };

both('rows of files', (scratch) => {
  const ctx = (): Ctx => ({
    db: scratch.db,
    now,
    today: day('2026-11-23'),
    actor: SYSTEM,
    forum: { id: REFERENCE } as Forum,
    lang: 'az',
    requestId: 'test',
  });

  test('a row says what is kept, belongs to one forum, and becomes public with its thing', async () => {
    const id = await insertFile(ctx(), facts, false);
    expect(await fileById(scratch.db, REFERENCE, id)).toEqual({
      forum_id: REFERENCE,
      id,
      sha256: facts.sha256,
      media_type: 'image/jpeg',
      bytes: 3_000_000_000,
      name: 'Şəkil.jpg',
      public: false,
      added_at: now,
      added_by: null,
    });
    expect(await fileById(scratch.db, '11111111-0000-7000-8000-000000000000', id)).toBeNull();
    await publishFile(ctx(), id);
    expect(await filesById(scratch.db, REFERENCE, [id])).toMatchObject([{ id, public: true }]);
    expect(await filesById(scratch.db, REFERENCE, [])).toEqual([]);
  });
});
