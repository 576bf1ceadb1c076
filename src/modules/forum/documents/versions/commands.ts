import { sql } from 'kysely';
import type { EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { mayKeepDocuments } from '../access.ts';
import { proposalShape, versionShape } from '../forms.ts';
import { articlesOf, versionById } from '../queries.ts';
import { isOpen } from '../rules.ts';
import type { Article, Document, DocumentTables, Version, VersionId } from '../schema.ts';

export const tablesOf = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<DocumentTables>();
export const personOf = ({ actor }: Pick<Ctx, 'actor'>): string | null => (actor.kind === 'person' ? actor.id : null);

/** What an entry of the public record is about. */
export const versionObject = ({ document, version }: Chosen): EntryObject => ({
  ...{ type: 'document_version', id: version.id },
  path: `/documents/${document.slug}/versions/${version.number}`,
});
/** Name and number of a version in a sentence. */
export const named = (ctx: Ctx, { document, version }: Chosen) => ({
  ...{ document: choose(document.title, ctx.lang).text, version: version.number },
});

export interface Chosen {
  readonly document: Document;
  readonly version: Version;
}

/** The version, held until the end of the transaction: two who change it come one after the other. */
export async function inTurn(ctx: Ctx, id: VersionId): Promise<Result<Chosen>> {
  await sql`select 1 from forum_versions where forum_id = ${ctx.forum.id} and id = ${id} for update`.execute(ctx.db);
  const found = await versionById(ctx.db, ctx.forum.id, id);
  return found ? { ok: true, value: found } : refuse('not_found', message('forum.documents.wrong.no_version'));
}

/** A version whose text may still be written in. */
export async function draftInTurn(ctx: Ctx, id: VersionId): Promise<Result<Chosen>> {
  const found = await inTurn(ctx, id);
  if (!found.ok || isOpen(found.value.version)) return found;
  return refuse('conflict', message('forum.documents.wrong.fixed'));
}

/** The articles of a draft, all of them anew. */
export async function replaceArticles(ctx: Ctx, version: VersionId, articles: readonly Article[]): Promise<void> {
  const forum = ctx.forum.id;
  await tablesOf(ctx)
    .deleteFrom('forum_articles')
    .where('forum_id', '=', forum)
    .where('version_id', '=', version)
    .execute();
  const rows = articles.map(({ number, heading, words }, i) => ({
    ...{ forum_id: forum, version_id: version, position: i + 1, number },
    ...{ heading: json(heading), words: json(words) },
  }));
  if (rows.length > 0) await tablesOf(ctx).insertInto('forum_articles').values(rows).execute();
}

/** Begins the next version of a document as a copy of its latest text and rules. One draft at a time. */
export const openVersion = command({
  name: 'forum.version_open',
  input: versionShape,
  access: (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum),
  run: async (ctx, input: { version: VersionId }) => {
    const found = await inTurn(ctx, input.version);
    if (!found.ok) return found;
    const { document } = found.value;
    const latest = document.versions.at(-1)!;
    const isTaken = refuse('conflict', message('forum.documents.wrong.draft_there', { version: latest.number }));
    if (isOpen(latest)) return isTaken;
    const [id, number] = [uuidv7(ctx.now) as VersionId, latest.number + 1];
    const made = await tablesOf(ctx)
      .insertInto('forum_versions')
      .values({
        ...{ forum_id: ctx.forum.id, id, document_id: document.id, number, book: json(latest.book) },
        ...{ entered_at: ctx.now, entered_by: personOf(ctx) },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return isTaken;
    await replaceArticles(ctx, id, await articlesOf(ctx.db, ctx.forum.id, latest.id));
    return done({ slug: document.slug, number }, null);
  },
});

/** Sends a text to the members: everybody can read it from now on, and nobody writes in it any more. */
export const proposeVersion = command({
  name: 'forum.version_propose',
  input: proposalShape,
  access: (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const found = await draftInTurn(ctx, input.version);
    if (!found.ok) return found;
    if ((await articlesOf(ctx.db, ctx.forum.id, input.version)).length === 0)
      return refuse('bad_input', message('forum.documents.wrong.no_articles'));
    await tablesOf(ctx)
      .insertInto('forum_proposals')
      .values({
        ...{ forum_id: ctx.forum.id, version_id: input.version, on_day: ctx.today, members: input.members },
        reason: input.reason && json(input.reason),
        ...{ entered_at: ctx.now, entered_by: personOf(ctx) },
      })
      .execute();
    const { document, version } = found.value;
    return done(
      { slug: document.slug, number: version.number },
      { kind: 'forum.version_proposed', object: versionObject(found.value), params: named(ctx, found.value) },
    );
  },
});
