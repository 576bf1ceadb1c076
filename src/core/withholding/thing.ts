import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';

/** A kind of thing that can be withheld, declared by its module: what stands there on a page that is public. */
export interface Thing {
  /** "plans.update" */
  readonly type: string;
  /** Text key of its name. */
  readonly name: string;
  /** Where it stands, below the forum, and whose or what it is; null when the forum has none of this id. */
  readonly find: (db: Db, forum: Forum, id: string) => Promise<{ readonly path: string; readonly title: Texts } | null>;
}
