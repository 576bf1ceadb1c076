import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { RequestState } from '../schema.ts';

/** A request for information whose term is over or that was answered, as everybody may know it. */
export interface RequestCounted {
  readonly number: number;
  /** Its page below the forum. */
  readonly path: string;
  readonly state: RequestState;
}

/**
 * What the room of requests says of one body on a day. Only what is public: a first lateness that the body was not told
 * of yet is left out.
 */
export type RequestsOf = (
  db: Db,
  forum: Forum,
  body: string,
  moment: { readonly today: PlainDate; readonly now: Date },
) => Promise<readonly RequestCounted[]>;

/** What scorecards ask of other rooms. Without `requests` that row is not offered in a formula. */
export interface ScorecardNeeds {
  readonly requests?: RequestsOf;
}
