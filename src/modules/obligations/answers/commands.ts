import type { Ctx } from '#core/command.ts';
import { insertFile } from '#core/files/commands.ts';
import type { FileFacts } from '#core/files/facts.ts';
import type { ObligationsTables } from '../tables/schema.ts';
import type { SeenBy } from './schema.ts';

/** Writes the rows of the files of an answer inside the caller's transaction, in the order given. */
export async function keepAnswerFiles(
  ctx: Ctx,
  fulfilment: string,
  files: readonly FileFacts[],
  seenBy: SeenBy,
): Promise<void> {
  for (const [index, file] of files.entries())
    await ctx.db
      .withTables<ObligationsTables>()
      .insertInto('obligations_answer_files')
      .values({
        ...{ forum_id: ctx.forum.id, fulfilment_id: fulfilment, position: index + 1 },
        ...{ file_id: await insertFile(ctx, file, seenBy === 'everybody'), name: file.name, seen_by: seenBy },
      })
      .execute();
}
