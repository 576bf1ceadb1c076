/**
 * `npm run dev`: the program, built and started anew whenever a source file changes. What follows `--` goes to it.
 * A build that fails leaves the running program alone and says what is wrong.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { SERVER_FLAGS } from './bootstrap.mjs';

/** Editors write a file in several steps. */
const QUIET_MS = 150;

const start = (): ChildProcess =>
  spawn(process.execPath, [...SERVER_FLAGS, 'dist/main.js', ...process.argv.slice(2)], { stdio: 'inherit' });

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

const build = (): boolean => spawnSync(process.execPath, ['tools/build.ts'], { stdio: ['ignore', 2, 2] }).status === 0;

let program = start();
let waiting: NodeJS.Timeout | undefined;
let busy = false;

async function again(): Promise<void> {
  if (busy) return later();
  busy = true;
  if (build()) {
    await stop(program);
    program = start();
  }
  busy = false;
}

function later(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void again(), QUIET_MS);
}

watch('src', { recursive: true }, (_, name) => {
  if (name && !/\.(gen\.ts|tmp)$|\.test\.tsx?$/.test(name)) later();
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    void stop(program).then(() => process.exit(0));
  });
}
