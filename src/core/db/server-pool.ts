import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { columnValues } from './column-values.ts';
import { DatabaseStopped } from './failures.ts';
import { ROLLED_BACK, StatementNames } from './statements.ts';
import { Turns } from './turns.ts';

/** How every connection to the server is made: UTC, our column values, no statement for ever. */
export function connectionTo(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    types: columnValues,
    application_name: 'ortaq',
    options: '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601 -c jit=off',
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  };
}

/** The connections to the server, each with its prepared statements. */
export class ServerPool implements PostgresPool {
  readonly options = {};
  readonly #pool: pg.Pool;
  readonly #lent = new WeakMap<pg.PoolClient, Connection>();

  constructor(url: string, most: number) {
    this.#pool = new pg.Pool({
      ...connectionTo(url),
      max: most,
      connectionTimeoutMillis: 15_000,
      idleTimeoutMillis: 60_000,
    });
    // An idle connection that breaks leaves the pool by itself; the next question opens another.
    this.#pool.on('error', () => {});
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#pool.connect().catch((problem: unknown) => {
      throw isLoss(problem) ? lost(problem as Error) : problem;
    });
    let connection = this.#lent.get(client);
    if (!connection) {
      connection = new Connection(client);
      this.#lent.set(client, connection);
    }
    return connection as unknown as PostgresPoolClient;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** One connection; kysely knows it again by its identity. */
class Connection {
  readonly #client: pg.PoolClient;
  readonly #names = new StatementNames();
  /** A transaction may ask several things at once; the client wants them one after the other. */
  readonly #statements = new Turns();
  /** Why it must not be used again. */
  #lost: Error | null = null;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    // A server that ends in the middle of a transaction tells this listener; without it the process would end.
    client.on('error', (problem) => {
      this.#lost = problem;
    });
  }

  async query(text: string, values?: readonly unknown[]): Promise<pg.QueryResult> {
    const done = await this.#statements.take();
    try {
      if (!this.#lost) return await this.#client.query(this.#names.prepared(text, values));
    } catch (problem) {
      if (isOutdatedStatement(problem) || isLoss(problem)) this.#lost = problem as Error;
      if (!isLoss(problem)) throw problem;
    } finally {
      done();
    }
    // The end of the connection was the rollback; the problem itself was told before.
    if (text === 'rollback') return ROLLED_BACK;
    throw lost(this.#lost);
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy || this.#lost !== null);
  }
}

const lost = (cause: Error | null): DatabaseStopped =>
  new DatabaseStopped(`The connection to the database server was lost: ${cause?.message}`, { cause });

/** A newer version of the program changed a table, or a pooler between us forgot the statement: this connection starts anew. */
function isOutdatedStatement(problem: unknown): boolean {
  const code = problem instanceof pg.DatabaseError ? problem.code : undefined;
  return code === '26000' || (code === '0A000' && (problem as Error).message.includes('cached plan'));
}

/** The server ended the connection (class 57P, severity FATAL) or the network did. */
function isLoss(problem: unknown): boolean {
  if (problem instanceof pg.DatabaseError) return problem.severity === 'FATAL';
  const { code, message } = problem as NodeJS.ErrnoException;
  return code !== undefined
    ? /^E(CONN|PIPE|TIMEDOUT|HOST|NET)/.test(code)
    : /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/.test(message);
}
