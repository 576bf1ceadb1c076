import { type AnyCommand, type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { bindRules } from '../rulebook/binding/commands.ts';
import { EMPTY_BOOK } from '../rulebook/schema.ts';
import { mayKeepDocuments } from './access.ts';
import { adoptVersion } from './adoptions/commands.ts';
import { writeArticles } from './articles/rules.ts';
import { discardVersion } from './discarding/commands.ts';
import { textShape, writeShape } from './forms.ts';
import { articlesOf, documentsOf } from './queries.ts';
import { inLanguage } from './rules.ts';
import type { Kind, VersionId } from './schema.ts';
import { mistakeSignature, signVersion } from './signatures/commands.ts';
import { templateBook } from './templates/rules.ts';
import { draftInTurn, openVersion, personOf, proposeVersion, replaceArticles, tablesOf } from './versions/commands.ts';

/** The word in the address of a new document: of others a number that none of those that are there has. */
function slugOf(kind: Kind, others: readonly { readonly slug: string }[]): string {
  if (kind !== 'other') return kind;
  const numbers = others.map(({ slug }) => Number(/^document-(\d+)$/.exec(slug)?.[1] ?? 0));
  return `document-${Math.max(others.length, ...numbers) + 1}`;
}

/** Begins a document with its first version, a draft that only its keepers see. */
export const writeDocument = command({
  name: 'forum.document_write',
  input: writeShape,
  access: (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const others = await documentsOf(ctx.db, ctx.forum.id);
    const [id, version] = [uuidv7(ctx.now), uuidv7(ctx.now) as VersionId];
    const slug = slugOf(input.kind, others);
    const entered = { forum_id: ctx.forum.id, entered_at: ctx.now, entered_by: personOf(ctx) };
    const made = await tablesOf(ctx)
      .insertInto('forum_documents')
      .values({ ...entered, id, slug, kind: input.kind, title: json(input.title) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    // The same kind is there already, or somebody was faster.
    if (made.numInsertedOrUpdatedRows !== 1n)
      return refuse('conflict', message('forum.documents.wrong.kind_there'), [
        { field: 'kind', message: message('forum.documents.wrong.kind_there') },
      ]);
    const book = input.template ? templateBook(input.kind, slug) : EMPTY_BOOK;
    await tablesOf(ctx)
      .insertInto('forum_versions')
      .values({ ...entered, id: version, document_id: id, number: 1, book: json(book) })
      .execute();
    await replaceArticles(ctx, version, input.articles);
    return done({ slug, number: 1, version }, null);
  },
});

/** Writes the text of a draft in one language; its other languages stay. */
export const writeText = command({
  name: 'forum.text_write',
  input: textShape,
  access: (ctx: Ctx) => mayKeepDocuments(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const found = await draftInTurn(ctx, input.version);
    if (!found.ok) return found;
    const now = await articlesOf(ctx.db, ctx.forum.id, input.version);
    const text = writeArticles(inLanguage(now, input.language), input.language);
    if (!isAsSeen(input.seen, { text, language: input.language })) return changedMeanwhile();
    await replaceArticles(ctx, input.version, input.articles);
    const { document, version } = found.value;
    return done({ slug: document.slug, number: version.number }, null);
  },
});

/** Every deed on founding documents. */
export const DOCUMENT_COMMANDS: readonly AnyCommand[] = [
  writeDocument,
  writeText,
  openVersion,
  proposeVersion,
  discardVersion,
  adoptVersion,
  signVersion,
  mistakeSignature,
  bindRules,
];
