import { Kysely, PostgresDialect, sql } from 'kysely';
import { Announcements } from './announcements.ts';
import type { Database } from './database.ts';
import { DatabaseFailure } from './failures.ts';
import { handle, type NoTables } from './handle.ts';
import { ServerPool } from './server-pool.ts';

const OLDEST = 150_000;

/** Opens connections to a PostgreSQL server, and says in a sentence why it cannot. */
export async function openServer(url: string, most = 10): Promise<Database> {
  const kysely = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool: new ServerPool(url, most) }) });
  try {
    await judge(kysely);
  } catch (problem) {
    await kysely.destroy();
    throw problem;
  }
  const announcements = new Announcements(url);
  return {
    db: handle(kysely),
    kind: 'server',
    transaction: (work) => kysely.transaction().execute((trx) => work(handle(trx))),
    announce: async (forum, revision, within) => {
      const [channel, payload] = announcements.announcement(forum, revision);
      await sql`select pg_notify(${channel}, ${payload})`.execute(within ?? handle(kysely));
    },
    onAnnounced: (listener) => announcements.listen(listener),
    // A server keeps house by itself (autovacuum, checkpoints).
    maintain: async () => {},
    close: async () => {
      await announcements.close();
      await kysely.destroy();
    },
  };
}

/** Is it a server that we can work with? Its address is not repeated: it may hold a password. */
async function judge(kysely: Kysely<NoTables>): Promise<void> {
  const found = await sql<{ version: number; encoding: string; name: string }>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
      current_setting('server_encoding') as encoding`
    .execute(kysely)
    .catch((problem: unknown) => {
      throw new DatabaseFailure(`The database of DATABASE_URL cannot be reached: ${reasonOf(problem)}`, {
        cause: problem,
      });
    });
  const server = found.rows[0]!;
  if (server.version < OLDEST) {
    throw new DatabaseFailure(`The database server is PostgreSQL ${server.name}; Ortaq needs PostgreSQL 15 or newer.`);
  }
  if (server.encoding !== 'UTF8') {
    throw new DatabaseFailure(`The database is encoded in ${server.encoding}; create it with encoding UTF8.`);
  }
}

function reasonOf(problem: unknown): string {
  if (problem instanceof AggregateError) return problem.errors.map(reasonOf).join('; ');
  return problem instanceof Error ? problem.message : String(problem);
}
