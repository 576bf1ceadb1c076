import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { articlesShown, publicTexts } from '#modules/forum/contract.ts';
import type { Consultation, Draft, DraftArticle } from '../schema.ts';

type Of = Pick<Forum, 'id' | 'zone'>;

/** Everything that can be, or was, consulted on: founding documents of which something is public. */
export async function draftsOf(db: Db, forum: string): Promise<readonly Draft[]> {
  return (await publicTexts(db, forum)).map(({ document: id, title, path, versions }) => ({
    ...{ kind: 'document' as const, id, title, path },
    versions: versions.map(({ version, number, path: page, adoptedOn }) => ({
      ...{ id: version, number, path: page, adoptedOn },
    })),
  }));
}

/** The thing that a consultation is on; null: nothing of it is public any more. */
export const draftOf = async (
  db: Db,
  forum: string,
  { subject }: Pick<Consultation, 'subject'>,
): Promise<Draft | null> =>
  (await draftsOf(db, forum)).find((one) => one.kind === subject.kind && one.id === subject.id) ?? null;

/** The articles of these versions, each read once; null: the text is withheld. */
export async function articlesOf(
  db: Db,
  forum: Of,
  versions: readonly string[],
): Promise<ReadonlyMap<string, readonly DraftArticle[] | null>> {
  const found = new Map<string, readonly DraftArticle[] | null>();
  for (const version of new Set(versions)) found.set(version, await articlesShown(db, forum, version));
  return found;
}
