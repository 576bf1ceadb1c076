import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { repositoryFile } from '#core/db/place.ts';

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A server that said it is ready. */
export interface Running {
  readonly origin: string;
  readonly pid: number;
  readonly said: () => string;
  /** Ends it like an operator does, and tells how it ended. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Told>;
}

export type Env = Readonly<Record<string, string>>;

export interface Program {
  /** A new data folder, gone after the tests. */
  folder(): string;
  start(env: Env, ...args: readonly string[]): Promise<Running>;
  /** Runs the server (to see it fail) or the command line to its end. */
  run(name: 'main' | 'cli', env: Env, ...args: readonly string[]): Promise<Told>;
}

/** The server hangs on a pipe: however the test ends, it is told to stop. */
const HANGING =
  'exec 3<&0; "$@" & server=$!; echo "pid $server" >&2; ' +
  '(cat <&3; kill -TERM $server) > /dev/null 2>&1 & exec 3<&-; wait $server';

/** The program as it is now, built aside so that nobody else's build is disturbed. For the whole file of tests. */
export function program(): Program {
  const cache = path.join(path.dirname(repositoryFile('package.json')), 'node_modules', '.cache');
  const root = path.dirname(repositoryFile('package.json'));
  const folders: string[] = [];
  const living = new Set<Running>();
  let built = '';
  beforeAll(() => {
    mkdirSync(cache, { recursive: true });
    built = mkdtempSync(path.join(cache, 'ortaq-test-'));
    const made = spawnSync(process.execPath, ['tools/build.ts', built], { cwd: root, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`the program could not be built: ${made.stderr}`);
  });
  afterAll(async () => {
    for (const running of living) await running.stop();
    for (const folder of [built, ...folders]) rmSync(folder, { recursive: true, force: true });
  });
  // biome-ignore lint/style/noProcessEnv: where programs are found; nothing else of the test's own surroundings
  const { PATH, HOME } = process.env;
  const envOf = (env: Env): NodeJS.ProcessEnv => ({ PATH, HOME, TZ: 'UTC', ...env });
  const run: Program['run'] = async (name, env, ...args) => {
    const child = spawn(process.execPath, [path.join(built, `${name}.js`), ...args], { cwd: root, env: envOf(env) });
    const [out, err] = [heard(child.stdout), heard(child.stderr)];
    const code = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
    return { code, out: out(), err: err() };
  };
  const start: Program['start'] = async (env, ...args) => {
    const words = ['-c', HANGING, 'sh', process.execPath, path.join(built, 'main.js'), ...args];
    const keeper = spawn('/bin/sh', words, { cwd: root, env: envOf({ PORT: '0', ...env }) });
    const [out, err] = [heard(keeper.stdout), heard(keeper.stderr)];
    const ended = new Promise<Told>((resolve) =>
      keeper.once('close', (code) => resolve({ code: code ?? -1, out: out(), err: err().replace(/^pid \d+\n/m, '') })),
    );
    const ready = (): string | undefined => /^Ortaq is ready at (http:\S+)$/m.exec(out())?.[1];
    await new Promise<void>((resolve, reject) => {
      keeper.stdout.on('data', () => ready() && resolve());
      void ended.then((told) => reject(new Error(`it ended before it was ready: ${JSON.stringify(told)}`)));
    });
    const pid = Number(/^pid (\d+)$/m.exec(err())?.[1]);
    const running: Running = {
      origin: ready() ?? '',
      pid,
      said: out,
      stop: async (signal = 'SIGTERM') => {
        if (living.delete(running)) process.kill(pid, signal);
        const told = await ended;
        keeper.stdin.destroy();
        return told;
      },
    };
    living.add(running);
    return running;
  };
  return {
    run,
    start,
    folder: () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'ortaq-main-'));
      folders.push(folder);
      return folder;
    },
  };
}

function heard(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return () => text;
}
