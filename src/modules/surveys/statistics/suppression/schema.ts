import type { Reply, Variable } from '../tables/schema.ts';

/** Units that are alike in everything that any table counts. */
export interface Alike {
  readonly replies: Readonly<Record<string, Reply>>;
  readonly units: number;
}

/** A table that shall be published: rows among all, and among the units of each column. */
export interface Planned {
  readonly id: string;
  readonly rows: string;
  /** null: frequencies only. */
  readonly columns: string | null;
}

/** `small`: fewer than the threshold; `all`: everybody of a small group said it; `complement`: else those could be computed. */
export type HiddenWhy = 'small' | 'all' | 'complement';

/**
 * What is not printed: neither count nor share nor interval. `row` null: the base of the column, and with it all the
 * column; `column` null: the count among all units. The frequencies of a question are the same in each of its tables, so
 * a hidden count among all stands under every one.
 */
export interface Hidden {
  readonly table: string;
  readonly row: string | null;
  readonly column: string | null;
  readonly why: HiddenWhy;
}

/** Tables as they went out, with what was hidden then: it cannot be taken back. */
export interface Published {
  readonly table: Planned;
  readonly hidden: readonly Hidden[];
}

export interface Round {
  readonly variables: readonly Variable[];
  readonly people: readonly Alike[];
  /** New ones, the most important first: the last ones are withheld first. */
  readonly tables: readonly Planned[];
  readonly published: readonly Published[];
  /** Counts below it are small; 5 unless the forum chose another. At least 2. */
  readonly threshold: number;
}

export interface Suppressed {
  /** Of new tables, in the order of tables, rows and columns. */
  readonly hidden: readonly Hidden[];
  /** New tables that cannot be published at all beside the others: merge their groups. */
  readonly withheld: readonly string[];
  readonly counts: Readonly<Record<HiddenWhy, number>>;
  /** Small counts of published tables that follow from what was published before us, whatever we do now. */
  readonly exposed: readonly Hidden[];
  /** For each small count the answers that could as well have been given: see `Witness`. Never published. */
  readonly witnesses: readonly Witness[];
}

/**
 * Why a small count is safe: were these units to have said `to` instead of `from`, every printed number would be the same,
 * and the hidden one would be `becomes`. So nobody can compute it, by whatever means, from what is printed.
 */
export interface Witness {
  readonly of: Hidden;
  readonly was: number;
  readonly becomes: number;
  readonly moves: readonly Move[];
}
export interface Move {
  /** Index into the people of the round. */
  readonly who: number;
  /** A question; of one with many answers "question=code", said or not said. */
  readonly variable: string;
  readonly from: string;
  readonly to: string;
}
