import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

export type PlanId = string & { readonly __plan: true };
export type StageId = string & { readonly __stage: true };
export type ReportDateId = string & { readonly __reportDate: true };
export type PointId = string & { readonly __point: true };

export const PLAN_KINDS = ['national', 'local'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** In the order in which a plan passes them; only consultation may be left out. */
export const STAGES = ['draft', 'consultation', 'adopted', 'in_force', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

export const EXECUTOR_VOICES = ['asked', 'not_asked'] as const;
export type ExecutorVoiceAsked = (typeof EXECUTOR_VOICES)[number];

export interface PlanRow {
  forum_id: string;
  id: PlanId;
  slug: string;
  kind: PlanKind;
  title: Texts;
  summary: Texts | null;
  /** The language in which the plan's own words are kept. */
  language: LanguageCode;
  /** True: titles are a rendering in our words, not the official text. */
  rendering: boolean;
  starts_on: PlainDate | null;
  ends_on: PlainDate | null;
  executor_voice: ExecutorVoiceAsked;
  /** Totals as a source reports them ("58 measures, 13 loaded"); never computed. */
  reported_measures: number | null;
  reported_points: number | null;
  reported_local: number | null;
  reported_source: string | null;
  source_url: string | null;
  /** Working days an executor has to reply before an evaluation becomes public. */
  reply_days: number;
  /** Working days of the one extension. */
  extension_days: number;
  created_at: Date;
}

/** Append-only: a wrong day is corrected by entering the stage once more; of one stage the row entered last counts. */
export interface StageRow {
  forum_id: string;
  id: StageId;
  plan_id: PlanId;
  stage: Stage;
  from_day: PlainDate;
  source: string;
  source_url: string | null;
  entered_at: Date;
  entered_by: string | null;
}

/** A day by which every executor of the plan owes a report, and the rule it comes from. */
export interface ReportDateRow {
  forum_id: string;
  id: ReportDateId;
  plan_id: PlanId;
  due_on: PlainDate;
  basis: string;
}

export interface PointRow {
  forum_id: string;
  id: PointId;
  plan_id: PlanId;
  number: string | null;
  title: Texts;
  note: string | null;
  position: number;
}
