import type { Message } from '#core/i18n/message.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Body } from '#modules/places/contract.ts';
import type { Numbered } from '../../measures/rules.ts';
import type { MeasureId } from '../../measures/schema.ts';
import type { PlanRow, PointRow } from '../../plan/schema.ts';
import type { At, BodyDraft, Choice, ColumnRead, MeasureDraft, PlanDraft, PointDraft, Remark } from '../schema.ts';

/** A measure that is here already. */
export interface MeasureHere {
  readonly id: MeasureId;
  readonly slug: string;
  readonly position: number;
  /** As it reads today. */
  readonly draft: MeasureDraft;
  /** Somebody reported on it or judged it: its executors and indicators stay. */
  readonly spoken: boolean;
  /** The row keeps the first text: a file, which gives the present one, must not overwrite it. */
  readonly amended: boolean;
}

/** A plan of this forum that the file is compared with. */
export interface PlanHere {
  readonly plan: PlanRow;
  readonly draft: PlanDraft;
  /** Its words change by amendments only. A national plan is kept by the operator, who loads it as it is published. */
  readonly fixed: boolean;
  /** A draft is private: what happens to it is not in the public record. */
  readonly isPublic: boolean;
  readonly points: readonly PointRow[];
  readonly measures: readonly MeasureHere[];
  readonly numbers: readonly Numbered[];
}

/** Where a measure that others may localise stands. */
export interface Goal {
  readonly forum: string;
  readonly id: MeasureId;
  readonly planSlug: string;
  readonly slug: string;
}

/** Everything a file is judged against. */
export interface World {
  readonly forum: { readonly id: string; readonly national: boolean; readonly demonstration: boolean };
  readonly languages: readonly LanguageCode[];
  readonly today: PlainDate;
  /** Plans of this forum that the file names or that were chosen, by address. */
  readonly plans: ReadonlyMap<string, PlanHere>;
  /** Addresses that no new plan may take. */
  readonly taken: ReadonlySet<string>;
  /** Bodies by id, by address word and by folded name; several may bear one name. */
  readonly bodies: ReadonlyMap<string, readonly Body[]>;
  readonly bodyKinds: readonly string[];
  /** Bodies whose names are written nearly so. */
  readonly near: (name: string) => readonly Body[];
  /** Places by address word and by folded name. */
  readonly places: ReadonlyMap<string, readonly { readonly id: string; readonly slug: string }[]>;
  /** "plan/measure", by address or by number. */
  readonly goal: (address: string) => Goal | null;
  /** Which measure each measure of these forums localises. */
  readonly localises: ReadonlyMap<string, string>;
}

export type Verdict = 'create' | 'change' | 'same' | 'refused';

/** One row as it was understood. */
export interface Judged {
  readonly what: 'plan' | 'point' | 'measure';
  /** Null: follows from what was typed beside the file. */
  readonly at: At | null;
  /** How the row is called: "1.3 Payment terminals". */
  readonly label: string;
  readonly verdict: Verdict;
  /** For changed rows: what changes, by our column. */
  readonly changes: readonly { readonly column: string; readonly before: string; readonly after: string }[];
  readonly errors: readonly Remark[];
  readonly remarks: readonly Remark[];
}

/** A measure that would be written. */
export interface MeasureToWrite {
  readonly here: MeasureHere | null;
  readonly draft: MeasureDraft;
  /** Our columns that change; empty for a new one. */
  readonly changed: ReadonlySet<string>;
}

/** What the rows of one plan come to. */
export interface Part {
  readonly here: PlanHere | null;
  readonly plan: PlanDraft;
  /** New and changed ones; new ones have no id. */
  readonly points: readonly PointDraft[];
  /** New and changed ones, in the order of the file. */
  readonly measures: readonly MeasureToWrite[];
  readonly rows: readonly Judged[];
  /** The plan itself is refused, and with it every row. */
  readonly refused: boolean;
}

/** An executor that the forum does not know. */
export interface Stranger {
  readonly body: BodyDraft;
  readonly near: readonly Body[];
  readonly lines: readonly number[];
}

/** What a file comes to. */
export interface Dry {
  readonly choice: Choice;
  readonly parts: readonly Part[];
  readonly columns: readonly ColumnRead[];
  /** Said of the file as a whole. */
  readonly remarks: readonly Message[];
  readonly strangers: readonly Stranger[];
}
