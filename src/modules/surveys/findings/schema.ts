import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Figure } from '../analysis/composing/schema.ts';
import type { Unit, Words } from '../questionnaires/schema.ts';
import type { Entered, Jsonb } from '../schema.ts';
import type { Interval } from '../statistics/intervals/schema.ts';
import type { Printable, PrintWhy } from '../statistics/printing/schema.ts';

export type FindingId = string & { readonly __findingId: true };

/** Which figure of a publication: an answer to a question, of all who were asked or of one column of a table. */
export interface FigureAsked {
  readonly question: string;
  readonly code: string;
  readonly column: { readonly split: string; readonly code: string } | null;
}

/** A figure that is shown: never a hidden one. Copied from what went out, never typed. */
export interface Found extends FigureAsked {
  /** Number of the round. */
  readonly round: number;
  readonly words: Words;
  readonly answer: Words;
  /** Of whom, where it is of one column. */
  readonly columnWords: Words | null;
  readonly unit: Unit;
  readonly yes: NonNullable<Figure['yes']>;
  /** How many answered. */
  readonly n: number;
  /** 0 to 1. */
  readonly share: NonNullable<Figure['share']>;
  readonly interval: Interval | null;
  readonly what: Printable;
  readonly why: PrintWhy;
}

/** A figure of others: no n is made up for it. */
export interface Reported {
  /** As printed: "nearly 18 %", "2 of 15". */
  readonly printed: Texts;
  readonly remark: Texts | null;
  readonly source: Texts;
  readonly url: string | null;
  readonly on: PlainDate | null;
}

export interface Finding {
  readonly id: FindingId;
  readonly number: number;
  readonly sentence: Texts;
  readonly found: Found | null;
  readonly reported: Reported | null;
  readonly on: PlainDate;
  readonly withdrawn: { readonly reason: string; readonly on: PlainDate } | null;
}

export interface FindingTables {
  surveys_findings: Entered & {
    id: FindingId;
    number: number;
    sentence: Jsonb<Texts>;
    publication_id: string | null;
    figure: Jsonb<Found | null>;
    printed: Jsonb<Texts | null>;
    remark: Jsonb<Texts | null>;
    source: Jsonb<Texts | null>;
    source_url: string | null;
    source_on: PlainDate | null;
    on_day: PlainDate;
  };
  surveys_finding_withdrawals: Entered & { finding_id: FindingId; reason: string; on_day: PlainDate };
}

export const TABLES = {
  surveys_findings: 'forum',
  surveys_finding_withdrawals: 'forum',
} as const satisfies Record<keyof FindingTables, 'forum'>;
