import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { CellId, MeasureId } from '../measures/schema.ts';
import type { EvaluationId, ReplyId, WordWay } from '../reports/schema.ts';

export type ExtensionId = string & { readonly __extension: true };

/** IRM scale "Completion", in its order. */
export const COMPLETIONS = ['no_evidence', 'not_started', 'limited', 'substantial', 'complete'] as const;
export type Completion = (typeof COMPLETIONS)[number];

/** Answers of the standard that are no score: "no data", "not applicable". "Not reviewed" is a null. */
const MISSING = ['ND', 'NA'] as const;

export const YES_NO = ['yes', 'no', ...MISSING] as const;
export type YesNo = (typeof YES_NO)[number];

/** IRM "Potential for Results" (plans from 2020). */
export const POTENTIALS = ['unclear', 'modest', 'substantial', ...MISSING] as const;
export type Potential = (typeof POTENTIALS)[number];

/** IRM "Early Results" (plans from 2021). */
export const EARLY_RESULTS = ['none', 'moderate', 'significant', ...MISSING] as const;
export type EarlyResults = (typeof EARLY_RESULTS)[number];

/** IRM "Did It Open Government" (plans until about 2020). */
export const DID_OPEN = ['worsened', 'no_change', 'marginal', 'major', 'outstanding', ...MISSING] as const;
export type DidOpen = (typeof DID_OPEN)[number];

/** The standard's scales beside completion, with their values; an empty answer is "not reviewed". */
export const SCALES = {
  verifiable: YES_NO,
  open_lens: YES_NO,
  potential: POTENTIALS,
  early_results: EARLY_RESULTS,
  did_open: DID_OPEN,
} as const;
export type Scale = keyof typeof SCALES;
export type ScaleValues = { readonly [S in Scale]: (typeof SCALES)[S][number] | null };

/** To whom an evaluator may be tied; each is answered in words, "none" too. */
export const TIES = ['forum', 'coordinator', 'funder'] as const;
export type Tie = (typeof TIES)[number];

export interface EvaluationRow {
  forum_id: string;
  id: EvaluationId;
  cell_id: CellId;
  measure_id: MeasureId;
  completion: Completion;
  verifiable: YesNo | null;
  open_lens: YesNo | null;
  potential: Potential | null;
  early_results: EarlyResults | null;
  did_open: DidOpen | null;
  finding: Texts;
  method: Texts;
  author_body_id: string;
  /** The author's ties to forum, coordinator and funder, in words; "none" is said too. */
  ties: Texts;
  /** The tie to the funder where it was not ticked as public: for who keeps the record and for the author. */
  funder_tie: Texts | null;
  sent_on: PlainDate;
  /** Last day for a reply, extension included. */
  reply_until: PlainDate;
  publishes_on: PlainDate;
  entered_at: Date;
  entered_by: string | null;
}

export interface ReplyExtensionRow {
  forum_id: string;
  id: ExtensionId;
  evaluation_id: EvaluationId;
  until_day: PlainDate;
  reason: string;
  entered_at: Date;
  entered_by: string | null;
}

export interface ReplyRow {
  forum_id: string;
  id: ReplyId;
  evaluation_id: EvaluationId;
  on_day: PlainDate;
  text: Texts;
  way: Exclude<WordWay, 'import'>;
  paper_ref: string | null;
  paper_day: PlainDate | null;
  paper_file: string | null;
  entered_at: Date;
  entered_by: string | null;
}

/** Characters that fit a tie, all three in one text, a method, and the reason of an extension. */
export const TIE_MOST = 500;
export const TIES_MOST = 2_000;
export const METHOD_MOST = 3_000;
export const REASON_MOST = 1_000;
