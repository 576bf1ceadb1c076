import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Entered, ItemId, Jsonb, MeetingId } from '../schema.ts';

export type DecisionId = string & { readonly __decisionId: true };
export type TaskId = string & { readonly __taskId: true };

/** By a ballot; by consensus, when nobody asked for a vote; taken note of. */
export const DECISION_KINDS = ['ballot', 'consensus', 'noted'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What became of a decision. */
export const OUTCOMES = ['under_way', 'carried_out', 'given_up'] as const;
export type OutcomeState = (typeof OUTCOMES)[number];

/** Whose rows a table holds. */
export const TABLES = {
  meetings_decisions: 'forum',
  meetings_outcomes: 'forum',
  meetings_tasks: 'forum',
  meetings_task_ends: 'forum',
} as const satisfies Record<keyof DecisionTables, 'forum'>;

interface DecisionRow extends Entered {
  id: DecisionId;
  number: number;
  on_day: PlainDate;
  words: Jsonb<Texts>;
  kind: DecisionKind;
  meeting_id: MeetingId | null;
  item_id: ItemId | null;
  ballot_id: string | null;
  ballot_number: number | null;
  document: string | null;
  article: string | null;
  corrects_id: DecisionId | null;
  entered_on: PlainDate;
}

interface TaskRow extends Entered {
  id: TaskId;
  number: number;
  meeting_id: MeetingId | null;
  item_id: ItemId | null;
  decision_id: DecisionId | null;
  words: Jsonb<Texts>;
  /** Which organisation owes it; for its seat, or for an office. */
  body_id: string;
  seat_id: string | null;
  office: Jsonb<Texts | null>;
  given_on: PlainDate;
  due_on: PlainDate;
  entered_on: PlainDate;
}

/** The register of decisions as Kysely sees it: `ctx.db.withTables<DecisionTables>()`. */
export interface DecisionTables {
  meetings_decisions: DecisionRow;
  meetings_outcomes: Entered & {
    id: string;
    decision_id: DecisionId;
    state: OutcomeState;
    words: Jsonb<Texts>;
    path: string | null;
    on_day: PlainDate;
  };
  meetings_tasks: TaskRow;
  meetings_task_ends: Entered & { task_id: TaskId; on_day: PlainDate; words: Jsonb<Texts>; path: string | null };
}

/** A decision of the forum as the register holds it. */
export interface Decision {
  readonly id: DecisionId;
  /** As people cite it: "decision 12". */
  readonly number: number;
  readonly on: PlainDate;
  readonly words: Texts;
  readonly kind: DecisionKind;
  readonly meeting: MeetingId | null;
  readonly item: ItemId | null;
  readonly ballot: { readonly id: string; readonly number: number } | null;
  readonly document: string | null;
  readonly article: string | null;
  readonly corrects: DecisionId | null;
  readonly enteredOn: PlainDate;
  /** Oldest first; the last is how it stands. */
  readonly outcomes: readonly Outcome[];
}

/** What became of a decision, and a page of the forum that shows it. */
export interface Outcome {
  readonly state: OutcomeState;
  readonly words: Texts;
  readonly path: string | null;
  readonly on: PlainDate;
}

/** What somebody was given to do, by a day. */
export interface Task {
  readonly id: TaskId;
  readonly number: number;
  readonly meeting: MeetingId | null;
  readonly item: ItemId | null;
  readonly decision: DecisionId | null;
  readonly words: Texts;
  readonly body: string;
  readonly seat: string | null;
  readonly office: Texts | null;
  readonly givenOn: PlainDate;
  readonly due: PlainDate;
  readonly ended: { readonly on: PlainDate; readonly words: Texts; readonly path: string | null } | null;
}
