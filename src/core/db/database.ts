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

/**
 * Hears revisions that other processes announce. null: from now on announcements may be missed (also right after
 * registration). The first revisions after a null are those of every forum, and from then on nothing is missed.
 */
export type AnnouncementListener = (news: { readonly forum: string; readonly revision: number } | null) => void;

/** The opened database of this process. */
export interface Database {
  readonly db: Db;
  readonly kind: 'embedded' | 'server';
  /** Runs work in one transaction; rolls back when it throws. */
  transaction<T>(work: (trx: Db) => Promise<T>): Promise<T>;
  /**
   * Tells other processes that a forum's public record changed; does nothing on the embedded database. Given the
   * open transaction, it is told with its commit and never without it.
   */
  announce(forum: string, revision: number, within?: Db): Promise<void>;
  /** Never calls on the embedded database, which has no other processes. */
  onAnnounced(listener: AnnouncementListener): void;
  /** Tidies what the server would tidy by itself: reclaims space and refreshes statistics. To be called nightly and after large imports. */
  maintain(): Promise<void>;
  close(): Promise<void>;
}
