import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Assembly, assemble } from '../assembly.ts';
import type { Exit } from '../cli/command.ts';
import { obey } from '../cli/obey.ts';
import { bringExample } from '../demonstration.ts';
import { settings } from '../testing/whole-house.ts';
import { dumpRows } from './dump.ts';
import { keptFiles } from './files.ts';

/** The demonstration world into a file and back into an empty folder, by the command line's own commands. */
let root = '';
let first: Assembly;
let recipient = '';
const at = (name: string): string => path.join(root, name);

const opened = (name: string, backupRecipient: string | null): Promise<Assembly> =>
  assemble(settings(at(name), { backupRecipient }));

async function told(on: Assembly | null, ...argv: readonly string[]): Promise<{ exit: Exit; said: string }> {
  const said: string[] = [];
  const voice = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
  if (on) return { exit: await obey({ argv, file: null }, voice, on, false), said: said.join('\n') };
  const { backupKeyCommand } = await import('../cli/backups.ts');
  return { exit: await backupKeyCommand.alone!(voice, { words: [], options: {}, file: null }), said: said.join('\n') };
}

/** Everything that an installation holds, as one number. */
async function sumOf(on: Assembly): Promise<string> {
  const lines: string[] = [];
  await dumpRows(on.database, new Date(0), async (line) => void lines.push(line));
  for await (const file of keptFiles(path.join(on.config.folder, 'files')))
    lines.push(
      `${file} ${createHash('sha256')
        .update(await readFile(path.join(on.config.folder, 'files', file)))
        .digest('hex')}`,
    );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'ortaq-backup-'));
  const keys = (await told(null)).said;
  await writeFile(at('key'), keys);
  await writeFile(at('other-key'), (await told(null)).said);
  recipient = /ORTAQ_BACKUP_RECIPIENT=(\S+)/.exec(keys)![1]!;
  first = await opened('first', recipient);
  await bringExample(first, 'az');
  await first.sequencer.integrateWaiting();
}, 120_000);
afterAll(async () => {
  await first.database.close();
  await rm(root, { recursive: true });
});

it('a backup is refused without a public key, unless asked for in the open', async () => {
  const bare = { ...first, config: { ...first.config, backupRecipient: null } };
  const refused = await told(bare, 'backup', `--to=${at('none')}`);
  expect(refused).toEqual({ exit: 1, said: expect.stringContaining('backup-key') });
  const wrong = { ...first, config: { ...first.config, backupRecipient: 'age1nonsense' } };
  expect(await told(wrong, 'backup', `--to=${at('none')}`)).toEqual({
    exit: 1,
    said: expect.stringContaining('no public key'),
  });
  expect(await readdir(root)).not.toContain('none');
  expect((await told(bare, 'backup', `--to=${at('open')}`, '--unencrypted')).exit).toBe(0);
  expect(gunzipSync(await readFile(at('open'))).toString()).toContain('durnasu');
});

it('is for its owner alone, readable by nobody without the key, and comes back whole into an empty folder', async () => {
  expect(await told(first, 'backup', `--to=${at('world.age')}`)).toEqual({
    exit: 0,
    said: expect.stringMatching(/\d{3,} rows, \d+ files\./),
  });
  const bytes = await readFile(at('world.age'));
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(bytes.includes('durnasu')).toBe(false);
  expect(bytes.toString('latin1')).not.toContain('AGE-SECRET-KEY');
  expect((await stat(at('world.age'))).mode & 0o777).toBe(0o600);
  let second = await opened('second', null);
  try {
    expect(await told(second, 'restore', at('world.age'))).toEqual({ exit: 1, said: expect.stringContaining('--key') });
    expect(await told(second, 'restore', at('world.age'), `--key=${at('other-key')}`)).toEqual({
      ...{ exit: 1, said: expect.stringContaining('does not open') },
    });
    expect((await told(second, 'restore', at('world.age'), `--key=${at('key')}`)).exit).toBe(0);
    expect(await sumOf(second)).toBe(await sumOf(first));
    // The log goes on under the key that signed it: with another one this would not start.
    await second.database.close();
    second = await opened('second', null);
    expect(await readFile(at('second/keys/log.key'))).toEqual(await readFile(at('first/keys/log.key')));
    // What is there is not overwritten unless asked for.
    expect(await told(second, 'restore', at('world.age'), `--key=${at('key')}`)).toEqual({
      exit: 1,
      said: expect.stringContaining('--over'),
    });
    expect((await told(second, 'restore', at('open'), '--over')).exit).toBe(0);
    expect(await sumOf(second)).toBe(await sumOf(first));
  } finally {
    await second.database.close();
  }
}, 120_000);

it('a flipped byte or a missing end is noticed before anything is changed', async () => {
  const bytes = await readFile(at('world.age'));
  const before = await sumOf(first);
  for (const [name, broken] of [
    ['flipped', Buffer.from(bytes).fill(bytes[bytes.length >> 1]! ^ 1, bytes.length >> 1, (bytes.length >> 1) + 1)],
    ['cut', bytes.subarray(0, bytes.length - 100)],
    ['no backup', Buffer.from('name;phone\n')],
  ] as const) {
    await writeFile(at('broken'), broken);
    const { exit, said } = await told(first, 'restore', at('broken'), `--key=${at('key')}`, '--over');
    expect([name, exit, /Nothing was changed/.test(said)]).toEqual([name, 1, true]);
  }
  expect(await sumOf(first)).toBe(before);
});

it('is not restored under a running server', async () => {
  const said: string[] = [];
  const voice = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
  expect(await obey({ argv: ['restore', at('open'), '--over'], file: null }, voice, first)).toBe(1);
  expect(said.join()).toContain('Stop the server first');
});
