import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { columnValues } from './column-values.ts';
import type { EmbeddedStart, FromWorker, ToWorker } from './embedded.worker.ts';
import { DatabaseStopped } from './failures.ts';
import { workerFile } from './place.ts';

/** The worker's message channel as the socket that the client expects. */
class Wire extends Duplex {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
    worker.on('message', (message: Uint8Array | FromWorker) => {
      if (message instanceof Uint8Array) this.push(Buffer.from(message.buffer, message.byteOffset, message.byteLength));
    });
  }

  connect(): void {
    queueMicrotask(() => this.emit('connect'));
  }

  setNoDelay(): void {}

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#send([chunk]);
    done();
  }

  /** A prepared query is five messages: they travel, and are worked off, as one. */
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(chunks.map(({ chunk }) => chunk));
    done();
  }

  #send(chunks: Buffer[]): void {
    const message = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      message.set(chunk, at);
      at += chunk.length;
    }
    this.#worker.postMessage(message, [message.buffer]);
  }
}

/** One running embedded PostgreSQL: a worker thread, and the client that speaks to it. It lives once; who needs it again starts another. */
export class EmbeddedEngine {
  readonly client: pg.Client;
  readonly #worker: Worker;
  readonly #wire: Wire;
  readonly #syncs: Int32Array;
  /** Why it no longer runs; null while it does. */
  #end: Error | null = null;

  private constructor(worker: Worker, syncs: Int32Array) {
    this.#worker = worker;
    this.#syncs = syncs;
    this.#wire = new Wire(worker);
    this.client = new pg.Client({
      stream: () => this.#wire as unknown as Duplex,
      user: 'postgres',
      database: 'postgres',
      host: 'embedded',
      password: '',
      ssl: false,
      types: columnValues,
    });
    // What was under way is told by the query itself; an idle loss shows in `end`.
    this.client.on('error', () => {});
    worker.on('error', (problem) =>
      this.#died(new DatabaseStopped('The embedded database stopped unexpectedly.', { cause: problem })),
    );
    worker.on('exit', () => this.#died(new DatabaseStopped('The embedded database stopped.')));
  }

  /** Starts the worker and waits until it answers. 0.3 s on an existing directory. */
  static async start(start: EmbeddedStart): Promise<EmbeddedEngine> {
    const syncs = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(workerFile('embedded'), {
      name: 'embedded database',
      workerData: { ...start, syncs },
      // Not the flags of a test runner.
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const news = await heard(worker, (message) => message.told === 'ready' || message.told === 'failed');
    if (news.told === 'failed') throw new DatabaseStopped(`The embedded database did not open: ${news.why}`);
    const engine = new EmbeddedEngine(worker, syncs);
    await engine.client.connect();
    return engine;
  }

  /** Why it no longer runs; null while it does. */
  get end(): Error | null {
    return this.#end;
  }

  /** How often the operating system was asked to make written bytes durable. */
  get syncs(): number {
    return Atomics.load(this.#syncs, 0);
  }

  /** The whole data directory as a tar archive; nothing else may run meanwhile. */
  async archive(): Promise<Uint8Array<ArrayBuffer>> {
    this.#ask({ ask: 'archive' });
    const news = await heard(this.#worker, (message) => message.told === 'archive');
    if (news.told !== 'archive') throw new DatabaseStopped('The embedded database gave no archive.');
    return news.archive;
  }

  /** Stops in good order. */
  async close(): Promise<void> {
    if (this.#end) return;
    const closed = heard(this.#worker, (message) => message.told === 'closed');
    this.#ask({ ask: 'close' });
    await closed;
    this.#end = new DatabaseStopped('The database is closed.');
    await this.#worker.terminate();
  }

  /** Stops at once, in the middle of whatever runs; what was acknowledged is on disk. */
  async kill(problem: Error): Promise<void> {
    this.#died(problem);
    await this.#worker.terminate();
  }

  #ask(asked: ToWorker): void {
    this.#worker.postMessage(asked);
  }

  #died(problem: Error): void {
    if (this.#end) return;
    this.#end = problem;
    this.#wire.destroy(problem);
  }
}

/** The first message of the worker that fits; an end or an error of the worker before it is an exception. */
function heard(worker: Worker, fits: (message: FromWorker) => boolean): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: Uint8Array | FromWorker): void => {
      if (message instanceof Uint8Array || !fits(message)) return;
      forget();
      resolve(message);
    };
    const onError = (problem: unknown): void => {
      forget();
      reject(new DatabaseStopped('The embedded database stopped unexpectedly.', { cause: problem }));
    };
    const onExit = (): void => onError(null);
    const forget = (): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
  });
}
