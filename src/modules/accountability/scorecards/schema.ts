import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way } from '#core/way.ts';
import type { BodyKind } from '#modules/places/contract.ts';
import { BLOCKS, type ItemState } from '../checklists/schema.ts';
import type { ReportState } from '../reports/schema.ts';

export type CardId = string & { readonly __cardId: true };
export type FormulaId = string & { readonly __formulaId: true };
export type RemarkId = string & { readonly __remarkId: true };

/** What can be counted: the blocks of the checklist, reports to voters, answers to information requests. */
export const ROWS = [...BLOCKS, 'reports', 'requests'] as const;
export type RowKey = (typeof ROWS)[number];

/** Percent by row; together 100. */
export type Weights = Readonly<Record<string, number>>;

export const SIZES = ['small', 'middle', 'large'] as const;
export type Size = (typeof SIZES)[number];

/** How a request stands in a score: answered in time, answered late, never answered though the term is over. */
export type RequestState = 'in_time' | 'late' | 'none';

/** One thing that a row counts, by its name: an item of the checklist, a report, a request. */
export type Counted =
  | { readonly kind: 'item'; readonly key: string; readonly state: ItemState }
  | { readonly kind: 'report'; readonly number: number; readonly state: ReportState }
  | { readonly kind: 'request'; readonly number: number; readonly path: string; readonly state: RequestState };

/** `few`: less of it is known than the formula wants; `no`: bodies of this kind have nothing of it. */
export type Known = 'yes' | 'few' | 'no';

/** One row of a scorecard, as it stood when it was counted. */
export interface Row {
  readonly key: RowKey;
  readonly weight: number;
  readonly known: Known;
  /** Thousandths; null: it does not count. */
  readonly value: number | null;
  /** Of `of` things so many are known. */
  readonly n: number;
  readonly of: number;
  readonly counted: readonly Counted[];
}

type Json<T> = ColumnType<T, unknown, unknown>;

/** Of a forum. */
interface Entered {
  forum_id: string;
  entered_at: Date;
  entered_by: string | null;
}

export interface ScorecardTables {
  accountability_scorecard_formulas: Entered & {
    id: FormulaId;
    version: number;
    weights: Json<Weights>;
    enough: number;
    reply_days: number;
    why: Json<Texts>;
    on_day: PlainDate;
  };
  accountability_scorecards: Entered & {
    id: CardId;
    number: number;
    body_id: string;
    formula_id: FormulaId;
    kind: BodyKind;
    size: Size | null;
    rows: Json<readonly Row[]>;
    sent_on: PlainDate;
    reply_until: PlainDate;
  };
  accountability_scorecard_replies: Entered & {
    scorecard_id: CardId;
    on_day: PlainDate;
    way: CardWay;
    paper_ref: string | null;
    paper_day: PlainDate | null;
    paper_file: string | null;
  };
  accountability_scorecard_remarks: {
    forum_id: string;
    id: RemarkId;
    scorecard_id: CardId;
    position: number;
    row_key: RowKey | null;
    words: Json<Texts>;
  };
  accountability_scorecard_decisions: Entered & {
    remark_id: RemarkId;
    taken: boolean;
    counted: number | null;
    reason: Json<Texts>;
    on_day: PlainDate;
  };
}

export const TABLES = {
  accountability_scorecard_formulas: 'forum',
  accountability_scorecards: 'forum',
  accountability_scorecard_replies: 'forum',
  accountability_scorecard_remarks: 'forum',
  accountability_scorecard_decisions: 'forum',
} as const satisfies Record<keyof ScorecardTables, 'forum'>;

export type CardWay = Exclude<Way, 'system'>;

export interface Formula {
  readonly id: FormulaId;
  readonly version: number;
  readonly weights: Weights;
  readonly enough: number;
  readonly replyDays: number;
  readonly why: Texts;
  readonly on: PlainDate;
}

export interface Decision {
  readonly taken: boolean;
  readonly counted: number | null;
  readonly reason: Texts;
  readonly on: PlainDate;
}

export interface Remark {
  readonly id: RemarkId;
  readonly position: number;
  readonly row: RowKey | null;
  readonly words: Texts;
  readonly decision: Decision | null;
}

export interface Reply {
  readonly on: PlainDate;
  readonly way: CardWay;
  readonly ref: string | null;
  readonly day: PlainDate | null;
}

/** A scorecard with all that was said of it. */
export interface Card {
  readonly id: CardId;
  readonly number: number;
  readonly body: string;
  readonly formula: FormulaId;
  readonly version: number;
  readonly enough: number;
  readonly kind: BodyKind;
  readonly size: Size | null;
  readonly rows: readonly Row[];
  readonly sentOn: PlainDate;
  readonly replyUntil: PlainDate;
  readonly reply: Reply | null;
  readonly remarks: readonly Remark[];
}
