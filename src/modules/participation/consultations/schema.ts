import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { RefusedFor } from '../voices/schema.ts';

export type ConsultationId = string & { readonly __consultationId: true };
export type CommentId = string & { readonly __commentId: true };
export type GroupId = string & { readonly __commentGroupId: true };
export type ResponseId = string & { readonly __responseId: true };

/** What can be consulted on; drafts of plans will be a second kind. */
export type SubjectKind = 'document';

/** A draft with its public versions, the oldest first. */
export interface Draft {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly title: Texts;
  /** Its page below the forum. */
  readonly path: string;
  readonly versions: readonly DraftVersion[];
}
export interface DraftVersion {
  readonly id: string;
  readonly number: number;
  readonly path: string;
  readonly adoptedOn: PlainDate | null;
}
/** One article of a version: "4" with a heading, "4.1", or '0' for what stands before the first. */
export interface DraftArticle {
  readonly number: string;
  readonly heading: Texts;
  readonly words: Texts;
}

/** Taken up whole, in part, not; it stands there already; it is beyond this document. */
export const OUTCOMES = ['accepted', 'partly', 'not', 'there', 'beyond'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Waits for a moderator; taken back; refused; public. */
export const COMMENT_STATES = ['waiting', 'withdrawn', 'refused', 'published'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** Not begun yet; everybody can comment; closed. Only the day decides. */
export type Stage = 'ahead' | 'open' | 'closed';

export const ANSWER_UNITS = ['working_days', 'days'] as const;
export type CommentWay = 'nobody' | 'account' | 'assisted' | 'paper';
export type ResponseWay = Exclude<CommentWay, 'nobody'>;

/** The article of the forum's rules in force on the day of opening; `document` is its address word. */
export interface Basis {
  readonly document: string;
  readonly article: string;
}

/** A term to answer, and what says it; no basis: the platform's own rule. */
export interface Term {
  readonly n: number;
  readonly unit: (typeof ANSWER_UNITS)[number];
  readonly basis: Basis | null;
}

export interface Consultation {
  readonly id: ConsultationId;
  /** "B1" */
  readonly label: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** The version on which it was opened. */
  readonly version: string;
  readonly words: Texts;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Owes the answers. */
  readonly body: string;
  /** The office of the forum that answers: the coordinator, a working group; null: the body itself. */
  readonly office: Texts | null;
  readonly term: Term;
  readonly windowBasis: Basis | null;
}

interface Paper {
  readonly ref: string;
  readonly day: PlainDate;
}

export interface Comment {
  readonly id: CommentId;
  readonly consultation: ConsultationId;
  readonly place: number;
  readonly version: string;
  /** null: on the whole draft. */
  readonly article: string | null;
  readonly receivedOn: PlainDate;
  readonly text: Texts | null;
  readonly signature: string | null;
  /** null: of a resident. */
  readonly body: string | null;
  readonly way: CommentWay;
  readonly paper: Paper | null;
  readonly withdrawnOn: PlainDate | null;
  readonly refusal: { readonly on: PlainDate; readonly rule: RefusedFor; readonly sentence: Texts } | null;
  readonly publishedOn: PlainDate | null;
  readonly group: GroupId | null;
}

export interface Group {
  readonly id: GroupId;
  readonly place: number;
  readonly gist: Texts;
  readonly on: PlainDate;
}

export interface Correction {
  readonly outcome: Outcome;
  readonly reason: Texts;
  readonly why: Texts;
  readonly on: PlainDate;
}

/** As it was given, with every later correction, the oldest first. */
export interface Response {
  readonly id: ResponseId;
  readonly answers: string;
  readonly outcome: Outcome;
  readonly reason: Texts;
  readonly on: PlainDate;
  readonly way: ResponseWay;
  readonly paper: Paper | null;
  readonly corrections: readonly Correction[];
}

/** Everything of one consultation. */
export interface Whole {
  readonly consultation: Consultation;
  readonly comments: readonly Comment[];
  readonly groups: readonly Group[];
  readonly responses: readonly Response[];
}

/** What is answered at once: a comment, or a group of them. */
export interface Unit {
  readonly id: string;
  readonly place: number;
  /** null: one comment. */
  readonly group: Group | null;
  readonly comments: readonly Comment[];
  readonly response: Response | null;
}

/** Where a comment stands in another version than the one it was made on. */
export type Carried =
  | { readonly kind: 'same'; readonly article: string | null }
  | { readonly kind: 'changed' | 'moved'; readonly article: string }
  | { readonly kind: 'gone' };
