import type { PlainDate } from '#core/time/plain-date.ts';
import type { Answers, DeclinedAnswers } from '../questionnaires/schema.ts';
import type { InterviewId } from '../schema.ts';

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
