import type { PlainDate } from '#core/time/plain-date.ts';

/** What is looked at of one interview. */
export interface Looked {
  readonly id: string;
  readonly on: PlainDate;
  /** From first to last answer; null on paper and where the clock of the device is not known. */
  readonly seconds: number | null;
  /** Who asked; null where people answered by themselves. */
  readonly interviewer: string | null;
  /** Names of questions that were asked, not skipped by logic. */
  readonly asked: readonly string[];
  /** Valid answers among those. */
  readonly answers: Readonly<Record<string, string>>;
}

/** What the round says by which they are judged. */
export interface Expected {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Names of the questions of each matrix: rows that share one scale. */
  readonly matrices: readonly (readonly string[])[];
}

/**
 * A reason to look again, never to leave out by itself: who excludes an interview says why. `with`: another interview; of an
 * interviewer `interview` is null.
 */
export type Flag =
  | { readonly what: 'fast'; readonly interview: string; readonly seconds: number; readonly usual: number }
  | { readonly what: 'same_answers'; readonly interview: string; readonly with: string; readonly questions: number }
  | { readonly what: 'straight'; readonly interview: string; readonly questions: number }
  | { readonly what: 'missing'; readonly interview: string; readonly missing: number; readonly asked: number }
  | { readonly what: 'dates'; readonly interview: string; readonly on: PlainDate }
  | {
      readonly what: 'alike_by_one' | 'fast_by_one';
      readonly interview: null;
      readonly interviewer: string;
      /** Percent of answers alike, or seconds; theirs and those of the others. */
      readonly theirs: number;
      readonly others: number;
    };
