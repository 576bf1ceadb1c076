import type { Answers, DeclinedAnswers } from '../questionnaires/schema.ts';
import type { InterviewId, RoundId } from '../schema.ts';

/** Ways in which the form in the page is filled in: alone, on a screen for many, by an interviewer at a desk. */
export const FORM_MODES = ['link', 'kiosk', 'desk'] as const;
export type FormMode = (typeof FORM_MODES)[number];

/** What somebody wrote so far. */
export interface Begun {
  readonly id: InterviewId;
  readonly round: RoundId;
  readonly edition: number;
  readonly mode: FormMode;
  readonly language: string;
  readonly place: string | null;
  readonly group: string | null;
  readonly code: string | null;
  readonly answers: Answers;
  readonly declined: DeclinedAnswers;
}
