import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { articlesOf, documentsOf } from '../queries.ts';
import { isPublic } from '../rules.ts';
import type { Article, VersionId } from '../schema.ts';
import { withheldVersion } from '../withheld/queries.ts';

/** A founding document as whoever is asked about it sees it: its public versions, the oldest first. */
interface PublicText {
  readonly document: string;
  readonly title: Texts;
  /** Its page below the forum. */
  readonly path: string;
  readonly versions: readonly {
    readonly version: VersionId;
    readonly number: number;
    readonly path: string;
    readonly adoptedOn: PlainDate | null;
  }[];
}

/** Every document of which the public may read something. */
export async function publicTexts(db: Db, forum: string): Promise<readonly PublicText[]> {
  return (await documentsOf(db, forum)).flatMap(({ id, slug, title, versions }) => {
    const seen = versions.filter(isPublic).map((one) => ({
      ...{ version: one.id, number: one.number, adoptedOn: one.adoption?.on ?? null },
      path: `/documents/${slug}/versions/${one.number}`,
    }));
    return seen.length > 0 ? [{ document: id, title, path: `/documents/${slug}`, versions: seen }] : [];
  });
}

/** The articles of a version in their order; null: its text is withheld. */
export const articlesShown = async (
  db: Db,
  forum: Pick<Forum, 'id' | 'zone'>,
  version: string,
): Promise<readonly Article[] | null> =>
  (await withheldVersion(db, forum, version as VersionId)) ? null : articlesOf(db, forum.id, version as VersionId);
