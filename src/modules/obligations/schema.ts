import type { ColumnType } from 'kysely';
import type { Message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';
import type { SaidBy } from './answers/schema.ts';

export type CaseId = string & { readonly __obligationCase: true };
export type ReminderId = string & { readonly __obligationReminder: true };

/** Words of a rule or case: a sentence of the program, known in every language, or what somebody wrote. */
export type Words = Message | { readonly texts: Texts };

/**
 * How a term is counted: working days from the working day after receipt; calendar days and months that roll forward
 * from a rest day; hours of the clock; hours that skip days without work; so many times a year; a day that is fixed.
 */
export const UNITS = ['working_days', 'days', 'months', 'hours', 'skipping_hours', 'per_year', 'on_day'] as const;
export type Unit = (typeof UNITS)[number];

/** `n`: days, months, hours, or times a year; `on`: the fixed day, where there is no counting. */
export type Span =
  | { readonly unit: Exclude<Unit, 'on_day'>; readonly n: number }
  | { readonly unit: 'on_day'; readonly on: PlainDate };

/** By how much, and how often, a term may be made longer. */
export interface Extension {
  readonly span: Span;
  readonly most: number;
}

/** Who else is told, so many days after the due day: a role of the forum. */
export const ESCALATION_ROLES = ['coordinator', 'secretary'] as const;
export interface Escalation {
  readonly days: number;
  readonly role: (typeof ESCALATION_ROLES)[number];
}

/** Who owes what to whom, by which article, how long, how extendable. One version; in force from a day to a day. */
export interface Rule {
  /** "az.information.answer", "plans.report": stays the same through all versions. */
  readonly key: string;
  readonly version: number;
  readonly title: Words;
  readonly basis: Words;
  readonly basisUrl: string | null;
  readonly owedTo: Words;
  /** null: each case brings its own (a plan says how many days a reply has). */
  readonly span: Span | null;
  readonly extension: Extension | null;
  /** So many days before the due day it is "due soon". */
  readonly soonDays: number;
  /** So many days after the due day silence counts as "never". */
  readonly neverDays: number;
  readonly escalation: Escalation | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export const STATES = ['due', 'due_soon', 'done', 'done_late', 'overdue', 'waived', 'never'] as const;
export type State = (typeof STATES)[number];

/** Stages of reminding; "escalated" goes to whom the rule names. */
export const STAGES = ['before', 'on', 'after', 'escalated'] as const;
export type Stage = (typeof STAGES)[number];

/** Days that the pages can add to a country's calendar. */
export const ADDED_KINDS = ['holiday', 'mourning', 'voting', 'rest', 'working'] as const;
export type AddedKind = (typeof ADDED_KINDS)[number];

type Json<T> = ColumnType<T, unknown, unknown>;

export interface CalendarDayRow {
  id: string;
  country: string;
  day: PlainDate;
  kind: AddedKind;
  name: Json<Texts>;
  source: string;
  source_url: string | null;
  entered_at: Date;
  entered_by: string | null;
}

export interface CalendarWithdrawalRow {
  day_id: string;
  reason: string;
  entered_at: Date;
  entered_by: string | null;
}

export interface RuleRow {
  forum_id: string;
  id: string;
  key: string;
  version: number;
  title: Json<Words>;
  basis: Json<Words>;
  basis_url: string | null;
  owed_to: Json<Words>;
  span: Json<Span>;
  extension: Json<Extension | null>;
  soon_days: number;
  never_days: number;
  escalation: Json<Escalation | null>;
  from_day: PlainDate;
  to_day: PlainDate | null;
  entered_at: Date;
  entered_by: string | null;
}

export interface CaseRow {
  forum_id: string;
  id: CaseId;
  number: number;
  rule_key: string;
  rule_version: number;
  rule_title: Json<Words>;
  basis: Json<Words>;
  basis_url: string | null;
  owed_to: Json<Words>;
  body_id: string;
  title: Json<Words>;
  reference: string | null;
  subject_kind: string | null;
  subject_group: string | null;
  subject_id: string | null;
  path: string | null;
  trigger_on: PlainDate;
  trigger_at: Date | null;
  span: Json<Span>;
  extension: Json<Extension | null>;
  soon_days: number;
  never_days: number;
  escalation: Json<Escalation | null>;
  due_on: PlainDate;
  due_at: Date | null;
  never_on: PlainDate;
  closed: 'done' | 'waived' | null;
  closed_on: PlainDate | null;
  opened_on: PlainDate;
  opened_at: Date;
  opened_by: string | null;
}

interface Entered {
  forum_id: string;
  id: string;
  case_id: CaseId;
  entered_at: Date;
}

export interface FulfilmentRow extends Entered {
  on_day: PlainDate;
  source: Json<Words>;
  source_url: string | null;
  entered_by: string | null;
  /** null: said by the record of another room, or written down before this was kept. */
  said_by: SaidBy | null;
  way: Way | null;
  paper_ref: string | null;
  paper_day: PlainDate | null;
  /** The scan: for the keepers alone. */
  paper_file: string | null;
}

export interface WaiverRow extends Entered {
  on_day: PlainDate;
  reason: Json<Words>;
  entered_by: string | null;
}

export interface ExtensionRow extends Entered {
  position: number;
  span: Json<Span>;
  on_day: PlainDate;
  reason: Json<Words>;
  entered_by: string | null;
  said_by: SaidBy | null;
  way: Way | null;
}

export interface ChangeRow extends Entered {
  kind: 'calendar' | 'extended' | 'moved' | 'revived';
  on_day: PlainDate;
  old_due: PlainDate;
  new_due: PlainDate;
  why: Json<Words>;
}
