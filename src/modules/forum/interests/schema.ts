import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';
import type { MandateId, SeatId, Span } from '../seats/schema.ts';

export type InterestId = string & { readonly __interestId: true };

/** Whose rows a table holds. */
export const TABLES = {
  forum_interests: 'forum',
  forum_interest_ends: 'forum',
} as const satisfies Record<keyof InterestTables, 'forum'>;

/** What an interest, a motion or an agenda item is about: an organisation, or a page of the forum with all below it. */
export interface About {
  readonly type: 'body' | 'page';
  /** Id of the body, or the address below the forum: "/plans/local/measures/1.3". */
  readonly id: string;
}

export const INTEREST_KINDS = ['money', 'work', 'family', 'other'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** A declared conflict of interest. */
export interface Interest extends Span {
  readonly id: InterestId;
  readonly seat: SeatId;
  /** Whose it is: of who speaks by this mandate; null: the organisation's own. */
  readonly mandate: MandateId | null;
  readonly about: About;
  readonly kind: InterestKind;
  readonly words: string | null;
  readonly enteredOn: PlainDate;
}

interface Entered {
  forum_id: string;
  entered_on: PlainDate;
  entered_at: Date;
  entered_by: string | null;
}

/** Interests as Kysely sees them: `ctx.db.withTables<InterestTables>()`. */
export interface InterestTables {
  forum_interests: Entered & {
    id: InterestId;
    seat_id: SeatId;
    mandate_id: MandateId | null;
    about_type: About['type'];
    about_id: string;
    kind: InterestKind;
    words: string | null;
    from_day: PlainDate;
    way: Way;
  };
  forum_interest_ends: Entered & { interest_id: InterestId; last_day: PlainDate };
}
