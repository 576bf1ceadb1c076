import type { PlainDate } from '#core/time/plain-date.ts';
import type { Answers, DeclinedAnswers } from '../questionnaires/schema.ts';
import type { InterviewId, Mode, QuestionnaireId, RoundId } from '../schema.ts';

/** An interview as it is handed in: by the page, the phone, paper, a file. */
export interface Given {
  /** Made where the interview was made (UUID); the same id again is the same interview. */
  readonly id: InterviewId;
  readonly round: RoundId;
  /** Of the round's questionnaire, by which it was asked. */
  readonly edition: number;
  readonly mode: Mode | 'import';
  readonly place: string | null;
  readonly group: string | null;
  /** A key of the questionnaire's languages. */
  readonly language: string;
  /** As the device said it; null: not known. */
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly onDay: PlainDate;
  readonly answers: Answers;
  readonly declined: DeclinedAnswers;
  /** Typed or read from a slip, where the round wants one. */
  readonly code: string | null;
  /** Names in the file store by the paths of their questions. */
  readonly pictures: readonly { readonly path: string; readonly file: string }[];
}

/** What whoever hands in gets to know: the interview is here, once. `before` says that it was here already. */
export interface Receipt {
  readonly id: InterviewId;
  readonly before: boolean;
}

/** An interview as analysis and quality read it. */
export interface Interview {
  readonly id: InterviewId;
  readonly questionnaire: QuestionnaireId;
  readonly edition: number;
  readonly mode: Mode | 'import';
  readonly place: string | null;
  readonly group: string | null;
  readonly language: string;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly onDay: PlainDate;
  readonly answers: Answers;
  readonly declined: DeclinedAnswers;
  /** The interviewer, or who typed the paper; null: the respondent. */
  readonly by: string | null;
  /** Why it is not counted; null: it counts. */
  readonly excluded: string | null;
}

/** Interviews of a round that count, by place, group and way; without answers. */
export interface Counted {
  readonly place: string | null;
  readonly group: string | null;
  readonly mode: Mode | 'import';
  readonly n: number;
}
