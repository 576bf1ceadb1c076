import type { Db } from '#core/db/database.ts';
import { foundingOf } from '../founding/queries.ts';
import { documentsOf } from '../queries.ts';
import { isPublic } from '../rules.ts';

/** Every public page of documents and rules, below the forum. */
export async function publicDocumentPaths(db: Db, forum: string): Promise<readonly string[]> {
  const documents = await documentsOf(db, forum);
  const founding = await foundingOf(db, forum);
  const pages = documents.flatMap(({ slug, versions }) => {
    const seen = versions.filter(isPublic).map(({ number }) => `/documents/${slug}/versions/${number}`);
    return seen.length > 0 ? [`/documents/${slug}`, ...seen] : [];
  });
  return ['/documents', '/rules', ...(founding?.published ? ['/documents/founding'] : []), ...pages];
}
