import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';
import type { Entered, ItemId, Jsonb, MeetingId } from '../schema.ts';
import type { Minutes } from './composing/schema.ts';

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
  how: ApprovedBy | null;
  by_meeting: MeetingId | null;
  until_day: PlainDate | null;
  /** Approved: the whole of them as they stood; nothing of it is computed again. */
  content: Jsonb<Minutes | null>;
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

/** How far the minutes of a meeting have come. */
export interface Stages {
  readonly circulated: { readonly on: PlainDate; readonly until: PlainDate } | null;
  readonly approved: {
    readonly on: PlainDate;
    readonly how: ApprovedBy;
    readonly byMeeting: MeetingId | null;
    readonly content: Minutes;
  } | null;
  readonly published: PlainDate | null;
}
export const APPROVED_BY = ['meeting', 'silence', 'paper'] as const;
export type ApprovedBy = (typeof APPROVED_BY)[number];

/** What a member remarks, with the answer. */
export interface Remark {
  readonly id: string;
  readonly item: ItemId | null;
  readonly body: string;
  readonly words: string;
  readonly on: PlainDate;
  readonly answer: { readonly accepted: boolean; readonly words: string; readonly on: PlainDate } | null;
}

/** A correction after approval: cited where it belongs, the minutes themselves stay. */
export interface Correction {
  readonly id: string;
  readonly item: ItemId | null;
  readonly words: Texts;
  readonly decision: string;
  readonly on: PlainDate;
}
