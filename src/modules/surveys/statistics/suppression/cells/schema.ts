/** A variable of one answer; of a question of many there is one for each code, with the answers SAID and UNSAID. */
export interface Flat {
  readonly name: string;
  /** The question, and the code that it is about (null: all of them). */
  readonly of: string;
  readonly code: string | null;
  readonly codes: readonly string[];
}
export const SAID = '+';
export const UNSAID = '-';

/** A table of flat variables. `columns` null: frequencies. */
export interface FlatTable {
  /** Of the planned table; of frequencies "*" and the variable, because they are the same under every table. */
  readonly id: string;
  readonly rows: string;
  readonly columns: string | null;
}

/** People as numbers of codes: `of[v]` the answer to the flat variable v; below 0 a silence. */
export interface Person {
  readonly of: readonly number[];
  readonly units: number;
  /** Index into the people of the round. */
  readonly who: number;
}

/** A count that is printed, or that follows from printed ones: of a table a row and a column, or the base of a column. */
export interface CellOf {
  readonly key: string;
  readonly table: FlatTable;
  /** null: the base of a column. */
  readonly row: string | null;
  readonly column: string | null;
  readonly count: number;
}

export interface Flattened {
  readonly variables: readonly Flat[];
  readonly tables: readonly FlatTable[];
  readonly people: readonly Person[];
  readonly cells: ReadonlyMap<string, CellOf>;
}
