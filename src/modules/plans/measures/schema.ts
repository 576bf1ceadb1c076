import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { PlanId, PointId } from '../plan/schema.ts';

export type MeasureId = string & { readonly __measure: true };
export type AmendmentId = string & { readonly __amendment: true };
export type WithdrawalId = string & { readonly __withdrawal: true };
export type CellId = string & { readonly __cell: true };
export type MilestoneId = string & { readonly __milestone: true };
export type ClosureId = string & { readonly __closure: true };
export type IndicatorId = string & { readonly __indicator: true };
export type TargetId = string & { readonly __target: true };
/** Of reports/, named here because a cell keeps its latest one. */
export type UpdateId = string & { readonly __update: true };

/** What an executor says of its cell. */
export const EXECUTOR_STATES = ['not_started', 'under_way', 'complete'] as const;
export type ExecutorState = (typeof EXECUTOR_STATES)[number];

export const EXECUTOR_ROLES = ['lead', 'co'] as const;
export type ExecutorRole = (typeof EXECUTOR_ROLES)[number];
export const LOCAL_EXECUTORS = ['yes', 'no', 'unknown'] as const;
export type LocalExecutor = (typeof LOCAL_EXECUTORS)[number];

export const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The values a commitment may serve (OGP action plan template, question on relevance). */
export const OGP_VALUES = ['information', 'participation', 'accountability', 'technology'] as const;
export type OgpValue = (typeof OGP_VALUES)[number];

/** Policy tags of OGP's commitments data set that the form offers, with their keys; files may bring others of its about 85. */
export const POLICY_TAGS = {
  anti_corruption: 'Anti-Corruption and Integrity',
  information: 'Right To Information',
  fiscal: 'Fiscal Openness',
  participation: 'Public Participation',
  accountability: 'Social Accountability',
  open_data: 'Open Data',
  subnational: 'Subnational',
  capacity: 'Capacity Building',
  services: 'Public Service Delivery',
  youth: 'Youth',
  disabilities: 'People with Disabilities',
  gender: 'Gender',
  sdg: 'Sustainable Development Goals',
} as const;
export const POLICY_TAG_KEYS = Object.keys(POLICY_TAGS) as readonly (keyof typeof POLICY_TAGS)[];

/** The measure as first written; amendments stand beside it, see `measureOn`. Only `slug` follows the newest number. */
export interface MeasureRow {
  forum_id: string;
  id: MeasureId;
  plan_id: PlanId;
  point_id: PointId | null;
  number: string | null;
  slug: string;
  position: number;
  title: Texts;
  /** Verbatim words of the plan. */
  text: Texts;
  problem: Texts | null;
  starts_on: PlainDate | null;
  due_on: PlainDate | null;
  /** The plan's own words for the deadline ("2016-2018"). */
  due_text: string | null;
  /** Integer minor units of `currency`; for who writes plans only, unless ticked as `budget_public`. */
  budget_minor: number | null;
  currency: string | null;
  budget_public: boolean;
  legal_basis: string | null;
  source_url: string | null;
  source_note: string | null;
  /** The plan's own words for who implements it. */
  executors_text: string | null;
  local_executor: LocalExecutor;
  /** The (national) measure that this one carries out here. */
  localises_forum_id: string | null;
  localises_id: MeasureId | null;
  ogp_values: readonly OgpValue[];
  tags: readonly string[];
  /** A measure brought into an adopted plan: from this day, by this decision. Null: in the plan from the beginning. */
  added_on: PlainDate | null;
  added_decision: string | null;
  added_url: string | null;
  created_at: Date;
}

/** Every address a measure ever had. */
export interface AddressRow {
  forum_id: string;
  plan_id: PlanId;
  slug: string;
  measure_id: MeasureId;
}

/** Null in a `new_` column: unchanged. Executors and targets that it changes point to it (`amendment_in`, `amendment_out`). */
export interface AmendmentRow {
  forum_id: string;
  id: AmendmentId;
  measure_id: MeasureId;
  effective_on: PlainDate;
  decision: string;
  decision_url: string | null;
  reason: Texts | null;
  new_number: string | null;
  new_title: Texts | null;
  new_text: Texts | null;
  new_starts_on: PlainDate | null;
  new_due_on: PlainDate | null;
  new_budget_minor: number | null;
  new_currency: string | null;
  entered_at: Date;
  entered_by: string | null;
}

export interface WithdrawalRow {
  forum_id: string;
  id: WithdrawalId;
  measure_id: MeasureId;
  on_day: PlainDate;
  decision: string;
  decision_url: string | null;
  reason: Texts | null;
  entered_at: Date;
  entered_by: string | null;
}

/** Measure x executor. `from_day` null: from the beginning; `to_day`: its last day, null: still executor. */
export interface CellRow {
  forum_id: string;
  id: CellId;
  measure_id: MeasureId;
  plan_id: PlanId;
  body_id: string;
  role: ExecutorRole;
  position: number;
  from_day: PlainDate | null;
  to_day: PlainDate | null;
  amendment_in: AmendmentId | null;
  amendment_out: AmendmentId | null;
  /** The latest update, kept here so that an overview counts without walking the history; written by reports/ only. */
  update_id: UpdateId | null;
  executor_state: ExecutorState | null;
  executor_proven: boolean | null;
  reported_on: PlainDate | null;
}

export interface MilestoneRow {
  forum_id: string;
  id: MilestoneId;
  measure_id: MeasureId;
  title: Texts;
  due_on: PlainDate | null;
  position: number;
}

export interface MilestoneClosureRow {
  forum_id: string;
  id: ClosureId;
  milestone_id: MilestoneId;
  done_on: PlainDate;
  source: string;
  source_url: string | null;
  entered_at: Date;
  entered_by: string | null;
}

export interface IndicatorRow {
  forum_id: string;
  id: IndicatorId;
  measure_id: MeasureId;
  text: Texts;
  unit: Texts | null;
  direction: Direction;
  baseline_value: number | null;
  baseline_on: PlainDate | null;
  baseline_source: string | null;
  baseline_url: string | null;
  position: number;
}

/** A target stands from `from_day` (null: the beginning) to `to_day`, its last day; an amendment ends one and begins another. */
export interface TargetRow {
  forum_id: string;
  id: TargetId;
  indicator_id: IndicatorId;
  due_on: PlainDate;
  value: number;
  from_day: PlainDate | null;
  to_day: PlainDate | null;
  amendment_in: AmendmentId | null;
  amendment_out: AmendmentId | null;
}

export interface MeasurePlaceRow {
  forum_id: string;
  measure_id: MeasureId;
  place_id: string;
}
