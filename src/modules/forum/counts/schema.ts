import type { PlainDate } from '#core/time/plain-date.ts';
import type { ConstituencyId } from '../seats/schema.ts';

/** Whose rows a table holds. */
export const TABLES = { forum_gender_counts: 'forum' } as const satisfies Record<keyof CountTables, 'forum'>;

/** Women and men among those who speak for a constituency, as somebody counted them on a day. */
export interface GenderCount {
  readonly constituency: ConstituencyId;
  readonly on: PlainDate;
  readonly women: number;
  readonly men: number;
  /** Who counted, by which list. */
  readonly source: string;
}

/** What is known of a constituency on a day. `counted` null: nobody has counted, which is not zero. */
export interface GroupFigures {
  readonly constituency: ConstituencyId;
  readonly seats: number;
  readonly filled: number;
  readonly counted: (GenderCount & { readonly unknown: number }) | null;
}

/** Counts as Kysely sees them. */
export interface CountTables {
  forum_gender_counts: {
    forum_id: string;
    id: string;
    constituency_id: ConstituencyId;
    on_day: PlainDate;
    women: number;
    men: number;
    source: string;
    entered_on: PlainDate;
    entered_at: Date;
    entered_by: string | null;
  };
}
