import type * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { mayKeepDocuments } from '../../documents/access.ts';
import { articlesOf } from '../../documents/queries.ts';
import { draftInTurn, tablesOf } from '../../documents/versions/commands.ts';
import { faultsOf } from '../rules.ts';
import { bindShape, bookValues } from './forms.ts';

/** Binds rules to the articles of a draft. Rules that cannot be, or contradict each other, are refused one by one. */
export const bindRules = command({
  name: 'forum.rules_bind',
  input: bindShape,
  access: (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum),
  run: async (ctx, input: v.InferOutput<typeof bindShape>) => {
    const found = await draftInTurn(ctx, input.version);
    if (!found.ok) return found;
    const { document, version } = found.value;
    if (!isAsSeen(input.seen, bookValues(version.book, version.id))) return changedMeanwhile();
    const articles = (await articlesOf(ctx.db, ctx.forum.id, version.id)).map((one) => one.number);
    const faults = faultsOf(input.book, { articles });
    if (faults.length > 0)
      return refuseFields(faults.map(({ key, message }) => ({ field: `${key}_article`, message })));
    await tablesOf(ctx)
      .updateTable('forum_versions')
      .set({ book: json(input.book) })
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', version.id)
      .execute();
    return done({ slug: document.slug, number: version.number }, null);
  },
});
