import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Unit, Words } from '../../questionnaires/schema.ts';
import type { Sampling } from '../../schema.ts';
import type { Difference, DifferenceWhy } from '../../statistics/waves/schema.ts';
import type { Figure, Results } from '../composing/schema.ts';

/** A round that is out, as it is compared: only what everybody can read of it. */
export interface Wave {
  readonly number: number;
  readonly title: Texts;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly sampling: Sampling;
  readonly results: Results;
  /** Ids of the communities in which it asked. */
  readonly places: readonly string[];
}

/** One answer in one wave; null: the question was not asked or not published then. */
export type Shown = (Figure & { readonly n: number | null }) | null;

export interface AnswerCompared {
  readonly code: string;
  readonly words: Words;
  /** In the order of the waves. */
  readonly shown: readonly Shown[];
  /** From the last wave but one that shows it to the last; null: one of the two is hidden. */
  readonly difference: Difference | null;
}

/** `worded`: it was asked in other words or with other answers, so nothing is subtracted. */
export interface QuestionCompared {
  readonly name: string;
  readonly words: Words;
  readonly unit: Unit;
  readonly why: DifferenceWhy | 'worded';
  /** Numbers of the two rounds that the difference is between, the later first. */
  readonly between: readonly [number, number];
  readonly answers: readonly AnswerCompared[];
}

export interface Compared {
  readonly questions: readonly QuestionCompared[];
  /** Questions that only one of the waves shows. */
  readonly once: readonly { readonly name: string; readonly words: Words; readonly round: number }[];
}
