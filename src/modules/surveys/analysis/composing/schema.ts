import type { Unit, Words } from '../../questionnaires/schema.ts';
import type { Sampling } from '../../schema.ts';
import type { Interval } from '../../statistics/intervals/schema.ts';
import type { Printable, PrintWhy } from '../../statistics/printing/schema.ts';
import type { Alike, HiddenWhy, Published } from '../../statistics/suppression/schema.ts';
import type { Bases } from '../../statistics/tables/schema.ts';
import type { Asked, Code, NotCounted } from '../variables/schema.ts';

/** One share as it is printed; hidden ones have neither count nor share. */
export interface Figure {
  readonly code: string;
  readonly yes: number | null;
  /** By weights where the round is weighted, else `yes` of n; 0 to 1. */
  readonly share: number | null;
  readonly interval: Interval | null;
  readonly hidden: HiddenWhy | null;
}

/** The distribution of one question among some units. `n` null: hidden. */
export interface Distribution {
  readonly n: number | null;
  readonly figures: readonly Figure[];
  readonly what: Printable;
  readonly why: PrintWhy;
}

export interface QuestionResult extends Distribution {
  readonly name: string;
  readonly words: Words;
  readonly kind: 'one' | 'many';
  readonly unit: Unit;
  readonly codes: readonly Code[];
  /** Whom the question reached, and who did not answer; null where that would tell a hidden count. */
  readonly bases: Bases | null;
  /** Ticks in all: of several answers a person they are more than people. */
  readonly answers: number | null;
}

/** A question among the units of each column. */
export interface CrossResult {
  readonly rows: string;
  readonly columns: string;
  readonly by: readonly (Distribution & { readonly code: string })[];
}

/** A number that was asked for: n null where fewer answered than may be shown. */
export interface NumberResult {
  readonly name: string;
  readonly words: Words;
  readonly unit: Unit;
  readonly n: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  readonly interval: Interval | null;
  readonly why: PrintWhy;
}

/** What tables are split by, with its columns. */
export interface SplitBy {
  readonly name: string;
  readonly words: Words;
  readonly codes: readonly Code[];
}

/** Why a table is not there. `dependent`: who was asked it follows from a hidden count; `unsafe`: it would give one back. */
export interface NotShown {
  readonly rows: string;
  readonly columns: string | null;
  readonly why: 'dependent' | 'unsafe';
  /** Of questions that are in no other list; left out: said there. */
  readonly words?: Words;
}

/** All that is published of a round at once, kept as it went out: every page and file is drawn from it. */
export interface Results {
  readonly sampling: Sampling;
  readonly smallest: number;
  readonly counted: number;
  readonly excluded: number;
  readonly modes: Readonly<Record<string, number>>;
  readonly questions: readonly QuestionResult[];
  readonly numbers: readonly NumberResult[];
  readonly splits: readonly SplitBy[];
  readonly crosses: readonly CrossResult[];
  readonly notShown: readonly NotShown[];
  readonly notCounted: readonly NotCounted[];
  readonly hidden: Readonly<Record<HiddenWhy, number>>;
}

/** A number that some units gave, and where they were asked. */
export interface NumberSaid {
  readonly value: number;
  readonly units: number;
  readonly place: string | null;
}

/** What a publication is composed from. `numbers` are the answers of each number question. */
export interface Counts {
  readonly sampling: Sampling;
  readonly smallest: number;
  readonly population: number | null;
  readonly counted: number;
  readonly excluded: number;
  readonly modes: Readonly<Record<string, number>>;
  readonly asked: readonly Asked[];
  /** Facts and questions that tables are split by. */
  readonly splits: readonly Asked[];
  readonly people: readonly Alike[];
  readonly numbers: ReadonlyMap<string, readonly NumberSaid[]>;
  readonly notCounted: readonly NotCounted[];
  /** For each question about communities what was said of each: place and answer. */
  readonly told: ReadonlyMap<string, readonly Alike[]>;
  /** Tables of this round that are out already, with what was hidden of them. */
  readonly published: readonly Published[];
}

/** What goes out, and what of it must be remembered for whatever is published later. */
export interface Composed {
  readonly results: Results;
  readonly printed: readonly Published[];
}
