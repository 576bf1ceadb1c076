import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';
import type { Entered, ItemId, Jsonb, MeetingId } from '../schema.ts';

/** What happens to minutes, in this order; before the first they are a draft. */
export const STAGES = ['circulated', 'approved', 'published'] as const;
export type Stage = (typeof STAGES)[number];

/** Whose rows a table holds. */
export const TABLES = {
  meetings_stages: 'forum',
  meetings_remarks: 'forum',
  meetings_remark_answers: 'forum',
  meetings_corrections: 'forum',
} as const satisfies Record<keyof MinutesTables, 'forum'>;

interface StageRow extends Entered {
  meeting_id: MeetingId;
  stage: Stage;
  on_day: PlainDate;
  /** Approved: at a later meeting, because nobody remarked anything until a day, or signed on paper. */
  how: 'meeting' | 'silence' | 'paper' | null;
  by_meeting: MeetingId | null;
  until_day: PlainDate | null;
  /** Approved: the whole of them as they stood; nothing of it is computed again. */
  content: Jsonb<object | null>;
}

/** Minutes as Kysely sees them: `ctx.db.withTables<MinutesTables>()`. */
export interface MinutesTables {
  meetings_stages: StageRow;
  meetings_remarks: Entered & {
    id: string;
    meeting_id: MeetingId;
    item_id: ItemId | null;
    body_id: string;
    words: string;
    on_day: PlainDate;
    way: Way;
  };
  meetings_remark_answers: Entered & { remark_id: string; accepted: boolean; words: string; on_day: PlainDate };
  meetings_corrections: Entered & {
    id: string;
    meeting_id: MeetingId;
    item_id: ItemId | null;
    words: Jsonb<Texts>;
    decision: string;
    on_day: PlainDate;
  };
}
