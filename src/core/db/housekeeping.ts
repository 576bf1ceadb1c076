import { sql } from 'kysely';
import type { Db } from './database.ts';
import { PATIENT } from './statements.ts';

const EVERY = 60_000;
/** Write-ahead log after which a checkpoint keeps the next start short. */
const LOG_BYTES = 16 * 1024 * 1024;

/**
 * What PostgreSQL's background processes do and the embedded one has not: checkpoints, so that the log stays short,
 * and now and then fresh statistics of a table that changed much.
 */
export class Housekeeping {
  readonly #db: Db;
  #timer: NodeJS.Timeout | null = null;
  #checkpointed: number | null = null;

  constructor(db: Db) {
    this.#db = db;
  }

  begin(): void {
    this.#timer = setInterval(() => this.tick().catch(() => {}), EVERY).unref();
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** One look: at most one checkpoint and one table, so that nobody waits long. */
  async tick(): Promise<void> {
    const written = await this.#logPosition();
    if (this.#checkpointed === null || written - this.#checkpointed > LOG_BYTES) {
      await sql.raw(`${PATIENT}checkpoint`).execute(this.#db);
      this.#checkpointed = await this.#logPosition();
    }
    const [table] = await this.#changed();
    if (table) await sql.raw(`${PATIENT}vacuum (analyze) ${table}`).execute(this.#db);
  }

  /** Every table, one after the other: between two of them others get their turn. */
  async vacuum(): Promise<void> {
    const { rows } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, relname) as name from pg_stat_all_tables
      where schemaname in ('public', 'pg_catalog') order by 1`.execute(this.#db);
    for (const { name } of rows) await sql.raw(`${PATIENT}vacuum (analyze) ${name}`).execute(this.#db);
    await sql.raw(`${PATIENT}checkpoint`).execute(this.#db);
  }

  async #logPosition(): Promise<number> {
    const { rows } = await sql<{ at: number }>`select (pg_current_wal_insert_lsn() - '0/0')::bigint as at`.execute(
      this.#db,
    );
    return rows[0]!.at;
  }

  /** Tables of which a fifth changed since statistics were taken, the most changed first. */
  async #changed(): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
      where greatest(n_mod_since_analyze, n_dead_tup) > 200 + n_live_tup / 5
      order by n_mod_since_analyze desc limit 1`.execute(this.#db);
    return rows.map((row) => row.name);
  }
}
