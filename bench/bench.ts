import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from '#core/db/database.ts';
import { migrate } from '#core/db/migrate.ts';
import { openDatabase } from '#core/db/open.ts';
import { startTestServer, type TestServer } from '#core/db/testing/test-server.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import { type House, NOW, startHouse } from '../e2e/parts/house.ts';
import { AS_BROWSER } from './load.ts';
import { type Synthetic, seed } from './seed.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Below node_modules, so that the built program finds its packages. */
const BUILT = path.join(root, 'node_modules/.ortaq-bench');

export const TODAY = plainDate(NOW.slice(0, 10)) as PlainDate;

export type Kind = 'embedded' | 'server';

/** A running installation under measurement. */
export interface Subject extends House {
  /** Whose processor time an answer costs: the program's and its database's. */
  readonly pids: readonly number[];
  /** Of its database; null: embedded. */
  readonly url: string | null;
}

export interface SubjectAsked {
  readonly kind: Kind;
  /** Forums to be measured; none: the demonstration world. */
  readonly forums: readonly Omit<Synthetic, 'today' | 'number'>[];
  /** Are pages kept? `pieces`: pages are not, the rows and frames they are put together from are. */
  readonly cache: boolean | 'pieces';
  /** Started, stopped and started again: the first start does what no later one does. */
  readonly twice?: boolean;
}

/** What the measurements share: built programs, one PostgreSQL server, folders that go at the end. */
export class Bench {
  readonly browser: string | null;
  readonly #folders: string[] = [];
  #server: Promise<{ server: TestServer; pid: number }> | null = null;
  #uncached: Promise<string> | null = null;
  #databases = 0;

  constructor(browser: string | null) {
    this.browser = browser;
  }

  folder(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'ortaq-bench-'));
    this.#folders.push(folder);
    return folder;
  }

  /** Starts an installation, hands it to the work, stops it. */
  async on<T>(asked: SubjectAsked, work: (subject: Subject) => Promise<T>): Promise<T> {
    const folder = this.folder();
    const server = asked.kind === 'server' ? await this.#theServer() : null;
    const url = server ? await this.#newDatabase(server.server) : null;
    if (asked.forums.length > 0) await plant(await openDatabase({ url, folder }), asked.forums);
    const wanted = {
      folder,
      args: asked.forums.length > 0 ? ['--empty'] : ['--demo'],
      env: {
        ...(url ? { DATABASE_URL: url } : {}),
        ...(asked.cache === 'pieces' ? { ORTAQ_BENCH_PIECES: 'kept' } : {}),
      },
      program: asked.cache === true ? 'dist/main.js' : await this.#uncachedProgram(),
    };
    if (asked.twice) await (await startHouse(wanted)).stop();
    const house = await startHouse(wanted);
    try {
      return await work({ ...house, url, pids: server ? [house.pid, server.pid] : [house.pid] });
    } finally {
      await house.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    // The server's process does not keep ours alive, so something else must until it ended.
    const waiting = setInterval(() => {}, 1_000);
    await (await this.#server)?.server.stop();
    clearInterval(waiting);
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
    rmSync(BUILT, { recursive: true, force: true });
  }

  #theServer(): Promise<{ server: TestServer; pid: number }> {
    this.#server ??= startTestServer().then(async (server) => ({
      server,
      pid: Number((await ask(server, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`))[0]?.pid),
    }));
    return this.#server;
  }

  async #newDatabase(server: TestServer): Promise<string> {
    const name = `bench_${++this.#databases}`;
    await ask(server, `create database ${name}`);
    return server.url(name);
  }

  #uncachedProgram(): Promise<string> {
    this.#uncached ??= buildUncached();
    return this.#uncached;
  }
}

async function ask(server: TestServer, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Writes synthetic forums into a new database and closes it. */
export async function plant(database: Database, forums: SubjectAsked['forums']): Promise<void> {
  try {
    await migrate(database, new Date(NOW));
    for (const [i, forum] of forums.entries())
      await database.transaction((trx) => seed(trx, { ...forum, number: i + 1, today: TODAY }));
    if (database.kind === 'embedded') await database.maintain();
    else await sql`vacuum analyze`.execute(database.db);
  } finally {
    await database.close();
  }
}

async function buildUncached(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['bench/uncached.ts', ...globSync('src/**/*.worker.ts', { cwd: root })].map((file) =>
      path.join(root, file),
    ),
    outdir: BUILT,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    write: false,
    absWorkingDir: root,
  });
  mkdirSync(BUILT, { recursive: true });
  for (const file of outputFiles) writeFileSync(path.join(BUILT, path.basename(file.path)), file.contents);
  return path.join(BUILT, 'uncached.js');
}

/** A node:http server with nothing behind it: empty answers, or the bytes and headers of an answer of ours. */
export interface Bare {
  readonly port: number;
  readonly pid: number;
  readonly readyAfter: number;
  stop(): Promise<void>;
}

export async function startBare(like: Answer | null, folder: string): Promise<Bare> {
  const args = [fileURLToPath(new URL('./bare-server.ts', import.meta.url))];
  if (like) {
    const file = path.join(folder, 'like.json');
    writeFileSync(file, JSON.stringify({ headers: like.headers, body: like.body.toString('base64') }));
    args.push(file);
  }
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return {
    port: Number(said.toString()),
    pid: child.pid as number,
    readyAfter: performance.now() - began,
    stop: async () => {
      child.stdin?.end();
      await once(child, 'exit');
    },
  };
}

/** One answer as it came over the wire, still compressed. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** Written by node:http itself. */
const OF_THE_CONNECTION = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

export function fetchRaw(port: number, at: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: at, headers: { host: `localhost:${port}`, ...AS_BROWSER } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const { rawHeaders } = response;
        const headers: [string, string][] = [];
        for (let i = 0; i < rawHeaders.length; i += 2) {
          const [name, value] = [rawHeaders[i] as string, rawHeaders[i + 1] as string];
          if (!OF_THE_CONNECTION.has(name.toLowerCase())) headers.push([name, value]);
        }
        resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(pieces) });
      });
    }).on('error', reject);
  });
}
