import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import type { Way } from '#core/way.ts';

/** One entry of the public record that a person wrote, as that person alone is shown it. */
export interface OwnEntry {
  readonly forumId: string;
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly way: Way;
  /** Page of the thing below its forum. */
  readonly path: string | null;
}

/** What a person entered in every forum of the installation, newest first; at most `limit` rows. Nobody else sees whose it is. */
export const entriesByPerson = (db: Db, person: string, limit = 500): Promise<readonly OwnEntry[]> =>
  db
    .withTables<CoreTables>()
    .selectFrom('core_entries')
    .select(['forum_id as forumId', 'id', 'at', 'kind', 'by_way as way', 'object_path as path'])
    .where('actor_person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
