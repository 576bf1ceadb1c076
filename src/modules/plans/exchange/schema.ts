import type { Message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { Table } from '#core/sheets/table.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { BodyKind } from '#modules/places/contract.ts';
import type { Direction, ExecutorRole, LocalExecutor, MeasureId, OgpValue } from '../measures/schema.ts';
import type { ExecutorVoiceAsked, PlanId, PlanKind, PointId, Stage } from '../plan/schema.ts';

export type ImportId = string & { readonly __import: true };

/** A file brought in: kept as it was read, judged row by row, written only when the person says so. */
export interface ImportRow {
  forum_id: string;
  id: ImportId;
  file_name: string;
  sha256: string;
  plan: Choice;
  rows: readonly Table[];
  made_at: Date;
  made_by: string | null;
  written_at: Date | null;
}

/** What the person chose for an import. */
export interface Choice {
  /** An existing plan of this forum; `new`: a plan that is not here yet; `file`: whichever the file names. */
  readonly target: 'new' | 'file' | PlanId;
  /** The language of the plan's own words in people's tables; our own files say it themselves. */
  readonly words: LanguageCode;
  /** What a new plan is called; null where the file says so. */
  readonly title: string | null;
  readonly kind: PlanKind | null;
  readonly slug: string | null;
  /** What becomes of executors that the forum does not know. */
  readonly unknown: 'refuse' | 'add';
}

/** One row of our own file: text by column. What stands in the database is written the same way, and so compared. */
export type Cells = Readonly<Record<string, string>>;

/** Where a row stands in the file. */
export interface At {
  readonly table: Pick<Table, 'kind' | 'sheet' | 'number'>;
  readonly line: number;
}

export interface Remark {
  /** Index of the column in the file, from 0; null: the row as a whole. */
  readonly column: number | null;
  readonly message: Message;
}

/** One row of a table of people or of ours, already in our columns. `origin`: from which column of the file each came. */
export interface ReadRow {
  readonly at: At;
  readonly cells: Cells;
  readonly origin: ReadonlyMap<string, number>;
  readonly errors: readonly Remark[];
  readonly remarks: readonly Remark[];
  /** Nobody was called lead, so the first named was taken. */
  readonly assumedLead: boolean;
}

/** How a column of the file is understood. */
export interface ColumnRead {
  readonly table: At['table'];
  readonly index: number;
  readonly head: string;
  /** Name of our column; null: not read. */
  readonly column: string | null;
  /** By a part of a word only. */
  readonly guessed: boolean;
}

export interface PointDraft {
  readonly id: PointId | null;
  readonly number: string | null;
  readonly title: Texts;
  readonly note: string | null;
}

export interface StageDraft {
  readonly stage: Stage;
  readonly fromDay: PlainDate;
  readonly source: string;
  readonly sourceUrl: string | null;
}

/** A plan as a file gives it. */
export interface PlanDraft {
  readonly slug: string;
  readonly kind: PlanKind;
  readonly language: LanguageCode;
  readonly title: Texts;
  readonly summary: Texts | null;
  readonly rendering: boolean;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly executorVoice: ExecutorVoiceAsked;
  readonly reportedMeasures: number | null;
  readonly reportedPoints: number | null;
  readonly reportedLocal: number | null;
  readonly reportedSource: string | null;
  readonly sourceUrl: string | null;
  readonly replyDays: number;
  readonly extensionDays: number;
  readonly stages: readonly StageDraft[];
  readonly reportDates: readonly { readonly dueOn: PlainDate; readonly basis: string }[];
}

/** An executor as the file names it: a body that is here (`id`), or one that would be added. */
export interface BodyDraft {
  readonly id: string | null;
  readonly slug: string;
  readonly kind: BodyKind;
  readonly name: Texts;
}

export interface IndicatorDraft {
  readonly text: Texts;
  readonly unit: Texts | null;
  readonly direction: Direction;
  readonly baselineValue: number | null;
  readonly baselineOn: PlainDate | null;
  readonly baselineSource: string | null;
  readonly baselineUrl: string | null;
  readonly targets: readonly { readonly dueOn: PlainDate; readonly value: number }[];
}

export interface MilestoneDraft {
  readonly title: Texts;
  readonly dueOn: PlainDate | null;
  readonly done: { readonly on: PlainDate; readonly source: string; readonly url: string | null } | null;
}

export interface Decided {
  readonly on: PlainDate;
  readonly decision: string;
  readonly url: string | null;
}

/** A measure as a file gives it, or as it stands in the database on a day: amendments that took effect are in it. */
export interface MeasureDraft {
  readonly point: PointDraft | null;
  readonly number: string | null;
  readonly title: Texts;
  readonly text: Texts;
  readonly problem: Texts | null;
  readonly startsOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly dueText: string | null;
  readonly budgetMinor: number | null;
  readonly currency: string | null;
  readonly legalBasis: string | null;
  readonly sourceUrl: string | null;
  readonly sourceNote: string | null;
  readonly executorsText: string | null;
  readonly localExecutor: LocalExecutor;
  /** "nap-2016-2018/1.1" as it is written, and what it leads to. */
  readonly localises: { readonly address: string; readonly forum: string; readonly id: MeasureId } | null;
  readonly ogpValues: readonly OgpValue[];
  readonly tags: readonly string[];
  readonly places: readonly { readonly id: string; readonly slug: string }[];
  readonly executors: readonly { readonly body: BodyDraft; readonly role: ExecutorRole }[];
  readonly milestones: readonly MilestoneDraft[];
  readonly indicators: readonly IndicatorDraft[];
  readonly added: Decided | null;
  readonly withdrawal: (Decided & { readonly reason: Texts | null }) | null;
}
