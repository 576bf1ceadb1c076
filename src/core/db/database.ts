import type { Kysely } from 'kysely';

// biome-ignore lint/complexity/noBannedTypes: no tables until a module names its own
type Bare = Kysely<{}>;

/**
 * A handle on the database: the open transaction inside a command, a pool or the embedded connection outside.
 * A module sees its own tables by `db.withTables<PlansTables>()`; core knows none of them. Transactions begin at
 * `Database.transaction` only.
 */
export interface Db
  extends Omit<Bare, 'withTables' | '$extendTables' | 'transaction' | 'startTransaction' | 'connection' | 'destroy'> {
  withTables<Tables extends object>(): Kysely<Tables>;
}

/** The opened database of this process. */
export interface Database {
  readonly db: Db;
  readonly kind: 'embedded' | 'server';
  /** Runs work in one transaction; rolls back when it throws. */
  transaction<T>(work: (trx: Db) => Promise<T>): Promise<T>;
  /** Tells other processes that a forum's public record changed (LISTEN/NOTIFY); does nothing on the embedded database. */
  announce(forum: string, revision: number): Promise<void>;
  /** Called for revisions that other processes announce, and with null when the connection was lost and may have missed some. */
  onAnnounced(listener: (news: { forum: string; revision: number } | null) => void): void;
  close(): Promise<void>;
}
