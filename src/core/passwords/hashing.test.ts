import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Hasher } from './hashing.ts';

const light = { memory: 256, passes: 1 };

test('a thread hashes, compares, says what is wrong and goes on', async () => {
  const hasher = new Hasher();
  const phc = String(await hasher.do({ password: 'nar', phc: null, ...light }));
  expect(await hasher.do({ password: 'nar', phc, ...light })).toBe(true);
  expect(await hasher.do({ password: 'alma', phc, ...light })).toBe(false);
  await expect(hasher.do({ password: 'nar', phc: 'no hash at all', ...light })).rejects.toThrow();
  expect(await hasher.do({ password: 'nar', phc, ...light })).toBe(true);
});

test('a thread that got no turn is replaced by one of the usual kind, and nobody notices', async () => {
  const hasher = new Hasher(0);
  const phc = String(await hasher.do({ password: 'nar', phc: null, ...light }));
  const answers = ['nar', 'alma', 'nar'].map((password) => hasher.do({ password, phc, ...light }));
  expect(await Promise.all(answers)).toEqual([true, false, true]);
  expect(await hasher.do({ password: 'nar', phc, ...light })).toBe(true);
});

/** How the threads of this process are run, as Linux numbers it: 5 is SCHED_IDLE. */
const kinds = (): readonly (string | undefined)[] =>
  readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[38];
  });

test.runIf(process.platform === 'linux')('a thread runs when a core is idle', async () => {
  const hasher = new Hasher();
  await hasher.do({ password: 'nar', phc: null, ...light });
  expect(kinds()).toContain('5');
});

test('a thread that waits for work does not keep the program from ending', () => {
  const here = fileURLToPath(new URL('./hashing.ts', import.meta.url));
  const program = `import { Hasher } from ${JSON.stringify(here)};
    const wait = setInterval(() => {}, 1000);
    await new Hasher().do({ password: 'nar', phc: null, memory: 256, passes: 1 });
    clearInterval(wait);`;
  const folder = mkdtempSync(path.join(tmpdir(), 'ortaq-hashing-'));
  const file = path.join(folder, 'program.mjs');
  writeFileSync(file, program);
  const ended = spawnSync(process.execPath, [file], { timeout: 60_000, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect([ended.status, ended.stderr]).toEqual([0, '']);
});
