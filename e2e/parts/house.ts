import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVER_FLAGS } from '../../tools/bootstrap.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** When the journeys happen, unless they say otherwise: a Monday morning in Baku. */
export const NOW = '2026-11-23T06:00:00Z';

export interface HouseAsked {
  /** Arguments of the program: `--empty`, `--demo`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A data folder that stays; without one, a new one that goes with the house. */
  readonly folder?: string;
  /** What runs; the built server unless told. */
  readonly program?: string;
}

/** A running installation of its own, as `npm start` makes it. */
export interface House {
  readonly origin: string;
  readonly port: number;
  readonly folder: string;
  readonly pid: number;
  /** Milliseconds from the start of the program to its word that it is ready. */
  readonly readyAfter: number;
  /** All that it said on standard output, and on standard error. */
  readonly said: () => string;
  readonly complained: () => string;
  /** `npm run ortaq -- ...args` beside the running server, on the same data. */
  readonly ortaq: (...args: readonly string[]) => Promise<Told>;
  readonly stop: () => Promise<void>;
}

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The server hangs on a pipe: however the process that started it ends, it is told to stop. */
const HANGING =
  '"$@" & server=$!; echo "pid $server" >&2; exec > /dev/null; cat; kill -TERM $server 2> /dev/null; wait $server';

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts the built program and waits until it says that it is ready. */
export async function startHouse(asked: HouseAsked = {}): Promise<House> {
  const port = await freePort();
  const folder = asked.folder ?? mkdtempSync(path.join(tmpdir(), 'ortaq-house-'));
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TZ: 'UTC',
    NODE_ENV: 'production',
    PORT: String(port),
    ORTAQ_DATA: folder,
    ORTAQ_NOW: NOW,
    ...asked.env,
  };
  const program = [process.execPath, ...SERVER_FLAGS, asked.program ?? 'dist/main.js', ...(asked.args ?? [])];
  const began = performance.now();
  const keeper = spawn('/bin/sh', ['-c', HANGING, 'sh', ...program], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const [out, err] = [collect(keeper.stdout), collect(keeper.stderr)];
  await ready(keeper, out, err);
  const readyAfter = performance.now() - began;
  return {
    origin: `http://localhost:${port}`,
    port,
    folder,
    pid: Number(/^pid (\d+)$/m.exec(err())?.[1]),
    readyAfter,
    said: out,
    complained: () => err().replace(/^pid \d+\n/m, ''),
    ortaq: (...args) => told(args, env),
    stop: async () => {
      const ended = new Promise((resolve) => keeper.once('close', resolve));
      if (keeper.exitCode === null) {
        keeper.stdin?.end();
        await ended;
      }
      if (!asked.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return () => text;
}

async function ready(keeper: ChildProcess, out: () => string, err: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${why}\n${out()}\n${err()}`));
    keeper.stdout?.on('data', () => out().includes('Ortaq is ready at ') && resolve());
    // The shell lives on until its input ends; the program's own end shows when its output closes.
    keeper.stdout?.once('end', () => fail('The program ended before it was ready.'));
    keeper.once('error', reject);
    timer = setTimeout(() => fail('The program is not ready after two minutes.'), 120_000);
  }).finally(() => clearTimeout(timer));
}

function told(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Told> {
  return new Promise((resolve) => {
    const all = [...SERVER_FLAGS, 'dist/cli.js', ...args];
    execFile(process.execPath, all, { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }, (problem, out, err) => {
      resolve({ code: problem ? Number(problem.code ?? 1) : 0, out, err });
    });
  });
}
