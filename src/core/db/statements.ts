import type pg from 'pg';

/** Put in front of a statement that may take long for good reason: a migration, VACUUM. */
export const PATIENT = '/* patient */ ';

/** What a rollback answers. */
export const ROLLED_BACK = { command: 'ROLLBACK', rowCount: null, rows: [], oid: 0, fields: [] } as pg.QueryResult;

/** Statements kept prepared on one connection; each costs the server some kilobytes. */
const MOST = 400;

/**
 * Gives a statement with parameters a name from its second use on, so that it is parsed and planned once for each
 * connection: in the embedded database that is half of a small query's time.
 */
export class StatementNames {
  readonly #seen = new Map<string, string | null>();
  #next = 1;

  /** The query as the client takes it. A text without parameters may hold several statements and gets no name. */
  prepared(text: string, values: readonly unknown[] | undefined): pg.QueryConfig {
    if (!values || values.length === 0) return { text };
    const known = this.#seen.get(text);
    if (known) return { name: known, text, values: values as unknown[] };
    if (known === null && this.#next <= MOST) {
      const name = `s${this.#next++}`;
      this.#seen.set(text, name);
      return { name, text, values: values as unknown[] };
    }
    // Texts made on the fly (long lists) must not fill the memory: forget those seen once.
    if (this.#seen.size >= MOST * 4) for (const [old, name] of this.#seen) if (name === null) this.#seen.delete(old);
    this.#seen.set(text, null);
    return { text, values: values as unknown[] };
  }
}
