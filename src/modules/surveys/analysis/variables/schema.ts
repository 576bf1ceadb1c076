import type { About, Unit, Words } from '../../questionnaires/schema.ts';

/** An answer that can be counted: its code in the exchange, its words on pages. */
export interface Code {
  readonly code: string;
  readonly words: Words;
}

/** A question that tables count by, or a fact about the interview that stands in their columns. */
export interface Asked {
  /** Path of the question ("household/water"); of facts "@place", "@group", "@age": no question is called so. */
  readonly name: string;
  /** Where the answer lies in `Answers`; null: not among the answers. */
  readonly path: readonly string[] | null;
  readonly kind: 'one' | 'many' | 'number';
  readonly unit: Unit;
  readonly words: Words;
  /** In the order of the questionnaire; none for numbers. */
  readonly codes: readonly Code[];
  readonly about: About | null;
  /** All whose answers decide whether this one is asked, directly or through others: questions that are counted by their paths. */
  readonly hangsOn: readonly string[];
}

/** A question that no table can count, and why. */
export interface NotCounted {
  readonly name: string;
  readonly words: Words;
  readonly why: 'text' | 'repeated' | 'contact' | 'picture' | 'rank';
}
