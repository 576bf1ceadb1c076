import type { Ctx } from '#core/command.ts';
import { placeColumns } from '../../commands.ts';
import type { PlacesTables } from '../../tables/schema.ts';
import { recordFigures } from '../populations/commands.ts';
import { inChunks, type Judged } from '../rules.ts';
import type { PlaceDraft } from './schema.ts';

/**
 * Writes judged places in few statements: a long file must not hold the one connection of the embedded database.
 * Parts of the command that writes an import; access and judging come before.
 */
export async function writePlaces(ctx: Ctx, rows: readonly Judged<PlaceDraft>[]): Promise<void> {
  const drafts = (verdict: string) => rows.flatMap((r) => (r.verdict === verdict && r.draft ? [r.draft] : []));
  const [made, changed] = [drafts('create'), drafts('change')];
  const tables = ctx.db.withTables<PlacesTables>();
  const columns = (draft: PlaceDraft) => ({ ...placeColumns(draft), valid_to: draft.to, ended_by: draft.endedBy });
  const isOne = (ids: readonly PlaceDraft['id'][]) =>
    tables.updateTable('places_places').where('forum_id', '=', ctx.forum.id).where('id', 'in', ids);
  for (const part of inChunks(changed)) {
    // Codes may change hands within one file.
    await isOne(part.map((draft) => draft.id))
      .set({ code: null })
      .execute();
  }
  for (const draft of changed) await isOne([draft.id]).set(columns(draft)).execute();
  for (const part of inChunks(made)) {
    const values = part.map((draft) => ({
      ...columns(draft),
      ...{ forum_id: ctx.forum.id, id: draft.id, slug: draft.slug, entered_at: ctx.now },
    }));
    await tables.insertInto('places_places').values(values).execute();
  }
  await writeLinks(ctx, [...made, ...changed]);
  const figures = [...made, ...changed].flatMap(({ id, figure }) => (figure ? [{ ...figure, place: id }] : []));
  await recordFigures(ctx, figures);
}

/** Mergers as the rows say them, in place of what stood. */
async function writeLinks(ctx: Ctx, drafts: readonly PlaceDraft[]): Promise<void> {
  const tables = ctx.db.withTables<PlacesTables>();
  for (const part of inChunks(drafts)) {
    await tables
      .deleteFrom('places_links')
      .where('forum_id', '=', ctx.forum.id)
      .where(
        'predecessor_id',
        'in',
        part.map((draft) => draft.id),
      )
      .execute();
    const values = part.flatMap(({ id, to, mergedInto, endedBy }) =>
      mergedInto && to && endedBy
        ? [
            {
              forum_id: ctx.forum.id,
              predecessor_id: id,
              successor_id: mergedInto,
              day: to,
              source: endedBy,
              entered_at: ctx.now,
            },
          ]
        : [],
    );
    if (values.length > 0) await tables.insertInto('places_links').values(values).execute();
  }
}
