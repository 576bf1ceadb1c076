import type { Level } from '#core/caution/level.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';

export const PERSONAL_KINDS = ['name', 'phone', 'email', 'address', 'photo', 'place'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** One datum of somebody that becomes public with a kind of pages; whoever opens the forum may take it back. */
export interface Personal {
  readonly kind: PersonalKind;
  /** Whose, or of what. */
  readonly of: Texts;
  readonly value: string;
  /** The page that shows it, below the forum. */
  readonly path: string;
  /** Caution levels at which strangers do not see it anyway. */
  readonly hiddenAt?: readonly Level[];
  /** What is kept back when it is taken back. */
  readonly object: { readonly type: string; readonly id: string };
}

/** One kind of pages of a forum, declared by its module: it becomes public by a deed of its own. */
export interface PagePart {
  /** "plans" */
  readonly id: string;
  /** Text key of its name. */
  readonly name: string;
  /** First words of its addresses below the forum: "/plans" stands for "/plans/…" and "/plans.csv" too. The first leads to it. */
  readonly paths: readonly string[];
  /** Its pages hold public files. */
  readonly files: boolean;
  readonly personal: (db: Db, forum: Forum) => Promise<readonly Personal[]>;
  /** Was nothing of it entered? A record of the past then leads nobody there; left out: it is always led to. */
  readonly empty?: (db: Db, forum: Pick<Forum, 'id'>) => Promise<boolean>;
}

/** The kind of pages that an address below the forum belongs to; null: the forum's own pages. */
export const partAt = (parts: readonly PagePart[], path: string): PagePart | null =>
  parts.find((part) => part.paths.some((own) => isBelow(path, own))) ?? null;

/** "/plans/local" and "/plans.csv" are below "/plans", "/plansible" is not. */
export const isBelow = (path: string, own: string): boolean =>
  path === own || path.startsWith(`${own}/`) || path.startsWith(`${own}.`);

/** The kinds of pages to which a record of the past leads nobody, because nothing is there. */
export async function emptyParts(
  db: Db,
  forum: Pick<Forum, 'id' | 'kind'>,
  parts: readonly PagePart[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (forum.kind !== 'record') return found;
  for (const { id, empty } of parts) if (await empty?.(db, forum)) found.add(id);
  return found;
}
