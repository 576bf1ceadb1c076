import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';
import type { CellId, ExecutorState, IndicatorId, MeasureId, UpdateId } from '../measures/schema.ts';

export type EvidenceId = string & { readonly __evidence: true };
export type ActualId = string & { readonly __actual: true };
/** Of evaluations/, named here because evidence belongs to them too. */
export type EvaluationId = string & { readonly __evaluation: true };
export type ReplyId = string & { readonly __reply: true };

/** How a word came: as any deed, or from an imported file. */
export type WordWay = Exclude<Way, 'system'> | 'import';

export const EVIDENCE_KINDS = ['file', 'link', 'decision', 'event', 'observation'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const VOICES = ['executor', 'civil'] as const;
export type Voice = (typeof VOICES)[number];

export interface UpdateRow {
  forum_id: string;
  id: UpdateId;
  cell_id: CellId;
  measure_id: MeasureId;
  /** The day the report speaks of; never after the day it was entered. */
  on_day: PlainDate;
  state: ExecutorState;
  text: Texts;
  way: WordWay;
  paper_ref: string | null;
  /** Date of the letter; null also for letters that were entered before their date was asked for. */
  paper_day: PlainDate | null;
  paper_file: string | null;
  entered_at: Date;
  entered_by: string | null;
}

/** Belongs to exactly one of update, evaluation, reply. */
export interface EvidenceRow {
  forum_id: string;
  id: EvidenceId;
  measure_id: MeasureId;
  update_id: UpdateId | null;
  evaluation_id: EvaluationId | null;
  reply_id: ReplyId | null;
  kind: EvidenceKind;
  title: string;
  url: string | null;
  file_id: string | null;
  on_day: PlainDate | null;
  position: number;
}

/** A value of an indicator as one voice gives it; a share comes with numerator and base. */
export interface ActualRow {
  forum_id: string;
  id: ActualId;
  indicator_id: IndicatorId;
  on_day: PlainDate;
  value: number;
  numerator: number | null;
  base: number | null;
  voice: Voice;
  body_id: string | null;
  source: string;
  source_url: string | null;
  entered_at: Date;
  entered_by: string | null;
}

/** Rows for evidence without a file that one form offers. */
export const EVIDENCE_ROWS = 3;

/** At most so many files, and so many other pieces, come with one word. */
export const EVIDENCE_MOST = 12;
