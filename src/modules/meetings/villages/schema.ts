import type { Texts } from '#core/i18n/texts.ts';
import type { Entered, Jsonb, MeetingId } from '../schema.ts';

/** Whose rows a table holds. */
export const TABLES = {
  meetings_gatherings: 'forum',
  meetings_points: 'forum',
} as const satisfies Record<keyof VillageTables, 'forum'>;

/** Meetings with residents as Kysely sees them: counts and points, never names. */
export interface VillageTables {
  meetings_gatherings: Entered & { meeting_id: MeetingId; women: number; men: number };
  meetings_points: {
    forum_id: string;
    meeting_id: MeetingId;
    position: number;
    topic: string;
    words: Jsonb<Texts>;
  };
}

/** What was said in a village: how many came, and what they said topic by topic. */
export interface Gathering {
  readonly women: number;
  readonly men: number;
  readonly points: readonly { readonly topic: string; readonly words: Texts }[];
}
