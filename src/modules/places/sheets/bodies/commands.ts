import type { Ctx } from '#core/command.ts';
import { bodyColumns } from '../../bodies/commands.ts';
import type { PlacesTables } from '../../tables/schema.ts';
import { inChunks, type Judged } from '../rules.ts';
import type { BodyDraft } from './schema.ts';

/** Writes judged bodies in few statements; part of the command that writes an import. */
export async function writeBodies(ctx: Ctx, rows: readonly Judged<BodyDraft>[]): Promise<void> {
  const drafts = (verdict: string) => rows.flatMap((r) => (r.verdict === verdict && r.draft ? [r.draft] : []));
  const [made, changed] = [drafts('create'), drafts('change')];
  const tables = ctx.db.withTables<PlacesTables>();
  const columns = (draft: BodyDraft) => ({ ...bodyColumns(draft), valid_to: draft.to, ended_by: draft.endedBy });
  for (const draft of changed) {
    await tables
      .updateTable('places_bodies')
      .set(columns(draft))
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', draft.id)
      .execute();
  }
  for (const part of inChunks(made)) {
    const values = part.map((draft) => ({
      ...columns(draft),
      ...{ forum_id: ctx.forum.id, id: draft.id, slug: draft.slug, entered_at: ctx.now },
    }));
    await tables.insertInto('places_bodies').values(values).execute();
  }
  await writeLinks(ctx, [...made, ...changed]);
}

/** What the bodies hang together with, in place of what stood. */
async function writeLinks(ctx: Ctx, drafts: readonly BodyDraft[]): Promise<void> {
  const tables = ctx.db.withTables<PlacesTables>();
  for (const part of inChunks(drafts)) {
    const ids = part.map((draft) => draft.id);
    await tables
      .deleteFrom('places_body_links')
      .where('forum_id', '=', ctx.forum.id)
      .where('body_id', 'in', ids)
      .execute();
    const values = part.flatMap((draft) => linksOf(ctx, draft));
    if (values.length > 0) await tables.insertInto('places_body_links').values(values).execute();
  }
}

function linksOf(ctx: Ctx, { id, partOf, classes, succeededBy, to, endedBy }: BodyDraft) {
  const common = { forum_id: ctx.forum.id, body_id: id, entered_at: ctx.now };
  const plain = { ...common, day: null, source: null };
  return [
    ...(partOf ? [{ ...plain, relation: 'part_of' as const, other_id: partOf }] : []),
    ...classes.map((other_id) => ({ ...plain, relation: 'in_class' as const, other_id })),
    ...(succeededBy
      ? [{ ...common, relation: 'succeeded_by' as const, other_id: succeededBy, day: to, source: endedBy }]
      : []),
  ];
}
