import { AsyncLocalStorage } from 'node:async_hooks';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import type { EmbeddedEngine } from './embedded-engine.ts';
import { DatabaseBusy, DatabaseStopped, StatementTooLong, WaitsForItself } from './failures.ts';
import { PATIENT, ROLLED_BACK, StatementNames } from './statements.ts';
import { Turns } from './turns.ts';

/** Limits in milliseconds; tests shorten them. */
export interface EmbeddedLimits {
  /** A transaction that waits for a second handle waits for ever: told after this. */
  readonly selfWait: number;
  /** Anybody else waits so long at most. */
  readonly wait: number;
  /** One statement may run so long; one marked as patient so long. */
  readonly statement: number;
  readonly patient: number;
}

export const LIMITS: EmbeddedLimits = { selfWait: 5_000, wait: 60_000, statement: 30_000, patient: 3_600_000 };

/**
 * The embedded database's only connection, lent to one at a time in the order of asking. A query outside a
 * transaction waits while a transaction is open.
 */
export class EmbeddedPool implements PostgresPool {
  readonly options = {};
  readonly #start: () => Promise<EmbeddedEngine>;
  readonly #limits: EmbeddedLimits;
  readonly #turns = new Turns();
  /** Set while code runs that an open transaction called. */
  readonly #inside = new AsyncLocalStorage<{ over: boolean }>();
  #engine: EmbeddedEngine | null = null;
  #names = new StatementNames();
  #ended = false;

  constructor(start: () => Promise<EmbeddedEngine>, limits: EmbeddedLimits) {
    this.#start = start;
    this.#limits = limits;
  }

  /** Runs a transaction's work so that a wait for its own end is recognised. */
  async insideTransaction<T>(work: () => Promise<T>): Promise<T> {
    const transaction = { over: false };
    try {
      return await this.#inside.run(transaction, work);
    } finally {
      transaction.over = true;
    }
  }

  async connect(): Promise<PostgresPoolClient> {
    const giveBack = await this.#turn();
    try {
      const engine = await this.#running();
      return this.#lend(engine, giveBack);
    } catch (problem) {
      giveBack();
      throw problem;
    }
  }

  /** The engine itself, alone: for archives and for tests. */
  async alone<T>(work: (engine: EmbeddedEngine) => Promise<T>): Promise<T> {
    const giveBack = await this.#turn();
    try {
      return await work(await this.#running());
    } finally {
      giveBack();
    }
  }

  /** Stops at once, because going on would harm the files. */
  async halt(problem: Error): Promise<void> {
    this.#ended = true;
    await this.#engine?.kill(problem);
  }

  async end(): Promise<void> {
    if (this.#ended) return;
    const giveBack = await this.#turns.take();
    this.#ended = true;
    try {
      if (this.#engine && !this.#engine.end) {
        await this.#engine.client.query('checkpoint');
        await this.#engine.close();
      }
    } finally {
      giveBack();
    }
  }

  async #running(): Promise<EmbeddedEngine> {
    if (this.#ended) throw new DatabaseStopped('The database is closed.');
    if (!this.#engine || this.#engine.end) {
      this.#engine = await this.#start();
      this.#names = new StatementNames();
    }
    return this.#engine;
  }

  async #turn(): Promise<() => void> {
    const transaction = this.#inside.getStore();
    const itself = transaction !== undefined && !transaction.over;
    const stop = new AbortController();
    const timer = setTimeout(
      () => stop.abort(itself ? waitsForItself(this.#limits.selfWait) : busy(this.#limits.wait)),
      itself ? this.#limits.selfWait : this.#limits.wait,
    );
    try {
      return await this.#turns.take(stop.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  #lend(engine: EmbeddedEngine, giveBack: () => void): PostgresPoolClient {
    const statements = new Turns();
    const query = async (text: string, values?: readonly unknown[]): Promise<pg.QueryResult> => {
      const done = await statements.take();
      try {
        return await this.#ask(engine, text, values);
      } finally {
        done();
      }
    };
    return {
      query: query as unknown as PostgresPoolClient['query'],
      release: (destroy?: boolean) => {
        if (destroy) void engine.kill(new DatabaseStopped('The connection was given up.'));
        giveBack();
      },
    };
  }

  async #ask(engine: EmbeddedEngine, text: string, values?: readonly unknown[]): Promise<pg.QueryResult> {
    if (engine.end) {
      // Its end was the rollback; the problem itself was told before.
      if (text === 'rollback') return ROLLED_BACK;
      throw engine.end;
    }
    const limit = text.startsWith(PATIENT) ? this.#limits.patient : this.#limits.statement;
    const timer = setTimeout(() => void engine.kill(tooLong(text, limit)), limit);
    try {
      return await engine.client.query(this.#names.prepared(text, values));
    } finally {
      clearTimeout(timer);
    }
  }
}

const waitsForItself = (ms: number): WaitsForItself =>
  new WaitsForItself(
    `A transaction asked for another database handle and waited ${ms / 1000} s for its own end. Inside a command use ctx.db only.`,
  );

const busy = (ms: number): DatabaseBusy => new DatabaseBusy(`The embedded database was busy for ${ms / 1000} s.`);

const tooLong = (text: string, ms: number): StatementTooLong =>
  new StatementTooLong(`A statement ran longer than ${ms / 1000} s and was stopped: ${text.slice(0, 300)}`);
