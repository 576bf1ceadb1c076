import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** How far a person marked each public log as seen: kept in a room above, shown to them here and forgotten with them. */
export interface MarksKept {
  readonly of: (
    db: Db,
    person: string,
  ) => Promise<readonly { readonly forumId: string; readonly size: number; readonly on: PlainDate }[]>;
  /** Inside the transaction of their erasure. */
  readonly forget: (db: Db, person: string) => Promise<void>;
}
