import { type Ctx, command, done } from '#core/command.ts';
import { mayKeepDocuments } from '../access.ts';
import { versionShape } from '../forms.ts';
import type { VersionId } from '../schema.ts';
import { draftInTurn, tablesOf } from '../versions/commands.ts';

/**
 * Throws a draft away that nobody received: the text is gone, and its number is free again. A document of which it was the
 * only version goes with it. What members received stays for ever.
 */
export const discardVersion = command({
  name: 'forum.version_discard',
  input: versionShape,
  access: (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum),
  run: async (ctx, input: { version: VersionId }) => {
    const found = await draftInTurn(ctx, input.version);
    if (!found.ok) return found;
    const { document, version } = found.value;
    const forum = ctx.forum.id;
    await tablesOf(ctx)
      .deleteFrom('forum_articles')
      .where('forum_id', '=', forum)
      .where('version_id', '=', version.id)
      .execute();
    await tablesOf(ctx)
      .deleteFrom('forum_versions')
      .where('forum_id', '=', forum)
      .where('id', '=', version.id)
      .execute();
    const slug = document.versions.length > 1 ? document.slug : null;
    if (slug === null)
      await tablesOf(ctx)
        .deleteFrom('forum_documents')
        .where('forum_id', '=', forum)
        .where('id', '=', document.id)
        .execute();
    return done({ slug }, null);
  },
});
