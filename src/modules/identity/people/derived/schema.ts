import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** Roles that follow from something in a higher room (a mandate for a seat, an office): its pages give and end them. */
export interface DerivedRoles {
  /** Which roles cannot be given on the page of a person in this forum today. */
  readonly roles: (db: Db, forum: Forum, today: PlainDate) => Promise<readonly string[]>;
  /** Does this very role follow from something that stands? Then it ends with that. */
  readonly holds: (db: Db, forum: Forum, role: string) => Promise<boolean>;
}
