import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderInUse } from './failures.ts';
import { FolderLock } from './folder-lock.ts';

/** A silent holder is given up after 30 looks, two renewals long. */
const TIMES = { renew: 300, deadAfter: 900 };
/** No process has it: the largest id on 64-bit Linux is 4194304. */
const NO_PROCESS = 4_194_305;

let folder = '';
let lock: FolderLock | null = null;
let lost = 0;
const take = async (times = TIMES): Promise<void> => {
  lock = await FolderLock.take(folder, () => lost++, times);
};
const file = (): string => path.join(folder, 'database.lock');
const written = () => JSON.parse(readFileSync(file(), 'utf8')) as Record<string, unknown>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ortaq-lock-'));
  lost = 0;
});
afterEach(() => {
  lock?.release();
  lock = null;
  rmSync(folder, { recursive: true });
});

const EARLIER: [string, Record<string, unknown>] = [
  'an earlier run of this machine',
  { boot: 'earlier', pids: 'pid:[1]' },
];

/** What a holder like this process would have written, with differences. */
async function foreign(difference: Record<string, unknown>): Promise<Record<string, unknown>> {
  await take();
  const holder = { ...written(), word: 'another', ...difference };
  lock?.release();
  lock = null;
  writeFileSync(file(), JSON.stringify(holder));
  return holder;
}

describe.runIf(process.platform === 'linux')('a lock file', () => {
  it('of a living neighbour refuses', async () => {
    await foreign({});
    await expect(take()).rejects.toThrow(FolderInUse);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a process that is gone', { pid: NO_PROCESS }],
    ['a process whose id was given to another', { began: '1' }],
    ...(existsSync('/etc/machine-id') ? [EARLIER] : []),
  ])('of %s is taken over at once', async (_of, difference) => {
    await foreign(difference);
    // Watching it would take an hour.
    await take({ ...TIMES, deadAfter: 3_600_000 });
    expect(written().pid).toBe(process.pid);
  });

  it('of another container that renews it refuses', async () => {
    const holder = await foreign({ pids: 'pid:[1]' });
    let beat = 0;
    const renewing = setInterval(() => writeFileSync(file(), JSON.stringify({ ...holder, beat: ++beat })), 50);
    await expect(take()).rejects.toThrow(FolderInUse);
    clearInterval(renewing);
  });

  it('of another container that is silent is taken over after a while', async () => {
    await foreign({ pids: 'pid:[1]' });
    await take();
    expect(written().pid).toBe(process.pid);
  });

  it('that is half written or nonsense is taken over at once', async () => {
    writeFileSync(file(), '{"word":');
    await take();
    expect(written().pid).toBe(process.pid);
  });

  it('is renewed, and its loss is noticed and does not harm the new holder', async () => {
    await take();
    await vi.waitFor(() => expect(written().beat).toBeGreaterThan(0), { timeout: 10_000 });
    writeFileSync(file(), JSON.stringify({ ...written(), word: 'another' }));
    await vi.waitFor(() => expect(lost).toBe(1), { timeout: 10_000 });
    lock?.release();
    expect(written().word).toBe('another');
  });
});
