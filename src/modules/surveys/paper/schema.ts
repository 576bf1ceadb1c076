import type { PlainDate } from '#core/time/plain-date.ts';
import type { Answers, DeclinedAnswers } from '../questionnaires/schema.ts';
import type { InterviewId, Jsonb, RoundId } from '../schema.ts';

export interface SheetTables {
  surveys_sheets: { forum_id: string; id: InterviewId; round_id: RoundId; number: number; edition: number };
  surveys_sheet_entries: {
    forum_id: string;
    sheet_id: InterviewId;
    nth: number;
    place_id: string | null;
    group_key: string | null;
    on_day: PlainDate;
    answers: Jsonb<Answers>;
    declined: Jsonb<DeclinedAnswers>;
    entered_at: Date;
    entered_by: string | null;
  };
}

/** One typing of a sheet. */
export interface Typing {
  readonly nth: number;
  readonly place: string | null;
  readonly group: string | null;
  readonly onDay: PlainDate;
  readonly answers: Answers;
  readonly declined: DeclinedAnswers;
  readonly by: string | null;
}

/** once: waits for a second person; differs: waits to be settled; counted: it is an interview. */
export type SheetState = 'once' | 'differs' | 'counted';

export interface Sheet {
  readonly id: InterviewId;
  readonly number: number;
  readonly edition: number;
  readonly typings: readonly Typing[];
  readonly state: SheetState;
}

/** What two people typed otherwise, by path; "place", "group" and "day" stand under these words with a colon before. */
export interface Difference {
  readonly path: string;
  readonly first: string;
  readonly second: string;
}
