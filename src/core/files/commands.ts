import type { Ctx } from '#core/command.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { personOf } from '#core/way.ts';
import type { FileFacts } from './facts.ts';

/**
 * Writes the row of a kept file inside the caller's transaction and gives its id. The caller's command asked for
 * permission and writes the one entry; a file is public only when its thing is.
 */
export async function insertFile(ctx: Ctx, file: FileFacts, isPublic: boolean): Promise<string> {
  const id = uuidv7(ctx.now);
  await ctx.db
    .withTables<CoreTables>()
    .insertInto('core_files')
    .values({
      forum_id: ctx.forum.id,
      id,
      sha256: file.sha256,
      media_type: file.mediaType,
      bytes: file.size,
      name: file.name,
      public: isPublic,
      added_at: ctx.now,
      added_by: personOf(ctx.actor),
    })
    .execute();
  return id;
}

/** Makes a file public together with the thing that it belongs to. */
export async function publishFile(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .withTables<CoreTables>()
    .updateTable('core_files')
    .set({ public: true })
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .execute();
}
