import type { Unit } from '../../questionnaires/schema.ts';

/** Why somebody's answer does not count: did not answer, would not, does not know, was not asked by the form's own logic. */
export const SILENCES = ['missing', 'refused', 'unknown', 'not_applicable'] as const;
export type Silence = (typeof SILENCES)[number];

/** What one unit said to one question: codes of choices (one, or several), or why not. Codes are never names of silences. */
export type Reply = readonly string[] | Silence;

/**
 * Whom a share is of: those whose answer counts; all who were asked it, so also who did not answer, would not or does not
 * know; all interviewed, so also those for whom it does not apply.
 */
export const BASES = ['valid', 'asked', 'interviewed'] as const;
export type BaseKind = (typeof BASES)[number];

/** Everybody once. interviewed = asked + not_applicable; asked = valid + missing + refused + unknown. */
export type Bases = Readonly<Record<BaseKind | Silence, number>>;

/** A question, or a fact about the respondent, by which a table counts. */
export interface Variable {
  readonly name: string;
  readonly unit: Unit;
  /** `many`: one unit may be in several rows, so shares are of people and may sum to more than 100 %. */
  readonly kind: 'one' | 'many';
  /** All codes in the order of the questionnaire, also those that nobody chose. */
  readonly codes: readonly string[];
}

/** Units that said the same: as the database groups them, or one by one with `units` 1. */
export interface Grouped {
  readonly reply: Reply;
  readonly units: number;
  /** Sum of their weights; equal to `units` where nothing is weighted. */
  readonly weight: number;
}
export interface CrossGrouped extends Grouped {
  /** What they said to the variable of the columns. */
  readonly column: Reply;
}

/** A numerator with its base, both in units. `weighted` is their share by weights, null where the base is empty. */
export interface Cell {
  readonly yes: number;
  readonly n: number;
  readonly weighted: number | null;
}

export interface Frequencies {
  readonly variable: Variable;
  readonly base: BaseKind;
  readonly bases: Bases;
  /** By code; `n` is the base, in units. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Ticks in all: of one answer each it is the number of valid units, of many it may be more. */
  readonly answers: number;
}

export interface CrossTable {
  readonly rows: Variable;
  readonly columns: Variable;
  readonly base: BaseKind;
  /** By code of the columns: the distribution of the rows among those units. */
  readonly by: Readonly<Record<string, Frequencies>>;
  /** Of all units together, also those in no column. */
  readonly all: Frequencies;
  /** Units that are in no column, by why; they stand under the table. */
  readonly outside: Readonly<Record<Silence, number>>;
}

/** `units`: rows and columns count different things; `code`: a reply with a code that its variable has not. */
export interface NoTable {
  readonly why: 'units' | 'code';
  readonly of: string;
}
