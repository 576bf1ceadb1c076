import type { ProblemReason, Shown } from '../filling/schema.ts';
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

/** With what a page of the form begins in a browser that works out the questions itself: the same as the server knows. */
export interface InstantStart {
  /** Where the questionnaire is read. */
  readonly questions: string;
  /** Names of the top items of this page. */
  readonly part: readonly string[];
  readonly answers: Answers;
  readonly declined: DeclinedAnswers;
  readonly now: number;
  readonly zone: string;
  readonly language: string;
  readonly seed: string;
  /** What is said of an answer that does not fit, where the author wrote nothing; by reason. */
  readonly problems: Readonly<Partial<Record<ProblemReason, string>>>;
}

export interface Instant {
  readonly begun: InstantStart;
  /** Every item that the answers of this page may bring up. */
  readonly every: readonly Shown[];
}
