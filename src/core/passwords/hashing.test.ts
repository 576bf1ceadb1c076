import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
