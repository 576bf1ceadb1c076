import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';
import type { RefusedFor } from '../voices/schema.ts';

export type QuestionId = string & { readonly __questionId: true };
export type AnswerId = string & { readonly __answerId: true };

/** Waiting for a moderator; taken back; refused; published and not answered; answered. */
export const STATES = ['waiting', 'withdrawn', 'refused', 'open', 'answered'] as const;
export type QuestionState = (typeof STATES)[number];
/** Those of which the words are public. */
export const PUBLIC_STATES = ['open', 'answered'] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];

type Json<T> = ColumnType<T, unknown, unknown>;

/** Of a forum. */
export interface QuestionRow {
  forum_id: string;
  id: QuestionId;
  number: number;
  code_hash: string;
  received_on: PlainDate;
  body_id: string | null;
  place_id: string | null;
  measure_id: string | null;
  measure_path: string | null;
  measure_title: Json<Texts | null>;
  text: Json<Texts | null>;
}

interface OfQuestion {
  forum_id: string;
  question_id: QuestionId;
  on_day: PlainDate;
}

/** Of a forum. */
export type WithdrawalRow = OfQuestion;

interface Entered extends OfQuestion {
  entered_at: Date;
  entered_by: string | null;
}

/** Of a forum. */
export interface RefusalRow extends Entered {
  rule: RefusedFor;
  sentence: Json<Texts>;
}

/** Of a forum. */
export interface PublicationRow extends Entered {
  body_id: string;
}

/** Of a forum. */
export interface AnswerRow extends Entered {
  id: AnswerId;
  body_id: string;
  text: Json<Texts>;
  way: AnswerWay;
  paper_ref: string | null;
  paper_day: PlainDate | null;
  paper_file: string | null;
}

export type AnswerWay = Exclude<Way, 'system'>;

/** A question with all that became of it, as queries read it. `text` is null when it was taken back. */
export interface Question {
  readonly id: QuestionId;
  readonly number: number;
  readonly receivedOn: PlainDate;
  /** Whom it was put to. */
  readonly body: string | null;
  readonly place: string | null;
  readonly measure: { readonly path: string; readonly title: Texts } | null;
  readonly text: Texts | null;
  readonly withdrawnOn: PlainDate | null;
  readonly refusal: { readonly on: PlainDate; readonly rule: RefusedFor; readonly sentence: Texts } | null;
  /** `body` owes the answer. */
  readonly publication: { readonly on: PlainDate; readonly body: string } | null;
  readonly answer: Answer | null;
}

export interface Answer {
  readonly id: AnswerId;
  readonly body: string;
  readonly on: PlainDate;
  readonly text: Texts;
  readonly way: AnswerWay;
  readonly paper: { readonly ref: string; readonly day: PlainDate } | null;
}

/** What the list asks for; null: all. */
export interface QuestionsAsked {
  readonly state: PublicState | null;
  readonly body: string | null;
  readonly place: string | null;
}

/** How many questions there are, by state. */
export type QuestionCounts = Readonly<Record<QuestionState, number>>;

/** Names and addresses of what questions speak of, by id. */
export interface Named {
  readonly name: Texts;
  /** Its page below the forum; null: this reader does not see it. */
  readonly path: string | null;
}
export type Names = ReadonlyMap<string, Named>;
