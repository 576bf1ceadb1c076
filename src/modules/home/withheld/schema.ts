import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Demander } from '#core/withholding/withheld.ts';

export const OUTCOMES = ['withheld', 'refused', 'restored'] as const;
export type Outcome = (typeof OUTCOMES)[number];

type Jsonb<T> = ColumnType<T, unknown, unknown>;

export interface DemandTable {
  forum_id: string;
  id: string;
  object_type: string;
  object_id: string;
  object_path: string;
  object_title: Jsonb<Texts>;
  demander: Demander;
  /** For those who keep the record only. */
  demander_name: string | null;
  demanded_on: PlainDate;
  ground: string;
  file_id: string | null;
  entered_at: Date;
  entered_by: string | null;
}

export interface OutcomeTable {
  forum_id: string;
  id: string;
  demand_id: string;
  outcome: Outcome;
  withholding_id: string | null;
  decided_at: Date;
  decided_by: string | null;
}

/** A demand and what became of it. */
export interface Demand {
  readonly id: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly path: string;
  readonly title: Texts;
  readonly demander: Demander;
  readonly demanderName: string | null;
  readonly on: PlainDate;
  readonly ground: string;
  readonly file: string | null;
  /** Null: nothing was decided yet. */
  readonly outcome: Outcome | null;
  readonly decidedOn: PlainDate | null;
  readonly withholding: string | null;
}

/** One line of the public counts. */
export interface DemandCount {
  /** "2026-11" */
  readonly month: string;
  readonly demander: Demander;
  readonly outcome: Outcome | 'open';
  readonly n: number;
}
